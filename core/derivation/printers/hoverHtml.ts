import { indices } from '../../cornerText';
import type { Box, Name, NumberText, Sign } from '../box';
import { decimalMark } from '../decimalMark';
import { argument, isSlashed, numberText } from './plain';
import type { Printer } from './printer';

export interface HoverOptions {
  /** Makes any text stand for itself in Markdown and HTML. */
  verbatim(text: string): string;
}

/** What the sanitiser of a VS Code hover keeps: `var`, `sub`, `sup`, `code`. */
export function hoverPrinter({ verbatim }: HoverOptions): Printer {
  const print = (box: Box): string => {
    switch (box.box) {
      case 'row':
        return box.items
          .map((item, index) => {
            const before = box.items[index - 1];
            const isLeadingMinus = before?.box === 'mark' && before.mark === '−' && index === 1;
            const isComma = item.box === 'mark' && item.mark === ',';
            return `${index === 0 || isLeadingMinus || isComma ? '' : ' '}${print(item)}`;
          })
          .join('');
      case 'sign':
        return signHtml(box.sign, verbatim);
      case 'number':
        return numberHtml(box.number, verbatim);
      case 'mark':
        return verbatim(box.mark === ',' && decimalMark() === ',' ? ' ;' : box.mark);
      case 'written':
        return verbatim(box.plain);
      case 'entry':
        return `${print(box.of)}<sub>${verbatim(indices(box.below))}</sub>`;
      case 'fraction':
        return `${tight(box.top, print)}/${tight(box.bottom, print)}`;
      case 'partial':
        return `∂${print(box.of)}`;
      case 'power':
        return `${print(box.base)}<sup>${print(box.exponent)}</sup>`;
      case 'transpose':
        return `${print(box.of)}<sup>⊤</sup>`;
      case 'brackets':
        return `(${print(box.inner)})`;
      case 'bracket':
        return box.side === 'open' ? '(' : ')';
      case 'matrix':
        return `(${box.rows.map((row) => row.map(print).join(' ')).join(decimalMark() === ',' ? '\u202f; ' : '; ')})`;
      case 'shape':
        return `${print(box.of)}<sub>${box.rows}×${box.columns}</sub>`;
      case 'repeated': {
        const sign = box.operation === 'sum' ? '∑' : '∏';
        return `${sign}<sub>${verbatim(box.from)}</sub>${box.to === null ? '' : `<sup>${verbatim(box.to)}</sup>`} ${print(box.body)}`;
      }
      case 'absolute':
        return `${verbatim('|')}${print(box.inner)}${verbatim('|')}`;
      case 'call':
        return `${signHtml(box.name, verbatim)}${argument(box, print)}`;
    }
  };
  return { name: 'hover', print };
}

function tight(box: Box, print: (box: Box) => string): string {
  return isSlashed(box) ? `(${print(box)})` : print(box);
}

type Verbatim = HoverOptions['verbatim'];

function numberHtml(number: NumberText, verbatim: Verbatim): string {
  const { exponent, ...mantissa } = number;
  const text = verbatim(numberText(mantissa));
  return exponent === undefined
    ? text
    : `${text} × 10<sup>${verbatim(String(exponent).replace('-', '−'))}</sup>`;
}

function signHtml(sign: Sign, verbatim: Verbatim): string {
  const { name, below = [], above = [], entry, bracketed, prime } = sign;
  const lowered = below.length === 0 ? '' : `<sub>${verbatim(indices(below))}</sub>`;
  const raised = above.length === 0 ? '' : `<sup>${verbatim(above.join(','))}</sup>`;
  const text = `${nameHtml(name, verbatim)}${prime ? '′' : ''}${lowered}${raised}`;
  if (bracketed !== undefined)
    return `${verbatim('[')}${text}${verbatim(']')}<sub>${verbatim(indices(bracketed))}</sub>`;
  return entry === undefined ? text : `${text}<code>${verbatim(`[${entry.join(', ')}]`)}</code>`;
}

function nameHtml({ plain, style }: Name, verbatim: Verbatim): string {
  switch (style) {
    case 'italic':
      return `<var>${verbatim(plain)}</var>`;
    case 'upright':
      return verbatim(plain);
    case 'bold':
      return `<strong>${verbatim(plain)}</strong>`;
    case 'code':
      return `<code>${verbatim(plain)}</code>`;
  }
}
