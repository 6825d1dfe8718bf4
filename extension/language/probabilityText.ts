import { formatNumber } from '../../core/derivation/formatNumber';
import type { MeasureReading } from '../../core/text/reading';

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
    ? text.slice(numbers.starts[outcome], numbers.ends[outcome])
    : formatNumber(used[outcome], digits).replaceAll('−', '-');
}
