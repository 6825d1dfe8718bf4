import { formatWritten } from '../../../../core/derivation/formatNumber';

/** A number by its shortest decimals, infinities by their sign. */
export function written(value: number): string {
  return value === Infinity ? '+∞' : formatWritten(String(value)).replace('Infinity', '∞');
}
