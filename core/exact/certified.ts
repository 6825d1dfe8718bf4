import { finish, type Steps } from '../steps';
import type { LogPrimeSum } from './logPrimeSum';
import { greatestCommonDivisor, type Rational } from './rational';
import { roundQuotient } from './roundQuotient';
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
    const { low, high } = finish(encloseSteps(sum, bits)).scaled;
    if (low > 0n) return 1;
    if (high < 0n) return -1;
  }
}

/**
 * The sum to so many significant digits, each of them right, in the form of `toPrecision`: bounds
 * tighten until both round to the same digits. `base` divides by its logarithm; null is e.
 * Source of the idea: J.-M. Muller, Elementary Functions, 2016, Ziv's strategy.
 */
export function certifiedDecimal(sum: LogPrimeSum, digits: number, base: Rational | null = null): string {
  return finish(certifiedDecimalSteps(sum, digits, base));
}

export function* certifiedDecimalSteps(
  sum: LogPrimeSum,
  digits: number,
  base: Rational | null = null,
): Steps<string> {
  if (sum.terms.length === 0) return '0';
  return yield* certifySteps(sum, base, (numerator, denominator) =>
    roundQuotient(numerator, denominator, digits),
  );
}

/** The same to so many decimals, as `toFixed` writes it. */
export function certifiedFixed(sum: LogPrimeSum, decimals: number, base: Rational | null = null): string {
  const zero = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
  if (sum.terms.length === 0) return zero;
  const text = finish(
    certifySteps(sum, base, (numerator, denominator) => roundFixed(numerator, denominator, decimals)),
  );
  return text === `-${zero}` ? zero : text;
}

/** What both bounds of the size round to, with the sign of the sum. */
function* certifySteps(
  sum: LogPrimeSum,
  base: Rational | null,
  round: (numerator: bigint, denominator: bigint) => string,
): Steps<string> {
  for (let bits = firstBits; ; bits *= 2) {
    const { scaled, denominator } = yield* encloseSteps(sum, bits);
    const { low, high } = scaled;
    const unit = divisorOf(denominator, base, bits);
    if ((low <= 0n && high >= 0n) || (unit.low <= 0n && unit.high >= 0n)) continue;
    const [smaller, larger] = low > 0n ? [low, high] : [-high, -low];
    const [narrow, wide] = unit.low > 0n ? [unit.low, unit.high] : [-unit.high, -unit.low];
    const first = round(smaller, wide);
    const second = round(larger, narrow);
    const isPositive = low > 0n === unit.low > 0n;
    if (first === second || bits >= tieBits) return isPositive ? second : `-${second}`;
  }
}

/** Logarithms between two pauses: one to a thousand digits takes some milliseconds. */
const termsPerSlice = 2;

/** Bounds of denominator · sum · 2^bits. */
function* encloseSteps(
  { terms }: LogPrimeSum,
  bits: number,
): Steps<{ readonly scaled: Interval; readonly denominator: bigint }> {
  const denominator = terms.reduce((common, { coefficient }) => {
    const divisor = greatestCommonDivisor(common, coefficient.denominator);
    return (common / divisor) * coefficient.denominator;
  }, 1n);
  let low = 0n;
  let high = 0n;
  for (const [index, { prime, coefficient }] of terms.entries()) {
    if (index % termsPerSlice === termsPerSlice - 1) yield;
    const multiple = coefficient.numerator * (denominator / coefficient.denominator);
    const logarithm = encloseLogarithm(prime, bits);
    low += multiple * (multiple > 0n ? logarithm.low : logarithm.high);
    high += multiple * (multiple > 0n ? logarithm.high : logarithm.low);
  }
  return { scaled: { low, high }, denominator };
}

/** Bounds of what the scaled sum is divided by: denominator · 2^bits, and ln(base) where it is not e. */
function divisorOf(denominator: bigint, base: Rational | null, bits: number): Interval {
  if (base === null) return { low: denominator << BigInt(bits), high: denominator << BigInt(bits) };
  const above = encloseLogarithm(base.numerator, bits);
  const below = encloseLogarithm(base.denominator, bits);
  return { low: denominator * (above.low - below.high), high: denominator * (above.high - below.low) };
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

/** numerator/denominator of positive integers to so many decimals, half up. */
function roundFixed(numerator: bigint, denominator: bigint, decimals: number): string {
  const rounded = (2n * numerator * 10n ** BigInt(decimals) + denominator) / (2n * denominator);
  const digits = String(rounded).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
