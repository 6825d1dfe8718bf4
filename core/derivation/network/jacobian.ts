import { rowOf } from '../../network/forward';
import type { NetworkStudy } from '../../network/networkStudy';
import { difference, type Expression, negative, number, of, power, product, symbol } from '../expression';
import type { NetworkTerms } from './quantities';

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

/** The same by the outputs, o_j (δ_jk − o_k) and its kin; null where it is no formula of them. */
export function jacobianExpression(
  terms: NetworkTerms,
  layer: number,
  output: number,
  source: number,
): Expression | null {
  const o = of(terms.output(layer, output));
  const own = of(terms.output(layer, source));
  const isDiagonal = output === source;
  switch (terms.study.network.layers[layer].activation.activation.name) {
    case 'softmax':
      return isDiagonal ? product(o, difference(number(1), o)) : negative(product(o, own));
    case 'softmin':
      return isDiagonal ? negative(product(o, difference(number(1), o))) : product(o, own);
    case 'log_softmax': {
      const probability = power(symbol('e'), own);
      return isDiagonal ? difference(number(1), probability) : negative(probability);
    }
    default:
      return null;
  }
}
