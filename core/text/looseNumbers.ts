import type { MaybeSteps, Steps } from '../steps';
import { type ArraySteps, readArrayItem } from './arrayItem';
import { asterisk, endOfToken, isLineBreak, isOperator, openParenthesis } from './characters';
import { endOfDescription } from './description';
import { type Factor, leadingFactor, longestFactor, minusFactor } from './factor';
import type { FoundItems } from './foundItems';
import type { Name } from './items';
import { continuesArithmetic, opensArray } from './lookahead';
import { NextMark } from './nextMark';
import { endOfEmphasis, operationBehind } from './operation';
import { type RowsExtent, RowsReader } from './rowsReader';
import type { Source } from './source';
import { skipBlanks } from './spaces';
import { reportStrayRow } from './strayRows';

const decimalCommas =
  /[-+−]?0,\d+(?:[ \t]*;[ \t]*[-+−]?\d{1,20}(?:,\d{1,20})?){1,1000}[ \t]*;?[ \t]*(?=[\r\n]|$)/y;

/** Reads arrays in brackets and lines of numbers without any, and adds them to what was found. */
export class LooseNumbers {
  private readonly asterisks: NextMark;

  constructor(
    private readonly source: Source,
    private readonly start: number,
    private readonly limit: number,
    private readonly found: FoundItems,
    private readonly arrays: ArraySteps,
  ) {
    this.asterisks = new NextMark(source.text, '*');
  }

  /** A number at `at` that multiplies the array after it. */
  factorAt(at: number, isNamed: boolean): Factor | null {
    const { source, limit } = this;
    const { text } = source;
    const isNear = this.asterisks.after(at) - at <= longestFactor;
    const found = isNear ? leadingFactor(text, at, limit) : minusFactor(text, at, limit);
    return found !== null && opensArray(source, found.end, limit, isNamed) ? found : null;
  }

  /** The array in brackets at `at`; answers where to go on. */
  *readArray(name: Name | null, at: number, leading: Factor | null): Steps<number> {
    const { source, start, limit } = this;
    const item = yield* readArrayItem(source, this.arrays, { start, limit, at, name, leading });
    this.found.add(item);
    const end = item.span.offset + item.span.length;
    const { text } = source;
    if (end < limit && text.charCodeAt(end) === asterisk) {
      const past = endOfEmphasis(text, item.span.offset, end);
      if (past > end) return past;
    }
    const described = endOfDescription(text, end, limit);
    if (described > end) return described;
    const behind = operationBehind(text, end, limit, text.charCodeAt(at - 1) === openParenthesis);
    if (behind !== null) return source.reportComputed(behind);
    return end < limit && isOperator(text.charCodeAt(end)) ? this.refuseOperator(end) : end;
  }

  /** Arithmetic on an array is not read, and the numbers without it would be others than those meant. */
  refuseOperator(at: number): number {
    const end = endOfToken(this.source.text, at, this.limit);
    this.source.reportSyntax('unexpected-token', at, end, 'numbers');
    return end;
  }

  /** Numbers without brackets from `at` on; answers where to go on, or null where they turned out to be prose. */
  readRows(name: Name | null, at: number, extent: RowsExtent): MaybeSteps<number | null> {
    if (extent === 'line' && this.addNumber(name, at)) return this.source.scanner.end;
    return this.readLines(name, at, extent);
  }

  /** The same for lines of numbers without a name. */
  readBlock(at: number): Steps<number | null> {
    return this.readLines(null, at, 'block');
  }

  private *readLines(name: Name | null, at: number, extent: RowsExtent): Steps<number | null> {
    const reader = new RowsReader(this.source, at, this.limit, extent);
    const isDecimal = extent === 'line' && this.takesDecimalCommas(at);
    const array = yield* reader.read();
    if (isDecimal) this.source.scanner.decimalComma = false;
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

  /** `0,5; 0,25` after a name: a zero before a comma, and semicolons between, say that the commas are decimal. */
  private takesDecimalCommas(at: number): boolean {
    const { source, limit } = this;
    const { text, settled, scanner } = source;
    decimalCommas.lastIndex = at;
    if (settled.decimalComma !== undefined || !decimalCommas.test(text) || decimalCommas.lastIndex > limit)
      return false;
    scanner.decimalComma = true;
    this.found.addChoices([{ rule: 'decimal-comma' }]);
    source.offer('decimalComma', false, at, decimalCommas.lastIndex);
    return true;
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
}
