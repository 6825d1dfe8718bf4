import { indices } from '../../cornerText';
import type { Box, Mark, Name, NumberText, Sign } from '../box';
import { decimalMark } from '../decimalMark';
import type { Printer } from './printer';

export interface LatexOptions {
  /**
   * Wraps what belongs to a piece of the drawing in `\data{key=…}{…}`, for a typesetter that makes
   * attributes of it. Off for what is copied.
   */
  readonly places?: boolean;
}

/** LaTeX that needs amsmath alone. */
export function latexPrinter({ places = false }: LatexOptions = {}): Printer {
  const print = (box: Box): string => {
    switch (box.box) {
      case 'row':
        return box.items
          .map((item, index) => {
            const before = box.items[index - 1];
            const isBeside = before !== undefined && !isJoint(before) && !isJoint(item);
            return `${index === 0 ? '' : isBeside ? ' \\, ' : ' '}${print(item)}`;
          })
          .join('');
      case 'sign':
        return placed(signText(box.sign), box.place);
      case 'number':
        return placed(numberText(box.number), box.place);
      case 'mark':
        return box.mark === ',' && decimalMark() === ',' ? ';\\,' : marks[box.mark];
      case 'written':
        return box.latex;
      case 'entry':
        return `{${print(box.of)}}_{${indices(box.below)}}`;
      case 'fraction':
        return placed(`\\frac{${withinBar(box.top, print)}}{${withinBar(box.bottom, print)}}`, box.place);
      case 'partial':
        return `\\partial ${print(box.of)}`;
      case 'power':
        return `{${print(box.base)}}^{${print(box.exponent)}}`;
      case 'transpose':
        return isCode(box.of) ? `${print(box.of)}\\mathtt{.T}` : `{${print(box.of)}}^{\\top}`;
      case 'brackets':
        return bracketed(print(box.inner), isTall(box.inner));
      case 'bracket':
        return `${box.isTall ? (box.side === 'open' ? '\\Bigl' : '\\Bigr') : ''}${box.side === 'open' ? '(' : ')'}`;
      case 'matrix':
        return `\\begin{pmatrix} ${box.rows.map((row) => row.map(print).join(' & ')).join(' \\\\ ')} \\end{pmatrix}`;
      case 'shape':
        return `\\underbrace{${print(box.of)}}_{${box.rows} \\times ${box.columns}}`;
      case 'repeated':
        return `\\${box.operation === 'sum' ? 'sum' : 'prod'}_{${box.from}}${box.to === null ? '' : `^{${box.to}}`} ${print(box.body)}`;
      case 'absolute':
        return `\\lvert ${print(box.inner)} \\rvert`;
      case 'call': {
        const inner = print(box.inner);
        return `${signText(box.name)}${box.isBare ? ` ${inner}` : bracketed(inner, isTall(box.inner))}`;
      }
    }
  };
  const placed = (text: string, place: string | null) =>
    places && place !== null ? `\\data{key=${place}}{${text}}` : text;
  return { name: 'latex', print };
}

/** What takes no space between itself and what it stands beside. */
function isJoint({ box }: Box): boolean {
  return box === 'mark' || box === 'bracket';
}

const marks: Readonly<Record<Mark, string>> = {
  '+': '+',
  '−': '-',
  '·': '\\cdot',
  '⊙': '\\odot',
  '=': '=',
  '≈': '\\approx',
  '≥': '\\ge',
  '≤': '\\le',
  '→': '\\to',
  '⋯': '\\cdots',
  '⋮': '\\vdots',
  '⋱': '\\ddots',
  ',': ',\\,',
};

/** A fraction of numbers above or under a bar has a slash, as small bars are hard to read. */
function withinBar(box: Box, print: (box: Box) => string): string {
  if (box.box !== 'number' || box.number.denominator === undefined) return print(box);
  const { denominator, ...numerator } = box.number;
  return `${numberText(numerator)}/${digitText(denominator)}`;
}

function bracketed(inner: string, isTall: boolean): string {
  return isTall ? `\\left( ${inner} \\right)` : `(${inner})`;
}

/** Whether brackets around it have to grow. */
function isTall(box: Box): boolean {
  switch (box.box) {
    case 'fraction':
    case 'matrix':
    case 'shape':
    case 'repeated':
      return true;
    case 'number':
      return box.number.denominator !== undefined;
    case 'row':
      return box.items.some(isTall);
    case 'brackets':
      return isTall(box.inner);
    case 'call':
      return isTall(box.inner);
    case 'power':
      return isTall(box.base);
    default:
      return false;
  }
}

function isCode(box: Box): boolean {
  return box.box === 'sign' && box.sign.name.style === 'code';
}

function numberText({ isNegative, digits, exponent, denominator }: NumberText): string {
  const sign = isNegative ? '-' : '';
  const written = digitText(digits);
  if (denominator !== undefined) return `${sign}\\frac{${written}}{${digitText(denominator)}}`;
  return `${sign}${written}${exponent === undefined ? '' : ` \\times 10^{${exponent}}`}`;
}

function digitText(digits: string): string {
  if (digits === '∞') return '\\infty';
  if (digits === 'NaN') return '\\mathrm{NaN}';
  // Braces keep the space of a list away from a decimal comma.
  return digits.replace(',', '{,}');
}

function signText({ name, below = [], above = [], entry, bracketed: corner, prime }: Sign): string {
  const inside = above.length > 0 || prime ? cornered(nameText(name), [], above, prime) : nameText(name);
  const withBelow = cornered(nameText(name), below, above, prime);
  if (corner !== undefined) return `[${withBelow}]_{${indices(corner)}}`;
  if (entry !== undefined) return `${inside}\\mathtt{[${entry.join(', ')}]}`;
  return withBelow;
}

function cornered(
  text: string,
  below: readonly string[],
  above: readonly string[],
  prime: true | undefined,
): string {
  const under = below.length === 0 ? '' : `_{${indices(below)}}`;
  if (prime) return `${text}'${under}${above.length === 0 ? '' : `{}^{${above.join(',')}}`}`;
  return `${text}${under}${above.length === 0 ? '' : `^{${above.join(',')}}`}`;
}

function nameText({ latex, style }: Name): string {
  switch (style) {
    case 'italic':
    case 'upright':
      return latex;
    case 'bold':
      return `\\mathbf{${latex}}`;
    case 'code':
      return `\\mathtt{${latex.replaceAll('_', '\\_')}}`;
  }
}
