import type { Kernels } from '../kernels/kernels';
import type { Matrix } from '../matrix';
import type { Steps } from '../steps';
import {
  createDifferenceProbeSteps,
  type Difference,
  type DifferenceMethod,
  mostHalvings,
  sharpness,
} from './differences';
import type { LayerGradient } from './layerGradient';
import type { Target } from './losses/loss';
import type { Network } from './network';
import type { GradientCheck } from './networkStudy';
import { gradientAt, locateParameter, parameterCount, spreadParameters } from './parameterPlaces';

/** All parameters up to this many; in a larger network a sample of `sampled`, evenly spread. */
const checkedInFull = 200;
const sampled = 64;

/** Multiply-adds that the check may cost; past that it takes fewer parameters, and then none. */
const budget = 50_000_000;

/** Chain rule and difference agree when they differ by less than this, relative to the larger one. */
export const tolerance = 1e-6;

export interface ComparedDifference {
  readonly relativeDifference: number;
  /** False where the difference is too blurred to be evidence. */
  readonly isSharp: boolean;
}

/**
 * How far a derivative lies from a difference, or at a kink outside of both one-sided ones. With u the
 * error that rounding and extrapolation leave in the difference, that is
 * |chain rule − difference| / max(|chain rule|, |difference|, u/tolerance): what lies below u is no
 * evidence.
 */
export function compareDifference(claimed: number, { left, right, error }: Difference): ComparedDifference {
  const [low, high] = [Math.min(left, right), Math.max(left, right)];
  const distance = Math.max(0, low - claimed, claimed - high);
  const size = Math.max(Math.abs(claimed), Math.abs(low), Math.abs(high));
  const scale = Math.max(size, error / tolerance);
  return {
    relativeDifference: scale > 0 ? distance / scale : 0,
    isSharp: size === 0 || error <= sharpness * size,
  };
}

/**
 * Compares gradients with differences of the loss, which use the forward pass and the loss alone,
 * nothing of the backward pass. `compared` counts the parameters whose difference was sharp (its
 * error at most a thousandth of it). The verdict is undecided where a difference has no limit, or
 * where nothing was sharp. Null where even one parameter would cost too much.
 */
export function* gradientCheckSteps(
  network: Network,
  input: Matrix,
  target: Target,
  gradients: readonly LayerGradient[],
  kernels: Kernels,
): Steps<GradientCheck | null> {
  const parameters = parameterCount(network.layers);
  const chosen = chooseParameters(parameters, input.rows);
  if (chosen.length === 0) return null;
  const differenceAt = yield* createDifferenceProbeSteps(network, input, target, kernels);
  let largest = 0;
  let compared = 0;
  let isBlocked = false;
  const methods = new Set<DifferenceMethod>();
  for (const index of chosen) {
    const place = locateParameter(network.layers, index);
    const claimed = gradientAt(gradients, place);
    const difference = yield* differenceAt(place);
    yield;
    if (difference === null || Number.isNaN(claimed)) {
      isBlocked = true;
      continue;
    }
    methods.add(difference.method);
    const { relativeDifference, isSharp } = compareDifference(claimed, difference);
    if (isSharp) compared++;
    largest = Math.max(largest, relativeDifference);
  }
  const isUndecided = isBlocked || compared === 0;
  const verdict = largest > tolerance ? 'disagree' : isUndecided ? 'undecided' : 'agree';
  return {
    verdict,
    compared,
    parameters,
    largestRelativeDifference: largest,
    tolerance,
    methods: [...methods],
  };
}

function chooseParameters(parameters: number, samples: number): readonly number[] {
  const affordable = Math.floor(budget / (parameters * samples * 2 * mostHalvings));
  const count = Math.min(parameters <= checkedInFull ? parameters : sampled, affordable);
  return spreadParameters(parameters, count);
}
