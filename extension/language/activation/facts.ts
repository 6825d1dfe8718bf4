import type { ActivationStudy, ShapeStudy } from '../../../core/derivation/activationStudy/activationStudy';
import { decimal, type Exact } from '../../../core/derivation/activationStudy/constants';
import type { Cases } from '../../../core/derivation/activationStudy/formulas';
import { casesLatex, casesPlain, namesIn } from '../../../core/derivation/activationStudy/formulaText';
import { jacobians } from '../../../core/derivation/activationStudy/jacobians';
import { formatWritten, listNumbers } from '../../../core/derivation/formatNumber';
import type { Kink } from '../../../core/network/activations/activation';
import { relu } from '../../../core/network/activations/relu';
import type { Interval } from '../../../core/network/activations/shape';
import type { ActivationFact, ActivationFacts, MathText } from '../../protocol/activationView';
import type { Words } from '../words/words';
import { ends, signed } from './ends';

type Say = Words['activation'];

/** The name with the parameters that the study was made with, where it has any. */
export function titleOf({ activation, parameters }: ActivationStudy): string {
  const given = activation.parameters.flatMap(({ name, default: usual, words }) => {
    const value = parameters[name];
    return value === usual ? [] : [`${name}=${words?.[value] ?? decimal(value).plain}`];
  });
  return given.length === 0 ? activation.name : `${activation.name}(${listNumbers(given)})`;
}

/** Everything that is said of an activation, in groups. The same lines in the panel and in a terminal. */
export function factsOf(study: ActivationStudy, words: Words): readonly ActivationFacts[] {
  const say = words.activation;
  const { shape } = study;
  if (shape === null) return [{ title: say.definition, facts: rowFacts(study, say) }];
  return [
    { title: say.definition, facts: definition(shape, say) },
    { title: say.behaviour, facts: behaviour(shape, say) },
    ...corners(study.activation.name, shape.kinks, words, say.corners),
    ...gap(shape, say),
    ...(shape.reluGap === null ? [] : corners(relu.name, relu.kinks({}), words, say.gap.corner)),
    ...why(study, say),
  ];
}

const same = (text: string): MathText => ({ latex: text, plain: text });
const fact = (title: string, math: MathText | null, text = ''): ActivationFact => ({ title, math, text });

function definition({ formulas, period }: ShapeStudy, say: Say): readonly ActivationFact[] {
  return [
    equation(say.value, '\\varphi(x)', 'φ(x)', formulas.value, say),
    equation(say.derivative, "\\varphi'(x)", 'φ′(x)', formulas.derivative, say),
    equation(say.secondDerivative, "\\varphi''(x)", 'φ″(x)', formulas.secondDerivative, say),
    ...namesIn(formulas.secondDerivative).map((name) => fact(say.where, name)),
    ...(period === null ? [] : [fact(say.period, { latex: period.latex, plain: period.plain })]),
  ];
}

function equation(title: string, latex: string, plain: string, cases: Cases, say: Say): ActivationFact {
  return fact(title, {
    latex: `${latex} = ${casesLatex(cases)}`,
    plain: `${plain} = ${casesPlain(cases, say.when)}`,
  });
}

function behaviour(shape: ShapeStudy, say: Say): readonly ActivationFact[] {
  const { monotony, convexity, extrema, inflections, slopes, symmetry } = shape;
  return [
    fact(say.domain, same(intervals([shape.domain], say))),
    fact(say.range, same(intervals(shape.range, say))),
    ...ends(shape, say),
    ...symmetryFacts(symmetry, say),
    fact(say.monotonyTitle, null, say.monotony(monotony.kind, monotony.strictly)),
    ...extrema.map(({ kind, column }) => {
      const name = kind === 'minimum' ? say.minimum : say.maximum;
      const value = column.value.at ?? decimal(Number.NaN);
      return fact(
        name,
        {
          latex: `\\varphi(${column.at.latex}) ${related(value)}`,
          plain: `φ(${column.at.plain}) ${relatedPlain(value)}`,
        },
        enclosure(column.between, say.between),
      );
    }),
    fact(say.convexityTitle, null, say.convexity(convexity)),
    ...inflections.map((column) =>
      fact(
        say.inflections,
        { latex: `x ${related(column.at)}`, plain: `x ${relatedPlain(column.at)}` },
        enclosure(column.between, say.bendsBetween),
      ),
    ),
    ...bounds(slopes, say),
  ];
}

/** Rounded numbers make no inequality. */
function bounds({ lowest, highest }: ShapeStudy['slopes'], say: Say): readonly ActivationFact[] {
  const bound = (name: 'inf' | 'sup', value: number) => {
    const exact = Number.isFinite(value) ? decimal(value) : { ...signed(value), value, isExact: true };
    return fact(say.slopes, {
      latex: `\\${name} \\varphi' ${related(exact)}`,
      plain: `${name} φ′ ${relatedPlain(exact)}`,
    });
  };
  return [bound('inf', lowest), bound('sup', highest)];
}

