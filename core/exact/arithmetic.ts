import { parseDecimal } from './decimal';
import { absolute, add, divide, multiply, negate, type Rational, rational, subtract } from './rational';
import { toNumber } from './toNumber';

/** What an expression of numbers alone is worth, and where it ends. */
export interface Arithmetic {
  /** The nearest double where the value is exact, else within a few ulps. */
  readonly value: number;
  /** Null where a root, a logarithm, an exponential or π makes it irrational. */
  readonly exact: Rational | null;
  readonly end: number;
  /** False for one number by itself. */
  readonly isComposed: boolean;
}

interface Operand {
  readonly value: number;
  readonly exact: Rational | null;
}

const deepest = 8;
const longest = 400;
/** Powers with more are those of nobody's numbers. */
const largestPower = 1_000n;
/** Exact powers longer than this would take long, and nobody could read them. */
const mostPowerBits = 4_000;

const constants: ReadonlyMap<string, number> = new Map([
  ...['pi', 'π', 'Pi', 'PI', 'M_PI', 'Math.PI'].map((name): [string, number] => [name, Math.PI]),
  ...['e', 'E', 'ℯ', 'M_E', 'Math.E'].map((name): [string, number] => [name, Math.E]),
  ['tau', 2 * Math.PI],
]);

type RealFunction = (x: number) => number;

const logarithm: RealFunction = Math.log;
const functions: ReadonlyMap<string, RealFunction> = new Map([
  ['sqrt', Math.sqrt],
  ['cbrt', Math.cbrt],
  ['exp', Math.exp],
  ['ln', logarithm],
  ['log', logarithm],
  ['log2', Math.log2],
  ['log10', Math.log10],
  ['log1p', Math.log1p],
  ['expm1', Math.expm1],
  ['sin', Math.sin],
  ['cos', Math.cos],
  ['tan', Math.tan],
  ['atan', Math.atan],
  ['arctan', Math.atan],
  ['sinh', Math.sinh],
  ['cosh', Math.cosh],
  ['tanh', Math.tanh],
  ['abs', Math.abs],
]);

