import type { Kernels } from '../kernels/kernels';
import { typescriptKernels } from '../kernels/typescriptKernels';
import type { Steps } from '../steps';
import { doubleBlockSteps } from './createPair';
import type { Measures } from './distributionStudy';
import { beginMeasures, finished, takeSteps } from './measures/evaluate';
import { swapped } from './pair';
import { dividedSteps } from './side';
import { isRoundedOneInDoubles } from './weights';

/** What two arrays of outcomes are as distributions. */
export interface ArrayMeasures {
  /** Compensated; of the numbers as they are given. */
  readonly sums: { readonly p: number; readonly q: number };
  /** Of probabilities where `areProbabilities`, else of the numbers as they are given. */
  readonly measures: Measures;
  /** Both sums are one but for rounding, 4 ulps for each outcome: then each is divided by its sum. */
  readonly areProbabilities: boolean;
}

/** Outcomes that are worked on at once. What is kept of them fits the second cache. */
const blockLength = 8192;

/**
 * Every measure of P and Q given as doubles p, q ≥ 0 of one length, a hundred million of them or more: beyond the two
 * arrays it takes the memory of one block, and it pauses after each, in about a millisecond. Logarithmic measures are in
 * the unit of `base`. An outcome less than 0 makes them NaN; p > 0 where q is 0 makes KL infinite.
 */
export function* measureArraysSteps(
  p: Float64Array,
  q: Float64Array,
  kernels: Kernels = typescriptKernels,
  base = Math.E,
): Steps<ArrayMeasures> {
  if (p.length !== q.length) throw new RangeError('P and Q have different numbers of outcomes');
  const sums = { p: yield* kernels.sum(p), q: yield* kernels.sum(q) };
  const rounding = { decimals: p.length, places: Number.POSITIVE_INFINITY };
  const areProbabilities = [sums.p, sums.q].every((sum) => isRoundedOneInDoubles(sum, rounding));
  const [pExcess, qExcess] = areProbabilities ? [0, 0] : [sums.p - 1, sums.q - 1];
  const totals = { pExcess, qExcess, outcomes: p.length, first: 0 };
  const running = beginMeasures();
  let pair = yield* doubleBlockSteps(new Float64Array(0), new Float64Array(0), kernels, totals);
  for (let first = 0; first < p.length; first += blockLength) {
    const [ofP, ofQ] = [p, q].map((values) => values.subarray(first, first + blockLength));
    pair = yield* doubleBlockSteps(
      areProbabilities ? yield* dividedSteps(ofP, sums.p) : ofP,
      areProbabilities ? yield* dividedSteps(ofQ, sums.q) : ofQ,
      kernels,
      { ...totals, first },
    );
    yield* takeSteps([...running.values()], pair, swapped(pair));
    yield;
  }
  const values = [...running].map(([name, each]) => [name, finished(each, pair, base)] as const);
  return { sums, areProbabilities, measures: Object.fromEntries(values) as unknown as Measures };
}
