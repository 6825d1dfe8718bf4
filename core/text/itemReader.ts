import type { Steps } from '../steps';
import { type ArraySteps, readArray, readArrayItem } from './arrayItem';
import {
  ampersand,
  apostrophe,
  closerOf,
  colon,
  comma,
  doubleQuote,
  endOfToken,
  isCloser,
  isLineBreak,
  isOperator,
  isWordStart,
  isWordUnit,
  openBrace,
  openBracket,
  openParenthesis,
  semicolon,
} from './characters';
import { readChoiceCall, takesChoice } from './choiceCall';
import { skipConstructor, skipSizeLabel } from './constructors';
import { withoutSize } from './declaration';
import { type Factor, leadingFactor, longestFactor, operatorBefore } from './factor';
import { FoundItems } from './foundItems';
import type { Item, Name } from './items';
import { JsonReader, opensObject } from './jsonReader';
import { afterAnnotation, endOfKey, endOfName, valueAfterSign } from './keys';
import { readDictionary } from './labelledOutcomes';
import { readLatexFraction } from './latex';
import { continuesArithmetic, isScale, opensArray, symbolInMatrix } from './lookahead';
import { parseName } from './names';
import { NextMark } from './nextMark';
import { lineReaders, valueReaders } from './notations';
import { Line } from './notations/line';
import type { Found, LineReader, ValueReader } from './notations/notation';
import { torchClassAt, withPrintedShape } from './notations/torchClass';
import { mayBeginNumber } from './number';
import { withPrintedPrecision } from './precision';
import { listElementAt, promptLength } from './prompts';
import { endOfProseWord } from './proseWord';
import { type RowsExtent, RowsReader } from './rowsReader';
import { skipValue } from './skip';
import type { Source } from './source';
import { beginsLine, endOfLine, fenceLength, skipBlanks, skipSpace, startOfLine } from './spaces';
import { composedAt, percentAt } from './spelling';
import { isSpelledLine, isSpelledRow, mayBeginSpelledRow, reportStrayRow } from './strayRows';

/** Chains of outcomes, `Q(0) = Q(1) = 1/2`, are not longer. */
const mostLinks = 100;

const noReaders: readonly never[] = [];

/**
 * Finds what can be read in free text: assignments, bracketed arrays, lines of numbers and JSON objects.
 * Words around them are passed over.
 */
export class ItemReader {
  private readonly found: FoundItems;
  private readonly asterisks: NextMark;
  /** How many outcomes of a chain are open, and up to where a chain was found to end in no value. */
  private links = 0;
  private unchainedBefore = 0;
  /** The names of the first distribution's outcomes, by which those of the other are ordered. */
  private outcomes: readonly string[] | null = null;
  /** The line that was looked at last. */
  private line: Line;

  constructor(
    private readonly source: Source,
    private readonly start: number,
    private readonly limit: number,
    /** How a bracketed array is read, or only passed over. */
    private readonly arrays: ArraySteps = readArray,
  ) {
    this.line = new Line(source.text, start, limit);
    this.found = new FoundItems(source, limit);
    this.asterisks = new NextMark(source.text, '*');
  }

  *read(): Steps<readonly Item[]> {
    const { source, start, limit } = this;
    // What the first line is may stand in what is a comment elsewhere.
    let at = start;
    for (let count = 1; at < limit && !source.isRefused; count++) {
      const readers = this.readersOfLine(at);
      const end = readers.length === 0 ? null : yield* this.readBy(readers, null, this.line.start);
      // What was read begins before `at` by blanks alone; it must lead past it.
      if (end !== null) at = Math.max(end, at + 1);
      else if (count > 1) at = this.passWord(at) ?? (yield* this.readOne(at));
      at = skipSpace(source.text, at, limit, 'text');
      if (count % 4096 === 0) yield;
    }
    return this.found.finish();
  }

