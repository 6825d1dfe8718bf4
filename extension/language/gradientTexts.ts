import { formatWritten } from '../../core/derivation/formatNumber';
import { printRational, type Rational } from '../../core/exact/rational';
import type { NetworkStudy } from '../../core/network/networkStudy';
import type { Words } from './words/words';

/** Characters of a fraction that still read as a number. */
const longestFraction = 24;

/** Fractions in a line of text. */
const mostInLine = 6;

/** Output and loss in fractions beside the decimals, and where in the network fractions end; a sentence each. */
export function exactTexts({ exact }: NetworkStudy, { gradients }: Words): readonly string[] {
  if (exact === undefined) return [];
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
  return [
    ...(says ? [gradients.exactly(texts.join(', '))] : []),
    ...(ends ? [gradients.barrier(barrier)] : []),
  ];
}

/** The factors that separate these gradients from those of other conventions; null where all are 1. */
export function conventionText({ conventions }: NetworkStudy, { gradients }: Words): string | null {
  const byFactor = new Map<string, Map<string, string[]>>();
  for (const { loss, reduction, text } of conventions ?? []) {
    if (text === '1') continue;
    const byLoss = byFactor.get(text) ?? new Map<string, string[]>();
    byLoss.set(loss, [...(byLoss.get(loss) ?? []), reduction]);
    byFactor.set(text, byLoss);
  }
  if (byFactor.size === 0) return null;
  const factors = [...byFactor].map(([factor, byLoss]) => ({
    factor: formatWritten(factor),
    names: [...byLoss].map(([loss, reductions]) => gradients.reduced(loss, reductions.join(', '))),
  }));
  return gradients.factors(factors);
}

/** What the check of all engines came to. */
export function verdictText(
  { verdict, compared, parameters, edges }: NonNullable<NetworkStudy['check']>,
  { hover, gradients }: Words,
): string {
  switch (verdict) {
    case 'agree':
      if (edges === undefined) {
        return compared === parameters ? hover.agree : hover.agreeSample(compared, parameters);
      }
      return compared === parameters
        ? gradients.agreeAll
        : gradients.agreeSome(gradients.parameters(compared, parameters));
    case 'disagree':
      return hover.disagree;
    case 'undecided':
      return hover.undecided;
  }
}

function tuple(values: readonly Rational[]): string {
  const texts = values.map(written);
  return texts.length === 1 ? (texts[0] ?? '') : `(${texts.join(', ')})`;
}

function written(value: Rational): string {
  return formatWritten(printRational(value));
}
