import { parseRational } from '../exact/parseRational';
import { toNumber } from '../exact/toNumber';
import type { Span } from '../problem';
import type { ArrayItem } from './items';
import { unitBases } from './measureCall';
import { onFirstUse } from './onFirstUse';
import type { Source } from './source';
import { spelledValue } from './spelling';

/** Numbers of distributions inside a call such as `KL(1/4, 3/4 || 1/2, 1/2)` or `H(0.2, 0.3, 0.5)`. */
export interface DistributionCall {
  /** The numbers of P, and of Q where there is one. */
  readonly parts: readonly Span[];
  /** Of the logarithms, where the call says one: `base=2`, or `in bits` behind it. */
  readonly base: number | null;
  /** The whole call. */
  readonly span: Span;
  /** False where any program could mean it: an `H( )` whose numbers do not sum to about one. */
  readonly meant: boolean;
}

const longest = 200_000;
const head = onFirstUse(() => /\s*(?:[\p{L}_]\w*\.)*([\p{L}_]\w*)\s*\(/uy);
/** What begins no name: most texts are let go by it before `head` has to be made. */
const otherBeginning = /\s*[^\sA-Za-z_\u0080-\uffff]/y;
const namesOfPairs = new Set(['kl', 'dkl', 'd_kl', 'kl_div', 'kl_divergence', 'd']);
/** Of pairs too; but a program may have a function of such a name, so that the numbers have to be probabilities. */
export const namesOfDistances: ReadonlySet<string> = new Set([
  'js',
  'jsd',
  'jensen_shannon',
  'jensenshannon',
  'jeffreys',
  'tv',
  'total_variation',
  'hellinger',
]);
const namesOfEntropies = new Set(['h', 'entropy']);
/** Calls around a list of numbers that leave it as it is. */
const words = /^(?:e|np|numpy|torch|jnp|tf|array|tensor|asarray|constant|[dtc]?frac|inf|nan|c)$/i;
const baseAtEnd = /[,;]\s*base\s*=\s*([-+]?\d+(?:\.\d+)?|e)\s*$/i;
const unitBehind = /^\s+in\s+([a-z]+?)s?\b/i;

/** The call at `offset`, blanks before it skipped; null where none of these stands there. */
export function distributionCallAt(text: string, offset: number, limit: number): DistributionCall | null {
  if (limit - offset > longest) return null;
  otherBeginning.lastIndex = offset;
  if (otherBeginning.test(text)) return null;
  head().lastIndex = offset;
  const match = head().exec(text);
  const name = match?.[1]?.toLowerCase() ?? '';
  const isDistance = namesOfDistances.has(name);
  const isPair = isDistance || namesOfPairs.has(name);
  if (match === null || (!isPair && !namesOfEntropies.has(name))) return null;
  const open = head().lastIndex;
  const marks = marksInside(text, open, limit);
  if (marks === null) return null;
  const { close, bars, commas } = marks;
  const unit = unitBehind.exec(text.slice(close + 1, Math.min(limit, close + 30)));
  const ofUnit = unitBases.get(unit?.[1]?.toLowerCase() ?? '');
  const written = baseAtEnd.exec(text.slice(open, close));
  const end = written === null ? close : close - written[0].length;
  const base = written?.[1] ?? null;
  const parts = partsOf(text, open, end, bars, commas, isPair);
  if (parts === null || !parts.every((part) => isNumbers(text, part))) return null;
  const begin = offset + match[0].length - match[0].trimStart().length;
  const after = ofUnit === undefined ? close + 1 : close + 1 + (unit?.[0].length ?? 0);
  return {
    parts,
    base: base === null ? (ofUnit ?? null) : base === 'e' ? Math.E : Number(base),
    span: { offset: begin, length: after - begin },
    meant: (isPair && !isDistance) || parts.every((part) => sumsToAboutOne(text, part)),
  };
}

/** A call that is all of a text but for blanks and a last mark. */
export function distributionCall(text: string, { offset, length }: Span): DistributionCall | null {
  const call = distributionCallAt(text, offset, offset + length);
  if (call === null) return null;
  const rest = text.slice(call.span.offset + call.span.length, offset + length);
  return /^[\s;,.]*$/.test(rest) ? call : null;
}

const callName = onFirstUse(() => /[\p{L}_][\w.]*\s*\(/gu);
const longestLine = 2_000;

/** The call around an offset, on its line, whose numbers are meant as distributions. */
export function distributionCallAround(text: string, offset: number): Span | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const limit = next < 0 ? text.length : next;
  if (limit - start > longestLine) return null;
  for (const { index } of text.slice(start, limit).matchAll(callName())) {
    if (start + index > offset) break;
    const call = distributionCallAt(text, start + index, limit);
    if (call?.meant === true && call.span.offset + call.span.length >= offset) return call.span;
  }
  return null;
}

/** Numbers with commas between and no bracket around, `1/4, 3/4`; null for anything else. */
export function bareList({ text, store }: Source, { offset, length }: Span): ArrayItem | null {
  const written = text.slice(offset, offset + length);
  if (/^\s*[\w.]*[([]/.test(written)) return null;
  const numbers: { value: number; start: number; end: number }[] = [];
  for (const { 0: token, index } of written.matchAll(/[^,;]+/g)) {
    const trimmed = token.trim();
    const value = spelledValue(trimmed);
    if (value === null) return null;
    const start = offset + index + token.indexOf(trimmed);
    numbers.push({ value, start, end: start + trimmed.length });
  }
  for (const { value, start, end } of numbers) store.push(value, start, end);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return null;
  const span = { offset: first.start, length: last.end - first.start };
  const array = store.take([numbers.length], span);
  return { kind: 'array', name: null, array, form: null, span };
}

interface Marks {
  readonly close: number;
  /** Where `||` and its like stand, and commas, outside all brackets. */
  readonly bars: readonly { readonly at: number; readonly end: number }[];
  readonly commas: readonly number[];
}

function marksInside(text: string, open: number, limit: number): Marks | null {
  const bars: { at: number; end: number }[] = [];
  const commas: number[] = [];
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const mark = text.charAt(at);
    if ('([{'.includes(mark)) depth++;
    else if (')]}'.includes(mark)) {
      if (depth === 0) return mark === ')' ? { close: at, bars, commas } : null;
      depth--;
    } else if (depth === 0) {
      if (mark === ',') commas.push(at);
      if (mark === '‖' || mark === '∥') bars.push({ at, end: at + 1 });
      if (text.startsWith('\\|', at)) bars.push({ at, end: at + 2 });
      else if (text.startsWith('||', at)) bars.push({ at, end: ++at + 1 });
    }
  }
  return null;
}

/** P and Q at the two bars, or two lists in brackets with a comma between; else P alone. */
function partsOf(
  text: string,
  open: number,
  end: number,
  bars: Marks['bars'],
  commas: readonly number[],
  isPair: boolean,
): readonly Span[] | null {
  const part = (from: number, to: number): Span => ({ offset: from, length: to - from });
  const [bar, another] = bars;
  if (another !== undefined) return null;
  if (bar !== undefined) return [part(open, bar.at), part(bar.end, end)];
  const inside = commas.filter((at) => at < end);
  const [comma] = inside;
  const isList = (from: number, to: number) => /^\s*[\w.]*[([{]/.test(text.slice(from, to));
  if (inside.length === 1 && comma !== undefined && isList(open, comma) && isList(comma + 1, end)) {
    return [part(open, comma), part(comma + 1, end)];
  }
  return isPair ? null : [part(open, end)];
}

function isNumbers(text: string, { offset, length }: Span): boolean {
  const written = text.slice(offset, offset + length);
  if (!/[\d½⅓⅔¼¾]/.test(written)) return false;
  return (written.match(/\p{L}+/gu) ?? []).every((word) => words.test(word));
}

function sumsToAboutOne(text: string, { offset, length }: Span): boolean {
  const tokens = (text.slice(offset, offset + length).match(/[^\s,;()[\]]+/g) ?? []).filter(
    (token) => !/^[\p{L}_][\w.]*$/u.test(token),
  );
  let sum = 0;
  for (const token of tokens) {
    const value = parseRational(token);
    if (value === null || value.numerator < 0n) return false;
    sum += toNumber(value);
  }
  return tokens.length > 1 && Math.abs(sum - 1) < 0.05;
}
