/** A decimal as `certifiedDecimal` writes it, `-0.0853` or `6.9e-31`, to so many decimals, half away from zero. */
export function roundDecimal(text: string, decimals: number): string {
  const [, sign, whole, fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`no decimal: ${text}`);
  const digits = BigInt(whole + fraction);
  const shift = Number(exponent) - fraction.length + decimals;
  const scaled = shift >= 0 ? digits * 10n ** BigInt(shift) : halfUp(digits, 10n ** BigInt(-shift));
  const padded = String(scaled).padStart(decimals + 1, '0');
  const size = decimals === 0 ? padded : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
  return scaled === 0n ? size : sign + size;
}

function halfUp(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}
