import { closerOf, openParenthesis } from './characters';
import type { Source } from './source';

/** What is not known yet, among numbers that are counted. */
export const unknown = -1;

interface Frame {
  readonly opener: number;
  /** Elements so far: arrays, or numbers of the current row. */
  count: number;
  /** Finished rows of a bracket that holds numbers and row separators. */
  rows: number;
  comma: boolean;
  elided: boolean;
  /** Where the first element stands that the siblings do not have, or −1. */
  extraStart: number;
  extraEnd: number;
}

/** The innermost bracket as a run of plain numbers in it begins: its row so far, and what is expected of it. */
export interface Leaf {
  readonly opener: number;
  readonly closer: number;
  /** −1 in the first row. */
  readonly columns: number;
  readonly siblings: number;
  readonly count: number;
  readonly rows: number;
}

/** What a run did to the innermost bracket. */
export interface LeafRun {
  readonly count: number;
  readonly rows: number;
  /** Brackets like it that followed. */
  readonly reopened: number;
  readonly commas: boolean;
  readonly outerCommas: boolean;
}

/** All that is known of the shape at one place of the text. */
export interface ShapeState {
  readonly frames: readonly Readonly<Frame>[];
  readonly sizes: readonly number[];
  readonly groups: readonly boolean[];
  readonly leafDepth: number;
  readonly columns: number;
  readonly leafRows: number;
  readonly broken: boolean;
}

/** More brackets than any text has. */
const mostSiblings = 2 ** 30;

/**
 * Finds the shape of nested brackets while they are read, and reports rows that differ: a short row at its
 * end, a long one at its first extra element. The first row says how long the others should be.
 */
export class NestedShape {
  private frames: Frame[] = [];
  /** Lengths by level, from the outermost bracket; unknown until one bracket of that level has closed. */
  private sizes: number[] = [];
  /** The level of the brackets that hold numbers, from 1; unknown until the first number. */
  private leafDepth = unknown;
  private columns = unknown;
  private leafRows = unknown;
  /** By level: one pair of parentheses around one thing alone, which groups and adds no dimension. */
  private groups: boolean[] = [];
  private broken = false;

  constructor(
    private readonly source: Source,
    /** How long C says that each row is: what a row leaves out is zero. 0 where nothing says so. */
    private readonly declaredRow = 0,
  ) {
    if (declaredRow > 0) this.columns = declaredRow;
  }

  get depth(): number {
    return this.frames.length;
  }

  get opener(): number {
    return this.frames[this.frames.length - 1]?.opener ?? 0;
  }

  get closer(): number {
    return closerOf(this.opener);
  }

  /** Whether numbers belong into the innermost bracket. */
  get inLeaf(): boolean {
    return this.leafDepth === this.frames.length;
  }

  get leafKnown(): boolean {
    return this.leafDepth !== unknown;
  }

  get state(): ShapeState {
    const { leafDepth, columns, leafRows, broken } = this;
    const frames = this.frames.map((frame) => ({ ...frame }));
    return { frames, sizes: [...this.sizes], groups: [...this.groups], leafDepth, columns, leafRows, broken };
  }

  set state({ frames, sizes, groups, leafDepth, columns, leafRows, broken }: ShapeState) {
    this.frames = frames.map((frame) => ({ ...frame }));
    this.sizes = [...sizes];
    this.groups = [...groups];
    this.leafDepth = leafDepth;
    this.columns = columns;
    this.leafRows = leafRows;
    this.broken = broken;
  }

  open(start: number, opener: number): void {
    const parent = this.frames[this.frames.length - 1];
    if (parent !== undefined) this.count(parent, start, start + 1, this.sizes[this.frames.length - 1]);
    const frame = {
      opener,
      count: 0,
      rows: 0,
      comma: false,
      elided: false,
      extraStart: unknown,
      extraEnd: unknown,
    };
    // Most arrays have one bracket: nothing grows for it.
    if (parent === undefined) this.frames = [frame];
    else this.frames.push(frame);
  }

  noteComma(): void {
    const frame = this.frames[this.frames.length - 1];
    if (frame !== undefined) frame.comma = true;
  }

  /** The comma before a keyword argument belongs to the call and makes no tuple. */
  forgetComma(): void {
    const frame = this.frames[this.frames.length - 1];
    if (frame !== undefined && frame.count === 1) frame.comma = false;
  }

  noteElision(): void {
    this.broken = true;
    for (const frame of this.frames) frame.elided = true;
  }

  addNumber(start: number, end: number): void {
    const level = this.frames.length;
    const frame = this.frames[level - 1];
    if (frame === undefined) return;
    if (this.leafDepth === unknown) this.leafDepth = level;
    if (this.leafDepth !== level) {
      this.source.reportSyntax('depth', start, end, '[');
      this.broken = true;
    }
    this.count(frame, start, end, this.columns);
  }

  /** What a run of plain numbers in the innermost bracket has to know; null where the bracket is not plain itself. */
  leaf(isText: boolean): Leaf | null {
    const level = this.frames.length;
    const frame = this.frames[level - 1];
    if (frame === undefined || !this.inLeaf || this.broken || frame.extraStart !== unknown) return null;
    const { opener, count, rows } = frame;
    const siblings = this.siblings(opener, this.frames[level - 2], isText);
    return { opener, closer: closerOf(opener), columns: this.columns, siblings, count, rows };
  }

