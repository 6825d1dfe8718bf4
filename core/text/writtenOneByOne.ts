import type { ArrayItem } from './items';
import type { NumberArray, ReadingChoice } from './reading';
import { joinScalars, joinVectors, reshape } from './shapes';

/** An array with the number in its name, `x2`; null without one. */
export interface Numbered {
  readonly index: number | null;
  readonly item: ArrayItem;
}

/** One array of several, and the rule that made it of them. */
export interface Joined {
  readonly array: NumberArray;
  readonly choice: ReadingChoice | null;
}

/**
 * Inputs or targets that the text numbers: scalars `x1`, `x2` … are one vector, vectors of one length the rows of one matrix.
 * An array without a number is all of it. Null where there is none.
 */
export function joinNumbered(found: readonly Numbered[]): Joined | null {
  const [first] = found;
  if (first === undefined) return null;
  const whole = found.find(({ index }) => index === null) ?? first;
  const ordered = inSequence(found);
  if (whole.index === null || ordered === null) return { array: whole.item.array, choice: null };
  const arrays = ordered.map(({ item }) => item.array);
  if (arrays.every(({ shape }) => shape.length === 0)) return { array: joinScalars(arrays), choice: null };
  const length = arrays[0]?.values.length ?? 0;
  const areRows =
    length > 1 &&
    arrays.every(
      ({ shape, values, exponent, factor }) =>
        shape.length === 1 && values.length === length && exponent === undefined && factor === undefined,
    );
  if (!areRows) return { array: whole.item.array, choice: null };
  return { array: joinVectors(arrays), choice: { rule: 'line-rows', count: arrays.length } };
}

/** In the order of their numbers, which follow each other from 0 or 1; null where they do not, or there is one alone. */
export function inSequence(found: readonly Numbered[]): readonly Numbered[] | null {
  if (found.length < 2) return null;
  const ordered = [...found].sort((one, other) => (one.index ?? 0) - (other.index ?? 0));
  const start = ordered[0]?.index ?? -1;
  return (start === 0 || start === 1) && ordered.every(({ index }, place) => index === start + place)
    ? ordered
    : null;
}

/**
 * The weights of one neuron, `w1` … `wn` for the inputs `x1` … `xn`, as one row. Null for anything else: scalar weights with one
 * input are layers of one neuron each.
 */
export function neuronWeights(weights: readonly Numbered[], inputs: readonly Numbered[]): NumberArray | null {
  const [ofWeights, ofInputs] = [inSequence(weights), inSequence(inputs)];
  if (ofWeights === null || ofInputs === null || ofWeights.length !== ofInputs.length) return null;
  if (![...ofWeights, ...ofInputs].every(({ item }) => item.array.shape.length === 0)) return null;
  const row = joinScalars(ofWeights.map(({ item }) => item.array));
  return reshape(row, [1, ofWeights.length]);
}

/** Whether weights are single entries, `w11` and `w12`: whether the row or the column comes first is not said. */
export function areEntries(weights: readonly Numbered[]): boolean {
  return (
    weights.length > 1 &&
    weights.every(({ index, item }) => item.array.shape.length === 0 && index !== null && index > 9)
  );
}