const related = ({ latex, isExact }: Exact) => `${isExact ? '=' : '\\approx'} ${latex}`;
const relatedPlain = ({ plain, isExact }: Exact) => `${isExact ? '=' : '≈'} ${plain}`;

const decimals = 10;

function enclosure(
  between: readonly [number, number] | undefined,
  say: (low: string, high: string) => string,
): string {
  if (between === undefined) return '';
  const scale = 10 ** decimals;
  const text = (value: number) => formatWritten((value / scale).toFixed(decimals));
  // Outwards, so that the change of sign stays between the two.
  return say(text(Math.floor(between[0] * scale)), text(Math.ceil(between[1] * scale)));
}

function symmetryFacts(symmetry: ShapeStudy['symmetry'], say: Say): readonly ActivationFact[] {
  switch (symmetry?.kind) {
    case undefined:
      return [];
    case 'even':
      return [fact(say.symmetry, { latex: '\\varphi(-x) = \\varphi(x)', plain: 'φ(−x) = φ(x)' }, say.even)];
    case 'odd':
      return [fact(say.symmetry, { latex: '\\varphi(-x) = -\\varphi(x)', plain: 'φ(−x) = −φ(x)' }, say.odd)];
    case 'centre': {
      const sum = decimal(symmetry.sum);
      return [
        fact(say.symmetry, {
          latex: `\\varphi(x) + \\varphi(-x) = ${sum.latex}`,
          plain: `φ(x) + φ(−x) = ${sum.plain}`,
        }),
      ];
    }
    case 'difference': {
      const { latex, plain } = decimal(symmetry.slope);
      const isOne = symmetry.slope === 1;
      return [
        fact(say.symmetry, {
          latex: `\\varphi(x) - \\varphi(-x) = ${isOne ? '' : latex} x`,
          plain: `φ(x) − φ(−x) = ${isOne ? '' : `${plain} `}x`,
        }),
      ];
    }
  }
}

function intervals(parts: readonly Interval[], say: Say): string {
  const ends = parts.flatMap(({ lower, upper }) => [lower, upper]);
  const text = parts
    .map(({ lower, upper, includesLower, includesUpper }) =>
      lower === upper
        ? `{${decimal(lower).plain}}`
        : say.interval(
            decimal(lower).plain,
            upper === Number.POSITIVE_INFINITY ? '+∞' : decimal(upper).plain,
            includesLower,
            includesUpper,
          ),
    )
    .join(say.union);
  return ends.every((end) => decimal(end).isExact) ? text : `≈ ${text}`;
}

/** In the words that a network has for a corner it hits. */
function corners(
  owner: string,
  kinks: readonly Kink[],
  words: Words,
  title: string,
): readonly ActivationFacts[] {
  if (kinks.length === 0) return [];
  const facts = kinks.map((kink) => {
    const interval = [Math.min(kink.left, kink.right), Math.max(kink.left, kink.right)] as const;
    return fact('', null, words.problems.sentences.kink({ owner, interval, ...kink }));
  });
  return [{ title, facts }];
}

function gap({ reluGap }: ShapeStudy, say: Say): readonly ActivationFacts[] {
  if (reluGap === null) return [];
  const math = {
    latex: `0 \\le \\varphi(x) - \\max(0, x) \\le ${reluGap.latex}`,
    plain: `0 ≤ φ(x) − max(0, x) ≤ ${reluGap.plain}`,
  };
  const lines = [say.gap.because, say.gap.below, say.gap.above, say.gap.maximum(reluGap.plain)];
  return [
    {
      title: say.gap.title,
      facts: [fact(say.gap.largest, math), ...lines.map((line) => fact('', null, line))],
    },
  ];
}

function why({ activation }: ActivationStudy, { why: reasons }: Say): readonly ActivationFacts[] {
  if (activation.name !== 'relu') return [];
  const lines = [reasons.product, reasons.cheap, reasons.dead, reasons.corner];
  return [{ title: reasons.title, facts: lines.map((line) => fact('', null, line)) }];
}

function rowFacts({ activation }: ActivationStudy, say: Say): readonly ActivationFact[] {
  const jacobian = jacobians[activation.name];
  return [
    fact(say.value, { latex: activation.latex, plain: activation.plain }),
    ...(jacobian === undefined ? [] : [fact(say.jacobian, jacobian)]),
    ...(activation.elementwise
      ? []
      : [fact(say.rangeOfOutput, same(intervals([activation.range], say))), fact('', null, say.rowOnly)]),
  ];
}
