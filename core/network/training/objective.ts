import type { DenseGradient } from '../../kernels/denseGradient';
import type { Numbers } from '../../kernels/gradientMemory';
import type { Kernels } from '../../kernels/kernels';
import type { Matrix } from '../../matrix';
import type { Steps } from '../../steps';
import { parameterGradientSteps } from '../backward';
import { createDenseGradient } from '../denseGradient';
import { forwardSteps, passSteps } from '../forward';
import type { Target } from '../losses/loss';
import { lossOf } from '../lossPass';
import type { Network } from '../network';
import type { NetworkStudy } from '../networkStudy';
import { targetOf } from '../samples';
import { createSmallGradient, type SmallGradient } from '../smallGradient';
import { gradientTensors, type Tensors, withTensors } from './tensors';

/** The loss of a network on its samples, as a function of its parameters. */
export interface Objective {
  readonly network: Network;
  readonly input: Matrix;
  readonly target: Target;
  readonly kernels: Kernels;
  /** In the kernels' memory, where they have the network's gradient. */
  readonly dense: DenseGradient | null;
  /** Else in TypeScript without an allocation, where the network is small. */
  readonly small: SmallGradient | null;
}

/** That of a study, in its own numbers; null where it has no loss. */
export function objectiveOf(study: NetworkStudy, given: Kernels): Objective | null {
  const { network, input, layers, gradients } = study;
  const last = layers.at(-1);
  if (input === null || last === undefined || gradients === null) return null;
  const target = targetOf(study.reading, network, input, last.output.columns).value;
  if (target === null) return null;
  const kernels = study.single === undefined ? given : given.single();
  const dense = createDenseGradient(network, input, target, kernels);
  const isOfDoubles = kernels.dtype === 'float64';
  const small = dense === null && isOfDoubles ? createSmallGradient(network, input, target) : null;
  return { network, input, target, kernels, small, dense };
}

export function* lossAtSteps(
  { network, input, target, kernels }: Objective,
  tensors: Tensors,
): Steps<number> {
  const moved = withTensors(network, tensors);
  const passes = yield* forwardSteps(moved.layers, input, kernels);
  return lossIn(kernels, lossOf(moved, passes[passes.length - 1], target));
}

function lossIn({ dtype }: Kernels, loss: number): number {
  return dtype === 'float32' ? Math.fround(loss) : loss;
}

export interface LossAndGradient {
  readonly loss: number;
  /** In the order of `tensorsOf`. */
  readonly gradient: Tensors;
}

export function* gradientAtSteps(
  { network, input, target, kernels, small, dense }: Objective,
  tensors: Tensors,
): Steps<LossAndGradient> {
  if (dense !== null) {
    if (dense.atOnce !== null) return gradientAtOnce(dense.parameters, dense.gradient, dense.atOnce, tensors);
    yield* copySteps(tensors, dense.parameters);
    const loss = yield* dense.steps();
    const gradient = tensors.map(({ length }) => new Float64Array(length));
    yield* copySteps(dense.gradient, gradient);
    return { loss, gradient };
  }
  if (small !== null) {
    const gradient = tensors.map(({ length }) => new Float64Array(length));
    return { loss: small(tensors, gradient), gradient };
  }
  const moved = withTensors(network, tensors);
  const passes = yield* passSteps(moved.layers, input, kernels);
  const loss = lossIn(kernels, lossOf(moved, passes[passes.length - 1], target));
  const gradients = yield* parameterGradientSteps(moved, input, passes, target, kernels);
  return { loss, gradient: gradientTensors(gradients) };
}

function gradientAtOnce(
  parameters: readonly Numbers[],
  gradient: readonly Numbers[],
  run: () => number,
  tensors: Tensors,
): LossAndGradient {
  for (const [index, values] of tensors.entries()) parameters[index].set(values);
  return { loss: run(), gradient: gradient.map((values) => new Float64Array(values)) };
}

/** An array of 8 MB takes a few milliseconds, and there is a pause after it. */
const copiedAtOnce = 1_000_000;

function* copySteps(from: readonly Numbers[], to: readonly Numbers[]): Steps<void> {
  for (const [index, values] of from.entries()) {
    for (let first = 0; first < values.length; first += copiedAtOnce) {
      to[index].set(values.subarray(first, first + copiedAtOnce), first);
      if (values.length > copiedAtOnce) yield;
    }
  }
}

/** Multiply-adds of one forward pass. */
export function forwardWork({ network, input }: Pick<Objective, 'network' | 'input'>): number {
  return network.layers.reduce((sum, { weights }) => sum + weights.values.length, 0) * input.rows;
}
