import type { WrittenMatrix } from './blocks';
import type { NetworkModel } from './networkModel';
import { placeOf, type Selection } from './selection';

interface Entry {
  readonly start: number;
  readonly end: number;
  readonly selection: Selection;
  readonly sample: number | null;
}

/** From a place in the text to the number of the network that stands there. */
export interface NumberIndex {
  at(offset: number): { readonly selection: Selection; readonly sample: number | null } | null;
}

export function createNumberIndex(model: NetworkModel): NumberIndex {
  const entries: Entry[] = [];
  const add = (
    block: WrittenMatrix | null,
    select: (row: number, column: number) => Selection,
    bySample: boolean,
  ) => {
    if (block === null) return;
    for (const [index, start] of block.starts.entries()) {
      const row = Math.floor(index / block.columns);
      const end = block.ends[index] ?? start;
      const selection = select(row, index % block.columns);
      entries.push({ start, end, selection, sample: bySample ? row : null });
    }
  };
  for (const [layer, { weights, biases }] of model.layers.entries()) {
    add(weights, (to, from) => ({ kind: 'weight', layer, from, to }), false);
    add(biases, (_, to) => ({ kind: 'bias', layer, to }), false);
  }
  add(model.input, (_, neuron) => ({ kind: 'input', neuron }), true);
  add(model.target, (_, index) => ({ kind: 'target', index }), true);
  entries.sort((one, other) => one.start - other.start);
  return {
    at(offset) {
      let low = 0;
      let high = entries.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const found = entries[middle];
        if (found !== undefined && found.start <= offset) low = middle + 1;
        else high = middle;
      }
      const entry = entries[low - 1];
      return entry === undefined || offset > entry.end ? null : entry;
    },
  };
}

/** True where the cursor stands at what is selected already, so that the selection need not move. */
export function standsAt(model: NetworkModel, selection: Selection, sample: number, offset: number): boolean {
  const place = placeOf(model, selection, sample);
  return place !== null && place.start === offset;
}
