import type { Span } from '../problem';
import type { Steps } from '../steps';
import { deepest } from './arrayForm';
import { ArrayReader } from './arrayReader';
import {
  apostrophe,
  closeBrace,
  closeBracket,
  colon,
  comma,
  doubleQuote,
  endOfToken,
  isCloser,
  isWordStart,
  isWordUnit,
  openBrace,
  openBracket,
} from './characters';
import type { JsonMember, JsonObject, JsonValue } from './json';
import { isDocumentKey, parseName } from './names';
import { mayBeginNumber } from './number';
import { skipString, skipValue } from './skip';
import type { Source } from './source';
import { fenceLength, skipSpace } from './spaces';

/** True where `{` at `at` opens a JSON object: a key and a colon follow, or the brace closes at once. */
export function opensObject(text: string, at: number, limit: number): boolean {
  if (text.charCodeAt(at) !== openBrace) return false;
  const first = skipSpace(text, at + 1, limit, 'json');
  const unit = text.charCodeAt(first);
  if (first >= limit) return false;
  if (unit === closeBrace) return true;
  const end = endOfJsonKey(text, first, limit);
  if (end === first) return false;
  // A key that Nabla knows is meant as one, also where its colon was forgotten.
  const isKnown = unit === doubleQuote && parseName(unquote(text, first, end)).role !== null;
  return isKnown || text.charCodeAt(skipSpace(text, end, limit, 'json')) === colon;
}

function endOfJsonKey(text: string, at: number, limit: number): number {
  const unit = text.charCodeAt(at);
  if (unit === doubleQuote || unit === apostrophe) return skipString(text, at, limit);
  let end = at;
  if (isWordStart(unit)) while (end < limit && isWordUnit(text.charCodeAt(end))) end++;
  return end;
}

/** So many members are read in a few milliseconds. */
const membersPerSlice = 256;

/** Reads JSON with comments, trailing commas, bare NaN and Infinity. Recursion goes no deeper than `deepest`. */
export class JsonReader {
  /** Where reading stopped. */
  end = 0;
  private inGradient = false;

  constructor(
    private readonly source: Source,
    private readonly limit: number,
  ) {}

  /** Reads `{…}` at `start`; `every` reads the values of all keys and not of those alone that Nabla knows. */
  *readObject(start: number, depth: number, every: boolean): Steps<JsonObject> {
    return yield* this.readMembers(start, depth, every, false);
  }

  /** Reads members that stand without their braces, as when a part of an object is selected. */
  *readFragment(start: number): Steps<JsonObject> {
    return yield* this.readMembers(start, 1, false, true);
  }

  private *readMembers(start: number, depth: number, every: boolean, isFragment: boolean): Steps<JsonObject> {
    const { source, limit } = this;
    const { text } = source;
    const members: JsonMember[] = [];
    const roles = new Set<string>();
    let hasScalars = true;
    let at = isFragment ? start : this.skip(start + 1);
    let separated = true;
    for (;;) {
      if (at >= limit || fenceLength(text, at) > 0) {
        if (!isFragment) source.reportSyntax('unclosed', at, at, '}');
        break;
      }
      const unit = text.charCodeAt(at);
      if (isCloser(unit) && isFragment) break;
      if (isCloser(unit)) {
        if (unit !== closeBrace) source.reportSyntax('mismatched', at, at + 1, '}');
        at++;
        break;
      }
      if (unit === comma) {
        if (separated) source.reportSyntax('missing-value', at, at + 1, 'key');
        separated = true;
        at = this.skip(at + 1);
        continue;
      }
      const keyEnd = endOfJsonKey(text, at, limit);
      if (keyEnd === at) {
        source.reportSyntax('unexpected-token', at, endOfToken(text, at, limit), 'key');
        at = this.skip(Math.max(at + 1, skipValue(text, at, limit)));
        separated = false;
        continue;
      }
      if (!separated) source.reportSyntax('missing-separator', at, keyEnd, ',');
      const key = unquote(text, at, keyEnd);
      const keySpan = { offset: at, length: keyEnd - at };
      const { role, index, module } = parseName(key);
      if (role === 'layers' || role === 'kernel' || role === 'learningRate') source.meant = true;
      const wanted = every || role !== null || isDocumentKey(key);
      if (wanted) {
        const id = role === null ? key : `${role} ${module ?? index}`;
        if (roles.has(id)) source.reportSyntax('duplicate-key', at, keyEnd);
        roles.add(id);
      }
      at = this.skip(keyEnd);
      if (text.charCodeAt(at) === colon && at < limit) at = this.skip(at + 1);
      else source.reportSyntax('missing-separator', at, Math.min(limit, at + 1), ':');
      const opensList = text.charCodeAt(at) === openBracket && at < limit;
      const outer: boolean = this.inGradient;
      this.inGradient = outer || key === 'gradient' || key === 'direction';
      // One array a layer, of other shapes each, and ends that may be words: not one array of them all.
      const value: JsonValue =
        opensList &&
        ((outer && role !== 'input') ||
          (every && key === 'support') ||
          this.listsArrays(key, at, depth) ||
          // One vector a layer beside one matrix a layer.
          (key === 'biases' &&
            members.some((before) => before.key === 'weights' && before.value.type === 'list')))
          ? yield* this.readList(at, depth, false)
          : yield* this.readValue(at, depth, wanted, every || this.inGradient || readsInside(role));
      this.inGradient = outer;
      members.push({ key, keySpan, role, value });
      hasScalars &&= isScalar(value);
      if (members.length % membersPerSlice === 0) yield;
      at = this.skip(this.end);
      separated = false;
    }
    this.end = at;
    return { type: 'object', members, hasScalars, span: { offset: start, length: at - start } };
  }

