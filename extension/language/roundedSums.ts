import { formatWritten } from '../../core/derivation/formatNumber';
import type { Study } from '../../core/study';
import type { Words } from './words/words';

/** Sums of doubles miss one by less, which nobody has rounded. */
const noticed = 1e-9;

/** Which of P and Q miss one by no more than their digits were rounded, so that each number is divided by the sum: a sentence each. */
export function roundedSums(study: Study, words: Words): readonly string[] {
  if (study.kind !== 'distribution') return [];
  const { reading, sums, problems } = study;
  return (
    [
      ['P', reading.p, sums.p],
      ['Q', reading.q, sums.q],
    ] as const
  ).flatMap(([distribution, measure, sum]) => {
    const isSaid = problems.some(
      ({ code, data }) => code === 'not-normalised' && data.distribution === distribution,
    );
    if (measure === null || measure.form !== undefined || sum === null || isSaid) return [];
    return Math.abs(toNumber(sum) - 1) > noticed
      ? [words.precision.divided(distribution, formatWritten(sum))]
      : [];
  });
}

/** Of a decimal, or of a fraction. */
function toNumber(written: string): number {
  const [numerator, denominator = 1] = written.split('/').map(Number);
  return numerator / denominator;
}
