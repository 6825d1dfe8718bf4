import type { NumberArray } from '../../core/text/reading';
import { shownNumber } from '../../core/text/written';
import type { WrittenBlock } from '../protocol/studyView';
import { toWire } from '../protocol/wire';

/**
 * Numbers as they stand in the text, the last dimension as columns and the others as rows; at most
 * `most` of them. `offset` is that of the text in its document.
 */
export function writtenBlock(
  text: string,
  array: NumberArray,
  offset: number,
  most = Number.POSITIVE_INFINITY,
): WrittenBlock {
  const { shape, values, places } = array;
  const count = Math.min(values.length, most);
  const columns = Math.min(shape.at(-1) ?? 1, count);
  const indices = Array.from({ length: count }, (_, index) => index);
  return {
    rows: columns === 0 ? 0 : Math.ceil(count / columns),
    columns,
    values: indices.map((index) => toWire(values[index])),
    texts: indices.map((index) => shownNumber(text, array, index)),
    starts: indices.map((index) => places.startOf(index) + offset),
    ends: indices.map((index) => places.endOf(index) + offset),
  };
}
