import { parseRational } from '../../../exact/parseRational';
import { isTerminating, printDecimal } from '../../../exact/printDecimal';
import { compare, type Rational } from '../../../exact/rational';
import type { Steps } from '../../../steps';
import type { NumberArray } from '../../reading';
import { writtenNumber } from '../../written';
import type { Writer, WrittenArray } from './writer';

/** What a conversion could not keep, and how often. What is zero is left out. */
export interface Losses {
  /** Fractions that became the nearest decimal. */
  readonly fractions?: number;
  /** Roots, logarithms and other irrational numbers that became the nearest decimal. */
  readonly irrational?: number;
  /** Numbers with more digits than were written. */
  readonly digits?: number;
  /** NaN or infinities for which the notation has no word. */
  readonly notFinite?: number;
  /** Arrays with more dimensions than the notation has. */
  readonly dimensions?: number;
  /** Names of rows or columns, or of arrays. */
  readonly names?: number;
  /** Activations, losses, targets and the like, which only a network has. */
  readonly parts?: number;
}

export type LossCounts = { -readonly [Kind in keyof Losses]-?: number };

export function noLosses(): LossCounts {
  return { fractions: 0, irrational: 0, digits: 0, notFinite: 0, dimensions: 0, names: 0, parts: 0 };
}

/** Only what was lost. */
export function lossesOf(counts: LossCounts): Losses {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** Every digit is written up to so many. */
const longestDecimal = 60;
const numbersPerSlice = 2_048;

/** The numbers of an array in a notation, each as it is in the text where the notation can hold it. */
export function* writtenArraySteps(
  text: string,
  array: NumberArray,
  writer: Writer,
  losses: LossCounts,
): Steps<WrittenArray> {
  const texts: string[] = [];
  for (let index = 0; index < array.values.length; index++) {
    texts.push(written(text, array, index, writer, losses));
    if (index % numbersPerSlice === numbersPerSlice - 1) yield;
  }
  return { shape: shapeIn(array.shape, writer, losses), texts };
}

function shapeIn(shape: readonly number[], writer: Writer, losses: LossCounts): readonly number[] {
  if (shape.length <= writer.mostDimensions) return shape;
  losses.dimensions++;
  const columns = shape.at(-1) ?? 1;
  return [shape.slice(0, -1).reduce((product, size) => product * size, 1), columns];
}

function written(
  text: string,
  array: NumberArray,
  index: number,
  writer: Writer,
  losses: LossCounts,
): string {
  const value = array.values[index] ?? Number.NaN;
  if (!Number.isFinite(value)) return notFinite(value, writer, losses);
  const shortest = Object.is(value, -0) ? '-0' : String(value);
  const slice = text.slice(array.places.startOf(index), array.places.endOf(index));
  // Most numbers stand in the text as the shortest decimal that is them.
  if (slice === shortest && array.exponent === undefined && array.factor === undefined) {
    return writer.decimal(shortest);
  }
  const exact = parseRational(writtenNumber(text, array, index));
  if (exact === null) losses.irrational++;
  else if (!isTerminating(exact)) {
    if (writer.fraction !== null) return writer.fraction(String(exact.numerator), String(exact.denominator));
    losses.fractions++;
  } else if (!isSame(exact, shortest)) {
    const digits = printDecimal(exact);
    if (digits.length <= longestDecimal) return writer.decimal(digits);
    losses.digits++;
  }
  return writer.decimal(shortest);
}

function isSame(exact: Rational, decimal: string): boolean {
  const other = parseRational(decimal);
  return other !== null && compare(exact, other) === 0;
}

function notFinite(value: number, writer: Writer, losses: LossCounts): string {
  const word = Number.isNaN(value) ? writer.nan : value > 0 ? writer.infinity : writer.minusInfinity;
  if (word !== null) return word;
  losses.notFinite++;
  return String(value);
}
