import {
  asterisk,
  caret,
  comma,
  dollar,
  dot,
  hyphen,
  infinitySign,
  isBlank,
  isDigit,
  isSign,
  isSuperscript,
  isVulgarFraction,
  isWordUnit,
  minusSign,
  percent,
  plus,
  slash,
  underscore,
  zero,
} from './characters';
import { nearestQuotient } from './fraction';

/** Powers of ten that a double holds exactly. */
const exactPowers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** Any integer of so many digits is a double. */
const exactDigits = 15;

const e = 101;
const capitalE = 69;

export type NumberOutcome = 'number' | 'zero-denominator' | 'none';

/**
 * Reads one number: a decimal such as `-1.5e-3`, `.5`, `1_000`, `0x1F`, a fraction such as `9/25`,
 * or `NaN`, `Infinity`, `inf`, with − (U+2212) as well as -. The result is in `value` and `end`,
 * which saves an object a number.
 */
export class NumberScanner {
  value = 0;
  /** Whether `0,5` is a half; only where a person settled it, as commas part numbers elsewhere. */
  decimalComma = false;
  /** The end of the number, or where reading stopped. */
  end = 0;

  /** Reads at `start`, no further than `limit`. `none` where no number stands there by itself. */
  scan(text: string, start: number, limit: number): NumberOutcome {
    if (!this.scanPlain(text, start, limit)) return 'none';
    let outcome: NumberOutcome = 'number';
    const denominator = denominatorAfter(text, this.end, limit);
    if (denominator >= 0) {
      const numeratorEnd = this.end;
      const numerator = this.value;
      if (!this.scanPlain(text, denominator, limit) || !isDecimal(text, start, numeratorEnd)) return 'none';
      if (!isDecimal(text, denominator, this.end)) return 'none';
      if (this.value === 0) outcome = 'zero-denominator';
      else {
        const size = nearestQuotient(
          magnitude(text, start, numeratorEnd),
          magnitude(text, denominator, this.end),
        );
        this.value = isNegative(numerator) === isNegative(this.value) ? size : -size;
      }
    }
    return this.end < limit && continuesToken(text, this.end, limit) ? 'none' : outcome;
  }

  private scanPlain(text: string, start: number, limit: number): boolean {
    let at = start;
    let unit = text.charCodeAt(at);
    const negative = unit === hyphen || unit === minusSign;
    if (negative || unit === plus) unit = text.charCodeAt(++at);
    if (at >= limit) return false;
    if (!isDigit(unit) && unit !== dot) return this.scanWord(text, at, limit, negative);
    if (unit === zero && at + 2 < limit && isRadixMark(text.charCodeAt(at + 1))) {
      return this.scanRadix(text, at, limit, negative);
    }

    let mantissa = 0;
    let digits = 0;
    let anyDigit = false;
    let fractionDigits = 0;
    let separated = false;
    let afterDot = false;
    const first = at;
    for (; at < limit; at++) {
      unit = text.charCodeAt(at);
      if (unit >= 48 && unit <= 57) {
        anyDigit = true;
        if (digits > 0 || unit !== zero) digits++;
        if (digits <= exactDigits) mantissa = mantissa * 10 + (unit - 48);
        if (afterDot) fractionDigits++;
      } else if (unit === dot && !afterDot) {
        afterDot = true;
      } else if (unit === comma && this.decimalComma && !afterDot && isDigit(text.charCodeAt(at + 1))) {
        afterDot = true;
        separated = true;
      } else if (
        unit === underscore &&
        anyDigit &&
        isDigit(text.charCodeAt(at + 1)) &&
        isDigit(text.charCodeAt(at - 1))
      ) {
        separated = true;
      } else break;
    }
    if (!anyDigit) return false;

    let exponent = 0;
    if ((unit === e || unit === capitalE) && at < limit) {
      const exponentEnd = endOfExponent(text, at, limit);
      if (exponentEnd < 0) return false;
      exponent = Number(plainDigits(text.slice(at + 1, exponentEnd)));
      at = exponentEnd;
    }
    this.end = at;
    const power = exponent - fractionDigits;
    let size: number;
    if (digits <= exactDigits && power >= -22 && power <= 22) {
      size =
        power < 0 ? mantissa / (exactPowers[-power] as number) : mantissa * (exactPowers[power] as number);
    } else {
      const slice = text.slice(first, at);
      size = Number(separated || exponent !== 0 ? plainDigits(slice) : slice);
    }
    this.value = negative ? -size : size;
    return true;
  }

