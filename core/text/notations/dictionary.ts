import type { Steps } from '../../steps';
import { comma, endOfToken, isCloser } from '../characters';
import type { ArrayItem, Name } from '../items';
import type { Notation } from '../reading';
import type { Source } from '../source';
import { skipSpace } from '../spaces';
import { spellingAt } from '../spelling';
import { matchAt } from './callEnds';
import { type Line, sign } from './line';
import type { Found, LineReader, ValueReader } from './notation';

const quoted = String.raw`(?:'[^'\n]{0,200}'|"[^"\n]{0,200}")`;
const key = String.raw`(?:${quoted}|-?\d+(?:\.\d+)?|:[A-Za-z_]\w*|[A-Za-z_]\w*)`;
const assigned = '(?:->|→|:>|=>|[:,=])';
const number = String.raw`\s*[-+−]?(?:[\d.½¼¾⅓⅔]|np\.|inf\b|nan\b|NaN\b|Inf\b)`;
const firstEntry = String.raw`(?=\(?\s*${key}\s*${assigned}${number})`;
const factory = String.raw`(?:<class '\w+'>\s*,\s*|(?:float|int)\s*,\s*(?=\{))?`;
const python = String.raw`(?:collections\.)?(?:Counter|OrderedDict|defaultdict|dict_items|dict)\(\s*${factory}(?:\{\s*|\[\s*(?=\())`;
const head = new RegExp(
  [
    String.raw`(?:${python}|dict\(\s*|Dict(?:\{[^{}\n]{1,80}\})?\(\s*|<\|\s*)${firstEntry}`,
    String.raw`\{\s*(?=(?:-?\d+|\([^()\n]{0,200}\))\s*:${number}|${quoted}\s*(?:->|→)${number})`,
    String.raw`\[\s*(?=\(\s*${quoted}\s*,${number})`,
  ].join('|'),
  'y',
);
const tuple = String.raw`\([^()\n]{0,200}\)`;
const entry = new RegExp(String.raw`\s*(?:(${tuple})\s*(?::|=>|->)|\(?\s*(${key})\s*${assigned})\s*`, 'y');
const afterEntry = /\s*\)?\s*,/y;
const closer = /\s*,?\s*(?:\|>|[)\]}])/y;
const juliaHead = /^\s*(?:Ordered)?Dict\{[^{}]{1,80}\} with \d+ entr(?:y|ies):\s*$/;

/**
 * Numbers under names or numbers, which are the outcomes of a distribution: `{0: 0.2, 1: 0.8}`, `Counter({'a': 3})`,
 * `OrderedDict([('a', 0.2)])`, `Dict("a" => 0.2)`, `<|"a" -> 0.2|>`.
 */
