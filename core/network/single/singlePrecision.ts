import type { Kernels } from '../../kernels/kernels';
import type { Matrix } from '../../matrix';
import type { Steps } from '../../steps';
import type { BackwardPass } from '../backward';
import type { LayerPass } from '../forward';
import type { Target } from '../losses/loss';
import type { Network } from '../network';
import { type ErrorBounds, errorBoundSteps } from './errorBounds';

/** A study in float32 beside the same numbers, rounded to float32, in doubles. */
export interface SinglePrecision {
  /** In doubles; null without a target, as is what follows. */
  readonly loss: number | null;
  /** max |g − g′| over all derivatives by weights, biases and input. */
  readonly gradientDifference: number | null;
  /** The largest bound of such a difference that rounding allows; null also where there is no bound. */
  readonly gradientBound: number | null;
  /** The largest of the differences, each as a part of its own bound: no more than 1. */
  readonly partOfBound: number | null;
}

/** A study of doubles, as far as it is compared. */
interface Doubles {
  readonly loss: number;
  readonly backward: BackwardPass;
}

/** How far a claimed derivative may be from ours: both are of float32. Null where there is no bound. */
export type ClaimSlack = Pick<ErrorBounds, 'gradients' | 'inputGradient'> | null;

export const withoutLoss: SinglePrecision = {
  loss: null,
  gradientDifference: null,
  gradientBound: null,
  partOfBound: null,
};

/** Compares what float32 gave with doubles, and with what rounding may do. */
export function* singlePrecisionSteps(
  {
    network,
    input,
    passes,
    target,
  }: {
    readonly network: Network;
    readonly input: Matrix;
    readonly passes: readonly LayerPass[];
    readonly target: Target;
  },
  backward: BackwardPass,
  doubles: Doubles,
  kernels: Kernels,
): Steps<{ readonly single: SinglePrecision; readonly slack: ClaimSlack }> {
  const bounds = yield* errorBoundSteps(network, input, passes, target, backward, kernels);
  let difference = 0;
  let bound = bounds === null ? null : 0;
  let part = bounds === null ? null : 0;
  const compare = (here: Float64Array, there: Float64Array, allowed: Float64Array | undefined) => {
    for (const [i, value] of here.entries()) {
      if (Object.is(value, there[i])) continue;
      const apart = Math.abs(value - there[i]);
      difference = Math.max(difference, apart);
      if (allowed === undefined || bound === null || part === null) continue;
      // Of what has no finite bound nothing is known.
      if (!Number.isFinite(allowed[i])) continue;
      bound = Math.max(bound, allowed[i]);
      part = Math.max(part, apart / allowed[i]);
    }
  };
  for (const [layer, { weights, biases }] of backward.gradients.entries()) {
    const there = doubles.backward.gradients[layer];
    const allowed = bounds?.gradients[layer];
    compare(weights.values, there.weights.values, allowed?.weights.values);
    if (biases !== null && there.biases !== null) compare(biases, there.biases, allowed?.biases ?? undefined);
    yield;
  }
  const ofInput = backward.inputGradient.values;
  compare(ofInput, doubles.backward.inputGradient.values, bounds?.inputGradient.values);
  return {
    single: {
      loss: doubles.loss,
      gradientDifference: difference,
      gradientBound: bound,
      partOfBound: part,
    },
    slack: bounds === null ? null : claimSlack(bounds),
  };
}

function claimSlack({ gradients, inputGradient }: ErrorBounds): ClaimSlack {
  const twice = (values: Float64Array) => values.map((bound) => 2 * bound);
  return {
    gradients: gradients.map(({ weights, biases }) => ({
      weights: { ...weights, values: twice(weights.values) },
      biases: biases === null ? null : twice(biases),
    })),
    inputGradient: { ...inputGradient, values: twice(inputGradient.values) },
  };
}
