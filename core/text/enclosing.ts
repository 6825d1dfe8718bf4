import type { Span } from '../problem';
import {
  apostrophe,
  closerOf,
  colon,
  doubleQuote,
  isCloser,
  isSpace,
  isWordUnit,
  openBrace,
  openBracket,
  slash,
} from './characters';
import { type ParsedName, parseName } from './names';
import { skipString } from './skip';
import { endOfComment } from './spaces';

interface Frame {
  readonly start: number;
  readonly closer: number;
  /** A key of a network or a distribution of the design's JSON is among its own keys. */
  isValue: boolean;
  /** Weights are among its own keys: a layer, or an object `{"W1": …}`. */
  hasWeights: boolean;
  hasObject: boolean;
}

/** What encloses a place, told from brackets and keys alone, without reading a number. */
export interface Enclosing {
  /** The smallest object with `layers`, `p` or `q`, else the largest with weights. */
  readonly value: Span | null;
  /** The largest array without objects. */
  readonly array: Span | null;
}

/** Scans brackets from the start; strings and comments hold none. Closing brackets that fit nothing are prose. */
export function findEnclosing(text: string, offset: number): Enclosing {
  const frames: Frame[] = [];
  let enclosingFrames = 0;
  let value: Span | null = null;
  let withWeights: Span | null = null;
  let array: Span | null = null;
  let at = 0;
  while (value === null) {
    at = nextMark(text, at);
    if (at >= text.length || (at > offset && enclosingFrames === 0)) break;
    const unit = text.charCodeAt(at);
    if (closerOf(unit) !== 0) {
      const parent = frames[frames.length - 1];
      if (unit === openBrace && parent !== undefined) parent.hasObject = true;
      frames.push({ start: at, closer: closerOf(unit), isValue: false, hasWeights: false, hasObject: false });
      if (at <= offset) enclosingFrames++;
    } else if (isCloser(unit)) {
      const place = lastThatCloses(frames, unit);
      const frame = frames[place];
      if (frame !== undefined) {
        for (; frames.length > place; frames.pop()) {
          if ((frames[frames.length - 1]?.start ?? 0) <= offset) enclosingFrames--;
        }
        const span = { offset: frame.start, length: at + 1 - frame.start };
        if (frame.start <= offset && at + 1 >= offset) {
          if (frame.isValue) value = span;
          else if (frame.hasWeights) withWeights = span;
          else if (!frame.hasObject && text.charCodeAt(frame.start) === openBracket) array = span;
        }
      }
    } else if (unit === doubleQuote || unit === colon) {
      const end = unit === doubleQuote ? skipString(text, at, text.length) : at + 1;
      const frame = frames[frames.length - 1];
      if (frame !== undefined && frame.closer === closerOf(openBrace)) noteKey(frame, text, at, end);
      at = end;
      continue;
    } else if (unit === slash) {
      const end = endOfComment(text, at, text.length, 'text');
      if (end > at) {
        at = end;
        continue;
      }
    }
    at++;
  }
  return { value: value ?? withWeights, array };
}

/** The units at which the scan stops; all others are passed over in a tight loop. */
const marks = new Uint8Array(128);
for (const mark of '[](){}":/') marks[mark.charCodeAt(0)] = 1;

function nextMark(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128 && marks[unit] === 1) break;
  }
  return at;
}

function lastThatCloses(frames: readonly Frame[], unit: number): number {
  let place = frames.length - 1;
  while (place >= 0 && frames[place]?.closer !== unit) place--;
  return place;
}

/** Looks at a quoted key that ends at `end`, or at the bare key before a colon at `at`. */
function noteKey(frame: Frame, text: string, at: number, end: number): void {
  const quoted = text.charCodeAt(at) === doubleQuote;
  let first = at;
  let colonAt = at;
  if (quoted) {
    colonAt = end;
    while (colonAt < text.length && isSpace(text.charCodeAt(colonAt))) colonAt++;
    if (text.charCodeAt(colonAt) !== colon) return;
  } else {
    while (first > frame.start && isSpace(text.charCodeAt(first - 1))) first--;
    const last = first;
    while (first > frame.start && isWordUnit(text.charCodeAt(first - 1))) first--;
    if (first === last || text.charCodeAt(first - 1) === apostrophe) return;
  }
  const key = quoted ? text.slice(at + 1, end - 1) : text.slice(first, at).trim();
  if (key.length > longestKey) return;
  let next = colonAt + 1;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  const holdsMore = closerOf(text.charCodeAt(next)) !== 0;
  const parsed = parseName(key);
  if (isValueKey(parsed) && holdsMore) frame.isValue = true;
  if (parsed.role === 'weights' && holdsMore) frame.hasWeights = true;
}

const longestKey = 40;

function isValueKey({ role, index }: ParsedName): boolean {
  return (role === 'layers' || role === 'p' || role === 'q') && index === null;
}
