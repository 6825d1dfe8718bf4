import type { Steps } from '../steps';
import {
  apostrophe,
  comma,
  endOfToken,
  isBlank,
  isDigit,
  isLineBreak,
  isOperator,
  isWordStart,
  semicolon,
} from './characters';
import { elisionMark } from './elision';
import { LineRuns } from './lineRuns';
import { mayBeginNumber } from './number';
import type { NumberArray } from './reading';
import { RowRecall } from './rowRecall';
import { byCommas, type Separation } from './scanner/scannerMemory';
import type { Source } from './source';
import { endOfComment, fenceLength } from './spaces';
import { composedAt, percentAt, spelledWordAt } from './spelling';
import { isSpelledLine, isSpelledRow } from './strayRows';

const tokensPerSlice = 8_192;
const bySemicolons = { separator: semicolon, isDecimalComma: false };
const unknown = -1;

/** `line`: the numbers after `x =`, to the end of the line. `block`: lines of numbers, to a blank line or other text. */
export type RowsExtent = 'line' | 'block';

/** Whether an apostrophe and more digits go on with the number that ends at `at`, `1'234.5`. */
function partsThousands(text: string, at: number): boolean {
  return text.charCodeAt(at) === apostrophe && isDigit(text.charCodeAt(at + 1));
}

/**
 * Reads numbers without brackets: one line a row, with commas, blanks, tabs or semicolons between numbers.
 * A `;` after one number separates columns (`1;2;3`), after more it separates rows (`1 2; 3 4`).
 */
export class RowsReader {
  end: number;
  private count = 0;
  private rows = 0;
  private columns = unknown;
  private extraStart = unknown;
  private lastEnd: number;
  private pendingSeparator = unknown;
  private semicolonsSeparateRows: boolean | null = null;
  private done = false;
  private rejected = false;
  private elided = false;
  /** Whether each comma stands between two digits, and the first that does. */
  private tightCommas = true;
  private firstComma = unknown;
  /** The end of the line, where that ends the numbers or a run of them. */
  private lineEnd = -1;
  /** Where semicolons part columns there are others. */
  private runs: LineRuns;
  private readonly recall: RowRecall | null;

  constructor(
    private readonly source: Source,
    private readonly start: number,
    private readonly limit: number,
    private readonly extent: RowsExtent,
  ) {
    this.end = start;
    this.lastEnd = start;
    this.runs = this.runsBy(byCommas);
    this.recall = extent === 'block' ? RowRecall.of(source, start, limit, 'rows') : null;
  }

  private runsBy(separation: Separation): LineRuns {
    const { source, start, limit } = this;
    const takesMissing = separation === byCommas;
    return new LineRuns(source, start, limit, {
      separation,
      byBlanks: true,
      isLabelled: false,
      takesMissing,
    });
  }

  /** The numbers, or null where the line turned out to be prose. */
  *read(): Steps<NumberArray | null> {
    const { store } = this.source;
    while (!this.step()) yield;
    if (this.count > 0 && !this.rejected) this.endRow(this.lastEnd);
    if (this.rejected || store.length === 0) {
      store.discard();
      return null;
    }
    this.end = Math.max(this.end, this.lastEnd);
    this.noteDecimalCommas();
    const span = { offset: this.start, length: this.lastEnd - this.start };
    const array = store.take(this.shape(), span);
    this.recall?.keep(array);
    return array;
  }

  private shape(): readonly number[] {
    const { length } = this.source.store;
    if (this.rows > 1 && this.columns * this.rows === length) return [this.rows, this.columns];
    return length === 1 ? [] : [length];
  }

  private step(): boolean {
    const { source, limit } = this;
    const { text, scanner, store } = source;
    let at = this.end;
    for (let token = 0; token < tokensPerSlice && !this.done; token++) {
      const from = at;
      if (this.count === 0 && this.pendingSeparator === unknown) at = this.join(from);
      if (at > from) break;
      at = this.runAhead(from);
      // A window of the scanner took as long as a slice of tokens.
      if (at > from) break;
      while (at < limit && isBlank(text.charCodeAt(at))) at++;
      if (at >= limit) {
        this.done = true;
        break;
      }
      const unit = text.charCodeAt(at);
      if (mayBeginNumber(unit)) {
        const outcome = scanner.scan(text, at, limit);
        if (outcome !== 'none' && !partsThousands(text, scanner.end)) {
          const value = outcome === 'number' ? scanner.value : Number.NaN;
          this.add(at, scanner.end);
          store.push(value, at, scanner.end);
          if (outcome === 'zero-denominator') source.reportSyntax(outcome, at, scanner.end);
          else if (!Number.isFinite(value)) source.noteNotFinite(value, at, scanner.end);
          at = scanner.end;
          continue;
        }
      }
      if (isLineBreak(unit)) at = this.breakLine(at);
      else if (unit === comma) at = this.separate(at);
      else if (unit === semicolon) at = this.separateBySemicolon(at);
      else {
        const comment = text.startsWith('#N/A', at) ? -1 : endOfComment(text, at, limit, 'text');
        at = comment >= 0 ? comment : this.readOther(at);
      }
    }
    this.end = at;
    return this.done;
  }

