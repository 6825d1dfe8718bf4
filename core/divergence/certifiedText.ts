import { decimalsIn, formatNumber, formatWritten } from '../derivation/formatNumber';
import type { Certificate } from './certificate';

/** The digits that a certified value is to stand with where `text` is its double. */
export function certifiedText(
  text: string,
  certificate: Pick<Certificate, 'decimal' | 'fixed'> | null,
  digits: number,
): string {
  if (certificate === null) return text;
  if (text.includes('×')) return formatNumber(Number(certificate.decimal(digits)), digits);
  return formatWritten(certificate.fixed(decimalsIn(text)));
}
