import { PlaceWriter } from '../places';
import type { NumberArray } from '../reading';

/** A block of columns, one of several that a narrow screen parted. */
export interface Block {
  readonly rows: number;
  readonly columns: number;
}

/** Blocks that follow each other in `array`, side by side as one matrix. All have as many rows. */
export function joinBlocks(array: NumberArray, blocks: readonly Block[]): NumberArray {
  const rows = blocks[0]?.rows ?? 0;
  const columns = blocks.reduce((sum, block) => sum + block.columns, 0);
  if (blocks.length < 2) return { ...array, shape: [rows, columns] };
  const order = new Uint32Array(rows * columns);
  let first = 0;
  let left = 0;
  for (const block of blocks) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < block.columns; column++) {
        order[row * columns + left + column] = first + row * block.columns + column;
      }
    }
    first += rows * block.columns;
    left += block.columns;
  }
  return arrange(array, [rows, columns], order);
}

/** The numbers at the places that `order` names. */
export function arrange(array: NumberArray, shape: readonly number[], order: Uint32Array): NumberArray {
  const count = order.length;
  const values = new Float64Array(count);
  const places = new PlaceWriter();
  order.forEach((place, index) => {
    values[index] = array.values[place] ?? Number.NaN;
    places.push(array.places.startOf(place), array.places.endOf(place));
  });
  return { ...array, shape, values, places: places.take() };
}
