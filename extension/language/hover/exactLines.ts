import { formatNumber, formatWritten } from '../../../core/derivation/formatNumber';
import { printRational, type Rational } from '../../../core/exact/rational';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { colored, symbol, verbatim } from './markup';
import type { CardRequest, Section } from './request';

/** Characters of a fraction that still read as a number. */
const longestFraction = 24;

/** Outputs in a line of text. */
const mostInLine = 6;

/** Output and loss in fractions beside the decimals, and where in the network fractions end. */
export function exactLines({ words, palette, parts }: CardRequest, study: NetworkStudy): readonly Section[] {
  const { exact } = study;
  if (exact === undefined || !parts.values) return [];
  const { gradients } = words.panel.details;
  const { output, loss, barrier } = exact;
  const texts = [
    ...(output === null ? [] : [`ŷ = ${tuple(output.flat())}`]),
    ...(loss === null ? [] : [`ℒ = ${written(loss)}`]),
  ];
  const numbers = [...(output ?? []).flat(), ...(loss === null ? [] : [loss])];
  const isReadable =
    numbers.length <= mostInLine && numbers.every((number) => written(number).length <= longestFraction);
  const says = isReadable && numbers.some(({ denominator }) => denominator !== 1n);
  const ends =
    barrier !== null && (barrier.step === 'loss' || (barrier.step === 'activation' && barrier.layer > 0));
  const lines = [
    ...(says ? [gradients.exactly(texts.join(', '))] : []),
    ...(ends ? [gradients.barrier(barrier)] : []),
  ];
  return lines.length === 0 ? [] : [{ markdown: colored(verbatim(lines.join(' · ')), palette.quiet) }];
}

/** The factors that separate these gradients from those of other conventions, in a line. */
export function conventionLine(
  { words, palette, parts }: CardRequest,
  study: NetworkStudy,
): readonly Section[] {
  const byFactor = new Map<string, Map<string, string[]>>();
  for (const { loss, reduction, text } of study.conventions ?? []) {
    if (text === '1') continue;
    const byLoss = byFactor.get(text) ?? new Map<string, string[]>();
    byLoss.set(loss, [...(byLoss.get(loss) ?? []), reduction]);
    byFactor.set(text, byLoss);
  }
  if (byFactor.size === 0 || !parts.gradients) return [];
  const { gradients } = words.panel.details;
  const factors = [...byFactor].map(([factor, byLoss]) => ({
    factor: formatWritten(factor),
    names: [...byLoss].map(([loss, reductions]) => gradients.reduced(loss, reductions.join(', '))),
  }));
  return [{ markdown: colored(verbatim(gradients.factors(factors)), palette.quiet) }];
}

/** The gradients of what activations learn, one line a layer. */
export function learntLines({ digits }: CardRequest, study: NetworkStudy): readonly Section[] {
  return (study.gradients ?? []).flatMap(({ parameters }, layer) => {
    if (parameters === undefined) return [];
    const shown = Array.from(parameters.subarray(0, mostInLine), (value) => formatNumber(value, digits));
    const values = parameters.length > mostInLine ? [...shown, '…'] : shown;
    const of = symbol('a', undefined, String(layer + 1));
    return [{ markdown: `∂ℒ/∂${of} = ${values.length === 1 ? values[0] : `(${values.join(', ')})`}` }];
  });
}

function tuple(values: readonly Rational[]): string {
  const texts = values.map(written);
  return texts.length === 1 ? (texts[0] ?? '') : `(${texts.join(', ')})`;
}

function written(value: Rational): string {
  return formatWritten(printRational(value));
}
