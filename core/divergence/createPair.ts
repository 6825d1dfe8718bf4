import type { Rational } from '../exact/rational';
import { logarithmOf, toNumber } from '../exact/toNumber';
import type { Pair } from './pair';
import { type ExactWeights, sumOfDoubles, sumOfWeights } from './weights';

/** A pair from exact numbers: each double in it is rounded once. */
export function exactPair(p: ExactWeights, q: ExactWeights): Pair {
  const denominator = p.denominator * q.denominator;
  return {
    p: doublesOf(p),
    q: doublesOf(q),
    difference: Float64Array.from(p.numerators, (numerator, i) => {
      const difference = numerator * q.denominator - q.numerators[i] * p.denominator;
      return difference === 0n ? 0 : toNumber({ numerator: difference, denominator });
    }),
    logP: logarithmsOf(p),
    logQ: logarithmsOf(q),
    pExcess: excessOf(sumOfWeights(p)),
    qExcess: excessOf(sumOfWeights(q)),
  };
}

/** A pair from doubles. `areProbabilities` says that their sums are one but for rounding. */
export function doublePair(p: Float64Array, q: Float64Array, areProbabilities: boolean): Pair {
  return {
    p,
    q,
    difference: p.map((value, i) => value - q[i]),
    logP: p.map(Math.log),
    logQ: q.map(Math.log),
    pExcess: areProbabilities ? 0 : sumOfDoubles(p) - 1,
    qExcess: areProbabilities ? 0 : sumOfDoubles(q) - 1,
  };
}

export function doublesOf({ numerators, denominator }: ExactWeights): Float64Array {
  return Float64Array.from(numerators, (numerator) => toNumber({ numerator, denominator }));
}

function logarithmsOf({ numerators, denominator }: ExactWeights): Float64Array {
  return Float64Array.from(numerators, (numerator) => logarithmOf({ numerator, denominator }));
}

function excessOf({ numerator, denominator }: Rational): number {
  return toNumber({ numerator: numerator - denominator, denominator });
}
