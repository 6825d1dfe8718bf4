import { hyphen, isSign, minusSign } from './characters';
import type { NumberOutcome } from './number';
import type { NumberArray } from './reading';
import type { Source } from './source';

/** `\frac{9}{25}`, also `\dfrac`, `\tfrac` and `\cfrac`, with blanks where LaTeX allows them. */
const fraction = /\\[dtc]?frac\s*\{\s*([^{}]*?)\s*\}\s*\{\s*([^{}]*?)\s*\}/y;

/**
 * One LaTeX fraction at `at`, as a number whose place is all of it, sign included; null where none
 * stands there. A plain decimal in LaTeX needs no reader of its own.
 */
export function readLatexFraction(source: Source, at: number, limit: number): NumberArray | null {
  const { text, scanner, store } = source;
  const sign = text.charCodeAt(at);
  fraction.lastIndex = isSign(sign) ? at + 1 : at;
  const match = fraction.exec(text);
  const end = fraction.lastIndex;
  if (match === null || end > limit) return null;
  const [, numerator = '', denominator = ''] = match;
  const quotient = `${numerator}/${denominator}`;
  const outcome: NumberOutcome = scanner.scan(quotient, 0, quotient.length);
  if (outcome === 'none' || scanner.end !== quotient.length) {
    source.reportSyntax('unexpected-token', at, end, 'number');
  } else if (outcome === 'zero-denominator') source.reportSyntax(outcome, at, end);
  const isNegative = sign === hyphen || sign === minusSign;
  const value = outcome === 'number' ? scanner.value : Number.NaN;
  store.push(isNegative ? -value : value, at, end);
  return store.take([], { offset: at, length: end - at });
}
