import type { Steps } from '../../steps';
import { ArrayReader } from '../arrayReader';
import { closerOf, isSpace } from '../characters';
import { skipConstructor } from '../constructors';
import type { Item } from '../items';
import type { Source } from '../source';
import type { Found, NotationReader } from './notation';

const opening = /(?:collections\.)?OrderedDict\(\s*[[{]/y;
const entry = /\s*,?\s*\(?\s*(['"])([^'"\n]{1,200})\1\s*[,:]\s*/y;

/** What PyTorch prints for a state dict: an `OrderedDict` of names and tensors. */
export const stateDict: NotationReader = {
  name: 'torch-state-dict',
  begins: 'value',
  recognise: (text, at, limit) => {
    const unit = text.charCodeAt(at);
    if (unit !== 79 && unit !== 99) return false;
    opening.lastIndex = at;
    return opening.test(text) && opening.lastIndex <= limit;
  },
  read: readDict,
};

function* readDict(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text } = source;
  opening.lastIndex = start;
  if (!opening.test(text)) return null;
  const items: Item[] = [];
  let at = opening.lastIndex;
  for (;;) {
    entry.lastIndex = at;
    const match = entry.exec(text);
    if (match === null || entry.lastIndex > limit) break;
    const word = match[2] ?? '';
    const nameStart = text.indexOf(word, at);
    const valueStart = skipConstructor(text, entry.lastIndex, limit);
    if (closerOf(text.charCodeAt(valueStart)) === 0) {
      source.reportSyntax(
        'unexpected-token',
        entry.lastIndex,
        Math.min(limit, entry.lastIndex + 1),
        'tensor',
      );
      return { items: [], choices: [], end: limit };
    }
    const reader = new ArrayReader(source, valueStart, limit, 'text');
    const array = yield* reader.read();
    const span = { offset: nameStart, length: reader.end - nameStart };
    items.push({
      kind: 'array',
      name: { text: word, span: { offset: nameStart, length: word.length } },
      array,
      form: reader.form,
      span,
    });
    at = reader.end;
    while (at < limit && isSpace(text.charCodeAt(at))) at++;
    if (text.charAt(at) === ')') at++;
  }
  while (at < limit && /[\s)\]}]/.test(text.charAt(at))) at++;
  return items.length === 0 ? null : { items, choices: [], end: at };
}
