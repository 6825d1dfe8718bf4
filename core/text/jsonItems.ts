import type { Steps } from '../steps';
import { ArrayReader } from './arrayReader';
import { apostrophe, doubleQuote, endOfToken, openBrace, openBracket } from './characters';
import type { Item } from './items';
import type { JsonMember, JsonObject } from './json';
import { JsonReader } from './jsonReader';
import { choiceOf, numbersOf } from './jsonValues';
import { mayBeginNumber } from './number';
import { reshape } from './shapes';
import { skipString } from './skip';
import type { Source } from './source';
import { skipSpace } from './spaces';

/** So many members are gone through in a few milliseconds. */
const membersPerSlice = 4_096;
/** Objects within objects beyond this hold settings, and no arrays. */
const deepestObject = 4;

/** The members of an object that is no network of the design, as named arrays and choices: `{"W1": …, "b1": …}`. */
export function* itemsOfObject(source: Source, object: JsonObject, depth = 0): Steps<readonly Item[]> {
  const items: Item[] = [];
  const isTable = ['columns', 'data'].every((name) => object.members.some(({ key }) => key === name));
  for (const [index, member] of object.members.entries()) {
    if (index % membersPerSlice === membersPerSlice - 1) yield;
    // What pandas says of a table beside its numbers.
    if (isTable && /^(?:columns|index|(?:column_|index_)?names|name|dtypes?)$/.test(member.key)) continue;
    const { offset, length } = member.value.span;
    const isObject = member.value.type === 'object' || member.value.type === 'other';
    if (isObject && source.text.charCodeAt(offset) === openBrace && member.role === null) {
      if (depth < deepestObject) items.push(...(yield* itemsWithin(source, member, depth + 1)));
      else leaveOutNumbers(source, offset, offset + length);
      continue;
    }
    const item = yield* itemOf(source, member);
    if (item === null) leaveOutNumbers(source, offset, offset + length);
    else if (length > 0) items.push(item);
  }
  return shapedData(items);
}

/** `{"data": [1, 2, 3, 4], "shape": [2, 2]}`: the one says what the other is. */
function shapedData(items: readonly Item[]): readonly Item[] {
  const isNamed = (item: Item, names: RegExp) => item.kind === 'array' && names.test(item.name?.text ?? '');
  const shape = items.find((item) => isNamed(item, /^(?:shape|dims?)$/));
  const data = items.find((item) => isNamed(item, /^(?:data|values)$/));
  if (shape?.kind !== 'array' || data?.kind !== 'array') return items;
  const sizes = [...shape.array.values];
  const isWhole = sizes.reduce((product, size) => product * size, 1) === data.array.values.length;
  if (!isWhole || shape.array.shape.length !== 1 || !sizes.every(Number.isInteger)) return items;
  return items.flatMap((item) =>
    item === shape ? [] : item === data ? { ...data, array: reshape(data.array, sizes) } : item,
  );
}

/** Notes the numbers of a value that is no array, such as one alone. */
function leaveOutNumbers(source: Source, start: number, end: number): void {
  const { text, scanner, leftOut } = source;
  for (let at = skipSpace(text, start, end, 'json'); at < end; at = skipSpace(text, at, end, 'json')) {
    const unit = text.charCodeAt(at);
    if (unit === doubleQuote || unit === apostrophe) at = skipString(text, at, end);
    else if (mayBeginNumber(unit) && scanner.scan(text, at, end) !== 'none') {
      leftOut.add(at, scanner.end);
      at = scanner.end;
    } else at = endOfToken(text, at, end);
  }
}

/** The arrays of an object inside an object, under both names. */
function* itemsWithin(source: Source, { key, value }: JsonMember, depth: number): Steps<readonly Item[]> {
  const { offset, length } = value.span;
  const reader = new JsonReader(source, offset + length);
  const object = yield* reader.readObject(offset, 1, false);
  const items = yield* itemsOfObject(source, object, depth);
  return items.map((item) =>
    item.kind === 'array' && item.name !== null
      ? { ...item, name: { ...item.name, text: `${key}.${item.name.text}` } }
      : item,
  );
}

function* itemOf(source: Source, member: JsonMember): Steps<Item | null> {
  const { key, keySpan, role, value } = member;
  const name = { text: key, span: keySpan };
  const span = { offset: keySpan.offset, length: value.span.offset + value.span.length - keySpan.offset };
  if (role === 'activation' || role === 'loss' || role === 'reduction' || role === 'optimizer') {
    const choice = choiceOf(source, member);
    return choice === null ? null : { kind: 'choice', name, choice, span };
  }
  if (role !== null && value.type !== 'list' && value.type !== 'object') {
    const array = numbersOf(source, member);
    return array === null ? null : { kind: 'array', name, array, form: null, span };
  }
  // An unknown key was skipped when the object was read; as no other kind of text needs it, its array counts.
  const { offset, length } = value.span;
  if (value.type === 'object' || source.text.charCodeAt(offset) !== openBracket) return null;
  if (value.type !== 'other' && (value.type !== 'list' || role === 'layers')) return null;
  if (!/^[[\s]*["'\d.+−NI-]/.test(source.text.slice(offset, offset + 200))) return null;
  const reader = new ArrayReader(source, offset, offset + length, 'json');
  const array = yield* reader.read();
  return { kind: 'array', name, array, form: reader.form, span };
}
