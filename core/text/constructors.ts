import {
  closeBracket,
  closerOf,
  comma,
  dot,
  isDigit,
  isWordUnit,
  openBracket,
  openParenthesis,
  space,
  tab,
} from './characters';

/** What makes an array of its arguments, in Python, JavaScript, R, Julia, Rust and C#. */
const constructorName =
  /(?:^|[^\w$.])(?:new\s+)?(?:[\w$]+\.)*(?:as)?(?:(?:device)?array|tensor|matrix|vector|Float(?:32|64)|Float(?:Tensor|32Array|64Array)|DoubleTensor|(?:list|array|(?:double|float|int|long)Array|vector|mutableList)Of|List\.of|asList|DenseMatrix|DenseVector|Parameter|Variable|constant|from_numpy|Any|Int(?:32|64)?|c|(?:vec|array|d?matrix|(?:row_)?d?vector)!|new\s*\w*\s*(?:\[[\d,\s]*\])+\s*)(?:\.of|\.from)?$/i;
const longestConstructor = 60;

/** Whether the name of a constructor ends just before the bracket at `at`. */
export function endsConstructor(text: string, at: number): boolean {
  return mayEndName(text, at) && constructorName.test(text.slice(startOfName(text, at), at));
}

function mayEndName(text: string, at: number): boolean {
  const last = text.charCodeAt(at - 1);
  if (last >= 128) return true;
  if (endsName[last] !== 1) return false;
  // Only `new double[][] ` ends in a size or in blanks.
  const isWord = last === exclamationMark || isWordUnit(last);
  return isWord || /new/i.test(text.slice(Math.max(0, at - longestConstructor), at));
}

/** The last signs of these names, with those of sizes and the blanks after them. */
const endsName = new Uint8Array(128);
for (const unit of 'yYrRxX24fFtTcCmMeE!] \t\n\r\v\f') endsName[unit.charCodeAt(0)] = 1;

/** Where the letters, dots, blanks and sizes before `at` begin, of which the name of a constructor is made. */
function startOfName(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestConstructor && mayStandInName(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Dots, blanks, and the signs of sizes and of `vec!`. */
function mayStandInName(unit: number): boolean {
  return (
    isWordUnit(unit) ||
    unit === dot ||
    unit === space ||
    unit === exclamationMark ||
    unit === openBracket ||
    unit === closeBracket ||
    unit === comma ||
    unit === tab
  );
}

const exclamationMark = 33;

/** Where the name of the constructor begins that ends just before the bracket at `at`; `at` where there is none. */
export function startOfConstructor(text: string, at: number, floor: number): number {
  if (at <= floor || !mayEndName(text, at)) return at;
  const from = Math.max(floor, startOfName(text, at));
  const match = constructorName.exec(text.slice(from, at));
  return match === null ? at : from + match.index + (/^[^\w$.]/.test(match[0]) ? 1 : 0);
}

/** `[][]float64` and `[2][2]float64` of Go, before braces. */
const goType = /(?:\[(?:\d*|\.\.\.)\]){1,8}(?:float(?:32|64)|u?int(?:8|16|32|64)?|[A-Za-z]\w*\.Float)(?=\{)/y;

/** Whether such a type stands at `at`; then `goType.lastIndex` is its end. */
function isTyped(text: string, at: number): boolean {
  let end = at + 1;
  while (isDigit(text.charCodeAt(end)) || text.charCodeAt(end) === dot) end++;
  if (text.charCodeAt(end) !== closeBracket || !isWordOrBracket(text.charCodeAt(end + 1))) return false;
  goType.lastIndex = at;
  return goType.test(text);
}

function isWordOrBracket(unit: number): boolean {
  return isWordUnit(unit) || unit === openBracket;
}

/** The bracket after a constructor such as `np.array` at `at`; `at` itself where there is none. */
export function skipConstructor(text: string, at: number, limit: number): number {
  if (text.charCodeAt(at) === openBracket && isTyped(text, at)) return goType.lastIndex;
  if (text.startsWith('\\left', at) && closerOf(text.charCodeAt(at + 5)) !== 0) return at + 5;
  if (!isWordUnit(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))) return at;
  let end = at;
  const furthest = Math.min(limit, at + longestConstructor);
  while (end < furthest && isOfDottedName(text.charCodeAt(end))) end++;
  if (text.charCodeAt(end) === exclamationMark || text.startsWith('new', at))
    end = endOfTypedConstructor(text, at, limit);
  return closerOf(text.charCodeAt(end)) !== 0 && end < limit && endsConstructor(text, end) ? end : at;
}

function isOfDottedName(unit: number): boolean {
  return unit < 128 && (isWordUnit(unit) || unit === dot);
}

/** The end of `new double[][] `, `vec!` or another name at `at`. */
function endOfTypedConstructor(text: string, at: number, limit: number): number {
  const match = /^(?:new\s*\w*\s*(?:\[[\d,\s]*\])+\s*(?=\{)|\w+!|(?:new\s+)?[\w$.]+)/.exec(
    text.slice(at, Math.min(limit, at + longestConstructor)),
  );
  return at + (match?.[0].length ?? 0);
}

const sizeLabel = /(?:(?:Float(?:32|64)|(?:Big)?U?int(?:8|16|32|64))?Array\(\d+\)|\(\d+\)) *(?=\[)/iy;

/** Of `Float64Array`, `Int8Array`, `BigInt64Array`, `Uint8Array` and `Array`. */
const labelLetters: ReadonlySet<number> = new Set(Array.from('fibua', (letter) => letter.charCodeAt(0)));

/** Past the `Float64Array(3)` that Node prints before `[`; `at` itself where there is none. */
export function skipSizeLabel(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === openParenthesis ? !isDigit(text.charCodeAt(at + 1)) : !labelLetters.has(first | 32))
    return at;
  sizeLabel.lastIndex = at;
  return sizeLabel.test(text) ? sizeLabel.lastIndex : at;
}
