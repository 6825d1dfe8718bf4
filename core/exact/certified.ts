import type { LogPrimeSum } from './logPrimeSum';
import { greatestCommonDivisor } from './rational';
import { bitLength } from './toNumber';

/** An integer between two bounds, over a scale that the one who made it knows. */
interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

const firstBits = 128;

/** Bounds this tight that still differ stand on either side of a tie: in base 2, (3 ln 2)/8 is 0.375. */
const tieBits = 8_192;

/**
 * The sign of a sum of logarithms of primes, exactly: 0 for no terms alone, since logarithms of primes
 * are linearly independent over the rationals; else from bounds that tighten until they leave zero.
 */
export function signOf(sum: LogPrimeSum): -1 | 0 | 1 {
  if (sum.terms.length === 0) return 0;
  for (let bits = firstBits; ; bits *= 2) {
    const { low, high } = enclose(sum, bits).scaled;
    if (low > 0n) return 1;
    if (high < 0n) return -1;
  }
}

/**
 * The sum to so many significant digits, each of them right, in the form of `toPrecision`: bounds
 * tighten until both round to the same digits. `base` divides by its logarithm and is an integer,
 * or Math.E. Source of the idea: J.-M. Muller, Elementary Functions, 2016, Ziv's strategy.
 */
export function certifiedDecimal(sum: LogPrimeSum, digits: number, base = Math.E): string {
  if (sum.terms.length === 0) return '0';
  for (let bits = firstBits; ; bits *= 2) {
    const { scaled, denominator } = enclose(sum, bits);
    const { low, high } = scaled;
    if (low <= 0n && high >= 0n) continue;
    const [smaller, larger] = low > 0n ? [low, high] : [-high, -low];
    const unit = divisorOf(denominator, base, bits);
    const first = roundQuotient(smaller, unit.high, digits);
    const second = roundQuotient(larger, unit.low, digits);
    if (first === second || bits >= tieBits) return low > 0n ? second : `-${second}`;
  }
}

/** Bounds of denominator · sum · 2^bits. */
function enclose(
  { terms }: LogPrimeSum,
  bits: number,
): { readonly scaled: Interval; readonly denominator: bigint } {
  const denominator = terms.reduce((common, { coefficient }) => {
    const divisor = greatestCommonDivisor(common, coefficient.denominator);
    return (common / divisor) * coefficient.denominator;
  }, 1n);
  let low = 0n;
  let high = 0n;
  for (const { prime, coefficient } of terms) {
    const multiple = coefficient.numerator * (denominator / coefficient.denominator);
    const logarithm = encloseLogarithm(prime, bits);
    low += multiple * (multiple > 0n ? logarithm.low : logarithm.high);
    high += multiple * (multiple > 0n ? logarithm.high : logarithm.low);
  }
  return { scaled: { low, high }, denominator };
}

/** Bounds of what the scaled sum is divided by: denominator · 2^bits, and ln(base) where it is not e. */
function divisorOf(denominator: bigint, base: number, bits: number): Interval {
  if (base === Math.E) return { low: denominator << BigInt(bits), high: denominator << BigInt(bits) };
  const { low, high } = encloseLogarithm(BigInt(base), bits);
  return { low: denominator * low, high: denominator * high };
}

/** Bounds of ln(value) · 2^bits: value = 2ᵏ m with 1 ≤ m < 2 gives k ln 2 + ln m. */
function encloseLogarithm(value: bigint, bits: number): Interval {
  const twos = BigInt(bitLength(value) - 1);
  const mantissa = twiceArtanh(value - (1n << twos), value + (1n << twos), bits);
  const two = twiceArtanh(1n, 3n, bits);
  return { low: twos * two.low + mantissa.low, high: twos * two.high + mantissa.high };
}

/** Bounds of 2 artanh(n/d) · 2^bits = ln((d + n)/(d − n)) · 2^bits for 0 ≤ n/d ≤ 1/3. */
function twiceArtanh(numerator: bigint, denominator: bigint, bits: number): Interval {
  const [square, unit] = [numerator * numerator, denominator * denominator];
  let power = ((numerator << BigInt(bits)) / denominator) * 2n;
  let low = 0n;
  let terms = 0n;
  for (let k = 1n; power > 0n; k += 2n) {
    low += power / k;
    power = (power * square) / unit;
    terms++;
  }
  // Every division loses less than one unit: one a term, and less than two in each power that follows.
  return { low, high: low + 4n * terms + 4n };
}

/** numerator/denominator of positive integers to so many significant digits, half up. */
function roundQuotient(numerator: bigint, denominator: bigint, digits: number): string {
  let exponent = String(numerator).length - String(denominator).length;
  if (compareScaled(numerator, denominator, exponent) < 0) exponent--;
  const shift = digits - 1 - exponent;
  const [dividend, divisor] =
    shift >= 0
      ? [numerator * 10n ** BigInt(shift), denominator]
      : [numerator, denominator * 10n ** BigInt(-shift)];
  let rounded = String((2n * dividend + divisor) / (2n * divisor));
  if (rounded.length > digits) {
    rounded = rounded.slice(0, -1);
    exponent++;
  }
  return layOut(rounded, exponent);
}

/** The sign of numerator/denominator − 10^exponent. */
function compareScaled(numerator: bigint, denominator: bigint, exponent: number): number {
  const power = 10n ** BigInt(Math.abs(exponent));
  const [left, right] = exponent >= 0 ? [numerator, denominator * power] : [numerator * power, denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** As `toPrecision` does: a plain decimal from 10⁻⁶ to the number of digits, else with an exponent. */
function layOut(digits: string, exponent: number): string {
  if (exponent < -6 || exponent >= digits.length) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
  }
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1);
  return whole.length === digits.length ? whole : `${whole}.${digits.slice(exponent + 1)}`;
}
