import { chainRule, type Factor, type ParameterReference } from '../../../core/derivation/chainRule';
import { formatNumber, formatWritten } from '../../../core/derivation/formatNumber';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import type { NumberArray } from '../../../core/text/reading';
import { shownNumber } from '../../../core/text/written';
import { copyLink, footer, showLink } from './footer';
import { colored, image, strong, symbol, verbatim } from './markup';
import { networkPicture } from './networkPicture';
import type { CardRequest, Section } from './request';

/** One weight or bias: its derivative, what the number is, the product that makes it, its path. Null without a loss. */
export function parameterCard(
  request: CardRequest,
  study: NetworkStudy,
  parameter: ParameterReference,
): readonly Section[] | null {
  const { words, palette, parts, digits } = request;
  if (study.samples === 0 || !parts.gradients) return null;
  const rule = chainRule(study, parameter, 0);
  if (rule === null) return null;
  const picture = parts.picture ? networkPicture(study, palette, words, rule) : null;
  const sign = rule.total < 0 ? palette.negativeText : palette.positiveText;
  const value = colored(formatNumber(rule.total, digits), sign);
  const sections: Section[] = [
    { markdown: strong(`∂ℒ/∂${parameterSymbol(parameter)} = ${value}`) },
    { markdown: colored(description(request, study, parameter, rule.total), palette.quiet) },
  ];
  if (study.samples > 1) {
    sections.push({ markdown: colored(verbatim(words.hover.sumOverSamples(study.samples)), palette.quiet) });
  }
  const symbols = rule.factors.map((factor) => factorSymbol(factor, study));
  const values = rule.factors.map((factor) => factorValue(factor, study, digits));
  if (parts.values && rule.factors.length > 0) {
    const product = study.samples > 1 ? `<br>= ${formatNumber(rule.product, digits)}` : '';
    sections.push({ markdown: `= ${symbols.join(' · ')}<br>= ${values.join(' · ')}${product}` });
  }
  if (picture !== null) sections.push({ markdown: image(picture), optional: true });
  const actions = [
    showLink(request, words.hover.showPath, 'nabla.showNetwork'),
    copyLink(request, words.hover.copyGradients),
  ];
  sections.push(footer(request, actions, picture !== null));
  return sections;
}

function description(
  { words, digits }: CardRequest,
  study: NetworkStudy,
  parameter: ParameterReference,
  derivative: number,
): string {
  const { text, written, value } = numberOf(study, parameter);
  const layer = parameter.layer + 1;
  const said =
    parameter.kind === 'weight'
      ? words.hover.weight(written, parameter.from + 1, parameter.to + 1, layer)
      : words.hover.bias(written, parameter.to + 1, layer);
  const { learningRate } = study.network;
  const rate = study.reading.learningRate;
  const rateText =
    rate === null
      ? formatWritten(String(learningRate))
      : formatWritten(text.slice(rate.span.offset, rate.span.offset + rate.span.length));
  const next = formatNumber(value - learningRate * derivative, digits);
  return verbatim(`${said} · ${words.hover.becomes(rateText, next)}`);
}

/** The number as it is written and as it is. */
function numberOf({ reading }: NetworkStudy, parameter: ParameterReference) {
  const { weights, biases } = reading.layers[parameter.layer];
  const array: NumberArray = parameter.kind === 'weight' || biases === null ? weights : biases;
  const columns = weights.shape.at(-1) ?? 1;
  const index = parameter.kind === 'weight' ? parameter.to * columns + parameter.from : parameter.to;
  const { text } = reading;
  return {
    text,
    written: formatWritten(shownNumber(text, array, index)),
    value: array.values[index],
  };
}

function parameterSymbol(parameter: ParameterReference): string {
  const { layer, to } = parameter;
  switch (parameter.kind) {
    case 'weight':
      return symbol('w', pair(parameter.from, to), String(layer));
    case 'bias':
      return symbol('b', String(to + 1), String(layer + 1));
  }
}

/** As the sheet writes it: superscripts count layers from the input, which is 0; subscripts count from 1. */
function factorSymbol(factor: Factor, study: NetworkStudy): string {
  const neuron = factor.kind === 'weight' ? '' : String(factor.neuron + 1);
  switch (factor.kind) {
    case 'loss':
      return lossSymbol(factor.neuron, study);
    case 'output-gradient':
      return `∂ℒ/∂${symbol('o', neuron, String(factor.layer + 1))}`;
    case 'pre-activation-gradient':
      return `∂ℒ/∂${symbol('s', neuron, String(factor.layer + 1))}`;
    case 'slope':
      return `φ′(${symbol('s', neuron, String(factor.layer + 1))})`;
    case 'weight':
      return symbol('w', pair(factor.from, factor.to), String(factor.layer));
    case 'input':
      return symbol('x', neuron);
    case 'output':
      return symbol('o', neuron, String(factor.layer + 1));
  }
}

function lossSymbol(neuron: number, { network, layers }: NetworkStudy): string {
  const { loss, reduction } = network.loss;
  const single = (layers.at(-1)?.output.columns ?? 1) === 1;
  const below = single ? undefined : String(neuron + 1);
  return loss.name === 'half_squared_error' && reduction === 'sum'
    ? `(${single ? 'ŷ' : `ŷ<sub>${below}</sub>`} − ${symbol('y', below)})`
    : `∂ℒ/∂ŷ${single ? '' : `<sub>${below}</sub>`}`;
}

/** Numbers of the text as they are written, computed ones with their digits. */
function factorValue(factor: Factor, study: NetworkStudy, digits: number): string {
  const { text, input } = study.reading;
  switch (factor.kind) {
    case 'weight':
      return verbatim(numberOf(study, factor).written);
    case 'input':
      return input === null
        ? formatNumber(factor.value, digits)
        : verbatim(formatWritten(shownNumber(text, input, factor.neuron)));
    case 'loss':
    case 'output-gradient':
    case 'pre-activation-gradient':
    case 'slope':
    case 'output':
      return formatNumber(factor.value, digits);
  }
}

/** p k, with a comma where one of them has two digits. */
function pair(from: number, to: number): string {
  const separator = from >= 9 || to >= 9 ? ',' : '';
  return `${from + 1}${separator}${to + 1}`;
}
