import { inSteps, type MaybeSteps, type Steps } from '../steps';
import { functionBefore } from './appliedFunction';
import { type ArraySteps, readArray } from './arrayItem';
import { AssignmentReader } from './assignmentReader';
import {
  apostrophe,
  asterisk,
  backslash,
  closerOf,
  comma,
  dot,
  doubleQuote,
  endOfRun,
  endOfToken,
  isCloser,
  isDigit,
  isWordStart,
  isWordUnit,
  openBrace,
  openBracket,
  openParenthesis,
  partialSign,
  semicolon,
} from './characters';
import { skipConstructor, skipSizeLabel, startOfConstructor } from './constructors';
import { derivativeNameAt } from './derivativeName';
import { operatorBefore } from './factor';
import { FoundItems } from './foundItems';
import type { Item } from './items';
import { JsonReader, opensObject } from './jsonReader';
import { endOfName, QuotedKeys, valueAfterSign } from './keys';
import { latexNameAt } from './latexName';
import { isNoValue } from './leftOut';
import { isScale, opensArray, symbolInMatrix } from './lookahead';
import { LooseNumbers } from './looseNumbers';
import { parseName } from './names';
import { NotationReader } from './notationReader';
import { torchClassAt, withPrintedShape } from './notations/torchClass';
import { mayBeginNumber } from './number';
import { opensEmphasis } from './operation';
import { listElementAt, promptLength, shownNameAt } from './prompts';
import { endOfProseWord } from './proseWord';
import { skipValue } from './skip';
import type { Source } from './source';
import { beginsLine, endOfLine, fenceLength, skipBlanks, skipSpace } from './spaces';
import { percentAt } from './spelling';
import { isSpelledLine, isSpelledRow, mayBeginSpelledRow } from './strayRows';

/** No one writes more around one number. */
const longestAlone = 200;

/**
 * Finds what can be read in free text: assignments, bracketed arrays, lines of numbers and JSON objects.
 * Words around them are passed over.
 */
export class ItemReader {
  private readonly found: FoundItems;
  private readonly notations: NotationReader;
  private readonly numbers: LooseNumbers;
  private readonly assignments: AssignmentReader;
  private readonly keys: QuotedKeys;

  constructor(
    private readonly source: Source,
    private readonly start: number,
    private readonly limit: number,
    /** How a bracketed array is read, or only passed over. */
    arrays: ArraySteps = readArray,
    /** How many separate arrays and numbers are read. */
    most = Number.POSITIVE_INFINITY,
  ) {
    this.keys = new QuotedKeys(source.text, limit);
    this.found = new FoundItems(source, start, limit, most);
    this.notations = new NotationReader(source, start, limit, this.found);
    this.numbers = new LooseNumbers(source, start, limit, this.found, arrays);
    this.assignments = new AssignmentReader(source, limit, this.found, this.notations, this.numbers);
  }

  *read(): Steps<readonly Item[]> {
    const { source, start, limit } = this;
    // What the first line is may stand in what is a comment elsewhere.
    let at = start;
    for (let count = 1; at < limit && !source.isRefused && !this.found.isFull; count++) {
      const line = this.notations.readLine(at);
      const end = line === null ? null : yield* line;
      // What was read begins before `at` by blanks alone; it must lead past it.
      if (end !== null) at = Math.max(end, at + 1);
      else if (count > 1) {
        const next = this.passWord(at) ?? this.readOne(at);
        at = typeof next === 'number' ? next : yield* next;
      }
      at = skipSpace(source.text, at, limit, 'text');
      if (count % 4096 === 0) yield;
    }
    return this.found.finish();
  }

  /** Passes over a word that can be prose alone; null where another thing stands at `at`. */
  private passWord(at: number): number | null {
    const end = endOfProseWord(this.source.text, at, this.limit);
    return end > at ? this.found.passOver(at, end) : null;
  }

  /** Reads or passes over what stands at `at`; the end is where to go on. */
  private readOne(at: number): MaybeSteps<number> {
    const isObject = opensObject(this.source.text, at, this.limit);
    const value = isObject ? null : this.notations.readValue(null, at);
    if (value !== null) {
      this.refuseOperator(at);
      this.refuseFunction(at);
    }
    return value === null ? this.readPlain(at) : this.orPlain(value, at);
  }

  private *orPlain(value: Steps<number | null>, at: number): Steps<number> {
    const end = yield* value;
    return end ?? (yield* inSteps(this.readPlain(at)));
  }

