import type { Kernels } from '../../kernels/kernels';
import type { Matrix } from '../../matrix';
import { createMatrix } from '../../matrix';
import type { Steps } from '../../steps';
import type { Network } from '../network';
import type { LayerTrace, NetworkStudy } from '../networkStudy';
import { type Alternative, alternativesSteps } from './alternatives';
import { flowSteps, type LayerFlow } from './flow';
import { steepestSlope } from './steepestSlope';
import { type IdleUnits, idleUnitsSteps } from './units';

export interface LayerDiagnosis extends LayerFlow, IdleUnits {
  /** log₁₀ of the product of the steepest slopes from the output to here: n sigmoids have 4⁻ⁿ. Null where there is no bound. */
  readonly log10Bound: number | null;
  /** log₁₀ of the product of the real slopes alone, which the bound is of. */
  readonly log10Slopes: number;
}

export interface Diagnosis {
  /** Whose gradient is followed: the loss's, or where that is 0 or missing, the sum of all outputs. */
  readonly of: 'loss' | 'outputs';
  readonly layers: readonly LayerDiagnosis[];
  /** What the same network would do with other activations and weights; null where that costs too much. */
  readonly alternatives: readonly Alternative[] | null;
}

/** Exercise 2 on any network. Null without an input. */
export function* diagnoseSteps(study: NetworkStudy, kernels: Kernels): Steps<Diagnosis | null> {
  const { network, input, layers } = study;
  if (input === null || layers.length === 0) return null;
  const followed = yield* followGradient(study, kernels);
  const { covector } = startOf(layers);
  return { ...followed, alternatives: yield* alternativesSteps(network, input, covector, kernels) };
}

/** The gradient alone, without what other choices would make of it. Throws RangeError without an input. */
export function* followGradient(
  { network, input, layers }: NetworkStudy,
  kernels: Kernels,
): Steps<Omit<Diagnosis, 'alternatives'>> {
  if (input === null || layers.length === 0) throw new RangeError('there is no gradient without an input');
  const { covector, of } = startOf(layers);
  const copy = { ...covector, values: covector.values.slice() };
  const flows = yield* flowSteps(network, input, layers, copy, kernels);
  const diagnosed: LayerDiagnosis[] = [];
  let log10Bound: number | null = 0;
  let log10Slopes = 0;
  for (let index = layers.length - 1; index >= 0; index--) {
    const steepest = steepestOf(network, index);
    log10Bound = log10Bound === null || steepest === null ? null : log10Bound + Math.log10(steepest);
    log10Slopes += Math.log10(flows[index].slope ?? 0);
    const idle = yield* idleUnitsSteps(network.layers[index].activation, layers[index]);
    diagnosed[index] = { ...flows[index], ...idle, log10Bound, log10Slopes };
  }
  return { of, layers: diagnosed };
}

/** The steepest slope of any neuron of a layer; null where φ mixes neurons or has no bound. */
function steepestOf(network: Network, layer: number): number | null {
  const { activation, parameters, perNeuron } = network.layers[layer].activation;
  if (!activation.elementwise) return null;
  let steepest = 0;
  for (const own of perNeuron ?? [parameters]) {
    const found = steepestSlope(activation, own);
    if (found === null) return null;
    steepest = Math.max(steepest, found);
  }
  return steepest;
}

function startOf(layers: readonly LayerTrace[]): { readonly covector: Matrix; readonly of: Diagnosis['of'] } {
  const { output, outputGradient } = layers[layers.length - 1];
  const isUsable =
    outputGradient?.values.every(Number.isFinite) === true &&
    outputGradient.values.some((slope) => slope !== 0);
  if (outputGradient !== null && isUsable) return { covector: outputGradient, of: 'loss' };
  const ones = createMatrix(output.rows, output.columns, new Float64Array(output.values.length).fill(1));
  return { covector: ones, of: 'outputs' };
}
