import { formatNumber } from '../../../core/derivation/formatNumber';
import { planNetwork } from '../../../core/derivation/network/plan';
import { printEquation } from '../../../core/derivation/print';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import type { Span } from '../../../core/problem';
import { equationOptions, hoverHtml } from './equationText';
import { copyLink, footer, showLink } from './footer';
import { strong, verbatim } from './markup';
import type { CardRequest, Section } from './request';

/** The layer that a place of the text is in; null where it is in none, or stands for more than one. */
export function layerAt({ reading }: NetworkStudy, { offset, length }: Span): number | null {
  const within = reading.layers.flatMap(({ span }, layer) =>
    span.offset <= offset && offset + length <= span.offset + span.length ? [layer] : [],
  );
  return within.length === 1 ? within[0] : null;
}

/** One layer: the loss, and its matrix equations forward and back, with shapes and values. Null without an input. */
export function layerCard(
  request: CardRequest,
  study: NetworkStudy,
  layer: number,
): readonly Section[] | null {
  const { words, parts } = request;
  if (study.samples === 0 || !parts.values) return null;
  const options = equationOptions(request, study);
  const { steps, values } = planNetwork(
    study,
    { kind: 'layer', layer },
    { notation: options.notation, sample: 0 },
  );
  const lines = steps
    .filter(
      ({ title }) =>
        title.what !== 'agreement' &&
        title.what !== 'activation' &&
        (parts.gradients || title.what.startsWith('forward') || title.what.startsWith('activation')),
    )
    .flatMap((step) => step.make().equations)
    .map(({ left, sides, value }) => {
      const [side] = sides;
      const symbolic = { left, sides: side === undefined ? [] : [side], numbersOf: null, value };
      const printed = printEquation(symbolic, values, options, hoverHtml);
      return [printed.left, ...printed.lines.map(({ relation, text }) => `${relation} ${text}`)].join(' ');
    });
  const { weights, activation } = study.network.layers[layer];
  const shape = `${weights.columns} → ${weights.rows}, ${activation.activation.name}`;
  const loss =
    study.loss === null ? '' : `&emsp;${strong(`ℒ = ${formatNumber(study.loss, request.digits)}`)}`;
  return [
    {
      markdown:
        strong(verbatim(words.mathematics.labelled(words.mathematics.layer(layer + 1), shape))) + loss,
    },
    ...lines.map((markdown) => ({ markdown })),
    footer(
      request,
      [
        showLink(request, words.hover.showNetwork, 'nabla.showNetwork'),
        copyLink(request, study.gradients === null ? words.hover.copyOutputs : words.hover.copyGradients),
      ],
      false,
    ),
  ];
}