  /** The readers that have to look at the line that begins at `at`, blanks aside; none inside a line. */
  private readersOfLine(at: number): readonly LineReader[] {
    const start = startOfLine(this.source.text, at, this.start);
    if (start < 0) return noReaders;
    this.line = this.line.lineAt(start);
    return lineReaders(this.line);
  }

  /** Passes over a word that can be prose alone; null where another thing stands at `at`. */
  private passWord(at: number): number | null {
    const end = endOfProseWord(this.source.text, at, this.limit);
    return end > at ? this.found.passOver(at, end) : null;
  }

  /** Lets the first reader that recognises the text at `at` read it, under `name` where it has one. */
  private *readBy(
    readers: readonly (LineReader | ValueReader)[],
    name: Name | null,
    at: number,
  ): Steps<number | null> {
    const { source } = this;
    let found: Found | null = null;
    let reader = readers[0];
    for (const candidate of readers) {
      const reading = this.recognised(candidate, at);
      if (reading === null) continue;
      found = yield* reading;
      reader = candidate;
      if (found !== null) break;
    }
    if (reader === undefined || found === null) return null;
    if (this.found.items.length === 0) source.notation = found.notation ?? reader.name;
    this.found.addChoices(found.choices);
    for (const item of found.items) {
      const start = name?.span.offset ?? item.span.offset;
      const span = { offset: start, length: item.span.offset + item.span.length - start };
      const notation = found.notation ?? reader.name;
      if (item.kind === 'array') {
        const array = withPrintedPrecision(source.text, item.array, notation);
        this.found.add(
          name === null || item.name !== null ? { ...item, array } : { ...item, array, name, span },
        );
      } else this.found.add(item);
      if (item.kind === 'array' && item.array.values.length >= 2) source.meant = true;
    }
    return Math.max(found.end, at + 1);
  }

  /** The reading of what stands at `at` by a reader that recognises it; null by one that does not. */
  private recognised(reader: LineReader | ValueReader, at: number): Steps<Found | null> | null {
    const { source, line, limit } = this;
    if (reader.begins === 'line')
      return reader.recognise(line, source.settled) ? reader.read(source, line) : null;
    return reader.recognise(source.text, at, limit) ? reader.read(source, at, limit) : null;
  }

