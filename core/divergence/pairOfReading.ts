import type { Kernels } from '../kernels/kernels';
import { typescriptKernels } from '../kernels/typescriptKernels';
import type { Steps } from '../steps';
import type { DistributionReading } from '../text/reading';
import { doublePairSteps, exactPairSteps } from './createPair';
import { logPairSteps } from './logPair';
import type { Pair } from './pair';
import { dividedSteps, type Side, sideSteps } from './side';
import { normaliseWeights } from './weights';

/** Two distributions as they are written, with the pair that measures are taken of. */
export interface PairOfReading {
  readonly p: Side;
  /** Null for one distribution alone: then the pair has P twice. */
  readonly q: Side | null;
  readonly pair: Pair;
}

export function* pairOfReadingSteps(
  reading: DistributionReading,
  kernels: Kernels = typescriptKernels,
): Steps<PairOfReading> {
  const p = yield* sideSteps(reading, reading.p, kernels);
  const q = reading.q === null ? null : yield* sideSteps(reading, reading.q, kernels);
  return { p, q, pair: yield* pairSteps(p, q, false, kernels) };
}

/** The pair after dividing by the sums; null where that is not possible or not needed. */
export function* normalisedPairSteps(
  sides: Pick<PairOfReading, 'p' | 'q'>,
  kernels: Kernels = typescriptKernels,
): Steps<Pair | null> {
  return canNormalise(sides) ? yield* pairSteps(sides.p, sides.q, true, kernels) : null;
}

/** Whether a sum is not one yet, and none is zero or not finite. */
export function canNormalise({ p, q }: Pick<PairOfReading, 'p' | 'q'>): boolean {
  const sides = q === null ? [p] : [p, q];
  const isPossible = sides.every(({ total, isOne }) => isOne || (total > 0 && Number.isFinite(total)));
  return isPossible && !sides.every(({ isOne }) => isOne);
}

/** The two as they are written, or divided by their sums. */
export function* pairSteps(
  p: Side,
  q: Side | null,
  afterNormalising: boolean,
  kernels: Kernels = typescriptKernels,
): Steps<Pair> {
  const second = q ?? p;
  if (p.logarithms !== null || second.logarithms !== null) {
    const areOne = [p.isOne || afterNormalising, second.isOne || afterNormalising] as const;
    return yield* logPairSteps(p, second, areOne);
  }
  if (p.exact !== null && second.exact !== null) {
    return afterNormalising
      ? yield* exactPairSteps(normaliseWeights(p.exact), normaliseWeights(second.exact))
      : yield* exactPairSteps(p.exact, second.exact);
  }
  if (!afterNormalising)
    return yield* doublePairSteps(p.doubles, second.doubles, p.isOne && second.isOne, kernels);
  const normalised = (side: Side) => dividedSteps(side.doubles, side.isOne ? 1 : side.total);
  return yield* doublePairSteps(yield* normalised(p), yield* normalised(second), true, kernels);
}