/** Dates, and ranges of pages or references such as `12-15`, are no differences of whole numbers. */
const isNoArithmetic = /^\d+-\d+(?:-\d+)?$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$|(?:^|[-/(+*])0\d/;

/** Digits of a raised exponent, `10⁻³`. */
const superscripts = /[⁺⁻]?[⁰¹²³⁴-⁹]+/y;
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const signs = /[-+−]/y;
const factorMarks = /\*(?!\*)|\/\/?|·|×|÷/y;
const powerMarks = /\^|\*\*/y;
/** `2pi` and `2π` of Julia. */
const piBehind = /pi\b|π/y;
const number = /(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y;
const name = /%?[A-Za-zπℯ][\w.π]*/y;
const module = /^(?:np|numpy|math|Math|torch|jnp|cmath|std)\./;

/**
 * Arithmetic of numbers, π and e at `start`, with `+ - * / ^ **`, parentheses and the elementary
 * functions, as Octave, Julia, R, Python and Mathematica write it: `2*pi`, `-log(2)`, `np.sqrt(1/2)`,
 * `Sqrt[2]`, `(1 + 2)/3`. Rational arithmetic is exact. A blank before a sign and none after it ends the
 * expression, as in `[1 -2]`. Null where no such expression stands there by itself.
 */
export function arithmeticAt(text: string, start: number, limit: number): Arithmetic | null {
  const end = Math.min(limit, start + longest);
  const plain = plainNumberAt(text, start, end);
  if (plain !== null) return plain;
  if (!mayBegin.test(text.charAt(start)) || beginsOtherWord(text, start, end)) return null;
  const parser = new Parser(text, start, end);
  const found = parser.sum(0);
  if (
    found === null ||
    parser.isTooDeep ||
    Number.isNaN(found.value) ||
    isNoArithmetic.test(text.slice(start, parser.at))
  ) {
    return null;
  }
  return { ...found, end: parser.at, isComposed: parser.isComposed };
}

/** What ends an element or a line. */
const ends: ReadonlySet<number> = new Set(Array.from(',;)]}\r\n', (sign) => sign.charCodeAt(0)));
const asterisk = 42;

/** A whole number that is all of its element, or that multiplies brackets: most of what is asked about. Null for anything else. */
function plainNumberAt(text: string, start: number, end: number): Arithmetic | null {
  let value = 0;
  let at = start;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (!(unit >= 48 && unit <= 57)) break;
    value = 10 * value + (unit - 48);
  }
  const isWhole = at > start && at - start <= 15 && (at - start === 1 || value >= 10 ** (at - start - 1));
  if (!isWhole || (at >= end && at < text.length)) return null;
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  const isFactor = unit === asterisk && (next === 91 || next === 123);
  if (!isFactor && at < text.length && !ends.has(unit)) return null;
  return { value, exact: { numerator: BigInt(value), denominator: 1n }, end: at, isComposed: isFactor };
}

/** Digits, signs, brackets and roots, and the letters of names. */
const mayBegin = /[\d.(√πA-Za-z%ℯ+−-]/;

/** Whether a word at `at` names neither a constant nor a function: most words that are asked about are of prose or programs. */
function beginsOtherWord(text: string, at: number, limit: number): boolean {
  if (!isLetter(text.charCodeAt(at))) return false;
  let first = at;
  let end = at + 1;
  for (; end < limit; end++) {
    const unit = text.charCodeAt(end);
    if (unit === dot) first = end + 1;
    else if (!isLetter(unit) && !(unit >= 48 && unit <= 57) && unit !== underscore) break;
  }
  // `2π` and `xπ` are for the parser to tell.
  if (text.charCodeAt(end) >= 128) return false;
  const word = text.slice(first, end);
  return !constants.has(word) && !constants.has(text.slice(at, end)) && !functions.has(word.toLowerCase());
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

const dot = 46;
const underscore = 95;
/** Where no expression goes on. */
const equals = 61;
const colon = 58;

/** Whether brackets nest deeper from here than any expression of numbers, so that no level is tried in vain. */
function nestsTooDeep(text: string, start: number, end: number): boolean {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 40 || unit === 91) {
      if (++depth > deepest) return true;
    } else if (unit === 41 || unit === 93) {
      if (--depth < 0) return false;
    } else if (unit === 10 || unit === 13 || unit === equals || unit === colon) return false;
  }
  return false;
}

class Parser {
  isComposed = false;
  isTooDeep = false;
  private isMeasured = false;

  constructor(
    private readonly text: string,
    public at: number,
    private readonly limit: number,
  ) {}

  sum(depth: number): Operand | null {
    let left = this.product(depth);
    while (left !== null) {
      const from = this.at;
      const sign = this.operator(signs, true);
      const right = sign === null ? null : this.product(depth);
      if (right === null) return this.stopAt(from, left);
      left = combine(sign === '+' ? '+' : '-', left, right);
    }
    return left;
  }

  private product(depth: number): Operand | null {
    let left = this.signed(depth);
    while (left !== null) {
      const from = this.at;
      const sign = this.operator(factorMarks, false);
      const right = sign === null ? null : this.signed(depth);
      if (right === null) return this.stopAt(from, left);
      left = combine(sign?.startsWith('/') || sign === '÷' ? '/' : '*', left, right);
    }
    return left;
  }

  private signed(depth: number): Operand | null {
    const sign = this.text.charAt(this.at);
    if (sign !== '-' && sign !== '+' && sign !== '−') return this.power(depth);
    this.at++;
    const operand = depth > deepest ? null : this.signed(depth + 1);
    return operand === null || sign === '+' ? operand : negated(operand);
  }

  /** Right of `^` stands a signed operand; a second `^` means other things in other languages. */
  private power(depth: number): Operand | null {
    const base = this.operand(depth);
    const superscript = base === null ? null : this.match(superscripts);
    if (base !== null && superscript !== null) return this.raisedTo(base, superscript);
    if (base === null || this.operator(powerMarks, false) === null) return base;
    const sign = this.match(signs);
    const isNegative = sign !== null && sign !== '+';
    const exponent = this.operand(depth);
    if (exponent === null || this.operator(powerMarks, false) !== null) return null;
    return raised(base, isNegative ? negated(exponent) : exponent);
  }

  private raisedTo(base: Operand, superscript: string): Operand | null {
    this.isComposed = true;
    const digits = superscript
      .replace(/[⁺⁻]/, '')
      .replace(/./gu, (digit) => `${raisedDigits.indexOf(digit)}`);
    const exponent = numeric(digits);
    if (exponent === null) return null;
    return raised(base, superscript.startsWith('⁻') ? negated(exponent) : exponent);
  }

  private operand(depth: number): Operand | null {
    if (depth > deepest) return null;
    if (this.text.charAt(this.at) === '(') return this.inBrackets(depth, ')');
    if (this.text.charAt(this.at) === '√') {
      this.at++;
      return this.called('sqrt', this.operand(depth + 1));
    }
    const digits = this.match(number);
    if (digits !== null) return this.times(numeric(digits));
    const word = this.match(name);
    if (word === null) return null;
    const isPlain = !word.includes('.') && !word.startsWith('%');
    return this.named(isPlain ? word : word.replace(module, '').replace(/^%/, ''), depth);
  }

  private times(operand: Operand | null): Operand | null {
    const constant = this.match(piBehind);
    if (constant === null || operand === null) return operand;
    this.isComposed = true;
    return combine('*', operand, { value: Math.PI, exact: null });
  }

  private named(word: string, depth: number): Operand | null {
    const opener = this.text.charAt(this.at);
    const isCall = opener === '(' || (opener === '[' && /^[A-Z]/.test(word));
    if (word === 'ln' && /^[ \t]\d/.test(this.text.slice(this.at, this.at + 2))) {
      this.skipBlanks();
      return this.called(word, this.operand(depth + 1));
    }
    if (!isCall) {
      const value = constants.get(word);
      return value === undefined ? null : { value, exact: null };
    }
    const of = word.toLowerCase();
    if (!functions.has(of)) return null;
    // `Log[2, 8]` and `log(8, 2)` have a base, which no one-place function takes: they are not read.
    const inner = this.inBrackets(depth, opener === '(' ? ')' : ']');
    return this.called(of, inner);
  }

  private called(word: string, inner: Operand | null): Operand | null {
    const of = functions.get(word);
    if (of === undefined || inner === null) return null;
    this.isComposed = true;
    return applied(word, of, inner);
  }

  private inBrackets(depth: number, closer: string): Operand | null {
    if (!this.isMeasured) this.isTooDeep = nestsTooDeep(this.text, this.at, this.limit);
    this.isMeasured = true;
    if (this.isTooDeep) return null;
    this.at++;
    this.skipBlanks();
    const inner = this.sum(depth + 1);
    this.skipBlanks();
    if (inner === null || this.at >= this.limit || this.text.charAt(this.at) !== closer) return null;
    this.at++;
    return inner;
  }

  /** Takes an operator with the blanks around it; null, and nothing taken, where none follows. */
  private operator(pattern: RegExp, isSign: boolean): string | null {
    const from = this.at;
    this.skipBlanks();
    const isApart = this.at > from;
    const mark = this.match(pattern);
    if (mark === null || (isSign && isApart && !isBlank(this.text.charCodeAt(this.at)))) {
      this.at = from;
      return null;
    }
    this.skipBlanks();
    this.isComposed = true;
    return mark;
  }

  /** What follows `from` belongs to no expression. */
  private stopAt(from: number, left: Operand): Operand {
    this.at = from;
    return left;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined || this.at + found.length > this.limit) return null;
    this.at += found.length;
    return found;
  }

  private skipBlanks(): void {
    while (this.at < this.limit && isBlank(this.text.charCodeAt(this.at))) this.at++;
  }
}

