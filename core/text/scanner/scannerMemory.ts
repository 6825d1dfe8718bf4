import { powersOfFive } from './powersOfFive';
import type { ScannerModule } from './scannerModule';

/** The fields of the state of a run, in their order in memory. Places are offsets in the text. */
export const Field = {
  /** Where to read on, and afterwards where it stopped. */
  at: 0,
  /** The end of the bytes. */
  end: 1,
  /** 0 in JSON, where only a comma separates. */
  isText: 2,
  /** One of `Newline`. */
  newline: 3,
  opener: 4,
  closer: 5,
  /** How many numbers a row has; −1 in the first row. */
  columns: 6,
  /** How many more brackets like this one may open. */
  siblings: 7,
  /** What came last: an opening bracket, an element, a comma, the end of a row. */
  previous: 8,
  /** The first end of a line since the last number, or −1. */
  lineBreak: 9,
  /** The end of the last element. */
  lastEnd: 10,
  /** Numbers in the current row. */
  count: 11,
  /** Rows in the current bracket that have ended. */
  rows: 12,
  /** Numbers that were read. */
  numbers: 13,
  /** Brackets that were closed and opened again. */
  reopened: 14,
  /** Whether a comma stood in the current bracket. */
  commas: 15,
  /** Whether one stood between two brackets. */
  outerCommas: 16,
  /** Whether it stopped for want of bytes. */
  isCut: 17,
  /** Whether a comma stood in any of the brackets. */
  anyCommas: 18,
  /** The end of the last number, before and after the run, and its start. */
  numberEnd: 19,
  lastStart: 20,
  /** The bytes of the places of the numbers, and where those of the last begin. */
  placed: 21,
  lastPlace: 22,
  /** Whether a label stands before the numbers of each line. */
  isLabelled: 23,
  /** Numbers that are not finite, and where the first of them stands. */
  notFinite: 24,
  firstNotFinite: 25,
  endOfNotFinite: 26,
  /** Whether words for what is missing count as numbers. */
  takesMissing: 27,
} as const;

/** `endsLine`: as `endsRow`, and no line is empty or goes on on the next. */
export const Newline = { isBlank: 0, endsRow: 1, stops: 2, endsLine: 3 } as const;

const largestPower = 64;
const addressOfPowersOfTen = 256;
const addressOfVectors = 448;
/** Of two neighbours, from digits to pairs, from pairs to fours, from fours to eights. */
const weights = [
  [2561, 2561],
  [100, 1],
  [10_000, 1],
] as const;
const addressOfPowersOfFive = 1024;
const addressOfText = 4096;
/** UTF-16 units of the text that are in memory at once: in the second cache with the numbers that come of them. */
export const windowLength = 65_536;
/** Zeros that stand after the bytes, as many as are looked at together. */
const padding = 64;
/** A number and what parts it from the next have two bytes at least. */
const mostNumbers = windowLength / 2;
const addressOfValues = addressOfText + windowLength + 4096;
const addressOfPlaces = addressOfValues + mostNumbers * Float64Array.BYTES_PER_ELEMENT;
/** No more than the text has, but for a first number that is far from the last one before the window. */
const mostPlaces = windowLength + 16;
const addressOfOthers = addressOfPlaces + windowLength + padding;
/** What the module's memory must hold, in bytes. */
export const memoryForScanner = addressOfOthers + (windowLength + padding) / 8 + 16;

/** What parts the numbers of a text. */
export interface Separation {
  /** The unit that does, beside blanks. */
  readonly separator: number;
  /** Whether commas are decimal, which no separator is then. */
  readonly isDecimalComma: boolean;
}

export const byCommas: Separation = { separator: 44, isDecimalComma: false };

/** The module's memory as the scanner uses it, its tables filled in. */
export interface ScannerMemory {
  readonly state: Int32Array;
  readonly text: Uint8Array;
  readonly values: Float64Array;
  /** As `Places` has them. */
  readonly places: Uint8Array;
  /** Ends the bytes in memory after `length`, and has them ready to be read, with what parts numbers in them. */
  terminate(length: number, separation: Separation): void;
  /** Reads the bytes, of which the first stands at `base` in the text. */
  scan(base: number): void;
}

export function createScannerMemory(module: ScannerModule): ScannerMemory {
  const { buffer } = module.memory;
  const powersOfTen = new Float64Array(buffer, addressOfPowersOfTen, 23);
  for (let power = 0; power < powersOfTen.length; power++) powersOfTen[power] = Number(`1e${power}`);
  const vectors = new DataView(buffer, addressOfVectors);
  for (let lane = 0; lane < 16; lane++) {
    vectors.setUint8(lane, '0'.charCodeAt(0));
    vectors.setUint8(16 + lane, 9);
    for (let last = 16; last < 48; last += 16) vectors.setUint8(80 + last + lane, 0xff);
  }
  for (let word = 0; word < 24; word++)
    vectors.setUint16(32 + 2 * word, weights[word >> 3]?.[word % 2] ?? 0, true);
  new BigUint64Array(buffer, addressOfPowersOfFive, 2 * (2 * largestPower + 1)).set(
    powersOfFive(largestPower),
  );
  const padded = new Uint8Array(buffer, addressOfText, windowLength + padding);
  return {
    state: new Int32Array(buffer, 0, Object.keys(Field).length),
    text: padded.subarray(0, windowLength),
    values: new Float64Array(buffer, addressOfValues, mostNumbers),
    places: new Uint8Array(buffer, addressOfPlaces, mostPlaces),
    terminate: (length, { separator, isDecimalComma }) => {
      padded.fill(0, length, length + padding);
      module.prepare(length + padding, separator, isDecimalComma ? 1 : 0);
    },
    scan: (base) => module.scan(base),
  };
}