  /** What is in no notation of its own. */
  private readPlain(at: number): MaybeSteps<number> {
    const { source, limit } = this;
    const { text } = source;
    const unit = text.charCodeAt(at);
    const isFirst = beginsLine(text, at);
    if (isFirst) {
      const end = this.passHead(at);
      if (end !== null) return end;
    }
    if (unit === doubleQuote || unit === apostrophe) return this.readKey(at);
    if (mayBeginNumber(unit)) {
      const factor = this.numbers.factorAt(at, false);
      if (factor !== null) return this.numbers.readArray(null, factor.end, factor);
      if (source.scanner.scan(text, at, limit) !== 'none')
        return this.readNumber(at, source.scanner.end, isFirst);
    }
    const isRow = isFirst && mayBeginSpelledRow(unit) && this.isSpelled(at);
    return isRow ? this.orOther(this.numbers.readBlock(at), at) : this.readOther(at);
  }

  private *orOther(rows: Steps<number | null>, at: number): Steps<number> {
    const end = yield* rows;
    return end ?? (yield* inSteps(this.readOther(at)));
  }

  /** Passes over what may stand at the beginning of a line and is no part of a value: a fence, a prompt, the name of an element. */
  private passHead(at: number): number | null {
    const { limit } = this;
    const { text } = this.source;
    if (fenceLength(text, at) > 0) return endOfLine(text, at, limit);
    const prompt = promptLength(text, at, limit);
    if (prompt > 0) {
      const name = shownNameAt(text, at + prompt, limit);
      if (name !== null)
        this.found.elementName = { text: name, span: { offset: at + prompt, length: name.length } };
      return at + prompt;
    }
    const element = listElementAt(text, at, limit);
    if (element === null) return null;
    const { name } = element;
    this.found.elementName =
      name === null ? null : { text: name, span: { offset: at + 1, length: name.length } };
    return element.end;
  }

  /** What a quoted key has after it, or the key alone. */
  private readKey(at: number): MaybeSteps<number> {
    const { text } = this.source;
    const end = this.keys.endOf(at);
    if (end === at) return this.found.passOver(at, at + 1);
    const name = { text: text.slice(at + 1, end - 1), span: { offset: at, length: end - at } };
    if (parseName(name.text).role !== null) return this.readObject(at, true);
    const sign = valueAfterSign(text, end, this.limit);
    return this.orPass(sign < 0 ? null : this.assignments.read(name, sign), at, end);
  }

  /** A number from `at` to `end`: the first of a block of lines where it begins one, else any text's. */
  private readNumber(at: number, end: number, isFirst: boolean): MaybeSteps<number> {
    const { text } = this.source;
    if (isScale(text, end, this.limit)) this.numbers.refuseOperator(skipBlanks(text, end, this.limit));
    return isFirst ? this.orLeaveOut(this.numbers.readBlock(at), at, end) : this.leaveOut(at, end);
  }

  private *orLeaveOut(block: Steps<number | null>, at: number, end: number): Steps<number> {
    return (yield* block) ?? this.leaveOut(at, end);
  }

  private leaveOut(at: number, end: number): number {
    const { text, leftOut } = this.source;
    if (!isNoValue(text, at, end)) leftOut.add(at, end);
    return this.found.passOver(at, end);
  }

  /** What begins with no number. */
  private readOther(at: number): MaybeSteps<number> {
    const { source, limit } = this;
    const { text } = source;
    const unit = text.charCodeAt(at);
    const printed = unit === openBracket ? this.torchClassBelow(at) : null;
    if (printed !== null) return printed;
    const label = isWordStart(unit) || unit === openParenthesis ? skipSizeLabel(text, at) : at;
    if (label > at) return label;
    const typed = unit === openBracket ? skipConstructor(text, at, limit) : at;
    if (typed > at && opensArray(source, typed, limit, true))
      return this.numbers.readArray(null, typed, null);
    if (closerOf(unit) !== 0) return this.readBracket(at);
    if (isWordStart(unit) || unit === partialSign) return this.readWord(at);
    if (unit === backslash) return this.readLatexName(at);
    if ((unit === comma || unit === semicolon) && this.found.items.length > 0) return at + 1;
    if (isCloser(unit)) return this.found.passOver(at, at + 1);
    // In bold, `**P = [0.5, 0.5]**`, a name begins behind the asterisks.
    const isOpening = unit === asterisk && !isWordUnit(text.charCodeAt(at - 1));
    const end = isOpening ? endOfRun(text, at) : endOfToken(text, at, limit);
    this.leaveOutWithin(at, end);
    return this.found.passOver(at, end);
  }