export const dictionary: ValueReader = {
  name: 'python-list',
  begins: 'value',
  opens: ['call', 'brace', 'bracket', 'angle'],
  calls: { name: 'CODcd' },
  recognise: (text, at, limit) => {
    if (!/[CODcd<{[]/.test(text.charAt(at)) || matchAt(head, text, at, limit) === null) return false;
    // A program has many a `dict(lr=0.1)`.
    return !text.startsWith('dict(', at) || /\b[PpQq]\d?\s*=\s*$/.test(text.slice(Math.max(0, at - 20), at));
  },
  read: readDictionary,
};

function* readDictionary(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text } = source;
  const opening = matchAt(head, text, start, limit)?.[0] ?? '';
  const found = yield* entriesAt(source, start + opening.length, limit);
  if (found === null) return null;
  // Marks of comments may stand in a number, `1//4`: brackets are counted, and nothing is skipped.
  const opened = opening.replaceAll(/<class '\w+'>|\{[^{}]*\}/g, '').match(/[([{|]/g)?.length ?? 0;
  let end = found.end;
  let open = opened + (found.isPair ? 1 : 0);
  for (; open > 0; open--) {
    const close = matchAt(closer, text, end, limit);
    if (close === null) break;
    end += close[0].length;
  }
  if (open > 0) {
    const at = Math.min(limit, skipSpace(text, end, limit, 'text'));
    if (at >= limit) source.reportSyntax('unclosed', limit, limit, opening.includes('{') ? '}' : ')');
    else source.reportSyntax('unexpected-token', at, endOfToken(text, at, limit), 'number');
  }
  const span = { offset: start, length: end - start };
  const array = source.store.take([found.labels.length], span);
  const item: ArrayItem = {
    kind: 'array',
    name: countsAt(text, start),
    array,
    form: null,
    span,
    labels: found.labels,
  };
  return { items: [item], choices: [], end, notation: notationAt(text, start) };
}

/** A counter has counts, unless the text gives it another name. */
function countsAt(text: string, start: number): Name | null {
  const at = text.startsWith('collections.', start) ? start + 'collections.'.length : start;
  const isNamed = /[=:]\s*$/.test(text.slice(Math.max(0, start - 5), start));
  return text.startsWith('Counter', at) && !isNamed
    ? { text: 'counts', span: { offset: start, length: 0 } }
    : null;
}

function notationAt(text: string, start: number): Notation {
  if (text.startsWith('Dict', start)) return 'julia';
  return text.startsWith('<|', start) || /^\{\s*["']/.test(text.slice(start, start + 20))
    ? 'mathematica'
    : 'python-list';
}

/** One entry, its number in the store; `end` is −1 where it has something else, and null is none at all. */
function entryAt(
  source: Source,
  at: number,
  limit: number,
): { readonly label: Name; readonly end: number } | null {
  const match = matchAt(entry, source.text, at, limit);
  if (match === null) return null;
  const [written, tupleLabel, quotedLabel = tupleLabel ?? ''] = match;
  const from = at + written.length;
  const value = numberAt(source, from, limit);
  const span = { offset: at + written.indexOf(quotedLabel), length: quotedLabel.length };
  const label = { text: quotedLabel.replace(/^(['"])(.*)\1$/, '$2'), span };
  if (value === null) return { label, end: -1 };
  source.store.push(value.value, from, value.end);
  if (!Number.isFinite(value.value)) source.noteNotFinite(value.value, from, value.end);
  return { label, end: value.end };
}

/** So many entries are read in a few milliseconds. */
const entriesPerSlice = 1_024;

/** The numbers go to the store; null where one entry is something else. */
function* entriesAt(
  source: Source,
  start: number,
  limit: number,
): Steps<{ readonly labels: readonly Name[]; readonly end: number; readonly isPair: boolean } | null> {
  const { text, store } = source;
  const labels: Name[] = [];
  let at = start;
  for (let found = entryAt(source, at, limit); found !== null; found = entryAt(source, at, limit)) {
    if (found.end < 0) {
      store.discard();
      return null;
    }
    labels.push(found.label);
    if (labels.length % entriesPerSlice === 0) yield;
    const next = matchAt(afterEntry, text, found.end, limit);
    at = found.end + (next?.[0].length ?? 0);
    if (next === null) break;
  }
  const isPair = /\(\s*$/.test(text.slice(start, labels.at(-1)?.span.offset).slice(-20));
  return labels.length === 0 ? null : { labels, end: at, isPair };
}

function numberAt(source: Source, at: number, limit: number) {
  const { text, scanner } = source;
  const isNumber = !scanner.decimalComma && scanner.scan(text, at, limit) === 'number';
  if (isNumber && endsEntry(text.charCodeAt(scanner.end))) return { value: scanner.value, end: scanner.end };
  // `1//5` first: to the scanner a comment begins there.
  const spelled = spellingAt(text, at, limit);
  if (spelled !== null || scanner.scan(text, at, limit) !== 'number') return spelled;
  return { value: scanner.value, end: scanner.end };
}

/** A comma or a bracket, behind which no spelling of a number goes on. */
function endsEntry(unit: number): boolean {
  return unit === comma || isCloser(unit);
}

/** What Julia prints for a dictionary: an entry a line. */
export const juliaDictionary: LineReader = {
  name: 'julia',
  begins: 'line',
  needs: [{ begins: sign.letter, ends: sign.colon, has: sign.opener }],
  recognise: (line) => juliaHead.test(line.head(200)),
  read: readLines,
};

// biome-ignore lint/correctness/useYield: a screen has no more lines than a person reads
function* readLines(source: Source, line: Line): Steps<Found | null> {
  const { text } = source;
  const labels: Name[] = [];
  let last = line.end;
  for (let next = line.next; next !== null; next = next.next) {
    if (/^\s*⋮/.test(next.head(20))) {
      const at = text.indexOf('⋮', next.start);
      source.report('elided', at, at + 1, { mark: '⋮' });
      last = next.end;
      break;
    }
    const found = entryAt(source, next.start, next.end);
    if (found === null || found.end < 0) break;
    labels.push(found.label);
    last = found.end;
  }
  if (labels.length === 0) return null;
  const span = { offset: line.first, length: last - line.first };
  const array = source.store.take([labels.length], span);
  return { items: [{ kind: 'array', name: null, array, form: null, span, labels }], choices: [], end: last };
}
