import { arithmeticAt } from '../exact/arithmetic';
import { parseQuotient } from '../exact/parseRational';
import { insideCast, mayCallNumber, plainSpelling } from '../exact/spellings';
import { toNumber } from '../exact/toNumber';
import {
  backslash,
  closeBrace,
  closeBracket,
  closeParenthesis,
  colon,
  comma,
  dot,
  doubleQuote,
  hyphen,
  isBlank,
  isCloser,
  isDigit,
  isLetter,
  isSign,
  isSpace,
  openBrace,
  openBracket,
  openParenthesis,
  percent,
  plus,
  semicolon,
} from './characters';
import { latexNumberAt } from './latexNumber';

/** Words for a number that is missing or not finite, in lower case and without a sign. */
const words: ReadonlyMap<string, number> = new Map([
  ...[
    'nan',
    'na',
    '""',
    '<na>',
    '#n/a',
    'na_real_',
    'na_integer_',
    'null',
    'none',
    'missing',
    '--',
    '.nan',
    'indeterminate',
    'und',
  ].map((word): [string, number] => [word, Number.NaN]),
  ...[
    'nan32',
    'nan16',
    'np.nan',
    'math.nan()',
    'math.nan',
    'torch.nan',
    'jnp.nan',
    'numpy.nan',
    'f32::nan',
    'f64::nan',
  ].map((word): [string, number] => [word, Number.NaN]),
  ...['number.nan', 'double.nan', 'float.nan', 'single.nan'].map((word): [string, number] => [
    word,
    Number.NaN,
  ]),
  ...[
    'inf',
    'infinity',
    '∞',
    '.inf',
    'inf32',
    'inf16',
    'np.inf',
    'math.inf',
    'torch.inf',
    'jnp.inf',
    'math.inf(1)',
  ].map((word): [string, number] => [word, Number.POSITIVE_INFINITY]),
  ...[
    'f32::infinity',
    'f64::infinity',
    'double.positive_infinity',
    'float.positive_infinity',
    '+oo',
    'oo',
  ].map((word): [string, number] => [word, Number.POSITIVE_INFINITY]),
  ...[
    'number.positive_infinity',
    'double.positiveinfinity',
    'float.positiveinfinity',
    'directedinfinity[1]',
  ].map((word): [string, number] => [word, Number.POSITIVE_INFINITY]),
  ...[
    'number.negative_infinity',
    'double.negative_infinity',
    'float.negative_infinity',
    'minf',
    'math.inf(-1)',
    'directedinfinity[-1]',
  ].map((word): [string, number] => [word, Number.NEGATIVE_INFINITY]),
  ...['true', 'np.true_'].map((word): [string, number] => [word, 1]),
  ...['false', 'np.false_'].map((word): [string, number] => [word, 0]),
  ...['f32::neg_infinity', 'f64::neg_infinity', 'double.negativeinfinity', 'float.negativeinfinity'].map(
    (word): [string, number] => [word, Number.NEGATIVE_INFINITY],
  ),
]);

const longestWord = 30;

/** The lengths of the words above by their first letter, a bit each: of prose few words need a look into the list. */
const lengthsByFirst = new Int32Array(128);
for (const word of words.keys()) {
  const first = word.charCodeAt(0);
  if (first < 128) lengthsByFirst[first] = (lengthsByFirst[first] as number) | (1 << word.length);
}

function mayBeWord(word: string): boolean {
  const first = word.charCodeAt(0);
  // A sign, or a letter beyond ASCII.
  if (first === hyphen || first === plus || first >= 128) return true;
  const lower = first >= 65 && first <= 90 ? first + 32 : first;
  return ((lengthsByFirst[lower] as number) & (1 << word.length)) !== 0;
}

/** Whether a word is a truth value, which counts as 1 or 0 among numbers. */
export function isTruthValue(word: string): boolean {
  return /^(?:np\.)?(?:true|false)_?$/i.test(word);
}

/** The value of a missing or infinite number as any tool writes it, or null. */
export function wordValue(word: string): number | null {
  if (word.length > longestWord || word === '' || !mayBeWord(word)) return null;
  const plain = word.toLowerCase();
  const found = words.get(plain);
  if (found !== undefined || !/^[-+−]/.test(plain)) return found ?? null;
  const signed = /^([-+−])\s*(.+)$/.exec(plain);
  // Three dashes are a rule, and no missing number with a sign.
  const size = signed === null || signed[2] === '--' ? undefined : words.get(signed[2] ?? '');
  return size === undefined ? null : signed?.[1] === '+' ? size : -size;
}

/** Signs of ASCII with which no number begins or ends in any spelling, the marks around it in Markdown included. */
const neverFirst = unitsOf("!%&'(),/:;=>?@[]^|}~");
const neverLast = unitsOf("!#&'(+-/:;<=?@[\\^{|~");

