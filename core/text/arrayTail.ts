import type { ArrayForm } from './arrayForm';
import { type Factor, mostMultiplied, multiplied } from './factor';
import type { NumberArray } from './reading';
import type { Source } from './source';

const longestBinding = 20;

/** Rust's `vec![0.5; 3]`, which elsewhere are two rows of one number: the first so many times. */
export function repeated(
  source: Source,
  array: NumberArray,
  form: ArrayForm,
  start: number,
  at: number,
): NumberArray {
  const isPair = form.rowSeparators && array.shape[0] === 2 && array.shape[1] === 1;
  if (!isPair) return array;
  const { text, store } = source;
  const [value = Number.NaN, count = 0] = array.values;
  if (!Number.isInteger(count) || count < 1 || count > mostMultiplied) return array;
  const isVector = text.slice(at - 'vec!'.length, at) === 'vec!';
  const before = text.slice(Math.max(0, start - longestBinding), start);
  if (!isVector && !/\b(?:let|const|static)(?:\s+mut)?\s+$/.test(before)) return array;
  const [first = at, end = at] = [array.places.startOf(0), array.places.endOf(0)];
  store.push(value, first, end);
  for (let index = 1; index < count; index++) store.push(value, end, end);
  return store.take([count], array.span);
}

/** The array times what multiplies it, which is said as a choice. */
export function withFactors(
  source: Source,
  array: NumberArray,
  factors: readonly (Factor | null)[],
): NumberArray {
  let product = array;
  for (const factor of factors) {
    if (factor === null) continue;
    const { offset, length } = array.span;
    if (array.values.length > mostMultiplied) {
      const size = array.values.length;
      source.report('too-large', offset, offset + length, { what: 'matrix', size, limit: mostMultiplied });
      return array;
    }
    product = multiplied(source.text, product, factor);
    source.choices.push({ rule: 'factor', factor: factor.text });
  }
  return product;
}
