import { parseArithmetic, parseRational } from '../../exact/parseRational';
import { toNumber } from '../../exact/toNumber';
import type { Steps } from '../../steps';
import { shapedAfter } from '../arrayShape';
import { withFactors } from '../arrayTail';
import { trailingFactor } from '../factor';
import type { Notation } from '../reading';
import type { Source } from '../source';
import { endsAlone, matchAt, refuseRest, standsAlone } from './callEnds';
import type { Found, ValueReader } from './notation';
import { between, mostTerms, progression } from './progression';

const longestCall = 200;
const around = String.raw`(?:list|tuple|collect|Array|np\.array|numpy\.array|torch\.tensor|jnp\.array)`;
const library = String.raw`(?:(np|numpy|jnp|torch|tf|cp|Math)\.)?`;
const head = new RegExp(
  String.raw`(?:(${around})\(\s*)?${library}(linspace|LinRange|logspace|arange|range|seq_len|Range|Subdivide)([([])([^()[\]{}\n]{0,${longestCall}})[)\]]`,
  'y',
);
const collected = /(?:collect|list)\(\s*([^()[\]{}\n]{1,80})\)/y;
const limitOfRange = String.raw`[-+−]?(?:0|[1-9]\d*|(?=\.))(?:\.\d+)?(?:[eE][-+]?\d+)?`;
const range = new RegExp(
  String.raw`\(?(${limitOfRange}):(${limitOfRange})(?::(${limitOfRange}))?\)?(?![\w.:])`,
  'y',
);
const wholeRange = new RegExp(`^${range.source}$`);

/** Numbers at equal distances as calls and ranges write them: `np.linspace(0, 1, 5)`, `range(5)`, `0:0.25:1`. */
export const sequences: ValueReader = {
  name: 'python-list',
  begins: 'value',
  opens: ['call', 'index', 'number'],
  calls: { name: 'ltcAnjMarsLRS' },
  recognise: (text, at, limit) => standsAlone(text, at) && sequenceAt(text, at, limit) !== null,
  read: readSequence,
};

interface Sequence {
  readonly values: readonly number[];
  readonly end: number;
  readonly notation: Notation;
}

function sequenceAt(text: string, at: number, limit: number): Sequence | null {
  if (/[-+−\d.(]/.test(text.charAt(at))) return rangeAt(text, at, limit);
  if (!/[a-zA-Z]/.test(text.charAt(at))) return null;
  const match = matchAt(head, text, at, limit);
  if (match === null) return collectedAt(text, at, limit);
  const [written, wrapper, module = '', name = '', open, inside = ''] = match;
  if ((open === '[') !== /^(?:Range|Subdivide)$/.test(name)) return null;
  let end = at + written.length;
  if (wrapper !== undefined) {
    const close = matchAt(/\s*(?:,\s*dtype\s*=\s*[\w.]+\s*)?\)/y, text, end, limit);
    if (close === null) return null;
    end += close[0].length;
  }
  const call = argumentsOf(inside);
  const values = call === null ? null : valuesOf(name, module, call);
  return values === null || values.length === 0
    ? null
    : { values, end, notation: notationOf(name, module, call) };
}

/** `collect(0:0.25:1)` of Julia, `list(range(5))` apart. */
function collectedAt(text: string, at: number, limit: number): Sequence | null {
  const match = matchAt(collected, text, at, limit);
  const inner = wholeRange.exec(match?.[1]?.trim() ?? '');
  if (match === null || inner === null) return null;
  const values = valuesOfRange(inner);
  return values === null ? null : { values, end: at + match[0].length, notation: 'julia' };
}

