import { createProblem, type Problem } from '../problem';
import type { Steps } from '../steps';
import { directionalDerivative, type Evaluated } from './directionalDerivative';
import type { LayerGradient } from './layerGradient';
import type { ParameterPlace } from './lossProbe';
import {
  gradientAt,
  locateParameter,
  parameterCount,
  parameterName,
  spreadParameters,
} from './parameterPlaces';

/** Multiply-adds that the check may cost; past that it takes fewer parameters, and then none. */
const budget = 10_000_000;

/** All parameters up to this many; of more, a sample. */
const mostParameters = 200;

/** Both chain rules are the same sums in another order. */
export const edgeTolerance = 1e-9;

/** Below it doubles lose their digits one by one. */
const smallestNormal = 2 ** -1022;

/** A derivative that does not lie between its one-sided ones. */
export interface OutsideDerivative {
  readonly parameter: string;
  readonly chosen: number;
  readonly left: number;
  readonly right: number;
}

export interface EdgeCheck {
  readonly compared: number;
  /** How far the largest lies outside, relative to itself or the sum of the sizes of its paths. */
  readonly largestRelativeDifference: number;
  /**
   * Whether every compared derivative lies between the one-sided ones of the loss. Where a kink is hit,
   * choices made one by one may not add up: relu(x) − relu(−x) is x, yet each rule gives 0 at 0.
   */
  readonly verdict: 'admissible' | 'not-admissible' | 'undecided';
  /** The first that does not. Where left and right are equal, that is the derivative. */
  readonly outside: OutsideDerivative | null;
}

/** A derivative beside the one-sided ones of the loss. */
export interface ComparedEdges {
  readonly left: number;
  readonly right: number;
  /** How far it lies outside, relative to itself or the sum of the sizes of the paths. */
  readonly relativeDifference: number;
}

/** Null where a neuron stands at a jump and moves, or where a number is not finite. */
export function compareEdges(
  evaluated: Evaluated,
  place: ParameterPlace,
  chosen: number,
): ComparedEdges | null {
  const up = directionalDerivative(evaluated, place, 1);
  const down = directionalDerivative(evaluated, place, -1);
  if (up === null || down === null || !Number.isFinite(up.magnitude + down.magnitude)) return null;
  if (!Number.isFinite(chosen)) return null;
  const [left, right] = [-down.value || 0, up.value];
  const distance = Math.max(0, Math.min(left, right) - chosen, chosen - Math.max(left, right));
  const size = Math.max(Math.abs(chosen), up.magnitude, down.magnitude, smallestNormal);
  return { left, right, relativeDifference: distance === 0 ? 0 : distance / size };
}

/** Compares gradients with the one-sided directional derivatives of the loss; null where that costs too much. */
export function* edgeCheckSteps(
  evaluated: Evaluated,
  gradients: readonly LayerGradient[],
): Steps<EdgeCheck | null> {
  const { layers } = evaluated.network;
  const parameters = parameterCount(layers);
  const cost = parameters * evaluated.input.rows * 2 * 10;
  const count = Math.min(parameters, mostParameters, Math.floor(budget / cost));
  if (count === 0) return null;
  let largest = 0;
  let isUndecided = false;
  let outside: OutsideDerivative | null = null;
  for (const index of spreadParameters(parameters, count)) {
    yield;
    const place = locateParameter(layers, index);
    const chosen = gradientAt(gradients, place);
    const edges = compareEdges(evaluated, place, chosen);
    if (edges === null) {
      isUndecided = true;
      continue;
    }
    const { left, right, relativeDifference } = edges;
    if (relativeDifference > edgeTolerance) {
      outside ??= {
        parameter: parameterName(layers[place.layer].weights.columns, place),
        chosen,
        left,
        right,
      };
    }
    largest = Math.max(largest, relativeDifference);
  }
  const verdict = outside !== null ? 'not-admissible' : isUndecided ? 'undecided' : 'admissible';
  return { compared: count, largestRelativeDifference: largest, verdict, outside };
}

/** Kink problems with the verdict on the whole gradient. */
export function withVerdict(problems: readonly Problem[], check: EdgeCheck | null): readonly Problem[] {
  const { verdict, outside } = check ?? { verdict: 'undecided', outside: null };
  return problems.map((problem) => {
    if (problem.code !== 'kink') return problem;
    const data = { ...problem.data, verdict, ...(outside === null ? {} : { outside }) };
    return createProblem('kink', problem.span, data);
  });
}