  private scanRadix(text: string, start: number, limit: number, negative: boolean): boolean {
    let at = start + 2;
    while (at < limit && isWordUnit(text.charCodeAt(at))) at++;
    const size = Number(text.slice(start, at).replaceAll('_', ''));
    if (Number.isNaN(size)) return false;
    this.end = at;
    this.value = negative ? -size : size;
    return true;
  }

  private scanWord(text: string, start: number, limit: number, negative: boolean): boolean {
    let at = start;
    let size: number;
    if (text.charCodeAt(at) === infinitySign) {
      at++;
      size = Number.POSITIVE_INFINITY;
    } else {
      while (at < limit && at - start < 9 && isWordUnit(text.charCodeAt(at))) at++;
      const word = text.slice(start, at).toLowerCase();
      if (word === 'nan') size = Number.NaN;
      else if (word === 'inf' || word === 'infinity') size = Number.POSITIVE_INFINITY;
      else return false;
    }
    this.end = at;
    this.value = negative ? -size : size;
    return true;
  }
}

/** Whether a number may begin with this unit; letters only as in NaN and Infinity. */
export function mayBeginNumber(unit: number): boolean {
  return (
    isDigit(unit) ||
    unit === dot ||
    isSign(unit) ||
    unit === 78 ||
    unit === 110 ||
    unit === 73 ||
    unit === 105 ||
    unit === infinitySign
  );
}

function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

function isRadixMark(unit: number): boolean {
  const letter = unit | 32;
  return letter === 120 || letter === 98 || letter === 111;
}

function endOfExponent(text: string, mark: number, limit: number): number {
  let at = mark + 1;
  if (at < limit && isSign(text.charCodeAt(at))) at++;
  const first = at;
  while (at < limit && isDigit(text.charCodeAt(at))) at++;
  return at > first ? at : -1;
}

/** Without what `Number` does not take: digit separators and the typeset minus. */
function plainDigits(digits: string): string {
  return digits.replaceAll('_', '').replaceAll('−', '-').replace(',', '.');
}

/** The decimal from `start` to `end` without its sign. */
function magnitude(text: string, start: number, end: number): string {
  return plainDigits(text.slice(isSign(text.charCodeAt(start)) ? start + 1 : start, end));
}

function isDecimal(text: string, start: number, end: number): boolean {
  const unit = text.charCodeAt(isSign(text.charCodeAt(start)) ? start + 1 : start);
  return (isDigit(unit) || unit === dot) && !/[xXbBoO]/.test(text.slice(start, end));
}

/** Where the denominator begins after a numerator that ends at `at`: `1/2`, `1 / 2`. −1 where there is none. */
function denominatorAfter(text: string, at: number, limit: number): number {
  let mark = at;
  const spaced = isBlank(text.charCodeAt(mark));
  if (spaced) mark++;
  if (mark >= limit || text.charCodeAt(mark) !== slash) return -1;
  let next = mark + 1;
  const unit = text.charCodeAt(next);
  if (unit === slash || unit === asterisk) return -1;
  if (spaced !== isBlank(unit)) return -1;
  if (spaced) next++;
  if (next >= limit) return -1;
  const first = text.charCodeAt(isSign(text.charCodeAt(next)) ? next + 1 : next);
  return isDigit(first) || first === dot ? next : -1;
}

/** True where what follows belongs to the same token, so that it is no number: `1.2.3`, `4e`, `3x`, `33%`, `1-2`. */
function continuesToken(text: string, at: number, limit: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === slash) {
    const next = text.charCodeAt(at + 1);
    return !(at + 1 < limit && (next === slash || next === asterisk));
  }
  // `1...` is a number and a mark of elision; one more dot is neither.
  if (unit === dot) return !text.startsWith('...', at);
  // A dollar closes a formula in a text, `$b = 0.5$`.
  if (unit === dollar && !(at + 1 < limit && isWordUnit(text.charCodeAt(at + 1)))) return false;
  return (
    isWordUnit(unit) ||
    isSign(unit) ||
    unit === percent ||
    unit === asterisk ||
    unit === caret ||
    isVulgarFraction(unit) ||
    isSuperscript(unit)
  );
}