  /** Reads or passes over what stands at `at`; returns where to go on. */
  private *readOne(at: number): Steps<number> {
    const { source, limit } = this;
    const { text } = source;
    const unit = text.charCodeAt(at);
    const values = unit === openBrace ? noReaders : valueReaders(text, at, limit);
    const value = values.length === 0 ? null : yield* this.readBy(values, null, at);
    if (value !== null) return value;
    const isFirst = beginsLine(text, at);
    if (isFirst && fenceLength(text, at) > 0) return endOfLine(text, at, limit);
    const prompt = isFirst ? promptLength(text, at, limit) : 0;
    if (prompt > 0) return at + prompt;
    const element = isFirst ? listElementAt(text, at, limit) : null;
    if (element !== null) {
      const length = element.name === null ? 0 : element.name.length;
      this.found.elementName =
        element.name === null ? null : { text: element.name, span: { offset: at + 1, length } };
      return element.end;
    }
    if (unit === doubleQuote || unit === apostrophe) {
      const end = endOfKey(text, at, limit);
      if (end === at) return this.found.passOver(at, at + 1);
      const name = { text: text.slice(at + 1, end - 1), span: { offset: at, length: end - at } };
      if (parseName(name.text).role !== null) return yield* this.readObject(at, true);
      const next = yield* this.readAssignment(name, end);
      return next ?? this.found.passOver(at, end);
    }
    const factor = mayBeginNumber(unit) ? this.factorAt(at, false) : null;
    if (factor !== null) return yield* this.readArray(null, factor.end, factor);
    if (mayBeginNumber(unit) && source.scanner.scan(text, at, limit) !== 'none') {
      const numberEnd = source.scanner.end;
      if (isScale(text, numberEnd, limit)) this.refuseOperator(skipBlanks(text, numberEnd, limit));
      if (!isFirst) return this.found.passOver(at, numberEnd);
      const next = yield* this.readRows(null, at, 'block');
      return next ?? this.found.passOver(at, numberEnd);
    }
    if (isFirst && mayBeginSpelledRow(unit) && this.isSpelled(at)) {
      const next = yield* this.readRows(null, at, 'block');
      if (next !== null) return next;
    }
    const printed = unit === openBracket ? this.torchClassBelow(at) : null;
    if (printed !== null) return printed;
    const label = isWordStart(unit) || unit === openParenthesis ? skipSizeLabel(text, at) : at;
    if (label > at) return label;
    const typed = unit === openBracket ? skipConstructor(text, at, limit) : at;
    if (typed > at && opensArray(source, typed, limit, true)) return yield* this.readArray(null, typed, null);
    if (closerOf(unit) !== 0) {
      if (opensObject(text, at, limit)) return yield* this.readObject(at, false);
      if (opensArray(source, at, limit, false, this.start)) {
        const operator = operatorBefore(text, at, this.start);
        if (operator >= 0) this.refuseOperator(operator);
        return yield* this.readArray(null, at, null);
      }
      const symbol = symbolInMatrix(text, at, limit);
      if (symbol !== null) {
        source.reportSyntax('unexpected-token', symbol.start, symbol.end, 'number');
        return skipValue(text, at, limit);
      }
      return this.found.passOver(at, at + 1);
    }
    if (isWordStart(unit)) {
      const end = endOfName(text, at, limit);
      if (valueAfterSign(text, end, limit) >= 0) {
        const name = { text: text.slice(at, end), span: { offset: at, length: end - at } };
        const next = yield* this.readAssignment(name, end);
        if (next !== null) return next;
      }
      let wordEnd = at;
      while (wordEnd < limit && (isWordUnit(text.charCodeAt(wordEnd)) || text.charCodeAt(wordEnd) === 46))
        wordEnd++;
      return this.found.passOver(at, wordEnd);
    }
    if ((unit === comma || unit === semicolon) && this.found.items.length > 0) return at + 1;
    return this.found.passOver(at, isCloser(unit) ? at + 1 : endOfToken(text, at, limit));
  }

  /** Whether a row of numbers begins at `at`, or a number in another spelling than plain digits that is the whole text or has one below. */
  private isSpelled(at: number): boolean {
    const { limit } = this;
    const { text } = this.source;
    if (isSpelledRow(text, at, limit)) return true;
    if (!/^(?:NA\b|[^a-z]*[\d½-¾⅐-⅞])/i.test(text.slice(at, at + 20)) || !isSpelledLine(text, at, limit))
      return false;
    const next = skipSpace(text, endOfLine(text, at, limit), limit, 'text');
    return next >= limit
      ? this.found.items.length === 0 && !this.found.isProse
      : isSpelledLine(text, next, limit);
  }

  /** Gives the last array the shape that old versions of PyTorch print below it. */
  private torchClassBelow(at: number): number | null {
    const { last } = this.found;
    const found = last?.kind === 'array' ? torchClassAt(this.source.text, at) : null;
    if (found === null || last?.kind !== 'array') return null;
    this.found.replaceLast({ ...last, array: withPrintedShape(last.array, found.sizes) });
    return found.end;
  }

  private *readObject(at: number, isFragment: boolean): Steps<number> {
    const reader = new JsonReader(this.source, this.limit);
    const object = yield* isFragment ? reader.readFragment(at) : reader.readObject(at, 1, false);
    this.found.add({ kind: 'object', object, span: object.span });
    return reader.end;
  }

  private *readOutcomes(name: Name, at: number): Steps<number> {
    const { array, keys, end } = yield* readDictionary(this.source, at, this.limit, this.outcomes);
    this.outcomes = keys;
    const start = name.span.offset;
    const span = { offset: start, length: end - start };
    if (array !== null) this.found.add({ kind: 'array', name, array, form: null, span });
    return end;
  }

