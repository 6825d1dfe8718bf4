import {
  byCommas,
  createScannerMemory,
  Field,
  type ScannerMemory,
  type Separation,
  windowLength,
} from './scannerMemory';
import type { Encoder, ScannerModule } from './scannerModule';

/** Where a reader is inside the innermost bracket of an array, or in a table of rows. Places are offsets in the text. */
export interface RunState {
  readonly at: number;
  /** False in JSON, where only a comma separates. */
  readonly isText: boolean;
  /** One of `Newline`: what the end of a line between two numbers is. */
  readonly newline: number;
  readonly opener: number;
  readonly closer: number;
  /** Numbers in a row; −1 in the first row. */
  readonly columns: number;
  /** How many more brackets like this one may follow it. */
  readonly siblings: number;
  /** As `Previous` in the reader of arrays counts. */
  readonly previous: number;
  readonly lineBreak: number;
  readonly lastEnd: number;
  /** The end of the last number, or what gaps are counted from before the first. */
  readonly numberEnd: number;
  readonly count: number;
  readonly rows: number;
  /** Whether a label stands before the numbers of each line. */
  readonly isLabelled?: boolean;
  /** Whether `NA`, `null` and `None` count as numbers that are missing. */
  readonly takesMissing: boolean;
}

/** What was read, and where the reader is now. The arrays are the scanner's own, until its next run. */
export interface Run extends Pick<RunState, 'at' | 'previous' | 'lineBreak' | 'lastEnd' | 'count' | 'rows'> {
  readonly values: Float64Array;
  /** The bytes of their places, where in them the last begins, and its start and end. */
  readonly places: Uint8Array;
  readonly last: number;
  readonly lastStart: number;
  readonly numberEnd: number;
  /** Brackets that closed and opened again. */
  readonly reopened: number;
  /** Whether commas stood in the current bracket, in any of the brackets, and between them. */
  readonly commas: boolean;
  readonly anyCommas: boolean;
  readonly outerCommas: boolean;
  /** Numbers that are not finite, and where the first of them stands. */
  readonly notFinite: number;
  readonly firstNotFinite: number;
  readonly endOfNotFinite: number;
  /** True where it stopped for want of bytes, and would read on from there. */
  readonly isCut: boolean;
}

export interface ScannerOptions {
  /** UTF-16 units in memory at once. */
  readonly window?: number;
  /** Shorter texts are read before a scanner is ready. */
  readonly least?: number;
}

/** Where plain bytes are rare, no more of them are copied than may be read. */
const shortestWindow = 256;
const firstWindow = 4_096;

/** Reads runs of plain numbers in WebAssembly, from a window on the text that moves along. Made when it is first needed. */
export class RunScanner {
  /** Null where the host refuses WebAssembly; undefined before anybody asked. */
  private memory: ScannerMemory | null | undefined;
  /** Whose text the window is on. */
  private owner: object | null = null;
  private separation = byCommas;
  private start = 0;
  private end = 0;
  private length: number;
  private readonly longest: number;
  /** Texts of fewer UTF-16 units are none of its business. */
  readonly least: number;

  constructor(
    private readonly instantiate: () => ScannerModule | null,
    private readonly encoder: Encoder,
    { window = windowLength, least = 10_000 }: ScannerOptions = {},
  ) {
    this.longest = window;
    this.least = least;
    this.length = Math.min(firstWindow, window);
  }

  /** Reads on from `state`, not beyond `limit`. `owner` stands for the text; null where there is no scanner. */
  run(owner: object, text: string, limit: number, state: RunState, separation = byCommas): Run | null {
    if (this.memory === undefined) {
      const module = this.instantiate();
      this.memory = module === null ? null : createScannerMemory(module);
    }
    const { memory } = this;
    if (memory === null) return null;
    const { at } = state;
    const isSame = this.owner === owner && this.separation === separation;
    if (!isSame || at < this.start || at >= this.end || this.end > limit) {
      this.move(memory, text.slice(at, Math.min(limit, at + this.length)), at, separation);
      this.owner = owner;
    }
    this.write(memory.state, state);
    memory.scan(this.start);
    // What goes on there is read from a window that has it all.
    if (memory.state[Field.isCut] !== 0) this.owner = null;
    return runOf(memory);
  }

  private move(memory: ScannerMemory, stretch: string, at: number, separation: Separation): void {
    const { read, written } = this.encoder.encodeInto(stretch, memory.text);
    const isPlain = read === written;
    // Up to the first byte of more than ASCII, bytes stand where units do.
    const length = isPlain ? written : memory.text.findIndex((byte) => byte > 127);
    this.length = isPlain
      ? Math.min(this.longest, this.length * 2)
      : Math.max(Math.min(shortestWindow, this.longest), this.length >> 2);
    memory.terminate(length, separation);
    this.separation = separation;
    this.start = at;
    this.end = at + length;
  }

  private write(fields: Int32Array, state: RunState): void {
    fields[Field.at] = state.at;
    fields[Field.end] = this.end;
    fields[Field.isText] = state.isText ? 1 : 0;
    fields[Field.newline] = state.newline;
    fields[Field.opener] = state.opener;
    fields[Field.closer] = state.closer;
    fields[Field.columns] = state.columns;
    fields[Field.siblings] = state.siblings;
    fields[Field.previous] = state.previous;
    fields[Field.lineBreak] = state.lineBreak;
    fields[Field.lastEnd] = state.lastEnd;
    fields[Field.numberEnd] = state.numberEnd;
    fields[Field.count] = state.count;
    fields[Field.rows] = state.rows;
    fields[Field.isLabelled] = state.isLabelled === true ? 1 : 0;
    fields[Field.takesMissing] = state.takesMissing ? 1 : 0;
  }
}

function runOf({ state, values, places }: ScannerMemory): Run {
  const numbers = state[Field.numbers];
  return {
    at: state[Field.at] ?? 0,
    previous: state[Field.previous] ?? 0,
    lineBreak: state[Field.lineBreak] ?? 0,
    lastEnd: state[Field.lastEnd] ?? 0,
    count: state[Field.count] ?? 0,
    rows: state[Field.rows] ?? 0,
    values: values.subarray(0, numbers),
    places: places.subarray(0, state[Field.placed]),
    last: state[Field.lastPlace] ?? 0,
    lastStart: state[Field.lastStart] ?? 0,
    numberEnd: state[Field.numberEnd] ?? 0,
    reopened: state[Field.reopened] ?? 0,
    commas: state[Field.commas] !== 0,
    anyCommas: state[Field.anyCommas] !== 0,
    outerCommas: state[Field.outerCommas] !== 0,
    notFinite: state[Field.notFinite] ?? 0,
    firstNotFinite: state[Field.firstNotFinite] ?? 0,
    endOfNotFinite: state[Field.endOfNotFinite] ?? 0,
    isCut: state[Field.isCut] !== 0,
  };
}
