import type { Steps } from '../../steps';
import { deepest } from '../arrayForm';
import { ArrayReader } from '../arrayReader';
import { closeBracket, comma, equalsSign, openBracket } from '../characters';
import { skipConstructor } from '../constructors';
import type { Item } from '../items';
import { skipValue } from '../skip';
import type { Source } from '../source';
import { skipSpace } from '../spaces';
import type { Found, ValueReader } from './notation';

const opening = /\[\s*(?:np\.)?(?:array|tensor|Array)\(/y;

/** A list of arrays of different shapes, `[array([[1., 2.]]), array([3.])]`, as Python prints the weights of a model. */
export const arrayList: ValueReader = {
  name: 'numpy-repr',
  begins: 'value',
  opens: ['bracket'],
  recognise: (text, at, limit) => {
    opening.lastIndex = at;
    return opening.test(text) && opening.lastIndex <= limit;
  },
  read: readArrays,
};

/** How deep an array is nested and how many numbers and rows it has, told from its signs between two places. */
function formOf(text: string, start: number, end: number): string {
  let [brackets, commas] = [0, 0];
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === equalsSign) break;
    if (unit === openBracket) brackets++;
    else if (unit === comma) commas++;
  }
  return `${brackets} ${commas}`;
}

/** Where the brackets of each array begin; null where the list holds another thing, or arrays of one form, which are one array. */
function arraysIn(text: string, start: number, limit: number): readonly number[] | null {
  const starts: number[] = [];
  const forms = new Set<string>();
  let at = skipSpace(text, start + 1, limit, 'text');
  for (;;) {
    const bracket = skipConstructor(text, at, limit);
    if (bracket === at) return null;
    // Brackets that stay open are sooner told by their depth than by the end of the text.
    const end = skipValue(text, bracket, limit, deepest);
    if (end >= limit) return null;
    starts.push(bracket);
    forms.add(formOf(text, bracket, end));
    at = skipSpace(text, end, limit, 'text');
    const unit = at < limit ? text.charCodeAt(at) : 0;
    if (unit === closeBracket) return forms.size > 1 ? [...starts, at + 1] : null;
    if (unit !== comma) return null;
    at = skipSpace(text, at + 1, limit, 'text');
  }
}

function* readArrays(source: Source, start: number, limit: number): Steps<Found | null> {
  const places = arraysIn(source.text, start, limit);
  if (places === null) return null;
  const items: Item[] = [];
  for (const bracket of places.slice(0, -1)) {
    const reader = new ArrayReader(source, bracket, limit, 'text');
    const array = yield* reader.read();
    const name = { text: `[${items.length}]`, span: { offset: bracket, length: 0 } };
    const span = { offset: bracket, length: reader.end - bracket };
    items.push({ kind: 'array', name, array, form: reader.form, span });
  }
  return { items, choices: [], end: places.at(-1) ?? limit };
}
