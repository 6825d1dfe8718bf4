import { isWordStart, lineFeed } from './characters';
import type { ArrayItem } from './items';
import type { JsonObject, JsonValue } from './json';
import { NumberStore } from './numberStore';
import type { NumberArray } from './reading';
import { unite } from './shapes';
import type { Source } from './source';
import { wordValue } from './spelling';

/**
 * Objects with the same keys, whose values are numbers, as the rows of one table: JSON Lines, or a list of
 * records. Null where they are anything else.
 */
export function readRecords(source: Source, objects: readonly JsonObject[]): ArrayItem | null {
  const [first] = objects;
  if (first === undefined || first.members.length === 0) return null;
  const keys = first.members.map(({ key }) => key);
  const isSame = ({ members }: JsonObject) =>
    members.length === keys.length && keys.every((key) => members.some((member) => member.key === key));
  if (new Set(keys).size !== keys.length || !objects.every(isSame)) return null;
  // A store of its own: nothing is left behind where the records turn out to be none.
  const store = new NumberStore();
  for (const { members } of objects) {
    for (const key of keys) {
      const value = members.find((member) => member.key === key)?.value;
      if (value === undefined || !pushScalar(source, store, value)) return null;
    }
  }
  const span = unite(first.span, objects.at(-1)?.span ?? first.span);
  const array = store.take([objects.length, keys.length], span);
  const missing = array.values.findIndex((value) => !Number.isFinite(value));
  if (missing >= 0) {
    source.noteNotFinite(
      array.values[missing] ?? Number.NaN,
      array.places.startOf(missing) ?? 0,
      array.places.endOf(missing) ?? 0,
    );
  }
  source.choices.push({ rule: 'header', columns: keys.length });
  const columns = first.members.map(({ key, keySpan }) => ({ text: key, span: keySpan }));
  return { kind: 'array', name: null, array, form: null, span, columns };
}

function pushScalar({ text, scanner }: Source, store: NumberStore, { span }: JsonValue): boolean {
  const [start, end] = [span.offset, span.offset + span.length];
  if (isWordStart(text.charCodeAt(start))) {
    const value = wordValue(text.slice(start, end));
    if (value === null) return false;
    store.push(value, start, end);
    return true;
  }
  if (scanner.scan(text, start, end) !== 'number' || scanner.end !== end) return false;
  store.push(scanner.value, start, end);
  return true;
}

/**
 * Vectors of one length, each on a line of its own or with commas between, as the rows of one matrix.
 * Null where they are anything else.
 */
export function joinRows(source: Source, arrays: readonly ArrayItem[]): NumberArray | null {
  const [first] = arrays;
  if (first === undefined || arrays.length < 2) return null;
  const width = first.array.values.length;
  for (const [index, { name, array, form }] of arrays.entries()) {
    if (name !== null || form === null || array.shape.length !== 1 || array.values.length !== width)
      return null;
    if (width === 0 || array.exponent !== undefined || array.factor !== undefined) return null;
    const before = arrays[index - 1]?.span;
    if (before === undefined) continue;
    const end = before.offset + before.length;
    if (array.span.offset === end + 1 && source.text.charCodeAt(end) === lineFeed) continue;
    const between = source.text.slice(end, array.span.offset);
    if (!/^(?:[ \t]*,?[ \t]*\r?\n[ \t]*|[ \t]*,[ \t]*)$/.test(between)) return null;
  }
  const store = new NumberStore();
  for (const { array } of arrays) {
    array.values.forEach((value, index) => {
      store.push(value, array.places.startOf(index) ?? 0, array.places.endOf(index) ?? 0);
    });
  }
  source.choices.push({ rule: 'line-rows', count: arrays.length });
  const span = unite(first.span, arrays.at(-1)?.span ?? first.span);
  const rounded = first.array.roundedFrom;
  const whole = store.take([arrays.length, width], span);
  return rounded === undefined ? whole : { ...whole, roundedFrom: rounded };
}
