import { previousKinds } from './arrayProgress';
import { Newline, type Separation } from './scanner/scannerMemory';
import type { Source } from './source';

/** So many times is it asked for in vain that the scanner is left alone for a while. */
const longestPause = 512;
/** What is worth the call. */
const fewNumbers = 4;
/** No bracket is open. */
const noBracket = -1;

/** How a table is written. */
export interface LineFormat {
  readonly separation: Separation;
  /** Whether blanks part numbers too. */
  readonly byBlanks: boolean;
  /** Whether a label stands before the numbers of each line. */
  readonly isLabelled: boolean;
  /** Whether words for what is missing count as numbers wherever one may stand. */
  readonly takesMissing: boolean;
}

/** Where a reader of rows is: in a row that has `count` numbers so far, after what `previous` says. */
export interface LinePlace {
  readonly at: number;
  readonly previous: (typeof previousKinds)[number];
  readonly count: number;
  /** Numbers in a row; −1 in the first. */
  readonly columns: number;
  readonly lastEnd: number;
}

/** Where it is after a run, and what was read in between. */
export interface LineRun extends Omit<LinePlace, 'columns'> {
  /** Rows that ended. */
  readonly rows: number;
  readonly commas: boolean;
}

/** Leaves lines of plain numbers without brackets to the scanner. */
export class LineRuns {
  /** Places until the scanner is tried, and how many there were the last time. */
  private patience = 0;
  private pause = 0;

  constructor(
    private readonly source: Source,
    private readonly start: number,
    private readonly limit: number,
    private readonly format: LineFormat,
  ) {}

  /** What comes next as far as it is plain, in one window and before `end`; null where nothing is, or it was not worth while lately. */
  next(place: LinePlace, end = this.limit): LineRun | null {
    const { source, format, limit } = this;
    const { store, runs, text } = source;
    if (runs === null || this.patience-- > 0) return null;
    const { at, columns, count, lastEnd } = place;
    const run = runs.run(
      source,
      text,
      end,
      {
        at,
        isText: format.byBlanks,
        newline: Newline.endsLine,
        opener: noBracket,
        closer: noBracket,
        columns,
        siblings: 0,
        previous: previousKinds.indexOf(place.previous),
        lineBreak: -1,
        lastEnd,
        numberEnd: store.length === 0 ? at : store.lastEnd,
        count,
        rows: 0,
        isLabelled: format.isLabelled,
        takesMissing: format.takesMissing,
      },
      format.separation,
    );
    const numbers = run?.values.length ?? 0;
    this.pause = numbers >= fewNumbers ? 0 : Math.min(longestPause, 2 * this.pause + 1);
    this.patience = this.pause;
    if (run === null || numbers === 0) return null;
    const { values, places: bytes, last, lastStart, numberEnd } = run;
    const share = (run.at - this.start) / (limit - this.start);
    store.append({ values, bytes, last, lastStart, lastEnd: numberEnd }, at, share);
    source.noteNotFiniteOf(run);
    // The end of a line is for the reader of rows, which looks at what comes below.
    const isAtEnd = run.lineBreak >= 0;
    return {
      at: isAtEnd ? run.lineBreak : run.at,
      previous: previousKinds[run.previous] ?? 'item',
      count: run.count,
      lastEnd: run.lastEnd,
      rows: run.rows,
      commas: run.anyCommas,
    };
  }
}
