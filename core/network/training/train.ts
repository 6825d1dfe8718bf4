import { roundTo } from '../../numeric/dtype';
import type { Steps } from '../../steps';
import { gradientAtSteps, lossAtSteps, type Objective } from './objective';
import type { BoundOptimizer } from './optimizers/optimizer';
import { copyState, freshState, type OptimizerState, updateSteps } from './step';
import { copyTensors, type Tensors, tensorsOf } from './tensors';

/** Why training ended before its time. `step` counts the steps that were taken. */
export type TrainingEnd =
  /** The loss or a parameter is not finite any more. */
  | { readonly reason: 'not-finite'; readonly step: number }
  /** The loss is beyond `growthLimit` times where it began. */
  | { readonly reason: 'growing'; readonly step: number }
  /** Every derivative is 0 and nothing moved: nothing ever will. */
  | { readonly reason: 'stationary'; readonly step: number };

/** A run of training between two steps. It is never changed: going on makes another. */
export interface TrainingRun {
  readonly tensors: Tensors;
  readonly state: OptimizerState;
  /** Before the first step, and after each: one more than steps were taken. */
  readonly losses: readonly number[];
  /** Null while it can go on. */
  readonly end: TrainingEnd | null;
}

/**
 * A loss has diverged when it is larger than this many times the size of the first one (or of 1, where
 * that is larger): a million is beyond what momentum overshoots, and long before the doubles end.
 */
export const growthLimit = 1e6;

export function* beginTrainingSteps(objective: Objective, bound: BoundOptimizer): Steps<TrainingRun> {
  const tensors = tensorsOf(objective.network);
  const loss = yield* lossAtSteps(objective, tensors);
  const end = Number.isFinite(loss) ? null : ({ reason: 'not-finite', step: 0 } as const);
  return { tensors, state: freshState(bound, tensors), losses: [loss], end };
}

/**
 * `count` more steps of the optimizer on all samples at once; fewer where it ends. The same run gives
 * the same numbers however it is divided. In float32 a step is calculated in doubles, and what it moves is rounded once.
 */
export function* trainSteps(
  objective: Objective,
  bound: BoundOptimizer,
  rate: number,
  run: TrainingRun,
  count: number,
): Steps<TrainingRun> {
  if (run.end !== null || count <= 0) return run;
  const tensors = copyTensors(run.tensors);
  let state = copyState(run.state);
  const losses = [...run.losses];
  const limit = growthLimit * Math.max(1, Math.abs(losses[0]));
  let { gradient } = yield* gradientAtSteps(objective, tensors);
  for (let taken = 0; taken < count; taken++) {
    yield;
    const isFlat = gradient.every((slopes) => slopes.every((slope) => slope === 0));
    const before = isFlat ? copyTensors(tensors) : null;
    state = yield* updateSteps(bound, tensors, gradient, state, rate);
    for (const values of [...tensors, ...state.buffers.flat()])
      yield* roundTo(objective.kernels.dtype, values);
    const next = yield* gradientAtSteps(objective, tensors);
    losses.push(next.loss);
    gradient = next.gradient;
    const end = endOf(next.loss, limit, state.step, before, tensors);
    if (end !== null) return { tensors, state, losses, end };
  }
  return { tensors, state, losses, end: null };
}

function endOf(
  loss: number,
  limit: number,
  step: number,
  before: Tensors | null,
  tensors: Tensors,
): TrainingEnd | null {
  if (!Number.isFinite(loss) || !tensors.every((values) => values.every(Number.isFinite))) {
    return { reason: 'not-finite', step };
  }
  if (Math.abs(loss) > limit) return { reason: 'growing', step };
  const isAtRest = before?.every((values, i) => values.every((value, j) => value === tensors[i][j]));
  return isAtRest === true ? { reason: 'stationary', step } : null;
}
