import { formatNumber } from '../../core/derivation/formatNumber';
import type { MeasureReading } from '../../core/text/reading';
import { shownNumber } from '../../core/text/written';

const digits = 6;

/**
 * The probability of an outcome in a table: as it is written, or where the text has a logit, a
 * logarithm or a count, what that makes of it.
 */
export function probabilityText(
  text: string,
  { numbers, form }: MeasureReading,
  used: Float64Array,
  outcome: number,
): string {
  return form === undefined
    ? shownNumber(text, numbers, outcome)
    : formatNumber(used[outcome], digits).replaceAll('−', '-');
}
