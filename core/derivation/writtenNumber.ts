import type { NumberExpression } from './expression';

/**
 * A number with the digits that it has in the text, where those are plain and mean its value: one that is
 * implied has an empty place, and a common factor of the text is not in its digits.
 */
export function withDigitsOf(
  text: string,
  start: number,
  end: number,
  computed: NumberExpression,
): NumberExpression {
  const slice = text.slice(start, end);
  const isPlain = /^[-+\u2212]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?:\s*\/\s*\d+(?:\.\d+)?)?$/.test(slice);
  if (!isPlain) return computed;
  const plain = slice.replace('\u2212', '-').replace(/^\+/, '');
  const [numerator, denominator = '1'] = plain.split('/');
  if (Number(numerator) / Number(denominator) !== computed.value) return computed;
  return { ...computed, written: { text: plain, span: { offset: start, length: end - start } } };
}
