import type { Matrix } from '../matrix';
import { createProblem, type Problem } from '../problem';
import type { NetworkReading } from '../text/reading';
import type { LayerForward } from './forward';
import type { Network } from './network';

/** Where finite numbers first gave one that is not, on the way forward; null where they never did. */
export function forwardOverflow(
  reading: NetworkReading,
  network: Network,
  input: Matrix,
  passes: readonly LayerForward[],
): Problem | null {
  let source = input;
  for (const [layer, { preActivation, output }] of passes.entries()) {
    const { weights, biases } = network.layers[layer];
    const isFiniteSoFar =
      allFinite(source.values) && allFinite(weights.values) && (biases === null || allFinite(biases));
    if (!isFiniteSoFar) return null;
    if (!allFinite(preActivation.values) || !allFinite(output.values)) {
      return createProblem('overflow', reading.layers[layer].span, { layer });
    }
    source = output;
  }
  return null;
}

/** Where finite outputs give a loss or a gradient that is not. */
export function backwardOverflow(
  reading: NetworkReading,
  output: Matrix,
  loss: number,
  gradients: readonly { readonly weights: Matrix; readonly biases: Float64Array | null }[],
): Problem | null {
  if (!allFinite(output.values) || reading.target === null || !allFinite(reading.target.values)) return null;
  const last = gradients.length - 1;
  if (!Number.isFinite(loss)) {
    const span = reading.loss?.span ?? reading.target.span;
    return createProblem('overflow', span, { layer: last, in: 'loss' });
  }
  for (let layer = last; layer >= 0; layer--) {
    const { weights, biases } = gradients[layer];
    if (!allFinite(weights.values) || (biases !== null && !allFinite(biases))) {
      return createProblem('overflow', reading.layers[layer].span, { layer, in: 'gradient' });
    }
  }
  return null;
}

function allFinite(values: Float64Array): boolean {
  return values.every(Number.isFinite);
}
