import type { Span } from '../../core/problem';
import type { Study } from '../../core/study';
import type { NumberArray } from '../../core/text/reading';
import { holds, placedArrays } from './placedArrays';
import { rowSpan } from './symbols/rows';

/** A name and a sign of assignment just before a value. */
const assigned =
  /(?:(?:const|let|var|double|float|auto)[ \t]+)?["']?[\p{L}_][\p{L}\p{N}_.^{}()[\]]*["']?[ \t]*(?::=|=|:|<-|←|&=)[ \t]*(?:[\w.]+\(?)?$/u;
const longestName = 80;

/**
 * The next larger part of a text that means something: from a place to its number, the row, the brackets,
 * the matrix, the assignment, the layer, the whole value and all of the text. Null where all is selected.
 */
export function expandSelection(study: Study, selection: Span): Span | null {
  const { reading } = study;
  const arrays = placedArrays(study).map(({ array }) => array);
  const layers = reading.kind === 'network' ? reading.layers.map(({ span }) => span) : [];
  const around = arrays.filter(({ span }) => holds(span, selection) || holds(selection, span));
  const candidates = [
    ...around.flatMap((array) => spansInside(reading.text, array, selection)),
    ...arrays.map(({ span }) => span),
    ...arrays.map(({ span }) => assignmentOf(reading.text, span)),
    ...layers,
    reading.span,
    { offset: 0, length: reading.text.length },
  ];
  return candidates
    .filter((span) => holds(span, selection) && span.length > selection.length)
    .reduce<Span | null>(
      (smallest, span) => (smallest === null || span.length < smallest.length ? span : smallest),
      null,
    );
}

/** The number and the row around a selection. */
function spansInside(text: string, array: NumberArray, selection: Span): readonly Span[] {
  const { places, shape } = array;
  const index = places.findIndex((start, end) => start <= selection.offset && selection.offset <= end);
  if (index < 0) return [];
  const spans: Span[] = [places.spanOf(index)];
  const columns = shape.at(-1) ?? 1;
  const row = shape.length === 2 ? rowSpan(text, array, Math.floor(index / columns)) : null;
  if (row !== null) spans.push(row);
  return spans;
}

/** A value with the name that it is assigned to. */
function assignmentOf(text: string, span: Span): Span {
  const lineStart = text.lastIndexOf('\n', span.offset - 1) + 1;
  const before = text.slice(Math.max(lineStart, span.offset - longestName), span.offset);
  const name = assigned.exec(before)?.[0].trimStart() ?? '';
  const after = /^[ \t]*[)\]]*[ \t]*;/.exec(
    text.slice(span.offset + span.length, span.offset + span.length + 20),
  );
  const start = span.offset - name.length;
  return {
    offset: start,
    length: span.offset + span.length + (name === '' ? 0 : (after?.[0].length ?? 0)) - start,
  };
}
