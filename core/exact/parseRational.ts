import { type Arithmetic, arithmeticAt } from './arithmetic';
import { decimal, parseDecimal } from './decimal';
import { arithmeticOfLatex } from './latexArithmetic';
import { divide, type Rational } from './rational';
import { plainSpelling } from './spellings';

/**
 * The number that a text denotes, exactly: `9/25`, `0.1`, `.5`, `1e-3`, `-7/10`, `3//4`, with a hyphen
 * or U+2212, as any language of `plainSpelling` writes it, or as rational arithmetic, `(1 + 2)/3`. Null
 * where the text is no such number, its denominator is zero, or its exponent is huge.
 */
export function parseRational(text: string): Rational | null {
  return parseQuotient(text) ?? parseArithmetic(text)?.exact ?? null;
}

/** What a whole text is worth as arithmetic of numbers alone, plain or in LaTeX; null where it is none. */
export function parseArithmetic(text: string): Pick<Arithmetic, 'value' | 'exact'> | null {
  const trimmed = text.trim();
  if (trimmed.length > longestArithmetic || !hasArithmetic.test(trimmed)) return null;
  const plain = trimmed.includes('\\') || trimmed.includes('{') ? arithmeticOfLatex(trimmed) : trimmed;
  const found = plain === null ? null : arithmeticAt(plain, 0, plain.length);
  return found !== null && plain !== null && found.end === plain.length ? found : null;
}

const longestArithmetic = 400;
const hasArithmetic = /[-+−*/^·×÷√π\\([⁰¹²³⁴-⁹]|pi|\be\b|\bln\b/i;

/** As `parseRational`, without arithmetic beyond one fraction: a date, `10/12/2024`, is no number. */
export function parseQuotient(text: string): Rational | null {
  const quotient = text.replaceAll('\u2212', '-');
  const parts = quotient.split(/\s*\/\/?\s*/);
  if (parts.length > 2) return null;
  const [numerator = null, denominator] = parts.map((part) => parsePart(part.trim()));
  if (numerator === null || parts.length === 1) return numerator;
  return denominator === null || denominator.numerator === 0n ? null : divide(numerator, denominator);
}

/** A decimal, or what a spelling brings to one or to a quotient of two. */
function parsePart(text: string): Rational | null {
  const read = parseDecimal(text);
  if (read !== null || text === '' || decimal.test(text)) return read;
  const plain = plainSpelling(text);
  if (plain === null) return null;
  const [numerator = '', denominator] = plain.split('/');
  const whole = parseDecimal(numerator);
  if (whole === null || denominator === undefined) return whole;
  const part = parseDecimal(denominator);
  return part === null || part.numerator === 0n ? null : divide(whole, part);
}

/**
 * How many decimal places a decimal was written with: 2 for `0.25`, 3 for `1e-3`, 0 for `25`.
 * Null for a fraction, which is written exactly; all that a double holds for what has no decimal, `exp(-1)`.
 */
export function decimalPlaces(text: string): number | null {
  const written = text.replaceAll('\u2212', '-').trim();
  const percent = /%$/.test(written) ? 2 : 0;
  const digits = written.replace(/\s*%$/, '');
  const match = decimal.exec(digits) ?? decimal.exec(plainSpelling(digits) ?? '/');
  if (match === null) return parseRational(written) === null ? placesOfDoubles : null;
  const [, , , fraction = '', exponent = '0'] = match;
  return Math.max(0, fraction.length + percent - Number(exponent));
}

const placesOfDoubles = 16;
