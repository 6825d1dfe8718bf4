import type { Span } from '../problem';
import type { Steps } from '../steps';
import { Places, PlaceWriter } from './places';
import type { Reading } from './reading';

const escapeSign = '\u001b';
const bell = '\u0007';
/** The usual spellings in programs and JSON of the sign that begins a code. */
const spelled = ['\\u001b[', '\\u001B[', '\\x1b[', '\\x1B[', '\\033['] as const;
/** A colour or another control `[…m`, a title or a link `]…` with its end, a set of letters `(B`. */
const code = new RegExp(
  String.raw`${escapeSign}(?:\[[0-?]*[ -/]*[@-~]|\][^${bell}${escapeSign}]*(?:${bell}|${escapeSign}\\)|\([AB0])|\\(?:u001b|x1b|033)\[[\d;]*[A-Za-z]`,
  'iy',
);
const codesPerSlice = 4_096;
/** What a program coloured has codes from its beginning on: a long text is not searched whole for them. */
const searched = 1_000_000;

/** Text as a terminal shows it, without the codes that colour it, and the way back to where its parts stood. */
export class PlainText {
  constructor(
    readonly plain: string,
    /** Where codes stood in the plain text, and how long all up to them are, each ascending. */
    private readonly places: readonly number[],
    private readonly lengths: readonly number[],
  ) {}

  /** The place in the plain text of one in the coloured. */
  into(at: number): number {
    const { places, lengths } = this;
    const count = countWhile(places, (place, index) => place + (lengths[index - 1] ?? 0) < at);
    return Math.max(places[count - 1] ?? 0, at - (lengths[count - 1] ?? 0));
  }

  /** The span in the coloured text: codes before and after it are no part of it. */
  from({ offset, length }: Span): Span {
    const start = this.outOf(offset, (place) => place <= offset);
    if (length === 0) return { offset: start, length };
    const end = offset + length;
    return { offset: start, length: this.outOf(end, (place) => place < end) - start };
  }

  private outOf(at: number, isBefore: (place: number) => boolean): number {
    return at + (this.lengths[countWhile(this.places, isBefore) - 1] ?? 0);
  }

  /** A reading of the plain text as one of `text`, which has the codes. */
  *restored(reading: Reading, text: string): Steps<Reading> {
    return { ...((yield* this.moved(reading)) as Reading), text };
  }

  private *moved(value: unknown): Steps<unknown> {
    if (value instanceof Places) return yield* this.movedPlaces(value);
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const item of value) items.push(yield* this.moved(item));
      return items;
    }
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      return value;
    const entries: [string, unknown][] = [];
    for (const [key, inner] of Object.entries(value)) entries.push([key, yield* this.moved(inner)]);
    const copy: object = Object.fromEntries(entries);
    return isSpan(copy) ? { ...copy, ...this.from(copy) } : copy;
  }

  private *movedPlaces(places: Places): Steps<Places> {
    const writer = new PlaceWriter();
    for (let index = 0; index < places.length; index++) {
      const { offset, length } = this.from(places.spanOf(index));
      writer.push(offset, offset + length);
      if (index % codesPerSlice === codesPerSlice - 1) yield;
    }
    return writer.take();
  }
}

function isSpan(value: object): value is Span {
  return 'offset' in value && 'length' in value && typeof value.offset === 'number';
}

/** How many of the first hold, where those that hold stand first. */
function countWhile(numbers: readonly number[], holds: (number: number, index: number) => boolean): number {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(numbers[middle] ?? 0, middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Which sign begins the codes of a text; null where its beginning has none. One sign is found many times faster than several. */
function markIn(text: string): string | null {
  const beginning = text.slice(0, searched);
  if (beginning.includes(escapeSign)) return escapeSign;
  if (!beginning.includes('\\')) return null;
  return spelled.find((mark) => beginning.includes(mark)) ?? null;
}

/** The text without the codes of a terminal; null where it has none. */
export function* plainText(text: string): Steps<PlainText | null> {
  const mark = markIn(text);
  if (mark === null) return null;
  const parts: string[] = [];
  const places: number[] = [];
  const lengths: number[] = [];
  let end = 0;
  let removed = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, Math.max(end, at + 1))) {
    code.lastIndex = at;
    if (!code.test(text)) continue;
    parts.push(text.slice(end, at));
    end = code.lastIndex;
    places.push(at - removed);
    removed += end - at;
    lengths.push(removed);
    if (places.length % codesPerSlice === 0) yield;
  }
  if (places.length === 0) return null;
  parts.push(text.slice(end));
  return new PlainText(parts.join(''), places, lengths);
}

/** A part of a text without such codes. */
export function withoutCodes(part: string): string {
  if (![escapeSign, ...spelled].some((mark) => part.includes(mark))) return part;
  return part.replace(new RegExp(code, 'gi'), '');
}
