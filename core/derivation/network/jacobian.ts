import { rowOf } from '../../network/forward';
import type { NetworkStudy } from '../../network/networkStudy';

/** ∂o_j/∂s_k of one layer and sample: φ′(s_k) on the diagonal, or what an activation of a whole row makes of it. */
export function jacobianEntry(
  { network, layers }: NetworkStudy,
  layer: number,
  sample: number,
  output: number,
  source: number,
): number {
  const { preActivation, slope, output: outputs } = layers[layer];
  const { activation, parameters } = network.layers[layer].activation;
  if (slope !== null) return output === source ? slope.values[sample * slope.columns + source] : 0;
  if (activation.elementwise) return Number.NaN;
  const unit = new Float64Array(outputs.columns);
  unit[output] = 1;
  const result = new Float64Array(preActivation.columns);
  activation.pullback(rowOf(preActivation, sample), rowOf(outputs, sample), unit, result, parameters);
  return result[source];
}
