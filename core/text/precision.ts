import { decimalPlaces, parseArithmetic } from '../exact/parseRational';
import type { Notation, NumberArray } from './reading';
import { writtenNumber } from './written';

/** As many digits as R prints unless it is told otherwise. */
const digitsOfR = 7;
/** So many numbers of an array tell how it was printed. */
const noticed = 1_000;
/** Of longer arrays the first numbers tell the largest half unit. */
const mostNoticed = 100_000;

/**
 * From how many decimals on a number of a print may stand for one with more digits, by the defaults of
 * the tool; null for notations that print what the number is. NumPy leaves out zeros at the end, so
 * that fewer decimals than its eight are all that there are; PyTorch and MATLAB keep them. Whole
 * numbers are printed as they are.
 */
function roundedFrom(notation: Notation): number | null {
  switch (notation) {
    case 'torch-repr':
    case 'torch-state-dict':
    case 'octave-print':
      return 1;
    case 'numpy-repr':
    case 'numpy-str':
    case 'jax-repr':
    case 'tf-repr':
    case 'paddle-repr':
      return 8;
    case 'pandas-print':
      return 6;
    case 'r-print':
      return 0;
    default:
      return null;
  }
}

/** The array with what its notation leaves of its digits; as it is where the notation prints all of them. */
export function withPrintedPrecision(text: string, array: NumberArray, notation: Notation): NumberArray {
  const from = roundedFrom(notation);
  if (from === null || array.values.length === 0) return array;
  if (!hasPoint(text, array)) return array;
  const isRounded = notation === 'r-print' ? hasDigits(text, array, digitsOfR) : hasPlaces(text, array, from);
  return isRounded ? { ...array, roundedFrom: from } : array;
}

/** Whether a point stands in the text of the array. */
export function hasPoint(text: string, { span }: NumberArray): boolean {
  return text.slice(span.offset, span.offset + span.length).includes('.');
}

function hasPlaces(text: string, array: NumberArray, from: number): boolean {
  return some(text, array, (written) => placesOf(written) >= from);
}

/** R drops digits that no number of a vector needs, so that fewer than its seven are all that there are. */
function hasDigits(text: string, array: NumberArray, digits: number): boolean {
  return some(text, array, (written) => {
    const mantissa = written.replace(/e.*$/i, '').replace(/[^\d.]/g, '');
    return mantissa.includes('.') && mantissa.replace('.', '').replace(/^0+/, '').length >= digits;
  });
}

function some(text: string, { places }: NumberArray, holds: (written: string) => boolean): boolean {
  for (let index = 0; index < Math.min(noticed, places.length); index++) {
    if (holds(text.slice(places.startOf(index), places.endOf(index)))) return true;
  }
  return false;
}

/** Digits after the point of the mantissa. */
function placesOf(written: string): number {
  return /\.(\d+)/.exec(written)?.[1]?.length ?? 0;
}

/**
 * Half a unit of the last printed digit of number `index`: how far the number that was printed may be
 * from what stands there. 0 for a number that was printed whole.
 */
export function halfUnit(text: string, array: NumberArray, index: number): number {
  const from = array.roundedFrom;
  if (from === undefined || !Number.isFinite(array.values[index] ?? Number.NaN)) return 0;
  const slice = text.slice(array.places.startOf(index), array.places.endOf(index));
  if (slice === '' || placesOf(slice) < from) return 0;
  const exponent = /e([-+]?\d+)$/i.exec(slice)?.[1];
  const power = (exponent === undefined ? 0 : Number(exponent)) + (array.exponent ?? 0) - placesOf(slice);
  const factor = array.factor === undefined ? 1 : Math.abs(parseArithmetic(array.factor)?.value ?? 1);
  // The decimal and not the product, which would be rounded twice.
  return Number(`5e${power - 1}`) * factor;
}

/** How an array was printed: the decimals of its numbers, and the largest of their half units. */
export interface PrintedDigits {
  readonly decimals: number;
  readonly halfUnit: number;
  /** How many numbers may have more digits than are printed. */
  readonly count: number;
}

/** What the arrays of a reading have lost in printing; null where nothing. */
export function printedDigits(text: string, arrays: readonly NumberArray[]): PrintedDigits | null {
  let [decimals, largest, count] = [0, 0, 0];
  for (const array of arrays) {
    if (array.roundedFrom === undefined) continue;
    for (let index = 0; index < Math.min(mostNoticed, array.values.length); index++) {
      const half = halfUnit(text, array, index);
      if (half === 0) continue;
      count++;
      largest = Math.max(largest, half);
      decimals = Math.max(
        decimals,
        placesOf(text.slice(array.places.startOf(index), array.places.endOf(index))),
      );
    }
  }
  return count === 0 ? null : { decimals, halfUnit: largest, count };
}

/** Half a unit of the last decimal of each probability that was rounded in writing; see `isRoundedOne`. */
export function halfUnitOfDecimal(text: string, array: NumberArray, index: number): number {
  const places = decimalPlaces(writtenNumber(text, array, index));
  return places === null ? 0 : Number(`5e${-places - 1}`);
}
