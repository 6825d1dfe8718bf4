/** A decimal as mantissa · 10^exponent. */
interface Decimal {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** Beyond this the power of ten would be a number of megabytes, and the quotient is 0 or infinite anyway. */
const widestExponent = 2000;
const doubleBits = 53;
const smallestExponent = -1074;

function parseDecimal(digits: string): Decimal {
  const [significand = '', exponentDigits = '0'] = digits.toLowerCase().split('e');
  const [whole = '', fraction = ''] = significand.split('.');
  return { mantissa: BigInt(`${whole}${fraction}`), exponent: Number(exponentDigits) - fraction.length };
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

/** numerator / denominator to the nearest double, ties to even; both are positive. */
function roundQuotient(numerator: bigint, denominator: bigint): number {
  // One bit more than a double holds, and a sticky bit for the rest, decide the rounding.
  const estimate = bitLength(numerator) - bitLength(denominator) - doubleBits - 2;
  const exponent = Math.max(estimate, smallestExponent - 2);
  const shifted = exponent < 0 ? numerator << BigInt(-exponent) : numerator;
  const divisor = exponent > 0 ? denominator << BigInt(exponent) : denominator;
  let quotient = shifted / divisor;
  if (shifted % divisor !== 0n) quotient |= 1n;
  const excess = Math.max(bitLength(quotient) - doubleBits, smallestExponent - exponent);
  const unit = 1n << BigInt(excess);
  const remainder = quotient & (unit - 1n);
  let kept = quotient >> BigInt(excess);
  const half = unit >> 1n;
  if (remainder > half || (remainder === half && (kept & 1n) === 1n)) kept += 1n;
  const power = exponent + excess;
  // In two steps, for 2^power alone may overflow where the product does not.
  return power > 1000 ? Number(kept) * 2 ** 1000 * 2 ** (power - 1000) : Number(kept) * 2 ** power;
}

/**
 * The double nearest to the quotient of two decimals without signs, such as 0.5 and 3.
 * Integers up to 2^53 need no more than the division of IEEE 754.
 */
export function nearestQuotient(numeratorDigits: string, denominatorDigits: string): number {
  const numerator = Number(numeratorDigits);
  const denominator = Number(denominatorDigits);
  if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)) return numerator / denominator;
  const top = parseDecimal(numeratorDigits);
  const bottom = parseDecimal(denominatorDigits);
  if (top.mantissa === 0n) return 0;
  const exponent = top.exponent - bottom.exponent;
  if (Math.abs(exponent) > widestExponent) return exponent > 0 ? Number.POSITIVE_INFINITY : 0;
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent >= 0
    ? roundQuotient(top.mantissa * power, bottom.mantissa)
    : roundQuotient(top.mantissa, bottom.mantissa * power);
}