  /** How many brackets of numbers may follow the innermost without anything to be said of them. */
  private siblings(opener: number, parent: Frame | undefined, isText: boolean): number {
    // Only after one bracket like it is known to have no rows; and `(1)` in brackets may be arithmetic.
    if (parent === undefined || this.leafRows !== 0 || parent.extraStart !== unknown) return 0;
    if (isText && opener === openParenthesis && parent.opener !== openParenthesis) return 0;
    const expected = this.sizes[this.frames.length - 2] ?? unknown;
    return expected === unknown ? mostSiblings : Math.max(0, expected - parent.count);
  }

  /** Takes over what a run has read from the state that `leaf` gave. */
  advance({ count, rows, reopened, commas, outerCommas }: LeafRun): void {
    const level = this.frames.length;
    const parent = this.frames[level - 2];
    const frame = this.frames[level - 1];
    if (frame === undefined) return;
    if (parent !== undefined && reopened > 0) {
      parent.count += reopened;
      parent.comma ||= outerCommas;
      this.groups[level - 1] = false;
      frame.comma = false;
    }
    frame.count = count;
    frame.rows = rows;
    frame.comma ||= commas;
  }

  /** Ends a row inside the innermost bracket; `at` is its separator. */
  endRow(at: number): void {
    const frame = this.frames[this.frames.length - 1];
    if (frame === undefined) return;
    this.finishRow(frame, frame.rows, at);
    frame.rows++;
    frame.count = 0;
    frame.extraStart = unknown;
  }

  close(at: number): void {
    const level = this.frames.length;
    const frame = this.frames[level - 1];
    if (frame === undefined) return;
    const parent = this.frames[level - 2];
    const place = parent === undefined ? 0 : parent.count - 1;
    if (this.leafDepth === unknown) this.leafDepth = level;
    if (this.leafDepth === level) this.closeLeaf(frame, level, place, at);
    else this.finishLevel(frame, level, place, at);
    this.frames.pop();
  }

  private closeLeaf(frame: Frame, level: number, place: number, at: number): void {
    let rows = 0;
    if (frame.rows > 0) {
      if (frame.count > 0) this.endRow(at);
      rows = frame.rows;
    } else this.finishRow(frame, place, at);
    if (this.leafRows === unknown) this.leafRows = rows;
    else if (this.leafRows !== rows) this.ragged(frame, place, rows, this.leafRows, at);
    this.noteGrouping(frame, level, rows === 0 && frame.count === 1);
  }

  /** Leaves the brackets that are still open without judging them. */
  abandon(): void {
    if (this.frames.length === 0) return;
    this.broken = true;
    this.frames = [];
  }

  /** The shape of all that was read; a flat one where rows differ, for then only the problems matter. */
  finish(): readonly number[] {
    if (this.broken) return [this.source.store.length];
    if (this.leafDepth === 1 && this.leafRows === 0 && this.groups[0] === false)
      return [Math.max(0, this.columns)];
    const shape = this.sizes.slice(0, Math.max(0, this.leafDepth - 1));
    if (this.leafRows > 0) shape.push(this.leafRows);
    shape.push(Math.max(0, this.columns));
    const dimension = this.groups.indexOf(false);
    return shape.slice(dimension < 0 ? this.groups.length : dimension);
  }

  private count(frame: Frame, start: number, end: number, expected: number | undefined): void {
    if (frame.count === expected && frame.extraStart === unknown) frame.extraStart = start;
    frame.extraEnd = end;
    frame.count++;
  }

  private finishRow(frame: Frame, row: number, at: number): void {
    for (; frame.count < this.declaredRow && frame.count > 0; frame.count++)
      this.source.store.push(0, at, at);
    if (this.columns === unknown) this.columns = frame.count;
    else if (this.columns !== frame.count) this.ragged(frame, row, frame.count, this.columns, at);
  }

  private finishLevel(frame: Frame, level: number, place: number, at: number): void {
    const expected = this.sizes[level - 1] ?? unknown;
    if (expected === unknown) this.sizes[level - 1] = frame.count;
    else if (expected !== frame.count) this.ragged(frame, place, frame.count, expected, at);
    this.noteGrouping(frame, level, frame.count === 1);
  }

  private noteGrouping(frame: Frame, level: number, alone: boolean): void {
    const first = this.groups[level - 1] === undefined;
    const groups = first && alone && frame.opener === openParenthesis && !frame.comma;
    if (level === 1 && this.groups.length === 0) this.groups = [groups];
    else this.groups[level - 1] = groups;
  }

  private ragged(frame: Frame, row: number, length: number, expected: number, at: number): void {
    this.broken = true;
    if (frame.elided) return;
    const long = length > expected && frame.extraStart !== unknown;
    this.source.report('ragged', long ? frame.extraStart : at, long ? frame.extraEnd : at + 1, {
      row,
      length,
      expected,
    });
  }
}
