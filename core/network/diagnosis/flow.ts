import type { Kernels } from '../../kernels/kernels';
import type { Matrix } from '../../matrix';
import { frobeniusNorm } from '../../numeric/frobeniusNorm';
import type { Steps } from '../../steps';
import { deltaSteps } from '../backward';
import type { LayerPass } from '../forward';
import type { Network } from '../network';

/** What one layer does to the gradient on its way back. */
export interface LayerFlow {
  /**
   * ‖∂L/∂s‖/‖∂L/∂o‖, by which φ′ multiplies the gradient: |φ′(s)| itself where there is one neuron and
   * one sample. Null behind a layer that let nothing through.
   */
  readonly slope: number | null;
  /** ‖Wᵀ ∂L/∂s‖/‖∂L/∂s‖, by which the weights do: |w| itself in a chain. */
  readonly weights: number | null;
  /** log₁₀ ‖∂L/∂s‖/‖∂L/∂ŷ‖: the product of all factors from the output to here; −∞ where nothing arrives. */
  readonly log10: number;
  /** log₁₀ ‖∂L/∂W‖/‖∂L/∂ŷ‖. */
  readonly log10OfWeightGradient: number;
}

/**
 * Follows a gradient from the output back to the first layer, factor by factor. At every layer it is
 * brought back to length 1 and the length goes into a logarithm, so that a product of 10⁻⁶⁰⁰ is as
 * good as any. Norms are over all neurons and samples.
 */
export function* flowSteps(
  network: Network,
  input: Matrix,
  passes: readonly LayerPass[],
  covector: Matrix,
  kernels: Kernels,
): Steps<readonly LayerFlow[]> {
  const flows: LayerFlow[] = [];
  let gradient = covector;
  let norm = toLengthOne(gradient);
  let log10 = 0;
  for (let index = passes.length - 1; index >= 0; index--) {
    if (!(norm > 0)) {
      const none = norm === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
      flows[index] = { slope: null, weights: null, log10: none, log10OfWeightGradient: none };
      continue;
    }
    const layer = network.layers[index];
    const delta = yield* deltaSteps(layer, passes[index], gradient);
    const slope = toLengthOne(delta);
    log10 += Math.log10(slope);
    const source = index === 0 ? input : passes[index - 1].output;
    const weightGradient = yield* kernels.weightGradient(delta, source);
    const before = yield* kernels.inputGradient(delta, layer.weights);
    norm = toLengthOne(before);
    flows[index] = {
      slope,
      weights: slope > 0 ? norm : null,
      log10,
      log10OfWeightGradient: log10 + Math.log10(frobeniusNorm(weightGradient.values)),
    };
    if (!(slope > 0)) norm = slope;
    log10 += Math.log10(norm);
    gradient = before;
  }
  return flows;
}

/** Divides a matrix by its Frobenius norm, where that is a positive number, and returns the norm. */
export function toLengthOne({ values }: Matrix): number {
  const norm = frobeniusNorm(values);
  if (norm > 0 && Number.isFinite(norm)) {
    for (let i = 0; i < values.length; i++) values[i] /= norm;
  }
  return norm;
}
