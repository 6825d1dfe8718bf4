import type { Steps } from '../steps';
import type { ArrayForm } from './arrayForm';
import { ArrayReader } from './arrayReader';
import { shapedAfter } from './arrayShape';
import { repeated, withFactors } from './arrayTail';
import { startOfConstructor } from './constructors';
import { declaredRow, readDeclaration } from './declaration';
import { noteDoubtfulGroups } from './doubtfulGroups';
import { type Factor, trailingFactor } from './factor';
import type { ArrayItem, Name } from './items';
import { repeatedList } from './listRepetition';
import { notationOfArray } from './notation';
import { hasPoint, withPrintedPrecision } from './precision';
import type { NumberArray } from './reading';
import { skipValue } from './skip';
import type { Source } from './source';

interface FoundArray {
  readonly array: NumberArray;
  readonly form: ArrayForm;
  readonly end: number;
}

/** A way to take the bracketed array at a place. */
export type ArraySteps = (
  source: Source,
  at: number,
  limit: number,
  declaredRow: number,
) => Steps<FoundArray>;

export function* readArray(
  source: Source,
  at: number,
  limit: number,
  declaredRow: number,
): Steps<FoundArray> {
  const reader = new ArrayReader(source, at, limit, 'text', declaredRow);
  const array = yield* reader.read();
  return { array, form: reader.form, end: reader.end };
}

/** Finds the end of an array without reading its numbers, for those who want no more than its place. */
// biome-ignore lint/correctness/useYield: it is one of two ways to take an array, and the other one is long
export function* skipArray(source: Source, at: number, limit: number): Steps<FoundArray> {
  const end = skipValue(source.text, at, limit);
  const form = {
    opener: source.text.charAt(at),
    inner: '',
    commas: true,
    rowSeparators: false,
    trailingComma: false,
  };
  return { array: source.store.take([], { offset: at, length: end - at }), form, end };
}

/** Where an array stands in free text, from `start` to `limit`, and what stands before it. */
export interface ArrayPlace {
  readonly start: number;
  readonly limit: number;
  readonly at: number;
  readonly name: Name | null;
  /** A number that multiplies it. */
  readonly leading: Factor | null;
}

/** The array at a place, as the constructor, the declaration, the transpose and the factors around it make it. */
export function* readArrayItem(source: Source, arrays: ArraySteps, place: ArrayPlace): Steps<ArrayItem> {
  const { start: floor, limit, at, name, leading } = place;
  const { text } = source;
  const { array, form, end: bracketEnd } = yield* arrays(source, at, limit, declaredRow(text, name, at));
  const start = name?.span.offset ?? leading?.start ?? startOfConstructor(text, at, floor);
  const declared = name === null || form.opener !== '{' ? null : readDeclaration(source, name, array);
  const whole = repeated(source, declared?.array ?? array, form, name?.span.offset ?? at, at);
  const { array: shaped, end } = shapedAfter(text, start, whole, bracketEnd);
  const trailing = trailingFactor(text, end, limit);
  const length = (trailing?.end ?? end) - start;
  const isBare = start === array.span.offset && length === array.span.length;
  // What has no point was not rounded, whatever printed it.
  const rounded = hasPoint(text, shaped)
    ? withPrintedPrecision(text, shaped, notationOfArray(array, form, text))
    : shaped;
  noteDoubtfulGroups(source, array, at);
  const list = repeatedList(source, rounded, form, at, trailing);
  return {
    kind: 'array',
    name: declared?.name ?? name,
    array: withFactors(source, list ?? rounded, list === null ? [leading, trailing] : [leading]),
    form,
    span: isBare ? array.span : { offset: start, length },
  };
}
