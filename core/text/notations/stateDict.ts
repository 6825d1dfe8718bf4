import type { Steps } from '../../steps';
import { ArrayReader } from '../arrayReader';
import { closerOf, isSpace } from '../characters';
import { skipConstructor } from '../constructors';
import type { Item } from '../items';
import type { Source } from '../source';
import { sign } from './line';
import type { Found, LineReader, ValueReader } from './notation';

/** What stands before the numbers of a tensor. */
const tensor = String.raw`(?:Parameter containing:\s*)?(?=(?:torch\.|np\.|numpy\.|jnp\.)?(?:tensor|array|Array|Parameter)\()`;
const quoted = String.raw`(['"])([^'"\n]{1,200})\1`;
const ordered = /(?:collections\.)?OrderedDict\(\s*[[{]/y;
/** A dictionary, or a list of pairs, of tensors. */
const dictionary = new RegExp(String.raw`(?:\{|\[\s*\(|\()\s*${quoted}\s*[:,]\s*${tensor}`, 'y');
const quotedEntry = new RegExp(String.raw`[\s,)]*[({]?\s*${quoted}\s*[,:]\s*${tensor}`, 'y');
/** A name with a dot at the beginning of a line, as `print(name, tensor)` writes it. */
const bareEntry = new RegExp(
  String.raw`\s*()([A-Za-z_\d]\w{0,60}(?:\.\w{1,60}){1,12})(?:[ \t]*[:=]\s*|\s+)${tensor}`,
  'y',
);

/** What PyTorch prints for a state dict: an `OrderedDict`, or a dictionary, of names and tensors. */
export const stateDict: ValueReader = {
  name: 'torch-state-dict',
  begins: 'value',
  opens: ['call', 'brace'],
  calls: { name: 'Oc' },
  recognise: (text, at, limit) => {
    const unit = text.charAt(at);
    const pattern = unit === 'O' || unit === 'c' ? ordered : unit === '{' ? dictionary : null;
    return pattern !== null && matches(pattern, text, at, limit);
  },
  read: (source, start, limit) => readEntries(source, start, limit, quotedEntry),
};

/** The same at the beginning of a line, and a loop's print of its names and tensors. */
export const namedTensors: LineReader = {
  name: 'torch-state-dict',
  begins: 'line',
  needs: [
    { begins: sign.opener, has: sign.quote },
    { begins: sign.opener, ends: sign.opener },
    { begins: sign.letter | sign.digit, has: sign.dot },
  ],
  recognise: ({ text, first, limit, firstSign }) =>
    matches((firstSign & sign.opener) !== 0 ? dictionary : bareEntry, text, first, limit),
  read: (source, { first, limit, firstSign }) =>
    readEntries(source, first, limit, (firstSign & sign.opener) !== 0 ? quotedEntry : bareEntry),
};

function firstOf(text: string, at: number, limit: number): number {
  let first = at;
  while (first < limit && isSpace(text.charCodeAt(first))) first++;
  return first;
}

function matches(pattern: RegExp, text: string, at: number, limit: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text) && pattern.lastIndex <= limit;
}

function* readEntries(source: Source, start: number, limit: number, entry: RegExp): Steps<Found | null> {
  const { text } = source;
  const items: Item[] = [];
  ordered.lastIndex = start;
  let at = ordered.test(text) ? ordered.lastIndex : start + (/[[{]/.test(text.charAt(start)) ? 1 : 0);
  for (;;) {
    entry.lastIndex = at;
    const match = entry.exec(text);
    if (match === null || entry.lastIndex > limit) break;
    const word = match[2] ?? '';
    const nameStart = text.indexOf(word, at);
    const valueStart = tensorStart(text, entry.lastIndex, limit);
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
    if (source.problems.length > 0) break;
  }
  while (at < limit && /[)\]}]/.test(text.charAt(firstOf(text, at, limit))))
    at = firstOf(text, at, limit) + 1;
  const other = firstOf(text, at, limit);
  // An entry that is no tensor, in a dictionary that goes on.
  if (items.length > 0 && entry === quotedEntry && /^,\s*[('"]/.test(text.slice(other, other + 4))) {
    const wrong = other + (/^,\s*/.exec(text.slice(other, other + 4))?.[0].length ?? 0);
    source.reportSyntax('unexpected-token', wrong, wrong + 1, 'numbers');
    at = limit;
  }
  return items.length === 0 ? null : { items, choices: [], end: at };
}

/** The bracket that opens the numbers, past `tensor`, or past `Parameter(` and `tensor`. */
function tensorStart(text: string, at: number, limit: number): number {
  const wrapped = /^[\w.]*Parameter\(\s*/.exec(text.slice(at, Math.min(limit, at + 60)));
  const start = skipConstructor(text, at + (wrapped?.[0].length ?? 0), limit);
  return closerOf(text.charCodeAt(start)) === 0 ? text.indexOf('(', start) : start;
}