  /** Leaves out the number in what is passed over as one, `=3`, `,5` or `33%`. */
  private leaveOutWithin(start: number, end: number): void {
    const { text, scanner, leftOut } = this.source;
    let at = start;
    while (at < end && !isWordUnit(text.charCodeAt(at))) at++;
    if (at >= end || !isDigit(text.charCodeAt(at))) return;
    const number = scanner.scan(text, at, end) === 'none' ? percentAt(text, at, end) : scanner;
    if (number !== null && !isNoValue(text, at, number.end)) leftOut.add(at, number.end);
  }

  private readBracket(at: number): MaybeSteps<number> {
    const { source, limit } = this;
    const { text } = source;
    if (opensObject(text, at, limit)) return this.readObject(at, false);
    if (opensArray(source, at, limit, this.isWhole(at), this.start)) {
      const start = startOfConstructor(text, at, this.start);
      this.refuseOperator(start);
      this.refuseFunction(start);
      return this.numbers.readArray(null, at, null);
    }
    const symbol = symbolInMatrix(source, at, limit);
    if (symbol === null) return this.found.passOver(at, at + 1);
    source.reportSyntax('unexpected-token', symbol.start, symbol.end, 'number');
    return skipValue(text, at, limit);
  }

  /** Whether braces around one thing, `{5}`, are the whole text: within another they group, or set. */
  private isWhole(at: number): boolean {
    const { text } = this.source;
    return (
      text.charCodeAt(at) === openBrace &&
      this.limit - this.start < longestAlone &&
      /^\s*\{[^{}:,;"']*\d[^{}:,;"']*\}\s*;?\s*$/.test(text.slice(this.start, this.limit))
    );
  }

  /** The numbers at `at` are others where an operator before them calculates with them. */
  private refuseOperator(at: number): void {
    const { text } = this.source;
    const start = operatorBefore(text, at, this.start);
    if (start < 0 || opensEmphasis(text, start, this.start)) return;
    const end = start + (text.charCodeAt(start) === dot ? 2 : 1);
    this.source.reportComputed({ start, end });
  }

  /** The numbers at `at` are others where a function is taken of them. */
  private refuseFunction(at: number): void {
    const applied = functionBefore(this.source.text, at, this.start);
    if (applied !== null) this.source.reportSyntax('computed', applied.start, applied.end);
  }

  /** What is assigned to the name at `at`, or the word alone. */
  private readWord(at: number): MaybeSteps<number> {
    const { limit } = this;
    const { text } = this.source;
    const derivative = derivativeNameAt(text, at, limit);
    const nameEnd = derivative === null ? endOfName(text, at, limit) : at + derivative.span.length;
    const sign = valueAfterSign(text, nameEnd, limit);
    let end = isWordUnit(text.charCodeAt(at)) ? at : at + 1;
    while (end < limit && (isWordUnit(text.charCodeAt(end)) || text.charCodeAt(end) === dot)) end++;
    if (sign < 0) return this.found.passOver(at, end);
    const name = derivative ?? { text: text.slice(at, nameEnd), span: { offset: at, length: nameEnd - at } };
    return this.orPass(this.assignments.read(name, sign), at, end);
  }

  /** What is assigned to `\mathbf{W}_1`, or the command alone. */
  private readLatexName(at: number): MaybeSteps<number> {
    const { limit } = this;
    const { text } = this.source;
    const end = endOfToken(text, at, limit);
    const name = derivativeNameAt(text, at, limit) ?? latexNameAt(text, at, limit);
    const sign = name === null ? -1 : valueAfterSign(text, name.span.offset + name.span.length, limit);
    if (name === null || sign < 0) return this.found.passOver(at, end);
    return this.orPass(this.assignments.read(name, sign), at, end);
  }

  /** Where what was read ends; where it turned out to be none of ours, it is passed over up to `end`. */
  private orPass(read: MaybeSteps<number | null>, at: number, end: number): MaybeSteps<number> {
    if (read === null) return this.found.passOver(at, end);
    return typeof read === 'number' ? read : this.orPassAfter(read, at, end);
  }

  private *orPassAfter(read: Steps<number | null>, at: number, end: number): Steps<number> {
    return (yield* read) ?? this.found.passOver(at, end);
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
}
