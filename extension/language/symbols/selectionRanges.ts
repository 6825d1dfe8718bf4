import type { Position, SelectionRange } from 'vscode-languageserver-protocol';
import type { Span } from '../../../core/problem';
import type { NumberArray } from '../../../core/text/reading';
import { type FeatureContext, rangeOf } from '../feature';
import { holds, placedArrays } from '../placedArrays';
import { rowSpan } from './rows';

/** From a number to its row, its matrix, its layer and the whole value. Null where the place is in none. */
export function selectionRangeAt(context: FeatureContext, position: Position): SelectionRange | null {
  const { document, study } = context;
  const place = { offset: document.offsetAt(position), length: 0 };
  const { reading } = study;
  if (!holds(reading.span, place)) return null;
  const layers = reading.kind === 'network' ? reading.layers.map(({ span }) => span) : [];
  const spans = [
    ...placedArrays(study).flatMap(({ array }) => spansInside(reading.text, array, place)),
    ...layers,
    reading.span,
  ].filter((span) => holds(span, place));
  return spans
    .sort((one, other) => other.length - one.length)
    .reduce<SelectionRange | null>((parent, span) => {
      const range = rangeOf(document, span);
      return parent === null ? { range } : { range, parent };
    }, null);
}

/** The array, the row and the number around a place. */
function spansInside(text: string, array: NumberArray, place: Span): readonly Span[] {
  if (!holds(array.span, place)) return [];
  const { places, shape } = array;
  const index = places.findIndex((start, end) => start <= place.offset && place.offset <= end);
  if (index < 0) return [array.span];
  const number = places.spanOf(index);
  const columns = shape.at(-1) ?? 1;
  const row = shape.length === 2 ? rowSpan(text, array, Math.floor(index / columns)) : null;
  return row === null ? [number, array.span] : [number, row, array.span];
}
