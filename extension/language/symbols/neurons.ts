import type { Span } from '../../../core/problem';
import type { NetworkReading, NumberArray } from '../../../core/text/reading';
import type { FeatureContext } from '../feature';
import { rowSpan } from './rows';

/** What a number of a network's text is. Layers, neurons and inputs count from 0. */
export type NumberPlace =
  | { readonly kind: 'weight'; readonly layer: number; readonly from: number; readonly to: number }
  | { readonly kind: 'bias'; readonly layer: number; readonly to: number }
  | { readonly kind: 'input'; readonly index: number }
  | { readonly kind: 'target'; readonly index: number };

/** The number at an offset and what it is, or null. */
export function numberAt(
  { layers, input, target }: NetworkReading,
  offset: number,
): { readonly place: NumberPlace; readonly span: Span } | null {
  for (const [layer, { weights, biases }] of layers.entries()) {
    const weight = indexAt(weights, offset);
    if (weight !== null) {
      const columns = weights.shape.at(-1) ?? 1;
      const place = {
        kind: 'weight',
        layer,
        from: weight % columns,
        to: Math.floor(weight / columns),
      } as const;
      return { place, span: numberSpan(weights, weight) };
    }
    const bias = biases === null ? null : indexAt(biases, offset);
    if (biases !== null && bias !== null) {
      return { place: { kind: 'bias', layer, to: bias }, span: numberSpan(biases, bias) };
    }
  }
  for (const [kind, array] of [
    ['input', input],
    ['target', target],
  ] as const) {
    const index = array === null ? null : indexAt(array, offset);
    if (array !== null && index !== null) {
      return { place: { kind, index: index % (array.shape.at(-1) ?? 1) }, span: numberSpan(array, index) };
    }
  }
  return null;
}

/** Where the value of a neuron is made: the row of the weights that lead to it, or its bias where there is no such row. */
export function neuronSpans(
  { text, layers }: NetworkReading,
  layer: number,
  neuron: number,
): readonly Span[] {
  const reading = layers[layer];
  if (reading === undefined || neuron >= reading.weights.shape[0]) return [];
  const row = reading.written === 'kernel' ? null : rowSpan(text, reading.weights, neuron);
  if (row !== null) return [row];
  const columns = reading.weights.shape.at(-1) ?? 1;
  return Array.from({ length: columns }, (_, from) => numberSpan(reading.weights, neuron * columns + from));
}

/** The weights by which the next layer takes the value of a neuron; the targets where there is no next layer. */
export function usesOf({ layers, target }: NetworkReading, layer: number, neuron: number): readonly Span[] {
  const next = layers[layer + 1]?.weights;
  if (next !== undefined) return columnSpans(next, neuron);
  return target === null ? [] : columnSpans(target, neuron);
}

/** Every number of one column; of a vector the one number. */
export function columnSpans(array: NumberArray, column: number): readonly Span[] {
  const columns = array.shape.at(-1) ?? 1;
  if (column >= columns) return [];
  const rows = array.values.length / columns;
  return Array.from({ length: rows }, (_, row) => numberSpan(array, row * columns + column));
}

/** Whether layer `layer + 1` takes as many values as `layer` has neurons: glu halves them. */
export function isPlain({ study }: FeatureContext, layer: number): boolean {
  const { reading } = study;
  if (reading.kind !== 'network') return false;
  const next = reading.layers[layer + 1];
  return next === undefined || next.weights.shape[1] === reading.layers[layer].weights.shape[0];
}

function indexAt({ places }: NumberArray, offset: number): number | null {
  const index = places.findIndex((start, end) => start <= offset && offset <= end && start < end);
  return index < 0 ? null : index;
}

function numberSpan({ places }: NumberArray, index: number): Span {
  return places.spanOf(index);
}
