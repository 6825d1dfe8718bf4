import { type Rational, rational, zero } from './rational';

const significandBits = 53;
/** The last place of a subnormal double is 2^−1074. */
const lastPlace = 1074;
/** Whole numbers up to here are doubles. */
const largestWhole = 1n << 53n;

/** The nearest double, ties to even, also among the subnormals. */
export function toNumber({ numerator, denominator }: Rational): number {
  if (numerator < 0n) return -positiveToNumber(-numerator, denominator);
  return numerator === 0n ? 0 : positiveToNumber(numerator, denominator);
}

function positiveToNumber(numerator: bigint, denominator: bigint): number {
  // Both are doubles, and the processor rounds their quotient to the nearest, which is no subnormal.
  if (numerator <= largestWhole && denominator <= largestWhole)
    return Number(numerator) / Number(denominator);
  // quotient · 2^−shift is the number from below, with bits to spare and the remainder kept.
  const shift = Math.min(significandBits + 3 - bitLength(numerator) + bitLength(denominator), lastPlace + 3);
  const dividend = shift >= 0 ? numerator << BigInt(shift) : numerator;
  const divisor = shift >= 0 ? denominator : denominator << BigInt(-shift);
  const quotient = dividend / divisor;
  const isInexact = quotient * divisor !== dividend;
  const dropped = Math.max(bitLength(quotient) - significandBits, shift - lastPlace, 0);
  const rounded = roundToEven(quotient, BigInt(dropped), isInexact);
  return scale(Number(rounded), dropped - shift);
}

function roundToEven(value: bigint, dropped: bigint, hasMore: boolean): bigint {
  if (dropped === 0n) return value;
  const kept = value >> dropped;
  const rest = value - (kept << dropped);
  const half = 1n << (dropped - 1n);
  const isUp = rest > half || (rest === half && (hasMore || kept % 2n === 1n));
  return isUp ? kept + 1n : kept;
}

/** A finite double as the fraction of a power of two that it is. */
export function fromNumber(value: number): Rational {
  if (value === 0) return zero;
  const exponent = Math.max(-lastPlace, Math.floor(Math.log2(Math.abs(value))) - significandBits);
  const significand = BigInt(value / 2 ** exponent);
  return exponent < 0
    ? rational(significand, 1n << BigInt(-exponent))
    : rational(significand << BigInt(exponent));
}

/**
 * ln of a number that is not negative, right to a few ulps: near one from the exact complement, and
 * beyond the doubles from the exact quotient. −Infinity at zero, NaN below.
 */
export function logarithmOf({ numerator, denominator }: Rational): number {
  if (numerator <= 0n) return numerator === 0n ? Number.NEGATIVE_INFINITY : Number.NaN;
  const binaryOrder = bitLength(numerator) - bitLength(denominator);
  if (Math.abs(binaryOrder) <= 1) {
    return Math.log1p(toNumber({ numerator: numerator - denominator, denominator }));
  }
  if (Math.abs(binaryOrder) < 1000) return Math.log(toNumber({ numerator, denominator }));
  const shift = BigInt(Math.abs(binaryOrder));
  const scaled =
    binaryOrder > 0
      ? { numerator, denominator: denominator << shift }
      : { numerator: numerator << shift, denominator };
  return Math.log(toNumber(scaled)) + binaryOrder * Math.LN2;
}

/** In two steps where 2^exponent alone would overflow. */
function scale(value: number, exponent: number): number {
  return exponent > 1000 ? value * 2 ** 1000 * 2 ** (exponent - 1000) : value * 2 ** exponent;
}

/** The number of binary digits of a positive integer; 0 for 0. */
export function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const hexadecimal = value.toString(16);
  return (hexadecimal.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hexadecimal[0], 16)));
}
