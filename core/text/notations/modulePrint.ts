import { findActivation } from '../../network/activations';
import type { Steps } from '../../steps';
import { readChoiceCall } from '../choiceCall';
import type { Item } from '../items';
import { onFirstUse } from '../onFirstUse';
import { closingParenthesis } from '../skip';
import type { Source } from '../source';
import { matchAt } from './callEnds';
import { type Line, sign } from './line';
import type { Found, LineReader, ValueReader } from './notation';

/** Longer prints are not looked at, and so many of them that nothing closes. */
const longest = 100_000;
const mostUnclosed = 10;
const deepest = 16;
const unclosed = new WeakMap<Source, number>();
/** The name of a class, above or before its modules. */
const head = /([A-Za-z_]\w*)\(\s*(?=\(\w[\w-]*\): [A-Za-z]|in_features=)/y;
const entry = /\s*\((\w[\w-]*)\): (\w+)\(/y;
/** What changes nothing once the network is trained. */
const isPassed = /^(?:Dropout\w*|Flatten|Identity)$/;
/** What stands in a text that has the weights too. */
const weights = /\bweight\b|\btensor\(|\barray\(|\[\s*\[/;

/** What PyTorch prints for a model, `Sequential((0): Linear(…) (1): ReLU())`: which activation each layer of a state dict has. */
export const modulePrint: ValueReader = {
  name: 'torch-state-dict',
  begins: 'value',
  opens: ['call'],
  calls: { name: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' },
  recognise: (text, at, limit) => matchAt(head, text, at, limit) !== null,
  read: readModules,
};

interface Module {
  readonly path: string;
  readonly kind: string;
  readonly at: number;
}

function* readModules(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text } = source;
  const open = matchAt(head, text, start, limit);
  if (open === null) return null;
  const failed = unclosed.get(source) ?? 0;
  if (failed >= mostUnclosed) return null;
  const furthest = Math.min(limit, start + longest);
  const close = closingParenthesis(text, start + open[0].length, furthest);
  if (close === null) {
    unclosed.set(source, failed + 1);
    return null;
  }
  const sequences: (readonly Module[])[] = [];
  collect(text, start + open[0].length, close, '', open[1] ?? '', sequences);
  const items: Item[] = [];
  for (const modules of sequences) {
    for (const [place, { path, kind, at }] of modules.entries()) {
      if (kind !== 'Linear') continue;
      const next = modules.slice(place + 1).find((other) => !isPassed.test(other.kind));
      const isFunction = next !== undefined && findActivation(next.kind).found !== null;
      const call = isFunction ? yield* readChoiceCall(source, 'activation', next.at, limit) : null;
      const choice = call?.choice ?? { name: 'identity', parameters: {}, span: { offset: at, length: 0 } };
      const name = { text: `${path}.activation`, span: { offset: at, length: kind.length } };
      items.push({ kind: 'choice', name, choice, span: choice.span });
    }
  }
  const name = `${open[1] ?? ''}(`;
  if (!hasWeights(text, start, close, limit)) refuse(source, start, name);
  return { items, choices: [], end: close + 1 };
}

/** What Keras's `model.summary()` shows: layers and numbers of parameters, and none of these. */
export const modelSummary: LineReader = {
  name: 'json',
  begins: 'line',
  needs: [{ begins: sign.letter, has: sign.quote }],
  recognise: (line) =>
    summary.test(line.head(200)) && columns().test(line.text.slice(line.end, line.end + nearby)),
  read: readSummary,
};

const summary = /^Model: "[^"]*"\s*$/;
const columns = onFirstUse(() => /^[^\p{L}]*Layer \(type\)/u);
const nearby = 1_000;
const parameters = /\n[^\n]*params[^\n]*/gi;

// biome-ignore lint/correctness/useYield: a summary is a few lines
function* readSummary(source: Source, { text, start, end, limit }: Line): Steps<Found | null> {
  const below = text.slice(end, Math.min(limit, end + longest));
  const last = [...below.matchAll(parameters)].at(-1);
  const stop = last === undefined ? end : end + last.index + last[0].length;
  if (!hasWeights(text, start, stop, limit)) refuse(source, start, text.slice(start, end).trimEnd());
  return { items: [], choices: [], end: stop };
}

function hasWeights(text: string, start: number, end: number, limit: number): boolean {
  return (
    weights.test(text.slice(end, Math.min(limit, end + longest))) ||
    weights.test(text.slice(Math.max(0, start - longest), start))
  );
}

function refuse(source: Source, start: number, mark: string): void {
  source.report('elided', start, start + mark.length, { mark, what: 'weights' });
  source.meant = true;
}

/** The modules of each list that passes its numbers on from one to the next; in other classes the print does not say what follows what. */
function collect(
  text: string,
  start: number,
  end: number,
  path: string,
  kind: string,
  sequences: (readonly Module[])[],
): void {
  const own: Module[] = [];
  let at = start;
  for (;;) {
    const match = matchAt(entry, text, at, end);
    if (match === null) break;
    const first = at + match[0].length;
    const close = closingParenthesis(text, first, end);
    if (close === null) break;
    const [written, key = '', name = ''] = match;
    const inner = path === '' ? key : `${path}.${key}`;
    own.push({ path: inner, kind: name, at: at + written.length - name.length - 1 });
    const isNested = inner.split('.').length < deepest && matchAt(entry, text, first, close) !== null;
    if (isNested) collect(text, first, close, inner, name, sequences);
    at = close + 1;
  }
  if (kind === 'Sequential') sequences.push(own);
}
