import type { Span } from '../../problem';
import type { Steps } from '../../steps';
import { withFactors } from '../arrayTail';
import { endOfToken } from '../characters';
import { factorOfCall, trailingFactor } from '../factor';
import type { ArrayItem, Name } from '../items';
import { Places } from '../places';
import type { ReadingChoice } from '../reading';
import type { Source } from '../source';
import { composedAt, spelledValue, wordValue } from '../spelling';
import { matchAt } from './callEnds';
import type { Found, ValueReader } from './notation';
import { between, progression } from './progression';
import {
  concatenate,
  diagonal,
  filled,
  impliedVector,
  type Numbers,
  pick,
  scalar,
  stack,
  transposed,
} from './rNumbers';

const head =
  /(?:(?:matrix|array)\(\s*(?:data\s*=\s*)?(?:c\(|\(?-?[\d.]+L?\s*(?::|,\s*(?:n(?:row|col)\s*=\s*)?\d)|NA\b|TRUE\b|FALSE\b|(?:rep|seq|numeric|structure)\()|structure\(|data\.frame\(|[rc]bind\(|diag\(\s*(?:c\(|\d)|t\((?:matrix|structure|[rc]bind)\(|c\(\s*(?:(?:[-+\d.eEL, \t]{0,60},\s*)?(?:c|rep|seq)\(|[A-Za-z_.][\w.]*\s*=(?!=)|(?:'[^'\n]{0,60}'|"[^"\n]{0,60}"|`[^`\n]{0,60}`)\s*=(?!=)|-?0[xX]|TRUE\b|FALSE\b|NA\b|-?\d+:|[^()'"]{1,40}\d:\d)|rep\((?:c\(|-?[\d.]+(?:\s*\/\s*\d+)?\s*,\s*(?:times\s*=\s*)?\d)|seq\(\s*-?[\d.]+\s*,|numeric\(\d|as\.(?:matrix|numeric)\(c\()/y;
const number =
  /[-+]?\s*(?:0[xX](?:[\da-fA-F]+\.?[\da-fA-F]*|\.[\da-fA-F]+)(?:[pP][-+]?\d+)?L?|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?L?|Inf\b|NaN\b|NA(?:_real_|_integer_)?\b)/y;
export const argumentName = /(?:([A-Za-z_.][\w.]*)|`[^`\n]*`|"[^"\n]*"|'[^'\n]*')\s*=(?!=)\s*/y;
const callName = /([A-Za-z_.][\w.]*)\s*\(/y;
const logical = /(?:TRUE|FALSE|T|F)\b/y;
const text = /(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|NULL\b)/y;
const deepest = 16;
const mostRepeated = 200_000;

/** R's own way to write a matrix: `matrix(c(…), nrow = 2)`, `rbind`, `cbind`, `structure(…, dim = …)`. */
export const rExpression: ValueReader = {
  name: 'r-literal',
  begins: 'value',
  opens: ['call', 'number'],
  calls: { name: 'macsrdtn' },
  recognise: (source, at, limit) => {
    const start = factorOfCall(source, at, limit)?.end ?? at;
    return /[macsrdtn]/.test(source.charAt(start)) && matchAt(head, source, start, limit) !== null;
  },
  read: readExpression,
};

export class Fault {
  constructor(
    readonly at: number,
    readonly end: number,
    readonly reason: 'unclosed' | 'unexpected-token' | 'ragged' | 'elided',
    readonly expected: string,
    readonly length = 0,
    readonly count = 0,
  ) {}
}

interface Argument {
  readonly name: string;
  readonly value: Numbers | null;
  readonly start: number;
  readonly isLogical?: true;
}

/** A recursive reader of the few calls that make arrays; it stops at the first thing it does not know. */
export class Parser {
  at = 0;
  columnMajor = false;
  structure = false;
  private implied = 0;

  constructor(
    private readonly source: string,
    private readonly limit: number,
  ) {}

  value(start: number, depth: number): Numbers | Fault {
    this.at = this.skip(start);
    const first = this.at;
    const composed = composedAt(this.source, first, this.limit);
    if (composed !== null) {
      this.at = composed.end;
      return scalar(composed.value, first, composed.end);
    }
    callName.lastIndex = first;
    const call = callName.exec(this.source);
    if (call !== null && depth < deepest)
      return this.call(call[1] ?? '', first + call[0].length, first, depth);
    number.lastIndex = first;
    const match = number.exec(this.source);
    if (match === null || first + match[0].length > this.limit) return this.unexpected(first);
    this.at = first + match[0].length;
    const value = this.valueOf(match[0]);
    const next = this.skip(this.at);
    if (this.source.charAt(next) !== ':') return scalar(value, first, this.at);
    number.lastIndex = this.skip(next + 1);
    const last = number.exec(this.source);
    if (last === null) return this.unexpected(next);
    const stop = this.valueOf(last[0]);
    this.at = number.lastIndex;
    const count = Math.floor(Math.abs(stop - value)) + 1;
    if (!this.mayImply(count)) return this.unexpected(first);
    const step = stop >= value ? 1 : -1;
    return impliedVector(
      Array.from({ length: count }, (_, index) => value + step * index),
      this.at,
    );
  }

  private valueOf(written: string): number {
    const plain = written.replace(/\s/g, '').replace(/_(?:real|integer)_$/, '');
    return wordValue(plain) ?? spelledValue(plain) ?? Number.NaN;
  }

  private call(name: string, start: number, first: number, depth: number): Numbers | Fault {
    const args = this.arguments(start, depth);
    if (args instanceof Fault) return args;
    const data = args.filter(({ name: key }) => key === '' || key === 'data' || key === '.Data');
    const vectors = data.flatMap(({ value }) => (value === null ? [] : [value]));
    const named = (key: string): Argument | undefined => args.find((arg) => arg.name === key);
    const whole = vectors[0];
    switch (name) {
      case 'list':
      case 'data.frame': {
        // Columns under names, as dput writes a data frame.
        const columns = args.flatMap(({ name: key, value }) =>
          value === null || /^(?:row\.names|class)$/.test(key) ? [] : [value],
        );
        const stacked = stack(columns);
        if (stacked === null) return this.unexpected(first);
        return columns.every(({ shape }) => shape.length === 0) ? concatenate(columns) : transposed(stacked);
      }
      case 'c':
        return this.all(args) ?? this.unexpected(first);
      case 'as.numeric':
        return concatenate(vectors);
      case 'as.matrix':
        if (whole === undefined) return this.unexpected(first);
        return whole.shape.length > 1 ? whole : { ...whole, shape: [whole.values.length, 1] };
      case 't':
        if (whole === undefined || whole.shape.length > 2) return this.unexpected(first);
        return whole.shape.length === 2 ? transposed(whole) : { ...whole, shape: [1, whole.values.length] };
      case 'numeric': {
        const count = whole?.values[0] ?? 0;
        if (!this.mayImply(count)) return this.unexpected(first);
        return impliedVector(
          Array.from({ length: count }, () => 0),
          this.at,
        );
      }
      case 'seq':
        return this.sequence(vectors, named, first);
      case 'rep': {
        const each = numbersOf(named('each'))?.values[0] ?? 1;
        const times = vectors[1]?.values[0] ?? numbersOf(named('times'))?.values[0] ?? 1;
        const isCount = Number.isInteger(each) && Number.isInteger(times) && each > 0 && times >= 0;
        if (whole === undefined || !isCount || !this.mayImply(each * times * whole.values.length))
          return this.unexpected(first);
        const order = Array.from({ length: each * times * whole.values.length }, (_, index) =>
          Math.floor((index % (each * whole.values.length)) / each),
        );
        return pick(whole, order, [order.length]);
      }
      case 'matrix': {
        if (whole === undefined) return this.unexpected(first);
        const isTrue = (arg: Argument | undefined) => arg?.isLogical === true && arg.value?.values[0] === 1;
        const byRow = isTrue(named('byrow')) || isTrue(args.filter((arg) => arg.name === '')[3]);
        const rows = numbersOf(named('nrow'))?.values[0] ?? vectors[1]?.values[0];
        const positional =
          vectors.length > (named('nrow') === undefined ? 2 : 1)
            ? vectors.at(named('nrow') === undefined ? 2 : 1)
            : undefined;
        const columns = numbersOf(named('ncol'))?.values[0] ?? positional?.values[0];
        return this.fill(whole, rows, columns, byRow, first);
      }
      case 'structure':
      case 'array': {
        const dim = numbersOf(named('dim') ?? named('.Dim')) ?? (name === 'array' ? vectors[1] : undefined);
        if (whole === undefined) return this.unexpected(first);
        this.structure ||= name === 'structure';
        if (dim === undefined) return whole;
        if (dim.values.length === 1) return { ...whole, shape: [whole.values.length] };
        const count = dim.values.reduce((product, size) => product * size, 1);
        if (name === 'structure' && count !== whole.values.length) {
          const place = named('dim')?.start ?? first;
          return new Fault(place, this.at, 'ragged', '', whole.values.length, count);
        }
        if (!dim.values.every(Number.isInteger) || !this.mayImply(count - whole.values.length))
          return this.unexpected(named('dim')?.start ?? first);
        if (dim.values.length === 2 && count > 0)
          return this.fill(whole, dim.values[0], dim.values[1], false, first);
        this.columnMajor ||= count > 1;
        return filled(whole, dim.values);
      }
      case 'rbind':
        return stack(args.flatMap(({ value }) => value ?? [])) ?? this.unexpected(first);
      case 'cbind': {
        const stacked = stack(args.flatMap(({ value }) => value ?? []));
        return stacked === null ? this.unexpected(first) : transposed(stacked);
      }
      case 'diag': {
        if (whole === undefined || vectors.length > 1) return this.unexpected(first);
        const size = whole.shape.length === 0 ? (whole.values[0] ?? 0) : whole.values.length;
        if (!(size >= 1 && size <= 1_000)) return this.unexpected(first);
        return diagonal(whole, size, this.at);
      }
      default:
        return this.unexpected(first);
    }
  }

  /** The elements of `c`, under names or without; null where one is a text. */
  private all(args: readonly Argument[]): Numbers | null {
    const values = args.flatMap(({ value }) => value ?? []);
    if (values.length < args.length) return null;
    const whole = concatenate(values);
    const isNamed = args.length === whole.values.length && args.every(({ name }) => name !== '');
    if (!isNamed) return whole;
    return {
      ...whole,
      labels: args.map(({ name, start }) => ({ text: name, span: { offset: start, length: name.length } })),
    };
  }

  /** `seq(from, to, by)` and `seq(from, to, length.out = n)`. */
  private sequence(
    vectors: readonly Numbers[],
    named: (key: string) => Argument | undefined,
    first: number,
  ): Numbers | Fault {
    const [from, to, by] = vectors.map(({ values }) => values[0] ?? Number.NaN);
    const step = numbersOf(named('by'))?.values[0] ?? by ?? 1;
    const length = numbersOf(named('length.out') ?? named('length'))?.values[0];
    if (from === undefined || to === undefined) return this.unexpected(first);
    const count = length ?? Math.floor((to - from) / step + 1e-10) + 1;
    if (!(count >= 1) || !Number.isInteger(count) || !this.mayImply(count)) return this.unexpected(first);
    // Shortest decimals are what the text has, and exact between them.
    const values =
      length === undefined
        ? progression(String(from), String(step), count)
        : between(String(from), String(to), count);
    return values === null ? this.unexpected(first) : impliedVector(values, this.at);
  }

  private arguments(start: number, depth: number): readonly Argument[] | Fault {
    const args: Argument[] = [];
    let at = this.skip(start);
    while (this.source.charAt(at) !== ')' || at >= this.limit) {
      if (at >= this.limit) return new Fault(this.limit, this.limit, 'unclosed', ')');
      argumentName.lastIndex = at;
      const named = argumentName.exec(this.source);
      const begin = at;
      if (named !== null) at += named[0].length;
      logical.lastIndex = at;
      text.lastIndex = at;
      if (logical.test(this.source)) {
        const value = scalar(this.source.charAt(at) === 'T' ? 1 : 0, at, logical.lastIndex);
        args.push({ name: named?.[1] ?? '', value, start: begin, isLogical: true });
        this.at = logical.lastIndex;
      } else if (text.test(this.source)) {
        args.push({ name: named?.[1] ?? 'text', value: null, start: begin });
        this.at = text.lastIndex;
      } else if (named !== null && /dimnames|names|class/i.test(named[1] ?? '')) {
        this.at = endOfArgument(this.source, at, this.limit);
        args.push({ name: named[1] ?? '', value: null, start: begin });
      } else {
        const value = this.value(at, depth + 1);
        if (value instanceof Fault) return value;
        const name = named === null ? '' : (named[1] ?? named[0].replace(/^["'`]|["'`]\s*=\s*$/g, ''));
        args.push({ name, value, start: begin });
      }
      at = this.skip(this.at);
      if (this.source.charAt(at) === ',') at = this.skip(at + 1);
      else if (this.source.charAt(at) !== ')' && at < this.limit) return this.unexpected(at);
    }
    this.at = at + 1;
    return args;
  }

  /** R fills column by column, and repeats the numbers where there are too few. */
  private fill(
    whole: Numbers,
    rows: number | undefined,
    columns: number | undefined,
    byRow: boolean,
    first: number,
  ): Numbers | Fault {
    const { length } = whole.values;
    const height = rows ?? (columns === undefined ? length : Math.ceil(length / columns));
    const wide = columns ?? Math.ceil(length / height);
    const count = height * wide;
    const isShape = Number.isInteger(height) && Number.isInteger(wide) && height > 0 && wide > 0;
    if (!isShape || length === 0 || !this.mayImply(count - length)) return this.unexpected(first);
    if (count % length !== 0) return new Fault(first, this.at, 'ragged', '', length, count);
    const order = Array.from({ length: count }, (_, index) => {
      const row = Math.floor(index / wide);
      const place = byRow ? index : (index % wide) * height + row;
      return place % length;
    });
    if (!byRow && height > 1 && wide > 1) this.columnMajor = true;
    return pick(whole, order, [height, wide]);
  }

  /** Whether the text may stand for so many more numbers than it writes: a short one must not become a long one. */
  private mayImply(count: number): boolean {
    this.implied += Math.max(0, count);
    return this.implied <= mostRepeated;
  }

  private unexpected(at: number): Fault {
    const end = endOfToken(this.source, at, this.limit);
    const isElided = /^(?:\.{3}|…)/.test(this.source.slice(at, at + 3));
    return new Fault(at, Math.min(end, this.limit), isElided ? 'elided' : 'unexpected-token', 'number');
  }

  /** Past blanks, ends of lines and comments. */
  skip(start: number): number {
    let at = start;
    while (at < this.limit) {
      if (/\s/.test(this.source.charAt(at))) at++;
      else if (this.source.charAt(at) === '#')
        while (at < this.limit && !/[\r\n]/.test(this.source.charAt(at))) at++;
      else break;
    }
    return at;
  }
}

export function endOfArgument(source: string, start: number, limit: number): number {
  let depth = 0;
  let at = start;
  for (; at < limit; at++) {
    const unit = source.charAt(at);
    if (unit === '(') depth++;
    else if (unit === ')' && depth-- === 0) break;
    else if (unit === ',' && depth === 0) break;
  }
  return at;
}

function numbersOf(argument: Argument | undefined): Numbers | undefined {
  return argument?.value ?? undefined;
}

// biome-ignore lint/correctness/useYield: an expression has no more numbers than a person writes
function* readExpression(source: Source, start: number, limit: number): Steps<Found | null> {
  const parser = new Parser(source.text, limit);
  const leading = factorOfCall(source.text, start, limit);
  const result = parser.value(leading?.end ?? start, 0);
  if (result instanceof Fault) {
    return { items: [], choices: [], end: Math.max(reportFault(source, result), start + 1) };
  }
  const item = itemOf(source, result, null, { offset: start, length: parser.at - start });
  const choices: ReadingChoice[] = parser.columnMajor ? [{ rule: 'column-major' }] : [];
  const factor = trailingFactor(source.text, parser.at, limit);
  const end = factor?.end ?? parser.at;
  const array = withFactors(source, item.array, [leading, factor]);
  const notation = parser.structure ? 'r-dput' : 'r-literal';
  return { items: [{ ...item, array }], choices, end, notation };
}

/** Says what is wrong; answers where it ends. */
export function reportFault(source: Source, { reason, at, end, length, count, expected }: Fault): number {
  if (reason === 'ragged') source.report('ragged', at, end, { row: 0, length, expected: count });
  else if (reason === 'elided') source.report('elided', at, end, { mark: source.text.slice(at, end) });
  else source.reportSyntax(reason, at, end, expected);
  source.meant = true;
  return end;
}

/** The numbers of an expression as an item of the text, with what is to be said of them. */
export function itemOf(
  source: Source,
  { shape, values, starts, ends, labels }: Numbers,
  name: Name | null,
  span: Span,
): ArrayItem {
  const missing = values.findIndex((value) => !Number.isFinite(value));
  if (missing >= 0)
    source.noteNotFinite(
      values[missing] ?? Number.NaN,
      starts[missing] ?? span.offset,
      ends[missing] ?? span.offset,
    );
  starts.forEach((from, index) => {
    if (/[TF]/.test(source.text.charAt(from))) source.noteTruthValue(source.text.slice(from, ends[index]));
  });
  const array = { shape, values: Float64Array.from(values), places: Places.of(starts, ends), span };
  return { kind: 'array', name, array, form: null, span, ...(labels === undefined ? {} : { labels }) };
}
