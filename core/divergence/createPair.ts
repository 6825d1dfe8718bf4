import type { Rational } from '../exact/rational';
import { logarithmOf, toNumber } from '../exact/toNumber';
import type { Steps } from '../steps';
import { fillSteps } from './fill';
import type { Pair } from './pair';
import { type ExactWeights, sumOfDoublesSteps, sumOfWeights } from './weights';

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
  };
}

/** A pair from doubles. `areProbabilities` says that their sums are one but for rounding. */
export function* doublePairSteps(p: Float64Array, q: Float64Array, areProbabilities: boolean): Steps<Pair> {
  const logarithmWork = 30;
  return {
    p,
    q,
    difference: yield* fillSteps(p.length, 2, (i) => p[i] - q[i]),
    logP: yield* fillSteps(p.length, logarithmWork, (i) => Math.log(p[i])),
    logQ: yield* fillSteps(q.length, logarithmWork, (i) => Math.log(q[i])),
    pExcess: areProbabilities ? 0 : (yield* sumOfDoublesSteps(p)) - 1,
    qExcess: areProbabilities ? 0 : (yield* sumOfDoublesSteps(q)) - 1,
    outcomes: p.length,
    first: 0,
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
