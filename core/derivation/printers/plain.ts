import { indices, loweredCorner, raised, raisedCorner } from '../../cornerText';
import type { Box, NumberText, Sign } from '../box';
import { decimalMark } from '../decimalMark';
import type { Printer } from './printer';

/** Unicode text of one line, for a terminal, a screen reader or a plain copy. */
export function plainPrinter(): Printer {
  const print = (box: Box): string => {
    switch (box.box) {
      case 'row':
        return rowText(box.items, print);
      case 'sign':
        return signText(box.sign);
      case 'number':
        return numberText(box.number);
      case 'mark':
        return box.mark === ',' && decimalMark() === ',' ? ' ;' : box.mark;
      case 'written':
        return box.plain;
      case 'entry': {
        const below = indices(box.below);
        return `${print(box.of)}${loweredCorner(below)}`;
      }
      case 'fraction':
        return `${tight(box.top, print)}/${tight(box.bottom, print)}`;
      case 'partial':
        return `∂${print(box.of)}`;
      case 'power': {
        const base = print(box.base);
        const exponent = print(box.exponent);
        return `${base}${raised(exponent) ?? `^(${exponent})`}`;
      }
      case 'transpose': {
        const inner = print(box.of);
        return box.of.box === 'sign' && box.of.sign.name.style === 'code' ? `${inner}.T` : `${inner}ᵀ`;
      }
      case 'brackets':
        return `(${print(box.inner)})`;
      case 'bracket':
        return box.side === 'open' ? '(' : ')';
      case 'matrix':
        return `[${box.rows.map((row) => row.map(print).join(decimalMark() === ',' ? '  ' : ', ')).join('; ')}]`;
      case 'shape':
        return `${print(box.of)} (${box.rows}×${box.columns})`;
      case 'repeated':
        return `${box.operation === 'sum' ? '∑' : '∏'}[${box.from}${box.to === null ? '' : `…${box.to}`}] ${print(box.body)}`;
      case 'absolute':
        return `|${print(box.inner)}|`;
      case 'call':
        return `${signText(box.name)}${argument(box, print)}`;
    }
  };
  return { name: 'plain', print };
}

/** In brackets, or behind a space. A matrix has brackets of its own here too, as φ([1; 2]) reads as a call. */
export function argument(
  { inner, isBare }: Extract<Box, { readonly box: 'call' }>,
  print: (box: Box) => string,
): string {
  const isMatrix = inner.box === 'row' && inner.items.some(({ box }) => box === 'matrix');
  return isBare && !isMatrix ? ` ${print(inner)}` : `(${print(inner)})`;
}

/** Marks between two things have spaces around them; a minus in front of one has none behind it. */
function rowText(items: readonly Box[], print: (box: Box) => string): string {
  let text = '';
  items.forEach((item, index) => {
    const before = items[index - 1];
    const isLeadingMinus = before?.box === 'mark' && before.mark === '−' && index === 1;
    const isComma = item.box === 'mark' && item.mark === ',';
    const space = index === 0 || isLeadingMinus || isComma ? '' : ' ';
    const isCrowded =
      index > 0 && before?.box !== 'mark' && item.box === 'fraction' && item.top.box !== 'partial';
    text += `${isCrowded ? ' ·' : ''}${space}${print(item)}`;
  });
  return text;
}

function tight(box: Box, print: (box: Box) => string): string {
  return isSlashed(box) ? `(${print(box)})` : print(box);
}

/** Whether a slash beside it would be misread. */
export function isSlashed(box: Box): boolean {
  switch (box.box) {
    case 'row':
      return box.items.length > 1;
    case 'number':
      return box.number.denominator !== undefined;
    default:
      return box.box === 'fraction';
  }
}

export function numberText({ isNegative, digits, exponent, denominator }: NumberText): string {
  const sign = isNegative ? '−' : '';
  if (denominator !== undefined) return `${sign}${digits}/${denominator}`;
  if (exponent === undefined) return `${sign}${digits}`;
  return `${sign}${digits} × 10${raised(String(exponent)) ?? ''}`;
}

export function signText({ name, below = [], above = [], entry, bracketed, prime }: Sign): string {
  const corners = `${loweredCorner(indices(below))}${raisedCorner(above.join(','))}`;
  const text = `${name.plain}${prime ? '′' : ''}${corners}`;
  if (bracketed !== undefined) return `[${text}]${loweredCorner(indices(bracketed))}`;
  return entry === undefined ? text : `${text}[${entry.join(', ')}]`;
}
