import { exactMeasures, exactSum, inBase } from '../../../core/divergence/certificate';
import { exactBaseOf } from '../../../core/divergence/logarithmBase';
import { certifiedDecimalSteps, signOf } from '../../../core/exact/certified';
import type { Steps } from '../../../core/steps';
import type { ExactDecimalsAnswer, ExactDecimalsQuestion } from '../../protocol/details/exactDecimals';
import type { DetailContext } from './context';

const mostDigits = 1_000;
/** Sums of more logarithms would take seconds to a thousand digits. */
const mostTerms = 400;

export function* exactDecimalsSteps(
  { digits }: ExactDecimalsQuestion,
  { evaluation: { study } }: DetailContext,
): Steps<ExactDecimalsAnswer | null> {
  if (study.kind !== 'distribution') return null;
  const asked = Number.isFinite(digits) ? Math.min(mostDigits, Math.max(1, Math.round(digits))) : mostDigits;
  const base = exactBaseOf(study.reading);
  const rows: ExactDecimalsAnswer['rows'][number][] = [];
  for (const name of exactMeasures) {
    const sum = exactSum(study, name);
    if (sum === null || sum.terms.length > mostTerms) continue;
    yield;
    const decimal = yield* certifiedDecimalSteps(sum, asked, base);
    rows.push({ name, text: sum.text, sign: inBase(signOf(sum), study.reading.base), decimal });
  }
  return rows.length === 0 ? null : { digits: asked, rows };
}