  /** At the beginning of a row: takes over those of an earlier text; answers where reading goes on. */
  private join(at: number): number {
    const { recall, rows, lastEnd, columns, semicolonsSeparateRows, tightCommas, firstComma, elided } = this;
    if (recall === null || elided) return at;
    const told = `${columns} ${semicolonsSeparateRows} ${tightCommas} ${firstComma === unknown}`;
    const joined = recall.join({ at, rows, lastEnd }, told);
    if (joined === null) return at;
    this.rows = joined.rows;
    this.lastEnd = joined.lastEnd;
    return joined.at;
  }

  /** Leaves plain numbers to the scanner; answers where it stopped. */
  private runAhead(at: number): number {
    if (this.elided || this.extraStart !== unknown) return at;
    const { columns, count, lastEnd } = this;
    const previous = this.pendingSeparator !== unknown ? 'comma' : count > 0 ? 'item' : 'open';
    const { source, limit, extent, recall } = this;
    // Where the beginning of a row is awaited, no run goes beyond it.
    const isToLineEnd = extent === 'line' || (count > 0 && recall !== null && at >= recall.due);
    if (isToLineEnd && at > this.lineEnd) this.lineEnd = source.endOfLine(at, limit);
    const end = isToLineEnd ? this.lineEnd : Math.min(limit, recall?.joinAt ?? limit);
    if (at >= end) return at;
    const run = this.runs.next({ at, previous, count, columns, lastEnd }, end);
    if (run === null) return at;
    this.rows += run.rows;
    this.count = run.count;
    this.lastEnd = run.lastEnd;
    const isAfterSeparator = run.previous === 'comma';
    if (this.semicolonsSeparateRows === false) {
      this.pendingSeparator = unknown;
      // What comes after a semicolon tells whether it parts anything.
      return isAfterSeparator ? source.text.indexOf(';', run.lastEnd) : run.at;
    }
    this.pendingSeparator = isAfterSeparator ? run.lastEnd : unknown;
    if (run.commas) this.noteCommas(at, run.at);
    return run.at;
  }

