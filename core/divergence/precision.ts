import { around, type Bounds, productOf, roundedDown, roundedUp, sumOf, widened } from '../numeric/interval';
import { halfUnit, halfUnitOfDecimal } from '../text/precision';
import type { NumberArray } from '../text/reading';
import type { DistributionPrecision } from './distributionPrecision';
import type { DistributionStudy } from './distributionStudy';

/** Larger distributions are not bounded. */
const mostOutcomes = 100_000;
/** Math.log is right to so many units of the last place. */
const ulps = 4;
const blownUp = 10;

/**
 * Null where nothing was rounded: the text is no print, and its decimals sum to one exactly. Decimals that
 * miss one by their rounding show that they were rounded.
 */
export function distributionPrecision(study: DistributionStudy): DistributionPrecision | null {
  const { reading, p, q, sums, problems } = study;
  if (q === null || reading.q === null || p.length > mostOutcomes) return null;
  if (reading.p.form !== undefined || reading.q.form !== undefined) return null;
  if (problems.some(({ code }) => code === 'not-normalised' || code === 'support')) return null;
  const halves = [
    halvesOf(reading.text, reading.p.numbers, sums.p),
    halvesOf(reading.text, reading.q.numbers, sums.q ?? '1'),
  ] as const;
  const count = halves.reduce((sum, list) => sum + list.filter((half) => half > 0).length, 0);
  if (count === 0) return null;
  const unit = reading.base === Math.E ? 1 : Math.log(reading.base);
  const [ofP, ofQ] = halves;
  const [writtenP, writtenQ] = [reading.p.numbers.values, reading.q.numbers.values];
  const klPQ = divided(relativeEntropy(writtenP, writtenQ, ofP, ofQ), unit);
  const klQP = divided(relativeEntropy(writtenQ, writtenP, ofQ, ofP), unit);
  const firstOrderPQ = firstOrder(p, q, ofP, ofQ) / unit;
  const firstOrderQP = firstOrder(q, p, ofQ, ofP) / unit;
  const radius = (klPQ.upper - klPQ.lower) / 2;
  return {
    halfUnit: Math.max(...ofP, ...ofQ),
    count,
    klPQ,
    klQP,
    firstOrderPQ,
    firstOrderQP,
    method: Number.isFinite(radius) && radius <= blownUp * firstOrderPQ ? 'interval' : 'first-order',
  };
}

function halvesOf(text: string, array: NumberArray, sum: string): Float64Array {
  const isRounded = sum !== '1';
  return array.values.map((_, index) =>
    array.roundedFrom !== undefined
      ? halfUnit(text, array, index)
      : isRounded
        ? halfUnitOfDecimal(text, array, index)
        : 0,
  );
}

/** Σ p ln(p/q) with every p and q in its interval, cut at 0 and 1; never below 0. */
function relativeEntropy(
  p: Float64Array,
  q: Float64Array,
  halvesP: Float64Array,
  halvesQ: Float64Array,
): Bounds {
  let sum: Bounds = { lower: 0, upper: 0 };
  for (let i = 0; i < p.length; i++) {
    sum = sumOf(sum, term(within(p[i] ?? 0, halvesP[i] ?? 0), within(q[i] ?? 0, halvesQ[i] ?? 0)));
  }
  return { lower: Math.max(0, sum.lower), upper: sum.upper };
}

/** What was printed as `value` was a probability. */
function within(value: number, half: number): Bounds {
  const { lower, upper } = around(value, half);
  return { lower: Math.max(0, lower), upper: Math.min(1, upper) };
}

/**
 * p ln(p/q) over a box. It falls in q; in p it has its one minimum −q/e at p = q/e, and grows from there.
 * 0 ln 0 is 0.
 */
function term(p: Bounds, q: Bounds): Bounds {
  const at = (x: number, y: number) =>
    x === 0 ? 0 : y === 0 ? Number.POSITIVE_INFINITY : x * Math.log(x / y);
  const upper = Math.max(at(p.lower, q.lower), at(p.upper, q.lower));
  const valley = q.upper / Math.E;
  const lower =
    p.lower <= valley && valley <= p.upper ? -valley : Math.min(at(p.lower, q.upper), at(p.upper, q.upper));
  const { lower: least, upper: most } = widened({ lower, upper }, ulps);
  // x ln(x/y) near x = y is small against x, so that its last places are those of the quotient.
  return { lower: roundedDown(least - p.upper * 2 ** -51), upper: roundedUp(most + p.upper * 2 ** -51) };
}

function divided(bounds: Bounds, unit: number): Bounds {
  return unit === 1 ? bounds : productOf(bounds, widened({ lower: 1 / unit, upper: 1 / unit }, ulps));
}

function firstOrder(p: Float64Array, q: Float64Array, halvesP: Float64Array, halvesQ: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const [x = 0, y = 0] = [p[i], q[i]];
    if (x === 0 || y === 0) continue;
    sum += Math.abs(Math.log(x / y)) * (halvesP[i] ?? 0) + (x / y) * (halvesQ[i] ?? 0);
  }
  return sum;
}
