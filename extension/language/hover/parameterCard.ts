import { chainRule, type Factor, type ParameterReference } from '../../../core/derivation/chainRule';
import { formatNumber, formatWritten } from '../../../core/derivation/formatNumber';
import { factorExpression } from '../../../core/derivation/network/factorExpression';
import { networkValues } from '../../../core/derivation/network/networkValues';
import { lossBy } from '../../../core/derivation/network/quantities';
import { numbersIn } from '../../../core/derivation/rewrite';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import type { Problem } from '../../../core/problem';
import type { NumberArray } from '../../../core/text/reading';
import { shownNumber } from '../../../core/text/written';
import { sentence } from '../problemWords';
import { equationText } from './equationText';
import { copyLink, footer, showLink } from './footer';
import { colored, image, strong, verbatim } from './markup';
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
    { markdown: strong(`${equationText(request, study, lossBy(parameter))} = ${value}`) },
    { markdown: colored(description(request, study, parameter, rule.total), palette.quiet) },
  ];
  if (study.samples > 1) {
    sections.push({ markdown: colored(verbatim(words.hover.sumOverSamples(study.samples)), palette.quiet) });
  }
  const factors = rule.factors.map((factor) => factorTexts(request, study, factor));
  if (parts.values && rule.factors.length > 0) {
    const product = study.samples > 1 ? `<br>= ${formatNumber(rule.product, digits)}` : '';
    const names = factors.map(({ name }) => name).join(' · ');
    const numbers = factors.map(({ number }) => number).join(' · ');
    sections.push({ markdown: `= ${names}<br>= ${numbers}${product}` });
  }
  const [kink] = study.problems.filter((problem) => isKinkOnPath(problem, parameter));
  if (kink !== undefined) sections.push({ markdown: verbatim(sentence(kink, words)) });
  if (picture !== null) sections.push({ markdown: image(picture), optional: true });
  const actions = [
    showLink(request, words.hover.showPath, 'nabla.showNetwork'),
    copyLink(request, words.hover.copyGradients),
  ];
  sections.push(footer(request, actions, picture !== null));
  return sections;
}

/** Where a path is at a kink the derivative is one of several: which was taken is said beside it. */
function isKinkOnPath(problem: Problem, { layer, to }: ParameterReference): boolean {
  if (problem.code !== 'kink') return false;
  const { layer: at = Number.POSITIVE_INFINITY, neuron } = problem.data;
  return at > layer || (at === layer && (neuron === undefined || neuron === to));
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
    rate === null || rate.value !== learningRate
      ? formatWritten(String(learningRate))
      : formatWritten(text.slice(rate.span.offset, rate.span.offset + rate.span.length));
  const next = formatNumber(afterOneStep(study, value, derivative), digits);
  return verbatim(`${said} · ${words.hover.becomes(rateText, next)}`);
}

/** The first step of the text's optimizer; that of plain descent where it is not known. */
function afterOneStep({ network }: NetworkStudy, value: number, derivative: number): number {
  const { optimizer: bound, learningRate: rate } = network;
  if (bound === null) return value - rate * derivative;
  const { optimizer, parameters } = bound;
  const values = Float64Array.of(value);
  const buffers = Array.from({ length: optimizer.buffers }, () => new Float64Array(1));
  optimizer.update(
    { values, gradient: Float64Array.of(derivative), buffers, rate, step: 1, parameters },
    0,
    1,
  );
  return values[0];
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

/** Each factor by its name and by its number: as it is written in the text, or computed. */
function factorTexts(request: CardRequest, study: NetworkStudy, factor: Factor) {
  const expression = factorExpression(study, factor);
  const printed = equationText(request, study, expression);
  const name = expression.kind === 'sum' ? `(${printed})` : printed;
  if (factor.kind !== 'weight' && factor.kind !== 'input') {
    return { name, number: formatNumber(factor.value, request.digits) };
  }
  return { name, number: equationText(request, study, numbersIn(expression, networkValues(study))) };
}