function unitsOf(signs: string): Uint8Array {
  const units = new Uint8Array(128);
  for (const unit of signs) units[unit.charCodeAt(0)] = 1;
  return units;
}

/** Whether what stands from `start` to `end` may spell a number, told from its first and last units; most text may not. */
export function maySpellNumber(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first < 128 && neverFirst[first] === 1) return false;
  const last = text.charCodeAt(end - 1);
  if (first === doubleQuote) return last === doubleQuote;
  // `--` is a number left out, and LaTeX may end with a space, `1\,`.
  if (last >= 128 || first === backslash || first === hyphen) return true;
  if (last === comma) return text.charCodeAt(end - 2) === backslash;
  if (last === closeParenthesis) return holds(text, openParenthesis, start, end);
  if (last === closeBracket) return holds(text, openBracket, start, end);
  if (last === closeBrace) return holds(text, openBrace, start, end);
  return neverLast[last] !== 1;
}

function holds(text: string, unit: number, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === unit) return true;
  return false;
}

/** Whether digits, with one point at most, are all that stands from `start` to `end`, as most numbers are written. */
export function isPlainDecimal(text: string, start: number, end: number): boolean {
  let digits = 0;
  let points = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) digits++;
    else if (unit !== dot || ++points > 1) return false;
  }
  return digits > 0;
}

/** Fractions that are one character. */
const vulgarValues: ReadonlyMap<string, number> = new Map(
  Array.from('½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅑⅒⅛⅜⅝⅞', (sign): [string, number] => {
    const exact = parseQuotient(sign);
    return [sign, exact === null ? Number.NaN : toNumber(exact)];
  }),
);

/** Any integer of so many digits is a double, and so is any power of ten up to the hundredths of one. */
const exactDigits = 15;

/** What `12.5%` is worth, rounded once; null for anything but a few digits before the sign. */
function plainPercentage(text: string): number | null {
  const end = text.length - 1;
  if (text.charCodeAt(end) !== percent || end > exactDigits || !isPlainDecimal(text, 0, end)) return null;
  const point = text.indexOf('.');
  const digits = point < 0 ? text.slice(0, end) : text.slice(0, point) + text.slice(point + 1, end);
  return Number(digits) / 10 ** (2 + (point < 0 ? 0 : end - 1 - point));
}

/** The number that a whole text spells in any notation, or null. A zero denominator is null too. */
export function spelledValue(text: string): number | null {
  if (text.length === 1) {
    const fraction = vulgarValues.get(text);
    if (fraction !== undefined) return fraction;
  }
  const word = wordValue(text);
  if (word !== null) return word;
  if (isLetter(text.charCodeAt(0)) && !mayCallNumber(text)) return null;
  const share = plainPercentage(text);
  if (share !== null) return share;
  const call = insideCast(text.replace('−', '-'));
  const inner = call === null ? null : wordValue(call.inner);
  if (inner !== null) return call?.sign === '-' ? -inner : inner;
  const plain = plainSpelling(text);
  if (plain !== null && !plain.includes('/')) return Number(plain);
  if (plain === null && !text.includes('/')) return null;
  const exact = parseQuotient(text);
  if (exact === null) return null;
  return exact.numerator === 0n && /^\s*[-−]/.test(text) ? -0 : toNumber(exact);
}

/** Numbers that no digits spell; only inside brackets, for `e` is a name elsewhere. */
const constants: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['π', Math.PI],
  ['%pi', Math.PI],
  ['np.pi', Math.PI],
  ['math.pi', Math.PI],
  ['Math.PI', Math.PI],
  ['M_PI', Math.PI],
  ['Pi', Math.PI],
  ['E', Math.E],
  ['e', Math.E],
  ['%e', Math.E],
  ['np.e', Math.E],
  ['math.e', Math.E],
  ['Math.E', Math.E],
  ['M_E', Math.E],
]);

/** A constant, perhaps behind a sign: `-pi`. */
function constantOf(written: string): number | null {
  const isSigned = isSign(written.charCodeAt(0));
  const value = constants.get(isSigned ? written.slice(1) : written) ?? null;
  return value !== null && isSigned && !written.startsWith('+') ? -value : value;
}

