import { type ArrayProgress, beginProgress } from './arrayProgress';
import { endOfToken, openBracket as openSquare } from './characters';
import { foldingOf, longestVector } from './folded';
import { NestedShape } from './nestedShape';
import { Newline } from './scanner/scannerMemory';
import type { Source } from './source';
import type { CommentStyle } from './spaces';

/** A bracketed array while it is read: its shape, and what each kind of element does to what is known of it. */
export class ArrayState {
  readonly shape: NestedShape;
  now: ArrayProgress;
  /** True once the array has ended, or cannot go on. */
  done = false;

  constructor(
    readonly source: Source,
    readonly start: number,
    readonly limit: number,
    /** In JSON a blank does not separate, and the end of a line is a blank. */
    readonly style: CommentStyle,
    declaredRow: number,
  ) {
    this.shape = new NestedShape(source, declaredRow);
    this.shape.open(start, source.text.charCodeAt(start));
    this.now = beginProgress(start + 1);
  }

  /** What must happen between two elements: a comma, or in matrix text a blank or the end of a line. */
  beforeElement(at: number): void {
    const { now } = this;
    if (now.previous === 'item') {
      if (this.style === 'json') {
        const end = endOfToken(this.source.text, at, this.limit);
        this.source.reportSyntax('missing-separator', at, end, ',');
      } else if (now.lineBreak >= 0 && this.shape.inLeaf && !this.isFolded()) {
        now.rowSeparators = true;
        this.shape.endRow(now.lineBreak);
      }
    }
    now.lineBreak = -1;
  }

  /** Adds the number that stands from `start` to `end`; its digits, where it is in quotes, from `first` to `last`. */
  addNumber(value: number, start: number, end: number, first = start, last = end): void {
    const { now } = this;
    this.beforeElement(start);
    this.shape.addNumber(start, end);
    this.source.store.push(value, first, last);
    now.numbers++;
    now.previous = 'item';
    now.lastEnd = end;
  }

  /** Keeps the place of an element that could not be read, so that one fault does not make the row ragged too. */
  addHole(start: number, end: number): number {
    const { now } = this;
    if (this.shape.inLeaf || !this.shape.leafKnown) {
      this.shape.addNumber(start, end);
      this.source.store.push(Number.NaN, start, end);
    }
    now.previous = 'item';
    now.lineBreak = -1;
    now.lastEnd = end;
    return end;
  }

  reportMissing(at: number): void {
    this.source.reportSyntax('missing-value', at, at + 1, 'number');
    this.addHole(at, at);
  }

  /** What the end of a line between two numbers is here, as the scanner has to know it. */
  get newline(): number {
    if (this.shape.depth === 1 && this.now.folded === null) return Newline.stops;
    return this.isFolded() ? Newline.isBlank : Newline.endsRow;
  }

  /** Ends the array at `at`, whatever is still open. */
  finish(at: number): number {
    this.shape.abandon();
    this.done = true;
    return at;
  }

  /** Notes that something was decided by text up to `end` and not by what is near. */
  lookedFar(end: number): void {
    this.now.farLooks++;
    this.now.reach = Math.max(this.now.reach, end);
  }

  /** Inside inner brackets, and in a vector that NumPy folded, the end of a line is a blank. */
  private isFolded(): boolean {
    const { now, shape } = this;
    if (shape.depth > 1) return shape.opener === openSquare && !now.rowSeparators;
    now.folded ??= this.takeFolding();
    return now.folded;
  }

  private takeFolding(): boolean {
    const { source, start, limit } = this;
    if (!this.now.commas) this.lookedFar(start + longestVector);
    const folding = this.now.commas ? 'rows' : foldingOf(source.text, start, limit);
    const isFolded = folding === 'folded' || folding === 'likely-folded';
    const taken = source.settled.folded ?? isFolded;
    if (folding === 'likely-folded' || folding === 'likely-rows')
      source.offer('folded', !taken, start, start + 1);
    return taken;
  }
}
