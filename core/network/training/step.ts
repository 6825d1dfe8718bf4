import { inSlices, type Steps } from '../../steps';
import type { BoundOptimizer } from './optimizers/optimizer';
import { copyTensors, type Tensors } from './tensors';

/** An optimizer between two steps. */
export interface OptimizerState {
  /** Of each array of parameters, the optimizer's buffers. */
  readonly buffers: readonly (readonly Float64Array[])[];
  /** Steps taken. */
  readonly step: number;
}

export function freshState({ optimizer }: BoundOptimizer, tensors: Tensors): OptimizerState {
  const buffers = tensors.map(({ length }) =>
    Array.from({ length: optimizer.buffers }, () => new Float64Array(length)),
  );
  return { buffers, step: 0 };
}

export function copyState({ buffers, step }: OptimizerState): OptimizerState {
  return { buffers: buffers.map(copyTensors), step };
}

/** An update costs about as much as this many multiply-adds. */
const updateWork = 10;

/** Moves all parameters at once by one step, in place, the buffers with them. */
export function* updateSteps(
  { optimizer, parameters }: BoundOptimizer,
  tensors: Tensors,
  gradient: Tensors,
  state: OptimizerState,
  rate: number,
): Steps<OptimizerState> {
  const step = state.step + 1;
  for (const [index, values] of tensors.entries()) {
    const buffers = state.buffers[index];
    const update = { values, gradient: gradient[index], buffers, rate, step, parameters };
    yield* inSlices(values.length, updateWork, (first, end) => optimizer.update(update, first, end));
  }
  return { buffers: state.buffers, step };
}

/** θ after the optimizer's first step with the learning rate η; `tensors` stay as they are. */
export function* firstStepSteps(
  bound: BoundOptimizer,
  tensors: Tensors,
  gradient: Tensors,
  rate: number,
): Steps<Tensors> {
  const moved = copyTensors(tensors);
  yield* updateSteps(bound, moved, gradient, freshState(bound, tensors), rate);
  return moved;
}
