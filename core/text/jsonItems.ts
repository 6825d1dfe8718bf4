import type { Steps } from '../steps';
import { ArrayReader } from './arrayReader';
import { openBracket } from './characters';
import type { Item } from './items';
import type { JsonMember, JsonObject } from './json';
import { choiceOf, numbersOf } from './jsonNetwork';
import { parseName } from './names';
import type { Source } from './source';

/** The members of an object that is no network of the design, as named arrays and choices: `{"W1": …, "b1": …}`. */
export function* itemsOfObject(source: Source, object: JsonObject): Steps<readonly Item[]> {
  const items: Item[] = [];
  for (const member of object.members) {
    const item = yield* itemOf(source, member);
    if (item !== null) items.push(item);
  }
  return items;
}

function* itemOf(source: Source, member: JsonMember): Steps<Item | null> {
  const { key, keySpan, value } = member;
  const name = { text: key, span: keySpan };
  const span = { offset: keySpan.offset, length: value.span.offset + value.span.length - keySpan.offset };
  const { role } = parseName(key);
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