  /** A number that multiplies the array after it. */
  private factorAt(at: number, isNamed: boolean): Factor | null {
    const { source, limit } = this;
    const { text } = source;
    // A minus right before a bracket needs no asterisk.
    if (this.asterisks.after(at) - at > longestFactor && closerOf(text.charCodeAt(at + 1)) === 0) return null;
    const found = leadingFactor(text, at, limit);
    return found !== null && opensArray(source, found.end, limit, isNamed) ? found : null;
  }

  private *readArray(name: Name | null, at: number, leading: Factor | null): Steps<number> {
    const { source, start, limit } = this;
    const item = yield* readArrayItem(source, this.arrays, { start, limit, at, name, leading });
    this.found.add(item);
    const end = item.span.offset + item.span.length;
    return end < limit && isOperator(source.text.charCodeAt(end)) ? this.refuseOperator(end) : end;
  }

  /** Arithmetic on an array is not read, and the numbers without it would be others than those meant. */
  private refuseOperator(at: number): number {
    const end = endOfToken(this.source.text, at, this.limit);
    this.source.reportSyntax('unexpected-token', at, end, 'numbers');
    return end;
  }

  private *readRows(name: Name | null, at: number, extent: RowsExtent): Steps<number | null> {
    if (extent === 'line' && this.addNumber(name, at)) return this.source.scanner.end;
    const reader = new RowsReader(this.source, at, this.limit, extent);
    const array = yield* reader.read();
    if (array === null) return null;
    if (name !== null && array.values.length >= 2) this.source.meant = true;
    const start = name?.span.offset ?? at;
    const end = array.span.offset + array.span.length;
    this.found.add({ kind: 'array', name, array, form: null, span: { offset: start, length: end - start } });
    const after = extent === 'line' ? skipBlanks(this.source.text, reader.end, this.limit) : this.limit;
    if (after < this.limit && continuesArithmetic(this.source.text, after)) return this.refuseOperator(after);
    if (extent === 'block' && name === null) {
      const columns = array.shape.at(-1) ?? 1;
      reportStrayRow(this.source, { start: at, end, columns }, this.start, this.limit);
    }
    return reader.end;
  }

  /** Takes one number that is all to the end of its line, `b = 1`, which most assignments of numbers are. */
  private addNumber(name: Name | null, at: number): boolean {
    const { text, scanner, store } = this.source;
    if (scanner.scan(text, at, this.limit) !== 'number' || !Number.isFinite(scanner.value)) return false;
    const { end } = scanner;
    if (end < this.limit && !isLineBreak(text.charCodeAt(end))) return false;
    const start = name?.span.offset ?? at;
    store.push(scanner.value, at, end);
    const array = store.take([], { offset: at, length: end - at });
    this.found.add({ kind: 'array', name, array, form: null, span: { offset: start, length: end - start } });
    return true;
  }

  /** `Q(0) = Q(1) = 1/2`: the probability of one outcome is that of the next too. */
  private *readChain(name: Name, at: number): Steps<number | null> {
    const { text } = this.source;
    const end = endOfName(text, at, this.limit);
    const isOutcome = [name.text, text.slice(at, end)].every((one) => {
      const { role, index } = parseName(one);
      return (role === 'p' || role === 'q') && index !== null;
    });
    if (!isOutcome || valueAfterSign(text, end, this.limit) < 0) return null;
    if (at < this.unchainedBefore) return null;
    if (this.links >= mostLinks) {
      this.unchainedBefore = at + 1;
      return null;
    }
    const inner = { text: text.slice(at, end), span: { offset: at, length: end - at } };
    const before = this.found.items.length;
    this.links++;
    const next = yield* this.readAssignment(inner, end);
    this.links--;
    const value = this.found.items[before];
    if (next === null) this.unchainedBefore = Math.max(this.unchainedBefore, at + 1);
    if (next === null || value?.kind !== 'array') return next;
    const { offset, length } = value.span;
    const start = name.span.offset;
    this.found.add({ ...value, name, span: { offset: start, length: offset + length - start } });
    return next;
  }

