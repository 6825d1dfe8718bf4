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
  /** The same of the numbers divided by their sums; null where they are probabilities already or cannot be. */
  readonly normalised: Measures | null;
  /** Both sums are one but for rounding, 4 ulps for each outcome: then each is divided by its sum. */
  readonly areProbabilities: boolean;
}

/** Outcomes, each to be divided by one number before it is used. */
export interface DividedOutcomes {
  readonly values: Float64Array;
  readonly divisor: number;
  /** Their sum after the division, less one: 0 of probabilities. */
  readonly excess: number;
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
  const sums = { p: yield* kernels.sum(p), q: yield* kernels.sum(q) };
  const rounding = { decimals: p.length, places: Number.POSITIVE_INFINITY, printed: 0 };
  const both = [sums.p, sums.q];
  const areProbabilities = both.every((sum) => isRoundedOneInDoubles(sum, rounding));
  const probabilities = () =>
    measureBlocksSteps(
      { values: p, divisor: sums.p, excess: 0 },
      { values: q, divisor: sums.q, excess: 0 },
      kernels,
      base,
    );
  if (areProbabilities) return { sums, areProbabilities, measures: yield* probabilities(), normalised: null };
  const measures = yield* measureBlocksSteps(
    { values: p, divisor: 1, excess: sums.p - 1 },
    { values: q, divisor: 1, excess: sums.q - 1 },
    kernels,
    base,
  );
  const isPossible = both.every((sum) => sum > 0 && Number.isFinite(sum));
  return { sums, areProbabilities, measures, normalised: isPossible ? yield* probabilities() : null };
}

/** Every measure of outcomes of one length, in the memory of one block. */
export function* measureBlocksSteps(
  p: DividedOutcomes,
  q: DividedOutcomes,
  kernels: Kernels,
  base: number,
): Steps<Measures> {
  const outcomes = p.values.length;
  if (q.values.length !== outcomes) throw new RangeError('P and Q have different numbers of outcomes');
  const totals = { pExcess: p.excess, qExcess: q.excess, outcomes, first: 0 };
  const running = beginMeasures();
  let pair = yield* doubleBlockSteps(new Float64Array(0), new Float64Array(0), kernels, totals);
  for (let first = 0; first < outcomes; first += blockLength) {
    const [ofP, ofQ] = [yield* blockSteps(p, first), yield* blockSteps(q, first)];
    pair = yield* doubleBlockSteps(ofP, ofQ, kernels, { ...totals, first });
    yield* takeSteps([...running.values()], pair, swapped(pair));
    yield;
  }
  const values = [...running].map(([name, each]) => [name, finished(each, pair, base)] as const);
  return Object.fromEntries(values) as unknown as Measures;
}

function* blockSteps({ values, divisor }: DividedOutcomes, first: number): Steps<Float64Array> {
  const block = values.subarray(first, first + blockLength);
  return divisor === 1 ? block : yield* dividedSteps(block, divisor);
}
