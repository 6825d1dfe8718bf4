import type { Box, Mark, NumberText, Sign } from './box';

/** How wide a box is when it is typeset, in em and about: what decides where a long line is broken. */
export function widthOf(box: Box): number {
  switch (box.box) {
    case 'row':
      return box.items.reduce((sum, item) => sum + widthOf(item), gap * Math.max(0, box.items.length - 1));
    case 'sign':
      return signWidth(box.sign);
    case 'number':
      return numberWidth(box.number);
    case 'mark':
      return markWidth(box.mark);
    case 'written':
      return box.plain.length * letter;
    case 'fraction':
      return Math.max(widthOf(box.top), widthOf(box.bottom)) + bar;
    case 'partial':
      return letter + widthOf(box.of);
    case 'power':
      return widthOf(box.base) + corner * widthOf(box.exponent);
    case 'transpose':
      return widthOf(box.of) + letter;
    case 'brackets':
    case 'absolute':
      return widthOf(box.inner) + brackets;
    case 'bracket':
      return brackets / 2;
    case 'matrix': {
      const [first = []] = box.rows;
      const columns = first.map((_, column) =>
        Math.max(...box.rows.map((row) => (row[column] === undefined ? 0 : widthOf(row[column])))),
      );
      return columns.reduce((sum, width) => sum + width + columnGap, brackets);
    }
    case 'entry':
      return widthOf(box.of) + box.below.join('').length * corner * digit;
    case 'shape':
      return widthOf(box.of);
    case 'repeated':
      return sumSign + widthOf(box.body);
    case 'call':
      return signWidth(box.name) + widthOf(box.inner) + brackets;
  }
}

const digit = 0.5;
const letter = 0.56;
const codeLetter = 0.525;
const gap = 0.17;
const bar = 0.24;
const brackets = 1.1;
const columnGap = 1;
const sumSign = 1.6;
/** How large what stands at a corner is. */
const corner = 0.7;

function markWidth(mark: Mark): number {
  switch (mark) {
    case ',':
      return 0.28;
    case '·':
      return 0.72;
    default:
      return 1.2;
  }
}

function numberWidth({ isNegative, digits, exponent, denominator }: NumberText): number {
  const size = Math.max(digits.length, denominator?.length ?? 0) * digit;
  const power = exponent === undefined ? 0 : 2 + String(exponent).length * corner * digit;
  return size + power + (isNegative ? 0.8 : 0) + (denominator === undefined ? 0 : bar);
}

function signWidth({ name, below = [], above = [], entry, bracketed }: Sign): number {
  const letters = name.style === 'code' ? codeLetter : letter;
  const small = (parts: readonly string[]) => parts.join(',').length * digit * corner;
  const places = entry === undefined ? 0 : `[${entry.join(', ')}]`.length * codeLetter;
  const around = bracketed === undefined ? 0 : brackets + small(bracketed);
  return name.plain.length * letters + Math.max(small(below), small(above)) + places + around;
}
