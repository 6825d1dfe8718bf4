import { decimalPlaces, parseRational } from '../exact/parseRational';
import {
  absolute,
  compare,
  greatestCommonDivisor,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../exact/rational';
import { bitLength, toNumber } from '../exact/toNumber';
import { inSlices, type Steps } from '../steps';
import { halfUnit } from '../text/precision';
import type { NumberArray } from '../text/reading';
import { writtenNumber } from '../text/written';

/** Numerators over one denominator: exact, and summed without a greatest common divisor a step. */
export interface ExactWeights {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

/** Up to this many outcomes, the numbers are those written and not their doubles. */
export const mostExact = 10_000;

/** Beyond this a common denominator is larger than it is worth. */
const mostDenominatorBits = 20_000;

/** Reading one number exactly, in multiply-adds. */
const parseWork = 1_000;

/** The numbers as they were written, or null where there are too many, or one of them is no rational. */
export function* exactWeightsSteps(text: string, numbers: NumberArray): Steps<ExactWeights | null> {
  const { length } = numbers.values;
  if (length > mostExact) return null;
  const values: Rational[] = [];
  let denominator: bigint | null = 1n;
  yield* inSlices(length, parseWork, (first, end) => {
    for (let i = first; i < end && denominator !== null; i++) {
      const value = parseRational(writtenNumber(text, numbers, i));
      denominator = value === null ? null : commonDenominator(denominator, value.denominator);
      if (value !== null) values.push(value);
    }
  });
  const common: bigint | null = denominator;
  if (common === null) return null;
  const numerators: bigint[] = [];
  yield* inSlices(length, parseWork, (first, end) => {
    for (let i = first; i < end; i++) numerators.push(values[i].numerator * (common / values[i].denominator));
  });
  return { numerators, denominator: common };
}

/** The least common multiple, or null where it is too large to be worth it. */
function commonDenominator(a: bigint, b: bigint): bigint | null {
  if (a % b === 0n) return a;
  const multiple = a * (b / greatestCommonDivisor(a, b));
  return bitLength(multiple) > mostDenominatorBits ? null : multiple;
}

export function sumOfWeights({ numerators, denominator }: ExactWeights): Rational {
  return rational(
    numerators.reduce((sum, numerator) => sum + numerator, 0n),
    denominator,
  );
}

/** Each divided by their sum. Throws RangeError where that is zero. */
export function normaliseWeights({ numerators }: ExactWeights): ExactWeights {
  const sum = numerators.reduce((total, numerator) => total + numerator, 0n);
  if (sum === 0n) throw new RangeError('weights that sum to zero cannot be normalised');
  return { numerators, denominator: sum };
}

/**
 * How far the sum of printed probabilities may be from one: less than half a unit of their last
 * digit for each of them, or 4 ulps of one for each. Fractions are written exactly and add nothing.
 * Where a tool prints powers of ten, `3.9927e-01` beside `1.7963e-04`, each has a last digit of its own.
 */
export interface Rounding {
  /** Numbers written as decimals. */
  readonly decimals: number;
  /** Of the longest decimal; 0 where all are whole numbers, which nothing has rounded. */
  readonly places: number;
  /** Half a unit of each number of a print that rounds, added up; 0 where none does. */
  readonly printed: number;
}

export function* roundingSteps(text: string, numbers: NumberArray): Steps<Rounding> {
  let decimals = 0;
  let places = 0;
  let printed = 0;
  yield* inSlices(numbers.values.length, parseWork, (first, end) => {
    for (let i = first; i < end; i++) {
      printed += halfUnit(text, numbers, i);
      const written = decimalPlaces(writtenNumber(text, numbers, i));
      if (written === null) continue;
      decimals++;
      places = Math.max(places, written);
    }
  });
  return { decimals, places, printed };
}

/** Sums of doubles are not exact. */
const slack = 1 + 1e-9;

/** Whether a sum differs from one by printed rounding alone. */
export function isRoundedOne(sum: Rational, { decimals, places, printed: halves }: Rounding): boolean {
  const difference = absolute(subtract(sum, one));
  if (difference.numerator === 0n || toNumber(difference) <= halves * slack) return true;
  const count = BigInt(decimals);
  const printed = places === 0 ? zero : rational(count, 2n * 10n ** BigInt(places));
  const ulps = rational(4n * count, 2n ** 52n);
  return compare(difference, printed) < 0 || compare(difference, ulps) <= 0;
}

/** The same for doubles. */
export function isRoundedOneInDoubles(sum: number, { decimals, places, printed: halves }: Rounding): boolean {
  const difference = Math.abs(sum - 1);
  const printed = places === 0 ? 0 : (decimals * 10 ** -places) / 2;
  return difference < printed || difference <= halves * slack || difference <= decimals * 4 * 2 ** -52;
}
