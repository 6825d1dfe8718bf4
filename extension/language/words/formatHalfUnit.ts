import { formatNumber } from '../../../core/derivation/formatNumber';

/** Half a unit of a decimal has the one digit 5. */
export function formatHalfUnit(value: number): string {
  return formatNumber(value, 1);
}
