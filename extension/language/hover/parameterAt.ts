import type { ParameterReference } from '../../../core/derivation/chainRule';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import type { Span } from '../../../core/problem';
import type { NumberArray } from '../../../core/text/reading';

/** The weight or bias that stands at a place of the text, or null where another thing does. */
export function parameterAt({ reading }: NetworkStudy, place: Span): ParameterReference | null {
  for (const [layer, { weights, biases }] of reading.layers.entries()) {
    const weight = indexAt(weights, place);
    if (weight !== null) {
      const columns = weights.shape.at(-1) ?? 1;
      return { kind: 'weight', layer, from: weight % columns, to: Math.floor(weight / columns) };
    }
    const bias = biases === null ? null : indexAt(biases, place);
    if (bias !== null) return { kind: 'bias', layer, to: bias };
  }
  return null;
}

/** The number that the place touches, quotes around either of them aside. */
function indexAt({ places }: NumberArray, { offset, length }: Span): number | null {
  const index = places.findIndex((start, end) => start <= offset + length && offset <= end);
  return index < 0 ? null : index;
}
