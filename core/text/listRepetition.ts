import type { ArrayForm } from './arrayForm';
import { openBracket, openParenthesis } from './characters';
import { type Factor, mostMultiplied } from './factor';
import type { NumberArray } from './reading';
import type { Source } from './source';

/**
 * Python's `[0.25] * 4`: the list four times. Null where what follows an array is a factor of its numbers. With more
 * numbers than one, `[1, 2] * 3`, Octave and Julia multiply and Python repeats: multiplied, and the other is said.
 */
export function repeatedList(
  source: Source,
  array: NumberArray,
  form: ArrayForm,
  at: number,
  factor: Factor | null,
): NumberArray | null {
  const { text, store } = source;
  const count = factor !== null && /^\d+$/.test(factor.text) ? factor.value : 0;
  const isBare = text.charCodeAt(at) === openBracket && text.charCodeAt(at - 1) !== openParenthesis;
  const isList = isBare && array.shape.length === 1 && !form.rowSeparators && array.exponent === undefined;
  const { length } = array.values;
  if (factor === null || count < 2 || !isList || (length > 1 && !form.commas) || length === 0) return null;
  if (length > 1) {
    const listed = (values: readonly number[]) =>
      `[${values.slice(0, 4).join(', ')}${values.length > 4 ? ', …' : ''}]`;
    const values = [...array.values];
    const { offset } = array.span;
    source.report('ambiguous-reading', offset, factor.end, {
      taken: listed(values.map((value) => value * count)),
      other: listed([...values, ...values, ...values]),
    });
    return null;
  }
  if (count > mostMultiplied) return null;
  const [value] = array.values;
  store.push(value, array.places.startOf(0), array.places.endOf(0));
  for (let index = 1; index < count; index++) store.push(value, factor.end, factor.end);
  const { offset } = array.span;
  return store.take([count], { offset, length: factor.end - offset });
}