const cast = /[-+−]?[A-Za-z_][\w.:]*\(\s*(?:'[^'()]*'|"[^"()]*"|[^()'",]*)\s*\)/y;
const directed = /DirectedInfinity\[-?1\]/y;
const quotient =
  /[-+−]?(?:\w+\.)*(?:(?:Rational|Fraction)[([]\s*[-+]?\d+\s*,\s*[-+]?\d+\s*[)\]]|Float\(\s*['"]?[-+.\deE]+['"]?\s*,\s*\w+=\d+\s*\))/y;
const token = /<NA>|[-+−]?(?:[\w.%½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅑⅒⅛⅜⅝⅞⁰¹²³⁴-⁹⁺⁻√·×π∞:/`*^−-]|(?<=\d)'(?=\d{3})|(?<=[eE^])\+)+/y;
const longestToken = 200;

/**
 * A number at `at` in any spelling that the scanner of plain numbers does not know: `1.5f`, `1.5*^-3`,
 * `np.float64(1.5)`, `NA`, `pi`. Null where what stands there is none.
 */
export function spellingAt(
  text: string,
  at: number,
  limit: number,
): { readonly value: number; readonly end: number } | null {
  const stretch = text.slice(at, Math.min(limit, at + longestToken));
  for (const pattern of [quotient, cast, directed, token]) {
    pattern.lastIndex = 0;
    const written = pattern.exec(stretch)?.[0];
    if (written === undefined || written === '') continue;
    const value = constantOf(written) ?? spelledValue(written);
    const end = at + written.length;
    if (value !== null && endsElement(text, end, limit)) return { value, end };
  }
  return composedAt(text, at, limit);
}

const longestWordOfRow = 60;

/** The number that the word at `at` spells, up to a blank, a comma or a semicolon, in lines without brackets. */
export function spelledWordAt(
  text: string,
  at: number,
  limit: number,
): { readonly value: number; readonly end: number } | null {
  let end = at;
  const furthest = Math.min(limit, at + longestWordOfRow);
  while (end < furthest && !endsElement(text, end, limit)) end++;
  if (end === at || (end === furthest && end < limit) || !maySpellNumber(text, at, end)) return null;
  const written = text.slice(at, end);
  if (isPlainDecimal(text, at, end)) return { value: Number(written), end };
  const value = written === 'π' ? Math.PI : spelledValue(written);
  return value === null ? null : { value, end };
}

/** Arithmetic of numbers alone at `at`, `2*pi` or `(1 + 2)/3`, in LaTeX too; null for one number by itself, and for anything else. */
export function composedAt(
  text: string,
  at: number,
  limit: number,
): { readonly value: number; readonly end: number } | null {
  if (isDigit(text.charCodeAt(at)) && isAlone(text, at, limit)) return null;
  const found = arithmeticAt(text, at, limit);
  const inLatex = latexNumberAt(text, at, limit);
  if (found?.isComposed !== true || !endsElement(text, found.end, limit)) return inLatex;
  return inLatex !== null && inLatex.end > found.end ? inLatex : found;
}

/** Whether digits and no more stand from `at` to the end of an element, as in most arrays. */
function isAlone(text: string, at: number, limit: number): boolean {
  let end = at;
  while (end < limit && isDigit(text.charCodeAt(end))) end++;
  return !isBlank(text.charCodeAt(end)) && endsElement(text, end, limit);
}

const percentage = /[-+−]?(?:\d+\.?\d*|\.\d+)%/y;

/** A percentage at `at`, `33%`; after a blank `%` begins a comment. Null where none stands there by itself. */
export function percentAt(
  text: string,
  at: number,
  limit: number,
): { readonly value: number; readonly end: number } | null {
  percentage.lastIndex = at;
  const written = percentage.exec(text)?.[0];
  const end = at + (written?.length ?? 0);
  if (written === undefined || end > limit || !endsElement(text, end, limit)) return null;
  const value = spelledValue(written);
  return value === null ? null : { value, end };
}

/** Whether an element of an array may end at `at`. */
function endsElement(text: string, at: number, limit: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    at >= limit || isSpace(unit) || isCloser(unit) || unit === comma || unit === semicolon || unit === colon
  );
}

/** What may follow a number and belongs to it: `1'000`, `1.25`6`, `1.5 E-8`, `3 // 4`. */
const continuation =
  /'\d{3}(?:'\d{3})*(?:\.\d+)?(?:[eE][-+]?\d+)?[fFlL]?(?![\w'])|`\d*\.?\d*(?:\*\^[-+]?\d+)?(?![\w`])|[ ]+E[-+]?\d+(?![\w.])|[ ]?\/\/[ ]?\d+(?![\w.])|[ ]%(?=[ ]*[,;\])}])/y;

/** The number from `start` with what continues it after `end`; null where nothing does. */
export function continuedNumber(
  text: string,
  start: number,
  end: number,
  limit: number,
): { readonly value: number; readonly end: number } | null {
  continuation.lastIndex = end;
  const match = continuation.exec(text);
  if (match === null || continuation.lastIndex > limit) return null;
  const value = spelledValue(text.slice(start, continuation.lastIndex));
  return value === null ? null : { value, end: continuation.lastIndex };
}
