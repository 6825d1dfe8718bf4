import type { Rational } from '../../core/exact/rational';

/** A fraction with more digits than this above or below is read by nobody. */
const longestPart = 12;
/** From so many significant digits on a number is a whole double, and stays one. */
const wholeDouble = 15;
/** More decimals than this are written as a power of ten. */
const mostPlaces = 20;

const fraction = /^([+\-−]?)\s*(?:\d+(\s*\/\/?\s*)\d+|\\([dtc]?frac)\s*\{.*\}\s*\{.*\}|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])$/;

/** One decimal inside a spelling: sign, whole part, mark, decimals, power of ten. */
const decimal =
  /([+\-−]?)(?<![\w.])(\d[\d_'\u00a0\u2009\u202f]*)?(?:([.,])(\d*))?(?:([eE])([+\-−]?)(\d+))?(?=\D*$)/;

/**
 * Another value in the format of a number of a text: a fraction stays a fraction where `exact` is known,
 * a percentage a percentage, a power of ten one, and a decimal keeps its decimals, its mark and what is
 * around it (`2.5f`, `np.float64(1.5)`), with at least `digits` significant digits. The shortest digits
 * that read back stand for numbers that were written with all of a double's.
 */
export function writeLike(slice: string, value: number, exact: Rational | null, digits: number): string {
  const asFraction = fraction.exec(slice.trim());
  if (asFraction !== null && exact !== null) {
    const spelled = spellFraction(exact, asFraction[1] ?? '', asFraction[2] ?? '/', asFraction[3]);
    if (spelled !== null) return spelled;
  }
  if (asFraction !== null) return plainDecimal(value, 0, digits).replace('-', signOf(slice));
  const match = decimal.exec(slice);
  if (match === null || match[0] === '' || /^[+\-−]?0[xob]/i.test(slice))
    return plainDecimal(value, 0, digits);
  const isPercent = slice.trimEnd().endsWith('%');
  const number = isPercent ? value * 100 : value;
  const [all, sign = '', whole = '', mark = '', decimals = '', power] = match;
  const written =
    power === undefined ? plainLike(number, whole, decimals, digits) : powerLike(number, match, digits);
  const isNegative = number < 0;
  const withSign = isNegative ? (slice.includes('−') ? '−' : '-') : sign === '+' ? '+' : '';
  const dressed = withSign + (mark === ',' ? written.replace('.', ',') : written);
  return slice.slice(0, match.index) + dressed + slice.slice(match.index + all.length);
}

function spellFraction(
  { numerator, denominator }: Rational,
  sign: string,
  mark: string,
  command: string | undefined,
): string | null {
  const size = numerator < 0n ? -numerator : numerator;
  if (String(size).length > longestPart || String(denominator).length > longestPart) return null;
  const written = numerator < 0n ? signOf(sign) : sign === '+' ? '+' : '';
  if (denominator === 1n) return `${written}${size}`;
  return command === undefined
    ? `${written}${size}${mark}${denominator}`
    : `${written}\\${command}{${size}}{${denominator}}`;
}

function signOf(written: string): string {
  return written.includes('−') ? '−' : '-';
}

/** The size without its sign, as a decimal that keeps the decimals of the one before. */
function plainLike(number: number, whole: string, decimals: string, digits: number): string {
  const significant = `${whole}${decimals}`.replace(/\D/g, '').replace(/^0+/, '').length;
  const size = Math.abs(number);
  if (significant >= wholeDouble && !String(size).includes('e')) return String(size);
  const text = plainDecimal(size, decimals.length, digits);
  // `.5` has no zero before its point, and keeps none.
  return whole === '' ? text.replace(/^0(?=\.\d)/, '') : text;
}

/** Keeps `places` decimals and adds what `digits` significant digits need, without further zeros at the end. */
function plainDecimal(number: number, places: number, digits: number): string {
  if (number === 0) return (0).toFixed(places);
  const needed = digits - 1 - Math.floor(Math.log10(Math.abs(number)));
  if (needed > mostPlaces) return shortExponent(number.toExponential(digits - 1));
  const text = number.toFixed(Math.min(100, Math.max(places, needed, 0)));
  const point = text.indexOf('.');
  if (point < 0) return text;
  let end = text.length;
  while (end > point + 1 + places && text[end - 1] === '0') end--;
  return end === point + 1 ? text.slice(0, point) : text.slice(0, end);
}

/** `1.500000e-30` as `1.5e-30`. */
function shortExponent(text: string): string {
  return text.replace(/\.?0+e/, 'e');
}

function powerLike(number: number, match: RegExpExecArray, digits: number): string {
  const [, , whole = '', , decimals = '', letter = 'e', sign = '', exponentDigits = ''] = match;
  const significant = `${whole}${decimals}`.replace(/\D/g, '').replace(/^0+/, '').length;
  const size = Math.abs(number);
  const text =
    significant >= wholeDouble
      ? size.toExponential()
      : size.toExponential(Math.max(decimals.length, digits - 1));
  const [mantissa = '0', power = '0'] = text.split('e');
  const point = mantissa.indexOf('.');
  let end = mantissa.length;
  if (point >= 0) {
    while (end > point + 1 + decimals.length && mantissa[end - 1] === '0') end--;
    if (end === point + 1) end = point;
  }
  const exponent = Number(power);
  const exponentSign = exponent < 0 ? (sign === '−' ? '−' : '-') : sign === '+' ? '+' : '';
  const padded = String(Math.abs(exponent)).padStart(
    exponentDigits.startsWith('0') ? exponentDigits.length : 1,
    '0',
  );
  return `${mantissa.slice(0, end)}${letter}${exponentSign}${padded}`;
}
