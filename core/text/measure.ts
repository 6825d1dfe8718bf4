import type { Steps } from '../steps';
import type { ArrayItem, Name } from './items';
import { inOrderOf } from './labelledOutcomes';
import { outcomeNames } from './outcomeNames';
import type { MeasureReading, NumberArray } from './reading';
import { asVector } from './shapes';
import type { Source } from './source';

/** Numbers as one distribution, with what the text calls its outcomes; null where they are none or no vector, which is said. */
export function toMeasure(
  source: Source,
  label: string,
  numbers: NumberArray,
  names: readonly string[] | null = null,
): MeasureReading | null {
  const { offset, length } = numbers.span;
  if (numbers.values.length === 0) {
    source.report('empty', offset, offset + length, { what: 'array' });
    return null;
  }
  const vector = asVector(numbers);
  if (vector === null) {
    source.reportSyntax('unexpected-type', offset, offset + length, 'vector');
    return null;
  }
  return { label, numbers: vector, ...(names === null ? {} : { outcomeNames: names }) };
}

/** An array as one distribution, its outcomes in the order of those of the other one, where both have names. */
export function* measureOf(
  source: Source,
  label: string,
  item: ArrayItem,
  order: readonly Name[] | undefined,
): Steps<MeasureReading | null> {
  const numbers = yield* inOrderOf(source, item, order);
  const labels = order ?? item.labels;
  const names = labels === undefined ? null : outcomeNames(labels);
  return numbers === null ? null : toMeasure(source, label, numbers, names);
}
