import { apostrophe, openBracket, openParenthesis } from './characters';
import { mayGoOn, transposeMark } from './lookahead';
import type { NumberArray } from './reading';
import { reshape, transpose } from './shapes';

const longestStep = 80;
const longestDeclaration = 200;
/** Nobody writes more of them behind one array. */
const mostSteps = 8;

/** An array in another shape, and the end of what says so. */
export interface Shaped {
  readonly array: NumberArray;
  readonly end: number;
}

/** What may stand behind an array and keeps its numbers; null where `text`, which follows it, says another thing. */
type Step = (
  text: string,
  array: NumberArray,
) => { readonly array: NumberArray; readonly length: number } | null;

/** The array whose bracket ends at `bracketEnd`, as transposes, `reshape` and their like behind it or a declaration around it shape it. */
export function shapedAfter(text: string, start: number, array: NumberArray, bracketEnd: number): Shaped {
  // In quotes, `'[1, 2]'`, the second one is no transpose.
  const isQuoted =
    start > 0 && text.charCodeAt(start - 1) === apostrophe && text.charCodeAt(bracketEnd) === apostrophe;
  if (isQuoted) return { array: unwrapped(text, start, array), end: bracketEnd };
  let shaped = transposedAt(text, array, bracketEnd);
  let isReshaped = false;
  for (let count = 0; count < mostSteps && mayHaveStep(text, shaped.end); count++) {
    const next = stepAt(text, shaped);
    if (next === null) break;
    isReshaped ||= next.array.shape !== shaped.array.shape;
    shaped = next;
  }
  return isReshaped ? shaped : { ...shaped, array: unwrapped(text, start, shaped.array) };
}

/** Most arrays have nothing behind them. */
function mayHaveStep(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return mayGoOn(unit) || unit === openParenthesis || unit === openBracket || unit === apostrophe;
}

function stepAt(text: string, { array, end }: Shaped): Shaped | null {
  const turned = transposedAt(text, array, end);
  if (turned.end > end) return turned;
  const behind = text.slice(end, end + longestStep);
  for (const step of steps) {
    const found = step(behind, array);
    if (found !== null) return { array: found.array, end: end + found.length };
  }
  return null;
}

function transposedAt(text: string, array: NumberArray, at: number): Shaped {
  const end = at + transposeMark(text, at);
  return { array: end > at ? transposeMarked(array, text.slice(at, end)) : array, end };
}

/** The transpose; vectors of PARI and Octave are rows, and `~` and `'` make columns of them, NumPy's `.T` does not. */
function transposeMarked(array: NumberArray, mark: string): NumberArray {
  if (array.shape.length === 2) return transpose(array);
  return /^(?:~|\.?')$/.test(mark) && array.shape.length === 1
    ? reshape(array, [array.values.length, 1])
    : array;
}

/** `.flatten()`, `.ravel()`, or `.squeeze()`. */
const flattened: Step = (text, array) => {
  const match = /^\)*\.(flatten|ravel|squeeze)\(\)/.exec(text);
  if (match === null) return null;
  const { shape, values } = array;
  const flat = match[1] === 'squeeze' ? shape.filter((size) => size !== 1) : [values.length];
  return { array: reshape(array, flat), length: match[0].length };
};

/** `.reshape(2, 3)` or `.view(2, -1)`. */
const reshaped: Step = (text, array) => {
  const match =
    /^\)*\.(?:reshape|view)\(\s*[([]?\s*(-?\d+(?:\s*,\s*-?\d+)*)\s*,?\s*[)\]]?\s*(?:,\s*order\s*=\s*['"]C['"]\s*)?\)/.exec(
      text,
    );
  if (match === null) return null;
  const count = array.values.length;
  const sizes = (match[1] ?? '').split(',').map(Number);
  const known = sizes.reduce((product, size) => (size < 0 ? product : product * size), 1);
  const shape = sizes.map((size) => (size < 0 ? count / Math.max(1, known) : size));
  const isWhole =
    shape.reduce((product, size) => product * size, 1) === count && shape.every(Number.isInteger);
  return isWhole ? { array: reshape(array, shape), length: match[0].length } : null;
};

/** `.unsqueeze(1)`, `[None]`, `[:, None]`: one dimension more. */
const widened: Step = (text, array) => {
  const match =
    /^\)*(?:\.unsqueeze\(\s*(-?\d)\s*\)|\[\s*((?::\s*,\s*)?)(?:None|np\.newaxis)\s*(?:,\s*(?:\.\.\.|:)\s*)?\])/.exec(
      text,
    );
  if (match === null) return null;
  const { shape } = array;
  const given = match[1] === undefined ? (match[2] === '' ? 0 : 1) : Number(match[1]);
  const place = given < 0 ? shape.length + 1 + given : given;
  if (place < 0 || place > shape.length) return null;
  return {
    array: reshape(array, [...shape.slice(0, place), 1, ...shape.slice(place)]),
    length: match[0].length,
  };
};

/** `(:)` of Octave: one column, read column by column. */
const inColumn: Step = (text, array) => {
  const match = /^\(\s*:\s*\)/.exec(text);
  if (match === null || array.shape.length > 2) return null;
  const byColumn = array.shape.length === 2 ? transpose(array) : array;
  return { array: reshape(byColumn, [array.values.length, 1]), length: match[0].length };
};

/** What says nothing about the numbers: their type where it is none of whole numbers, the device, a copy. */
const unchanged: Step = (text, array) => {
  const match =
    /^\)*\.(?:astype\(\s*['"]?(?:np\.|torch\.|jnp\.|tf\.)?(?:float|double|half)\w*['"]?\s*\)|(?:double|float|half|bfloat16|copy|clone|tolist|numpy|detach|cpu|cuda|contiguous)\(\)|requires_grad_\(\w*\)|to\(\s*(?:device|['"](?:cpu|cuda|mps)[:\d]*['"]|torch\.(?:float|double|half|bfloat)\w*)\s*\))/.exec(
      text,
    );
  return match === null ? null : { array, length: match[0].length };
};

const steps: readonly Step[] = [flattened, reshaped, widened, inColumn, unchanged];

/** Braces around the braces of a `std::array` add no dimension. */
function unwrapped(text: string, at: number, array: NumberArray): NumberArray {
  const { shape } = array;
  if (shape.length < 2 || shape[0] !== 1) return array;
  const line =
    text
      .slice(Math.max(0, at - longestDeclaration), at)
      .split('\n')
      .at(-1) ?? '';
  const depth = line.match(/std::array\b/g)?.length ?? 0;
  return depth > 0 && shape.length > depth ? reshape(array, shape.slice(1)) : array;
}