  private noteCommas(start: number, end: number): void {
    const { text } = this.source;
    for (let at = text.indexOf(',', start); at >= 0 && at < end; at = text.indexOf(',', at + 1)) {
      if (this.firstComma === unknown) this.firstComma = at;
      if (!isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1))) this.tightCommas = false;
      if (!this.tightCommas) return;
    }
  }

  private add(start: number, end: number): void {
    this.pendingSeparator = unknown;
    if (this.count === this.columns) this.extraStart = start;
    this.count++;
    this.lastEnd = end;
  }

  private breakLine(at: number): number {
    const { text } = this.source;
    let next = at + (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1);
    const lineStart = next;
    while (next < this.limit && isBlank(text.charCodeAt(next))) next++;
    const numbersFollow = next < this.limit && this.beginsNumbers(next);
    if (this.extent === 'line') {
      if (this.pendingSeparator >= 0 && numbersFollow) return next;
      this.done = true;
      return at;
    }
    this.endRow(at);
    if (numbersFollow) return next;
    const comment = endOfComment(text, next, this.limit, 'text');
    if (comment > next) return comment;
    this.done = true;
    return lineStart;
  }

  private beginsNumbers(at: number): boolean {
    const { text, scanner } = this.source;
    if (fenceLength(text, at) > 0) return false;
    if (elisionMark(text, at) !== null) return true;
    if (mayBeginNumber(text.charCodeAt(at)) && scanner.scan(text, at, this.limit) !== 'none') return true;
    if (this.extent === 'line') return false;
    const isColumn = this.columns === 1 || (this.columns === unknown && this.count === 1);
    return isColumn ? isSpelledLine(text, at, this.limit) : isSpelledRow(text, at, this.limit);
  }

  private separate(at: number): number {
    if (this.pendingSeparator >= 0 || this.count === 0) {
      this.source.reportSyntax('missing-value', at, at + 1, 'number');
      this.addHole(at, at);
    }
    this.noteCommas(at, at + 1);
    this.pendingSeparator = at;
    return at + 1;
  }

  /** `0,5;0,3` and `0,5 0,3` are read with commas between numbers, but could be decimals as written in French. */
  private noteDecimalCommas(): void {
    if (this.firstComma === unknown || !this.tightCommas) return;
    const { text } = this.source;
    const written = text.slice(this.start, this.lastEnd);
    // Most tables have nothing but commas between numbers, which is sooner told than the pattern is looked for.
    if (![';', ' ', '\t'].some((separator) => written.includes(separator))) return;
    if (!/\d,\d+[ \t]*[;\t ][ \t]*[-+−]?\d/.test(written)) return;
    const start = this.source.store.startBefore(this.firstComma);
    let end = this.firstComma + 1;
    while (isDigit(text.charCodeAt(end))) end++;
    this.source.offer('decimalComma', true, start, end);
    if (this.source.settled.decimalComma === false) return;
    const taken = text.slice(start, end);
    this.source.report('ambiguous-reading', start, end, {
      taken: taken.replace(',', ', '),
      other: taken.replace(',', '.'),
    });
  }

  private separateBySemicolon(at: number): number {
    let next = at + 1;
    while (next < this.limit && isBlank(this.source.text.charCodeAt(next))) next++;
    if (next >= this.limit || !this.beginsNumbers(next)) {
      // After the last number of a line it only ends the statement.
      if (this.extent === 'line') this.done = true;
      return at + 1;
    }
    if (this.semicolonsSeparateRows === null) {
      this.semicolonsSeparateRows = this.count > 1;
      if (!this.semicolonsSeparateRows) this.runs = this.runsBy(bySemicolons);
    }
    if (this.semicolonsSeparateRows) this.endRow(at);
    else this.pendingSeparator = at;
    return next;
  }

  private readOther(at: number): number {
    const { source, limit } = this;
    const { text } = source;
    const mark = elisionMark(text, at);
    if (mark !== null) {
      this.elided = true;
      source.report('elided', at, at + mark.length, { mark });
      this.lastEnd = at + mark.length;
      return at + mark.length;
    }
    const spelled = (this.extent === 'line' ? this.spelledAt(at) : null) ?? this.wordAt(at);
    if (spelled !== null) return spelled;
    if (this.extent === 'line') {
      this.done = true;
      return at;
    }
    if (this.rows === 0 && (this.count < 2 || isWordStart(text.charCodeAt(at)) === false)) {
      this.rejected = true;
      this.done = true;
      return at;
    }
    const end = endOfToken(text, at, limit);
    source.reportSyntax('unexpected-token', at, end, 'number');
    this.addHole(at, end);
    return end;
  }

  /** Takes arithmetic after a name, `P = exp(-1), 1 - exp(-1)`; a number before `at` may go on there. */
  private spelledAt(at: number): number | null {
    const { text, store } = this.source;
    const goesOn = this.pendingSeparator === unknown && this.count > 0 && isOperator(text.charCodeAt(at));
    const start = goesOn ? store.lastStart : at;
    const found = composedAt(text, start, this.limit) ?? percentAt(text, start, this.limit);
    if (found === null || found.end <= at) return null;
    if (goesOn) store.amendLast(found.value, found.end);
    else {
      this.add(at, found.end);
      store.push(found.value, at, found.end);
    }
    this.lastEnd = found.end;
    return found.end;
  }

  /** Takes what a line of numbers may have beside plain ones: `NA`, `½`, `50%`, `1'234.5`. */
  private wordAt(at: number): number | null {
    const { source, limit } = this;
    const found = spelledWordAt(source.text, at, limit);
    if (found === null) return null;
    this.add(at, found.end);
    source.store.push(found.value, at, found.end);
    if (!Number.isFinite(found.value)) source.noteNotFinite(found.value, at, found.end);
    source.noteTruthValue(source.text.slice(at, found.end));
    return found.end;
  }

  private addHole(start: number, end: number): void {
    this.add(start, end);
    this.source.store.push(Number.NaN, start, end);
  }

  private endRow(at: number): void {
    if (this.count === 0) return;
    if (this.columns === unknown) this.columns = this.count;
    else if (this.columns !== this.count && !this.elided) {
      const long = this.count > this.columns;
      this.source.report('ragged', long ? this.extraStart : at, long ? this.lastEnd : at + 1, {
        row: this.rows,
        length: this.count,
        expected: this.columns,
      });
    }
    this.rows++;
    this.count = 0;
    this.extraStart = unknown;
    this.pendingSeparator = unknown;
  }
}
