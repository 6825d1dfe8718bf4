import type { Matrix } from '../matrix';
import type { Dtype } from '../numeric/dtype';
import { createProblem, type Problem } from '../problem';
import { inSlices, type Steps } from '../steps';
import type { NetworkReading } from '../text/reading';
import type { LayerForward } from './forward';
import type { Network } from './network';

/** Where finite numbers first gave one that is not, on the way forward; null where they never did. */
export function* forwardOverflowSteps(
  reading: NetworkReading,
  network: Network,
  input: Matrix,
  passes: readonly LayerForward[],
  dtype: Dtype,
): Steps<Problem | null> {
  let source = input;
  for (const [layer, { preActivation, output }] of passes.entries()) {
    const { weights, biases } = network.layers[layer];
    if (!(yield* allFinite(source.values, weights.values, biases))) return null;
    if (!(yield* allFinite(preActivation.values, output.values))) {
      return createProblem('overflow', reading.layers[layer].span, { layer, ...named(dtype) });
    }
    source = output;
  }
  return null;
}

/** Where finite outputs give a loss or a gradient that is not. */
export function* backwardOverflowSteps(
  reading: NetworkReading,
  output: Matrix,
  loss: number,
  gradients: readonly { readonly weights: Matrix; readonly biases: Float64Array | null }[],
  dtype: Dtype,
): Steps<Problem | null> {
  if (reading.target === null || !(yield* allFinite(output.values, reading.target.values))) return null;
  const last = gradients.length - 1;
  if (!Number.isFinite(loss)) {
    const span = reading.loss?.span ?? reading.target.span;
    return createProblem('overflow', span, { layer: last, in: 'loss', ...named(dtype) });
  }
  for (let layer = last; layer >= 0; layer--) {
    const { weights, biases } = gradients[layer];
    if (!(yield* allFinite(weights.values, biases))) {
      return createProblem('overflow', reading.layers[layer].span, {
        layer,
        in: 'gradient',
        ...named(dtype),
      });
    }
  }
  return null;
}

function named(dtype: Dtype): { readonly dtype?: 'float32' } {
  return dtype === 'float32' ? { dtype } : {};
}

function* allFinite(...arrays: readonly (Float64Array | null)[]): Steps<boolean> {
  let areFinite = true;
  for (const values of arrays) {
    if (values === null) continue;
    yield* inSlices(values.length, 2, (first, end) => {
      for (let i = first; i < end && areFinite; i++) areFinite = Number.isFinite(values[i]);
    });
  }
  return areFinite;
}
