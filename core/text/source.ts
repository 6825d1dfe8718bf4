import {
  createProblem,
  hasError,
  type Problem,
  type ProblemCode,
  type ProblemDetails,
  type SyntaxReason,
} from '../problem';
import { isDigit, isLineBreak } from './characters';
import { LeftOut } from './leftOut';
import { NextMark, NextMatch, NextUnit } from './nextMark';
import { NumberScanner } from './number';
import { NumberStore } from './numberStore';
import type { Stretch } from './operation';
import type { Notation, ReadingChoice } from './reading';
import type { Recall } from './readingMemory';
import { noRemarks, type Remarks } from './remarks';
import type { Run, RunScanner } from './scanner/runScanner';
import type { ReadingAlternative, SettledChoices } from './settled';
import type { CommentStyle } from './spaces';
import { isTruthValue } from './spelling';

const mostProblems = 20;
const rowOfNumbers =
  /[[{]\s*(?:[-+−]?\.?\d[^[\](){}]*|(?:E|I|pi|oo|Integer\(|Float\(|Rational\()[^[\]{}]*)[\]}]/g;

/** The text under reading with what every reader of it shares: scanner, buffers, and the problems found. */
export class Source {
  readonly scanner = new NumberScanner();
  readonly runs: RunScanner | null;
  readonly store = new NumberStore();
  readonly problems: Problem[] = [];
  /** The rules that readers of notations applied. */
  readonly choices: ReadingChoice[] = [];
  /** The numbers that are in none of the arrays that are read. */
  readonly leftOut = new LeftOut();
  /** The other ways in which readers of notations could have read. */
  readonly alternatives: ReadingAlternative[] = [];
  /** Where a notation with a reader of its own came first. */
  notation: Notation | null = null;
  /** True once the text shows that numbers were meant: see `FailedReading.meant`. */
  meant = false;
  remarks: Remarks = noRemarks;
  private computedBefore = 0;
  private readonly quotes: NextMark;
  private readonly signs: NextMark;
  private readonly types: NextMark;
  private readonly lineBreaks: NextUnit;
  private readonly digitsOrBreaks: NextUnit;
  private readonly rows: NextMatch;

  constructor(
    readonly text: string,
    /** What is settled about how to read it. */
    readonly settled: SettledChoices = {},
    /** For long runs of plain numbers; null where there is none. */
    runs: RunScanner | null = null,
    /** What is left of an earlier version of the text; null where nothing is kept. */
    readonly recall: Recall | null = null,
  ) {
    this.quotes = new NextMark(text, '"');
    this.signs = new NextMark(text, '=');
    this.types = new NextMark(text, 'dtype: ');
    this.lineBreaks = new NextUnit(text, isLineBreak);
    this.digitsOrBreaks = new NextUnit(text, (unit) => isDigit(unit) || isLineBreak(unit));
    this.rows = new NextMatch(text, rowOfNumbers);
    const decimalComma = settled.decimalComma === true;
    this.scanner.decimalComma = decimalComma;
    this.runs = decimalComma ? null : runs;
  }

  /** Whether the text has so many faults that no more of them are told: what follows changes nothing. */
  get isRefused(): boolean {
    return this.problems.length >= mostProblems && hasError(this.problems);
  }

  /** By where no array of plain numbers goes on: at the next key of JSON, else at the next `=` after a name, or at the end of the text. */
  endOfPlain(at: number, style: CommentStyle): number {
    return style === 'json' ? this.quotes.after(at) : this.signs.after(at);
  }

  /** Where the type of numbers is printed next; the end of the text where it is not. */
  nextType(at: number): number {
    return this.types.after(at);
  }

  /** The end of the line, of which very many may ask where lines are long. */
  endOfLine(at: number, limit: number): number {
    return Math.min(limit, this.lineBreaks.after(at));
  }

  /** Whether a digit stands from `at` to the end of the line. */
  hasDigitOnLine(at: number, limit: number): boolean {
    const place = this.digitsOrBreaks.after(at);
    return place < limit && isDigit(this.text.charCodeAt(place));
  }

  /** The end of the next row of numbers in brackets from `at` on; beyond `limit` where it begins there. */
  endOfRow(at: number, limit: number): number {
    return this.rows.after(at) < limit ? this.rows.end : limit + 1;
  }

  /** Notes that with other choices the text would read otherwise; once for each of them. */
  offer<Key extends keyof SettledChoices>(
    differs: Key,
    value: SettledChoices[Key],
    start: number,
    end: number,
  ): void {
    this.remark('said');
    if (this.alternatives.some((other) => other.differs === differs)) return;
    this.alternatives.push({
      differs,
      choices: { ...this.settled, [differs]: value },
      span: { offset: start, length: Math.max(0, end - start) },
    });
  }

  report<Code extends ProblemCode>(code: Code, start: number, end: number, data: ProblemDetails[Code]): void {
    this.remark('said');
    const isFull = this.problems.length >= mostProblems;
    if (isFull && hasError(this.problems)) return;
    // What is missing at the end of the text has no place of its own.
    const length = Math.max(0, Math.min(end, this.text.length) - start);
    const problem = createProblem(code, { offset: start, length }, data);
    // The first error is told however many warnings came before it.
    if (!isFull) this.problems.push(problem);
    else if (problem.severity === 'error') this.problems[mostProblems - 1] = problem;
  }

  reportSyntax(reason: SyntaxReason, start: number, end: number, expected?: string): void {
    const found = this.text.slice(start, Math.min(end, start + longestQuote));
    this.report(
      'syntax',
      start,
      end,
      expected === undefined ? { reason, found } : { reason, found, expected },
    );
  }

  /** Says that what stands between two places makes other numbers of an array; once of an operator between two of them. */
  reportComputed({ start, end }: Stretch): number {
    if (start >= this.computedBefore) this.reportSyntax('computed', start, end);
    this.computedBefore = Math.max(this.computedBefore, end);
    return end;
  }

  /** Says of how many numbers nothing was made. */
  noteLeftOut(): void {
    const choice = this.leftOut.choiceIn(this.text);
    if (choice !== null) this.choices.push(choice);
  }

  /** Says once that truth values count as 1 and 0. */
  noteTruthValue(written: string): void {
    if (!isTruthValue(written)) return;
    if (this.remarks.truthValues === 0) this.choices.push({ rule: 'truth-values' });
    this.remark('truthValues');
  }

  /** Says once that a number of the text is not finite; it is carried through all the same. */
  noteNotFinite(value: number, start: number, end: number): void {
    if (this.remarks.notFinite === 0) this.report('not-finite', start, end, { value: String(value) });
    this.remark('notFinite');
  }

  /** The same of those that the scanner has read. */
  noteNotFiniteOf({ notFinite, firstNotFinite, endOfNotFinite }: Run): void {
    if (notFinite === 0) return;
    const isEmpty = this.scanner.scan(this.text, firstNotFinite, endOfNotFinite) === 'none';
    const value = isEmpty ? Number.NaN : this.scanner.value;
    this.noteNotFinite(value, firstNotFinite, endOfNotFinite);
    this.remark('notFinite', notFinite - 1);
  }

  /** What was noted of the last number before it went on is not what a later reading may take over. */
  noteAmended(): void {
    this.remark('said');
  }

  private remark(kind: keyof Remarks, count = 1): void {
    this.remarks = { ...this.remarks, [kind]: this.remarks[kind] + count };
  }
}

const longestQuote = 40;
