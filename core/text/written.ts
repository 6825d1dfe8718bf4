import { parseRational } from '../exact/parseRational';
import { isTerminating, printDecimal } from '../exact/printDecimal';
import { printRational } from '../exact/rational';
import { plainSpelling } from '../exact/spellings';
import type { NumberArray } from './reading';
import { withoutCodes } from './terminalCodes';

/** Number `index` as the text writes it, with its common factor where there is one: what its exact value is read from. */
export function writtenNumber(text: string, array: NumberArray, index: number): string {
  const slice = withoutCodes(text.slice(array.places.startOf(index), array.places.endOf(index)));
  if (slice === '') return String(array.values[index]);
  const scaled = array.exponent === undefined ? slice : scaledNumber(slice, array.exponent);
  return array.factor === undefined ? scaled : `(${scaled})*(${array.factor})`;
}

function scaledNumber(slice: string, exponent: number): string {
  return /^[-+−]?[\d.]+$/.test(slice) ? `${slice}e${exponent}` : `(${slice})*1e${exponent}`;
}

const plain = /^[-+−]?(?:\d+\.?\d*|\.\d+)(?:e[-+−]?\d+)?(?:\s*\/\s*\d+)?$/i;
const longest = 40;

/** Stands for a number that the text does not have, as in an architecture without weights. */
const unknownNumber = '?';

/**
 * Number `index` for people: as it stands in the text where that is a decimal or a fraction, and with
 * its common factor applied. What only a language writes so, `\frac{9}{25}` or `1.5*^-3`, stands as the
 * fraction or the decimal that it is.
 */
export function shownNumber(text: string, array: NumberArray, index: number): string {
  const slice = withoutCodes(text.slice(array.places.startOf(index), array.places.endOf(index)));
  const isScaled = array.exponent !== undefined || array.factor !== undefined;
  if (!isScaled && (plain.test(slice) || /^[A-Za-z]/.test(slice))) return slice;
  const value = array.values[index] ?? Number.NaN;
  if (Number.isNaN(value) && slice === '') return unknownNumber;
  if (!Number.isFinite(value) || slice === '') return String(value);
  if (!isScaled) {
    const spelled = plainSpelling(slice);
    if (spelled !== null && spelled.length <= longest) return spelled;
  }
  const exact = parseRational(writtenNumber(text, array, index));
  if (exact === null) return isScaled || slice.length > longest ? String(value) : slice;
  const shown = isTerminating(exact) ? printDecimal(exact) : printRational(exact);
  return shown.length <= longest ? shown : String(value);
}