/** Whether nothing stands on the lines above and below: times and places in a text come in columns. */
function isParagraph(text: string, at: number, end: number): boolean {
  const stretch = text.slice(Math.max(0, at - longestCall), at);
  const line = stretch.lastIndexOf('\n');
  const before = stretch.slice(line < 1 ? 0 : stretch.lastIndexOf('\n', line - 1) + 1);
  const after = /^[^\n]*\n?[^\n]*/.exec(text.slice(end, end + longestCall))?.[0] ?? '';
  return before.trim() === '' && /^\s*;?\s*(?:[%#].*)?$/.test(after);
}

/** A range by itself, to the end of its line: in a line of more it is a time, a place in a text, or a key. */
function rangeAt(text: string, at: number, limit: number): Sequence | null {
  const match = matchAt(range, text, at, limit);
  if (match === null || match[0].startsWith('(') !== match[0].endsWith(')')) return null;
  const end = at + match[0].length;
  if (matchAt(/[ \t]*(?:'|\.\/|[*/][ \t]*[\d.]|;?[ \t]*(?:[%#\r\n]|$))/y, text, end, text.length) === null)
    return null;
  // What follows belongs to the last number in Octave and Julia, and to the whole range in R.
  const isOfR = /<-\s*$/.test(text.slice(Math.max(0, at - 6), at));
  if (!match[0].startsWith('(') && !isOfR && /^[ \t]*\.?[*/]/.test(text.slice(end, end + 20))) return null;
  const isNamed = /[=:←-]\s*$/.test(text.slice(Math.max(0, at - 6), at));
  if (!isNamed && !isParagraph(text, at, end)) return null;
  const values = valuesOfRange(match, isOfR);
  return values === null ? null : { values, end, notation: isOfR ? 'r-literal' : 'octave-literal' };
}

/** What is from a first number to a last one; R counts down where they are so, others have no numbers then. */
function valuesOfRange(
  [, first = '', second = '', third]: RegExpExecArray,
  isOfR = false,
): readonly number[] | null {
  const isDown = isOfR && Number(plain(second)) < Number(plain(first));
  const [from, step, to] = [first, third === undefined ? (isDown ? '-1' : '1') : second, third ?? second];
  return progression(from, step, countUpTo(Number(plain(from)), Number(plain(to)), Number(plain(step))));
}

const plain = (written: string) => written.replace('−', '-');

/** How many numbers from `from` on are no further than `to`. */
function countUpTo(from: number, to: number, step: number): number {
  return Math.floor((to - from) / step + 1e-10) + 1;
}

interface Arguments {
  readonly placed: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/** Options that say nothing about the numbers. */
const silent = new Set(['dtype', 'device', 'requires_grad', 'axis', 'retstep']);

function argumentsOf(inside: string): Arguments | null {
  const placed: string[] = [];
  const named = new Map<string, string>();
  for (const part of inside.split(/[,;]/).map((written) => written.trim())) {
    if (part === '' && inside.trim() === '') return null;
    const [, name, value = part] = /^([A-Za-z_]\w*)\s*=\s*(.+)$/.exec(part) ?? [];
    if (name === undefined) placed.push(value);
    else if (!silent.has(name)) named.set(name, value);
  }
  return { placed, named };
}

/** The number that an argument writes, as exact text; null where it is none. */
function written(argument: string | undefined): string | null {
  if (argument === undefined) return null;
  if (parseRational(argument) !== null) return argument;
  const value = parseArithmetic(argument)?.value;
  return value === undefined ? null : String(value);
}

function numberIn(argument: string | null | undefined): number {
  const exact = argument == null ? null : parseRational(argument);
  return exact === null ? Number.NaN : toNumber(exact);
}

function valuesOf(name: string, module: string, { placed, named }: Arguments): readonly number[] | null {
  const known = (names: readonly string[]) => [...named.keys()].every((key) => names.includes(key));
  const given = (place: number, ...names: readonly string[]) =>
    written(placed[place] ?? names.map((key) => named.get(key)).find((value) => value !== undefined));
  switch (name) {
    case 'linspace':
    case 'logspace':
    case 'LinRange': {
      if (placed.length > 3 || !known(['start', 'stop', 'end', 'num', 'steps', 'endpoint', 'base']))
        return null;
      const [from, to] = [given(0, 'start'), given(1, 'stop', 'end')];
      const usual = module === '' ? (name === 'logspace' ? '50' : '100') : '50';
      const count = numberIn(given(2, 'num', 'steps') ?? usual);
      if (from === null || to === null) return null;
      const isOpen = /^False$/.test(named.get('endpoint') ?? '');
      const values = between(from, to, count, isOpen);
      if (name !== 'logspace') return values;
      const base = numberIn(named.get('base') ?? '10');
      return values?.map((exponent) => base ** exponent) ?? null;
    }
    case 'arange':
      return known(['start', 'stop', 'end', 'step']) ? halfOpen(placed, given) : null;
    case 'range': {
      if (known([]) && placed.every((argument) => /^[-+]?\d+$/.test(argument)))
        return halfOpen(placed, given);
      // Julia's, with a length or a step.
      if (!known(['start', 'stop', 'length', 'step'])) return null;
      const [from, to, step] = [given(0, 'start'), given(1, 'stop'), named.get('step')];
      const length = named.get('length') ?? placed[2];
      if (from === null || to === null || (step === undefined) === (length === undefined)) return null;
      return step === undefined
        ? between(from, to, numberIn(length))
        : progression(from, step, countUpTo(numberIn(from), numberIn(to), numberIn(step)));
    }
    case 'seq_len':
      return placed.length === 1 ? progression('1', '1', numberIn(placed[0])) : null;
    case 'Range': {
      const [first = '', last, step = '1'] = placed;
      const [from, to] = last === undefined ? ['1', first] : [first, last];
      return progression(from, step, countUpTo(numberIn(from), numberIn(to), numberIn(step)));
    }
    case 'Subdivide': {
      if (placed.length !== 3) return null;
      const [from = '', to = '', parts] = placed;
      return between(from, to, numberIn(parts) + 1);
    }
    default:
      return null;
  }
}

/** Up to the last number and without it. */
function halfOpen(
  placed: readonly string[],
  given: (place: number, ...names: readonly string[]) => string | null,
): readonly number[] | null {
  if (placed.length > 3) return null;
  const isAlone = placed.length === 1 && given(1, 'stop', 'end') === null;
  const from = isAlone ? '0' : (given(0, 'start') ?? '0');
  const to = isAlone ? given(0) : given(1, 'stop', 'end');
  const step = given(2, 'step') ?? '1';
  if (to === null) return null;
  return progression(from, step, Math.ceil((numberIn(to) - numberIn(from)) / numberIn(step)));
}

function notationOf(name: string, module: string, call: Arguments | null): Notation {
  if (name === 'Range' || name === 'Subdivide') return 'mathematica';
  if (name === 'seq_len') return 'r-literal';
  if (name === 'LinRange' || ((call?.named.size ?? 0) > 0 && name === 'range')) return 'julia';
  return module === '' && name !== 'range' && name !== 'arange' ? 'octave-literal' : 'python-list';
}

// biome-ignore lint/correctness/useYield: no more numbers than `mostTerms`
function* readSequence(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  const found = sequenceAt(text, start, limit);
  if (found === null || found.values.length > mostTerms) return null;
  for (const value of found.values) store.push(value, found.end, found.end);
  const whole = store.take([found.values.length], { offset: start, length: found.end - start });
  const shaped = shapedAfter(text, start, whole, found.end);
  const factor = trailingFactor(text, shaped.end, limit);
  const end = factor?.end ?? shaped.end;
  if (!endsAlone(text, end, limit)) return { items: [], choices: [], end: refuseRest(source, end, limit) };
  const span = { offset: start, length: end - start };
  const array = { ...withFactors(source, shaped.array, [factor]), span };
  return {
    items: [{ kind: 'array', name: null, array, form: null, span }],
    choices: [],
    end,
    notation: found.notation,
  };
}
