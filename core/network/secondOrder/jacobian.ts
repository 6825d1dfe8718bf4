import type { Kernels } from '../../kernels/kernels';
import { createMatrix, type Matrix } from '../../matrix';
import type { Steps } from '../../steps';
import { type BackwardPass, pullbackSteps } from '../backward';
import type { Network } from '../network';
import type { NetworkStudy } from '../networkStudy';
import { parameterCount } from '../parameterPlaces';
import { gradientTensors } from '../training/tensors';
import { flatten } from './direction';

/** Parameters of which whole Jacobians are still read and drawn. */
export const mostJacobianParameters = 200;
/** Entries of both Jacobians together. */
const mostEntries = 40_000;

export interface Jacobians {
  /** ∂ŷ/∂θ: one row an output of a sample, sample by sample; one column a parameter. */
  readonly parameters: Matrix;
  /** ∂ŷ/∂x of each sample: outputs × features. */
  readonly inputs: readonly Matrix[];
}

/** A network with what its forward pass computed. */
export interface Computed {
  readonly network: Network;
  readonly input: Matrix;
  readonly layers: NetworkStudy['layers'];
  readonly kernels: Kernels;
}

/** That of a study; null where it has no input. */
export function computedOf({ network, input, layers }: NetworkStudy, kernels: Kernels): Computed | null {
  return input === null || layers.length === 0 ? null : { network, input, layers, kernels };
}

/**
 * The vector-Jacobian product in reverse mode: uᵀ ∂ŷ/∂θ and uᵀ ∂ŷ/∂x for a covector u of the shape of
 * the output, which stands where a loss's gradient would.
 */
export function* vectorJacobianSteps(
  { network, input, layers, kernels }: Computed,
  covector: Matrix,
): Steps<BackwardPass> {
  return yield* pullbackSteps(network, input, layers, { output: covector, preActivation: null }, kernels);
}

/** Row by row in reverse mode; null where they are too large to be read. */
export function* jacobianSteps(computed: Computed): Steps<Jacobians | null> {
  const { network, input, layers } = computed;
  const { rows: samples, columns: outputs } = layers[layers.length - 1].output;
  const count = parameterCount(network.layers);
  const entries = samples * outputs * (count + input.columns);
  if (count > mostJacobianParameters || entries > mostEntries) return null;
  const parameters = createMatrix(samples * outputs, count);
  const inputs = Array.from({ length: samples }, () => createMatrix(outputs, input.columns));
  for (let output = 0; output < outputs; output++) {
    for (let sample = 0; sample < samples; sample++) {
      yield;
      const covector = createMatrix(samples, outputs);
      covector.values[sample * outputs + output] = 1;
      const { gradients, inputGradient } = yield* vectorJacobianSteps(computed, covector);
      parameters.values.set(flatten(gradientTensors(gradients)), (sample * outputs + output) * count);
      const ofSample = inputGradient.values.subarray(sample * input.columns, (sample + 1) * input.columns);
      inputs[sample].values.set(ofSample, output * input.columns);
    }
  }
  return { parameters, inputs };
}
