import type { Span } from '../problem';
import { ArrayReader } from './arrayReader';
import {
  apostrophe,
  closeBrace,
  closerOf,
  comma,
  doubleQuote,
  endOfToken,
  isCloser,
  isLineBreak,
  isSpace,
  isWordStart,
  isWordUnit,
  openBracket,
  semicolon,
} from './characters';
import type { Item, Name } from './items';
import { JsonReader, opensObject } from './jsonReader';
import { endOfKey, endOfName, valueAfterSign } from './keys';
import { parseName, type Role } from './names';
import { mayBeginNumber } from './number';
import type { NamedChoice } from './reading';
import { type RowsExtent, RowsReader } from './rowsReader';
import { skipString } from './skip';
import type { Source } from './source';
import { beginsLine, endOfLine, fenceLength, skipBlanks, skipSpace } from './spaces';

/**
 * Finds what can be read in free text: assignments, bracketed arrays, lines of numbers and JSON objects.
 * Words around them are passed over.
 */
export class ItemReader {
  private readonly items: Item[] = [];
  private prose = false;
  /** Text after an unnamed array, on its line: a fault unless more numbers follow, for then it is prose. */
  private trailing: Span | null = null;

  constructor(
    private readonly source: Source,
    private readonly start: number,
    private readonly limit: number,
  ) {}

  *read(): Generator<undefined, readonly Item[]> {
    let at = this.start;
    let reported = 0;
    while (at < this.limit) {
      at = skipSpace(this.source.text, at, this.limit, 'text');
      if (at >= this.limit) break;
      at = yield* this.readOne(at);
      if (++reported % 4096 === 0) yield;
    }
    if (this.trailing !== null) {
      const { offset, length } = this.trailing;
      this.source.reportSyntax('trailing', offset, offset + length);
    }
    return this.items;
  }

  /** Reads or passes over what stands at `at`; returns where to go on. */
  private *readOne(at: number): Generator<undefined, number> {
    const { source, limit } = this;
    const { text } = source;
    const unit = text.charCodeAt(at);
    if (fenceLength(text, at) > 0 && beginsLine(text, at)) return endOfLine(text, at, limit);
    if (unit === doubleQuote || unit === apostrophe) {
      const end = endOfKey(text, at, limit);
      if (end === at) return this.passOver(at, at + 1);
      const name = { text: text.slice(at + 1, end - 1), span: { offset: at, length: end - at } };
      const next = yield* this.readAssignment(name, end);
      return next ?? this.passOver(at, end);
    }
    if (mayBeginNumber(unit) && source.scanner.scan(text, at, limit) !== 'none') {
      const numberEnd = source.scanner.end;
      if (!beginsLine(text, at)) return this.passOver(at, numberEnd);
      const next = yield* this.readRows(null, at, 'block');
      return next ?? this.passOver(at, numberEnd);
    }
    if (closerOf(unit) !== 0) {
      if (opensObject(text, at, limit)) return yield* this.readObject(at);
      if (this.opensArray(at, null)) return yield* this.readArray(null, at);
      return this.passOver(at, at + 1);
    }
    if (isWordStart(unit)) {
      const end = endOfName(text, at, limit);
      const name = { text: text.slice(at, end), span: { offset: at, length: end - at } };
      const next = yield* this.readAssignment(name, end);
      if (next !== null) return next;
      let wordEnd = at;
      while (wordEnd < limit && (isWordUnit(text.charCodeAt(wordEnd)) || text.charCodeAt(wordEnd) === 46))
        wordEnd++;
      return this.passOver(at, wordEnd);
    }
    if ((unit === comma || unit === semicolon) && this.items.length > 0) return at + 1;
    return this.passOver(at, isCloser(unit) ? at + 1 : endOfToken(text, at, limit));
  }

  private passOver(start: number, end: number): number {
    const last = this.items[this.items.length - 1];
    if (last === undefined) this.prose = true;
    else if (!this.prose && this.trailing === null && this.continuesLine(last, start)) {
      const tokenEnd = endOfToken(this.source.text, start, this.limit);
      this.trailing = { offset: start, length: Math.max(end, tokenEnd) - start };
    }
    return end;
  }

  private continuesLine(last: Item, at: number): boolean {
    if (last.kind === 'choice') return false;
    if (last.kind === 'array' && last.name !== null) return isCloser(this.source.text.charCodeAt(at));
    if (last.kind === 'object') return true;
    return endOfLine(this.source.text, last.span.offset + last.span.length, at) === at;
  }

  private add(item: Item): void {
    this.trailing = null;
    this.items.push(item);
  }

  private *readObject(at: number): Generator<undefined, number> {
    const reader = new JsonReader(this.source, this.limit);
    const object = yield* reader.readObject(at, 1, false);
    this.add({ kind: 'object', object, span: object.span });
    return reader.end;
  }

