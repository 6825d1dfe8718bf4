import type { Rational } from '../exact/rational';
import { logarithmOf, toNumber } from '../exact/toNumber';
import type { Kernels } from '../kernels/kernels';
import type { Steps } from '../steps';
import { fillSteps } from './fill';
import type { Pair } from './pair';
import { type ExactWeights, sumOfWeights } from './weights';

/** A conversion between big integers and doubles, in multiply-adds. */
const conversionWork = 2_000;

/** A pair from exact numbers: each double in it is rounded once. */
export function* exactPairSteps(p: ExactWeights, q: ExactWeights): Steps<Pair> {
  const denominator = p.denominator * q.denominator;
  const difference = yield* fillSteps(p.numerators.length, conversionWork, (i) =>
    toNumber({
      numerator: p.numerators[i] * q.denominator - q.numerators[i] * p.denominator,
      denominator,
    }),
  );
  return {
    p: yield* doublesOfSteps(p),
    q: yield* doublesOfSteps(q),
    difference,
    logP: yield* logarithmsOfSteps(p),
    logQ: yield* logarithmsOfSteps(q),
    pExcess: excessOf(sumOfWeights(p)),
    qExcess: excessOf(sumOfWeights(q)),
    outcomes: p.numerators.length,
    first: 0,
    kernels: null,
  };
}

/** What is known of a pair of which these doubles are the whole or a block. */
export type PairTotals = Pick<Pair, 'pExcess' | 'qExcess' | 'outcomes' | 'first'>;

/** A pair from doubles. `areProbabilities` says that their sums are one but for rounding. */
export function* doublePairSteps(
  p: Float64Array,
  q: Float64Array,
  areProbabilities: boolean,
  kernels: Kernels,
): Steps<Pair> {
  return yield* doubleBlockSteps(p, q, kernels, {
    pExcess: areProbabilities ? 0 : (yield* kernels.sum(p)) - 1,
    qExcess: areProbabilities ? 0 : (yield* kernels.sum(q)) - 1,
    outcomes: p.length,
    first: 0,
  });
}

/** A pair from doubles, or a block of one: then `totals` are those of all of it. */
export function* doubleBlockSteps(
  p: Float64Array,
  q: Float64Array,
  kernels: Kernels,
  totals: PairTotals,
): Steps<Pair> {
  const logarithm = kernels.vectorFunction('log');
  const [logP, logQ] = [new Float64Array(p.length), new Float64Array(q.length)];
  yield* logarithm(p, logP, null);
  yield* logarithm(q, logQ, null);
  return {
    ...totals,
    p,
    q,
    difference: yield* fillSteps(p.length, 2, (i) => p[i] - q[i]),
    logP,
    logQ,
    kernels,
  };
}

export function* doublesOfSteps({ numerators, denominator }: ExactWeights): Steps<Float64Array> {
  return yield* fillSteps(numerators.length, conversionWork, (i) =>
    toNumber({ numerator: numerators[i], denominator }),
  );
}

export function* logarithmsOfSteps({ numerators, denominator }: ExactWeights): Steps<Float64Array> {
  return yield* fillSteps(numerators.length, conversionWork, (i) =>
    logarithmOf({ numerator: numerators[i], denominator }),
  );
}

function excessOf({ numerator, denominator }: Rational): number {
  return toNumber({ numerator: numerator - denominator, denominator });
}
