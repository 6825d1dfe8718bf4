import { parseRational } from '../exact/parseRational';
import { type Rational, subtract } from '../exact/rational';
import { toNumber } from '../exact/toNumber';
import { CompensatedSum } from '../numeric/compensatedSum';
import { largestIndex } from '../numeric/logSumExp';
import { inSlices, type Steps } from '../steps';
import type { NumberArray } from '../text/reading';
import { writtenNumber } from '../text/written';
import { mostExact } from './weights';

/** Logarithms of weights, up to one constant: logits, or ln p. */
export interface LogWeights {
  readonly values: Float64Array;
  /** As written, null where a weight is zero; null for all where there are too many or one is no rational. */
  readonly exact: readonly (Rational | null)[] | null;
}

const parseWork = 1_000;

export function* logWeightsSteps(text: string, numbers: NumberArray): Steps<LogWeights> {
  const { values } = numbers;
  if (values.length > mostExact) return { values, exact: null };
  const exact: (Rational | null)[] = [];
  let areRational = true;
  yield* inSlices(values.length, parseWork, (first, end) => {
    for (let i = first; i < end; i++) {
      const isZero = values[i] === Number.NEGATIVE_INFINITY;
      const rational = isZero ? null : parseRational(writtenNumber(text, numbers, i));
      if (rational === null && !isZero) areRational = false;
      exact.push(rational);
    }
  });
  return { values, exact: areRational ? exact : null };
}

/** ln of the sum of the weights. */
export interface LogTotal {
  readonly value: number;
  /** ln of weight i over the sum: the logarithm of its probability. */
  normalised(i: number): number;
}

/** Differences from the largest are rounded once, so that logits of any size keep the digits of their differences. */
export function* logTotalSteps(logarithms: LogWeights): Steps<LogTotal> {
  const { values } = logarithms;
  const largest = largestIndex(values);
  const rest = new CompensatedSum();
  yield* inSlices(values.length, 30, (first, end) => {
    for (let i = first; i < end; i++) {
      if (i !== largest) rest.add(Math.exp(differenceOf(logarithms, i, logarithms, largest)));
    }
  });
  const excess = Math.log1p(rest.value);
  return {
    value: values[largest] + excess,
    normalised: (i) => (i === largest ? 0 : differenceOf(logarithms, i, logarithms, largest)) - excess,
  };
}

/** a[i] − b[j], rounded once where both are known exactly; −Infinity where weight a[i] alone is zero. */
export function differenceOf(a: LogWeights, i: number, b: LogWeights, j: number): number {
  const [left, right] = [a.exact?.[i] ?? null, b.exact?.[j] ?? null];
  return left !== null && right !== null ? toNumber(subtract(left, right)) : a.values[i] - b.values[j];
}