  private *readArray(name: Name | null, at: number): Generator<undefined, number> {
    const reader = new ArrayReader(this.source, at, this.limit, 'text');
    const array = yield* reader.read();
    const start = name?.span.offset ?? at;
    this.add({
      kind: 'array',
      name,
      array,
      form: reader.form,
      span: { offset: start, length: reader.end - start },
    });
    return reader.end;
  }

  private *readRows(name: Name | null, at: number, extent: RowsExtent): Generator<undefined, number | null> {
    const reader = new RowsReader(this.source, at, this.limit, extent);
    const array = yield* reader.read();
    if (array === null) return null;
    const start = name?.span.offset ?? at;
    const end = array.span.offset + array.span.length;
    this.add({ kind: 'array', name, array, form: null, span: { offset: start, length: end - start } });
    return reader.end;
  }

  /** Reads `name = value` where the name has ended at `nameEnd`; null where that is no assignment we know. */
  private *readAssignment(name: Name, nameEnd: number): Generator<undefined, number | null> {
    const { source, limit } = this;
    const { text } = source;
    const afterSign = valueAfterSign(text, nameEnd, limit);
    if (afterSign < 0) return null;
    const { role } = parseName(name.text);
    const byColon = text.charCodeAt(afterSign - 1) === 58;
    let at = skipBlanks(text, afterSign, limit);
    let extent: RowsExtent = 'line';
    if (at < limit && isLineBreak(text.charCodeAt(at))) {
      extent = 'block';
      at = skipSpace(text, at, limit, 'text');
    }
    if (at >= limit) {
      if (role === null || byColon) return null;
      source.meant = true;
      source.reportSyntax('missing-value', limit, limit, 'value');
      return limit;
    }
    const unit = text.charCodeAt(at);
    if (closerOf(unit) !== 0 && this.opensArray(at, role)) {
      source.meant = true;
      return yield* this.readArray(name, at);
    }
    if (byColon && role === null) return null;
    if (takesChoice(role)) return this.readChoice(name, at);
    if (mayBeginNumber(unit) && source.scanner.scan(text, at, limit) !== 'none') {
      source.meant = true;
      return yield* this.readRows(name, at, extent);
    }
    if (role === 'weights' || role === 'biases') {
      const end = endOfToken(text, at, limit);
      source.reportSyntax('unexpected-token', at, end, 'numbers');
      return end;
    }
    return null;
  }

  private readChoice(name: Name, at: number): number | null {
    const { text } = this.source;
    const unit = text.charCodeAt(at);
    const quoted = unit === doubleQuote || unit === apostrophe;
    if (!quoted && !isWordStart(unit)) return null;
    const end = quoted ? skipString(text, at, this.limit) : endOfName(text, at, this.limit);
    const inner = quoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
    const choice: NamedChoice = { name: inner, parameters: {}, span: { offset: at, length: end - at } };
    this.source.meant = true;
    const start = name.span.offset;
    this.add({ kind: 'choice', name, choice, span: { offset: start, length: end - start } });
    return end;
  }

  /**
   * True where brackets at `at` hold numbers. After a name, or for `[`, one number is enough; parentheses
   * and braces in prose hold numbers only where a second one or a separator follows the first.
   */
  private opensArray(at: number, role: Role | null): boolean {
    const { text, scanner } = this.source;
    let place = at;
    let depth = 0;
    while (
      place < this.limit &&
      (closerOf(text.charCodeAt(place)) !== 0 || isSpace(text.charCodeAt(place)))
    ) {
      if (!isSpace(text.charCodeAt(place))) depth++;
      place++;
    }
    if (place >= this.limit) return role !== null;
    let unit = text.charCodeAt(place);
    if (isCloser(unit))
      return unit !== closeBrace && (depth > 1 || role !== null || text.charCodeAt(at) === openBracket);
    if (unit === doubleQuote || unit === apostrophe) unit = text.charCodeAt(++place);
    const begins = mayBeginNumber(unit) && scanner.scan(text, place, this.limit) !== 'none';
    if (!begins) return role !== null && this.holdsDigit(place);
    if (role !== null || text.charCodeAt(at) === openBracket) return true;
    const next = skipBlanks(text, scanner.end, this.limit);
    const after = text.charCodeAt(next);
    return after === comma || after === semicolon || mayBeginNumber(after) || depth > 1;
  }

  private holdsDigit(at: number): boolean {
    return /\d/.test(this.source.text.slice(at, endOfLine(this.source.text, at, this.limit)));
  }
}

function takesChoice(role: Role | null): boolean {
  return role === 'activation' || role === 'loss' || role === 'reduction';
}