  /** Reads `name = value` where the name has ended at `nameEnd`; null where that is no assignment we know. */
  private *readAssignment(name: Name, nameEnd: number): Steps<number | null> {
    const { source, limit } = this;
    const { text } = source;
    const afterSign = afterAnnotation(text, valueAfterSign(text, nameEnd, limit), limit);
    if (afterSign < 0) return null;
    const { role } = parseName(name.text);
    const byColon = text.charCodeAt(afterSign - 1) === colon;
    // Without a name that we know, `a &= 3` is a program's.
    if (role === null && text.charCodeAt(afterSign - 2) === ampersand) return null;
    const valueStart = skipBlanks(text, afterSign, limit);
    const chained = role === 'p' || role === 'q' ? yield* this.readChain(name, valueStart) : null;
    if (chained !== null) return chained;
    const found = yield* this.readBy(valueReaders(text, valueStart, limit), name, valueStart);
    if (found !== null) return found;
    let at = skipConstructor(text, valueStart, limit);
    let extent: RowsExtent = 'line';
    if (at < limit && isLineBreak(text.charCodeAt(at))) {
      extent = 'block';
      at = skipSpace(text, at, limit, 'text');
      const below = at < limit ? yield* this.readBy(valueReaders(text, at, limit), name, at) : null;
      if (below !== null) return below;
    }
    if (at >= limit) {
      if (role === null || byColon) return null;
      source.reportSyntax('missing-value', limit, limit, 'value');
      return limit;
    }
    const unit = text.charCodeAt(at);
    // `b2[1] = {7}` declares a size, as C does.
    const isKnown = role !== null || (unit === openBrace && parseName(withoutSize(name.text)).role !== null);
    if ((role === 'p' || role === 'q') && opensObject(text, at, limit)) {
      return yield* this.readOutcomes(name, at);
    }
    if (closerOf(unit) !== 0 && opensArray(source, at, limit, isKnown)) {
      return yield* this.readArray(name, at, null);
    }
    const factor = byColon ? null : this.factorAt(at, role !== null);
    if (factor !== null) return yield* this.readArray(name, factor.end, factor);
    if (byColon && role === null) return null;
    if (takesChoice(role)) return yield* this.readChoice(name, at);
    if (mayBeginNumber(unit) && source.scanner.scan(text, at, limit) !== 'none') {
      return yield* this.readRows(name, at, extent);
    }
    if (!byColon && isSpelledLine(text, at, limit)) return yield* this.readRows(name, at, extent);
    if (role !== null && !byColon && (composedAt(text, at, limit) ?? percentAt(text, at, limit)) !== null) {
      return yield* this.readRows(name, at, extent);
    }
    const fraction = readLatexFraction(source, at, limit);
    if (fraction !== null) {
      const end = at + fraction.span.length;
      const span = { offset: name.span.offset, length: end - name.span.offset };
      this.found.add({ kind: 'array', name, array: fraction, form: null, span });
      return end;
    }
    if ((role === 'weights' || role === 'biases') && !byColon) {
      const end = endOfToken(text, at, limit);
      source.reportSyntax('unexpected-token', at, end, 'numbers');
      return end;
    }
    return null;
  }

  private *readChoice(name: Name, at: number): Steps<number | null> {
    const { role } = parseName(name.text);
    const call = yield* readChoiceCall(this.source, role, at, this.limit);
    if (call === null) return null;
    const { choice, reduction } = call;
    const end = choice.span.offset + choice.span.length;
    const start = name.span.offset;
    this.found.add({ kind: 'choice', name, choice, span: { offset: start, length: end - start } });
    if (reduction !== null) {
      const own = { text: 'reduction', span: reduction.span };
      this.found.add({ kind: 'choice', name: own, choice: reduction, span: reduction.span });
    }
    return end;
  }
}
