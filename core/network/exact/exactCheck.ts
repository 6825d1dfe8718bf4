import type { Rational } from '../../exact/rational';
import { toNumber } from '../../exact/toNumber';
import type { LayerGradient } from '../layerGradient';
import type { ExactNetwork } from './exactNetwork';

/** What is below this part of a layer's largest derivative is compared with that and not with itself. */
const smallest = 1e-6;

/**
 * The largest difference between the gradient in doubles and the exact one, relative to the exact
 * derivative, or to a millionth of the largest of its layer where that is more. Null where there is no
 * exact gradient, or where it is a choice at a kink.
 */
export function exactDifference(gradients: readonly LayerGradient[], exact: ExactNetwork): number | null {
  if (exact.gradients === null || exact.isAtKink) return null;
  const { weights, biases } = exact.gradients;
  return gradients.reduce(
    (largest, gradient, layer) =>
      Math.max(
        largest,
        difference(gradient.weights.values, weights[layer].flat()),
        difference(gradient.biases ?? new Float64Array(), biases[layer] ?? []),
      ),
    0,
  );
}

function difference(values: Float64Array, exact: readonly Rational[]): number {
  const right = exact.map(toNumber);
  const floor = smallest * right.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return right.reduce((largest, value, i) => {
    const scale = Math.max(Math.abs(value), floor);
    const distance = Math.abs(values[i] - value);
    return distance === 0 ? largest : Math.max(largest, distance / scale);
  }, 0);
}