function numeric(digits: string): Operand | null {
  const plain = digits.includes('_') ? digits.replaceAll('_', '') : digits;
  const exact = parseDecimal(plain);
  return exact === null ? null : { value: Number(plain), exact };
}

function negated({ value, exact }: Operand): Operand {
  return { value: -value, exact: exact === null ? null : negate(exact) };
}

function ofExact(exact: Rational): Operand {
  return { value: toNumber(exact), exact };
}

function combine(sign: '+' | '-' | '*' | '/', left: Operand, right: Operand): Operand | null {
  const [a, b] = [left.exact, right.exact];
  const isZero = right.exact?.numerator === 0n;
  if (sign === '/' && (isZero || right.value === 0)) return null;
  if (a !== null && b !== null) {
    if (sign === '+') return ofExact(add(a, b));
    if (sign === '-') return ofExact(subtract(a, b));
    return ofExact(sign === '*' ? multiply(a, b) : divide(a, b));
  }
  const [x, y] = [left.value, right.value];
  const value = sign === '+' ? x + y : sign === '-' ? x - y : sign === '*' ? x * y : x / y;
  return { value, exact: null };
}

function raised(base: Operand, exponent: Operand): Operand | null {
  const power = exponent.exact;
  if (base.exact !== null && power !== null && power.denominator === 1n) {
    const size = power.numerator < 0n ? -power.numerator : power.numerator;
    if (size > largestPower || (base.exact.numerator === 0n && power.numerator < 0n)) return null;
    const { numerator, denominator } = base.exact;
    const bits = Math.max(numerator.toString(16).length, denominator.toString(16).length) * 4;
    if (bits * Number(size) > mostPowerBits) return { value: base.value ** exponent.value, exact: null };
    const [top, bottom] = [numerator ** size, denominator ** size];
    return ofExact(power.numerator < 0n ? rational(bottom, top) : rational(top, bottom));
  }
  if (base.exact === null && base.value === Math.E) return { value: Math.exp(exponent.value), exact: null };
  return { value: base.value ** exponent.value, exact: null };
}

function applied(word: string, of: RealFunction, { value, exact }: Operand): Operand {
  if (exact !== null) {
    if (word === 'abs') return ofExact(absolute(exact));
    if (word === 'sqrt') {
      const root = exactRoot(exact);
      if (root !== null) return ofExact(root);
    }
    const isZero = exact.numerator === 0n;
    const isOne = exact.numerator === 1n && exact.denominator === 1n;
    if (isZero && (word === 'exp' || word === 'cos' || word === 'cosh')) return ofExact(rational(1n));
    if (isZero && of(0) === 0) return ofExact(rational(0n));
    if (isOne && of(1) === 0) return ofExact(rational(0n));
  }
  return { value: of(value), exact: null };
}

/** The square root of the square of a fraction; null of anything else. */
function exactRoot({ numerator, denominator }: Rational): Rational | null {
  const [top, bottom] = [integerRoot(numerator), integerRoot(denominator)];
  return top === null || bottom === null ? null : rational(top, bottom);
}

function integerRoot(square: bigint): bigint | null {
  if (square < 0n || square > 1n << 900n) return null;
  let root = BigInt(Math.floor(Math.sqrt(Number(square))));
  if (root === 0n) return square === 0n ? 0n : null;
  for (let step = 0; step < 8 && root * root !== square; step++) root = (root + square / root) / 2n;
  return root * root === square ? root : null;
}
