import type { Rational } from '../exact/rational';
import { typescriptKernels } from '../kernels/typescriptKernels';
import type { Steps } from '../steps';
import { createDifferenceProbeSteps, type Difference } from './differences';
import type { Evaluated } from './directionalDerivative';
import { type ComparedEdges, compareEdges, edgeTolerance } from './edgeCheck';
import type { ExactGradients } from './exact/exactNetwork';
import { compareDifference, tolerance } from './gradientCheck';
import { lossGradientOf } from './lossPass';
import type { ParameterPlace } from './lossProbe';
import type { NetworkStudy } from './networkStudy';
import { gradientAt, locateParameter, parameterCount, valueAt } from './parameterPlaces';
import { targetOf } from './samples';

/** One parameter with its derivative by each engine. */
export interface ParameterCheck {
  readonly place: ParameterPlace;
  readonly value: number;
  /** The chain rule in matrix form, (∂L/∂o ⊙ φ′(s))ᵀ o. */
  readonly matrix: number;
  /** The chain rule edge by edge, from both sides; null at a jump. */
  readonly edges: ComparedEdges | null;
  /** The limit of differences of the loss; null where it has none. */
  readonly difference: Difference | null;
  /** In fractions, where the network stays in the rationals. */
  readonly exact: Rational | null;
  /** The larger of the distances of both other engines from the matrix form, each relative as it says. */
  readonly relativeDifference: number;
  readonly verdict: 'agree' | 'disagree' | 'undecided';
}

/**
 * `count` parameters from number `first` on, each by all engines. Null without a loss. A parameter
 * costs some twenty evaluations of the network: ask for a page, not for all.
 */
export function* parameterCheckSteps(
  study: NetworkStudy,
  first: number,
  count: number,
): Steps<readonly ParameterCheck[] | null> {
  const { reading, network, input, layers: passes, gradients } = study;
  const last = passes.at(-1);
  if (input === null || gradients === null || last === undefined) return null;
  const target = targetOf(reading, network, input, last.output.columns).value;
  if (target === null) return null;
  const ofLoss = lossGradientOf(network, last, target);
  const evaluated: Evaluated = { network, input, passes, target, ofLoss };
  const differenceAt = yield* createDifferenceProbeSteps(network, input, target, typescriptKernels);
  const checks: ParameterCheck[] = [];
  const end = Math.min(first + count, parameterCount(network.layers));
  for (let index = first; index < end; index++) {
    yield;
    const place = locateParameter(network.layers, index);
    const matrix = gradientAt(gradients, place);
    const edges = compareEdges(evaluated, place, matrix);
    const difference = yield* differenceAt(place);
    const exact = exactAt(study.exact?.gradients ?? null, place, network.layers[place.layer].weights.columns);
    checks.push({
      place,
      value: valueAt(network.layers, place),
      matrix,
      edges,
      difference,
      exact,
      ...judged(matrix, edges, difference),
    });
  }
  return checks;
}

function judged(
  matrix: number,
  edges: ComparedEdges | null,
  difference: Difference | null,
): Pick<ParameterCheck, 'relativeDifference' | 'verdict'> {
  const compared = difference === null ? null : compareDifference(matrix, difference);
  const ofDifference = compared?.relativeDifference ?? 0;
  const ofEdges = edges?.relativeDifference ?? 0;
  const isRefuted = ofDifference > tolerance || ofEdges > edgeTolerance;
  const isSettled = edges !== null && compared?.isSharp === true;
  return {
    relativeDifference: Math.max(ofDifference, ofEdges),
    verdict: isRefuted ? 'disagree' : isSettled ? 'agree' : 'undecided',
  };
}

function exactAt(
  gradients: ExactGradients | null,
  { layer, of, index }: ParameterPlace,
  columns: number,
): Rational | null {
  if (gradients === null || of === 'parameters') return null;
  if (of === 'biases') return gradients.biases[layer]?.[index] ?? null;
  return gradients.weights[layer][Math.floor(index / columns)][index % columns];
}