  private *readValue(start: number, depth: number, wanted: boolean, every: boolean): Steps<JsonValue> {
    const { source, limit } = this;
    const { text } = source;
    const unit = start < limit ? text.charCodeAt(start) : Number.NaN;
    if (start >= limit || unit === comma || isCloser(unit)) {
      source.reportSyntax('missing-value', start, Math.min(limit, start + 1), 'value');
      return this.stop(start, start);
    }
    if (!wanted) return this.stop(start, skipValue(text, start, limit));
    if (unit === openBrace) {
      if (depth >= deepest) {
        source.reportSyntax('depth', start, start + 1);
        return this.stop(start, skipValue(text, start, limit));
      }
      return yield* this.readObject(start, depth + 1, every);
    }
    if (unit === openBracket) {
      const first = this.skip(start + 1);
      if (text.charCodeAt(first) === openBrace && first < limit)
        return yield* this.readList(start, depth, every);
      const reader = new ArrayReader(source, start, limit, 'json');
      const array = yield* reader.read();
      this.end = reader.end;
      return { type: 'numbers', array, span: array.span };
    }
    if (unit === doubleQuote || unit === apostrophe) {
      this.end = skipString(text, start, limit);
      const span = { offset: start, length: this.end - start };
      if (text.charCodeAt(this.end - 1) !== unit || this.end - start < 2) {
        source.reportSyntax('unclosed', this.end, this.end, String.fromCharCode(unit));
      }
      return { type: 'string', value: unquote(text, start, this.end), span };
    }
    if (mayBeginNumber(unit)) {
      const outcome = source.scanner.scan(text, start, limit);
      if (outcome !== 'none') return this.readNumber(start, outcome === 'number');
    }
    const end = endOfToken(text, start, limit);
    const word = text.slice(start, end);
    if (word !== 'null' && word !== 'true' && word !== 'false') {
      source.reportSyntax('unexpected-token', start, end, 'value');
    }
    return this.stop(start, end);
  }

  private readNumber(start: number, valid: boolean): JsonValue {
    const { source } = this;
    const { value, end } = source.scanner;
    this.end = end;
    const span = { offset: start, length: end - start };
    if (!valid) source.reportSyntax('zero-denominator', start, end);
    else if (!Number.isFinite(value)) source.noteNotFinite(value, start, end);
    source.store.push(valid ? value : Number.NaN, start, end);
    return { type: 'numbers', array: source.store.take([], span), span };
  }

  private *readList(start: number, depth: number, every: boolean): Steps<JsonValue> {
    const { source, limit } = this;
    const { text } = source;
    const items: JsonValue[] = [];
    let at = this.skip(start + 1);
    let separated = true;
    for (;;) {
      if (at >= limit || fenceLength(text, at) > 0) {
        source.reportSyntax('unclosed', at, at, ']');
        break;
      }
      const unit = text.charCodeAt(at);
      if (isCloser(unit)) {
        if (unit === closeBracket) at++;
        else source.reportSyntax('mismatched', at, at + 1, ']');
        break;
      }
      if (unit === comma) {
        if (separated) source.reportSyntax('missing-value', at, at + 1, 'value');
        separated = true;
        at = this.skip(at + 1);
        continue;
      }
      if ((unit === doubleQuote || unit === apostrophe) && this.isKey(at)) {
        // A key where an element should be: the list was left open before it.
        source.reportSyntax('unclosed', at, skipString(text, at, limit), ']');
        break;
      }
      if (!separated) source.reportSyntax('missing-separator', at, at + 1, ',');
      items.push(yield* this.readValue(at, depth + 1, true, every));
      separated = false;
      at = this.skip(Math.max(this.end, at + 1));
    }
    this.end = at;
    return { type: 'list', items, span: { offset: start, length: at - start } };
  }

  /** Where another program writes one array a layer, of other shapes each: `coefs_`, and the weights of Keras. */
  private listsArrays(key: string, at: number, depth: number): boolean {
    if (key === 'coefs_' || key === 'intercepts_') return true;
    return depth === 1 && key === 'weights' && /^\[\s*\[\s*\[/.test(this.source.text.slice(at, at + 1000));
  }

  private isKey(at: number): boolean {
    const { text } = this.source;
    return text.charCodeAt(this.skip(skipString(text, at, this.limit))) === colon;
  }

  private skip(at: number): number {
    return skipSpace(this.source.text, at, this.limit, 'json');
  }

  private stop(start: number, end: number): JsonValue {
    this.end = end;
    const span: Span = { offset: start, length: end - start };
    return { type: 'other', span };
  }
}

/** Choices and families have keys of their own, such as `negative_slope` and `loc`; so have numbers by their names. */
function readsInside(role: string | null): boolean {
  const choices = ['activation', 'input', 'loss', 'reduction', 'optimizer', 'p', 'q'];
  return role !== null && choices.includes(role);
}

function isScalar(value: JsonValue): boolean {
  if (value.type === 'string') return /^[-+]?[\d.][\d./eE+-]*$/.test(value.value.trim());
  return value.type === 'numbers' && value.array.shape.length === 0;
}

function unquote(text: string, start: number, end: number): string {
  const unit = text.charCodeAt(start);
  if (unit !== doubleQuote && unit !== apostrophe) return text.slice(start, end);
  const closed = end - start >= 2 && text.charCodeAt(end - 1) === unit;
  const inner = text.slice(start + 1, closed ? end - 1 : end);
  return inner.includes('\\') ? inner.replace(/\\(.)/g, '$1') : inner;
}
