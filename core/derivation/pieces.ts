import type { Box } from './box';
import { widthOf } from './boxWidth';

/** Pieces are broken further where they are wider, in em. */
const widest = 12;

/**
 * A box in pieces at which a line may be broken: before each sign of a sum or a product and, where that is
 * not enough, inside the brackets of a long sum. A box that is narrow, or whole by nature, is one piece.
 */
export function piecesOf(box: Box): readonly Box[] {
  if (widthOf(box) <= widest) return [box];
  switch (box.box) {
    case 'row':
      return piecesOfRow(box.items);
    case 'brackets': {
      const inner = piecesOf(box.inner);
      if (inner.length === 1) return [box];
      const isTall = inner.some(holdsFraction);
      return inner.map((piece, index) => {
        const opening: readonly Box[] = index === 0 ? [{ box: 'bracket', side: 'open', isTall }] : [];
        const closing: readonly Box[] =
          index === inner.length - 1 ? [{ box: 'bracket', side: 'close', isTall }] : [];
        return joined([...opening, piece, ...closing]);
      });
    }
    default:
      return [box];
  }
}

/** Each mark begins a piece with what follows it. */
function piecesOfRow(items: readonly Box[]): readonly Box[] {
  const pieces: Box[] = [];
  let marks: Box[] = [];
  for (const item of items) {
    if (item.box === 'mark' && item.mark !== ',') {
      marks.push(item);
      continue;
    }
    const [first, ...rest] = piecesOf(item);
    pieces.push(joined([...marks, first]), ...rest);
    marks = [];
  }
  return marks.length === 0 ? pieces : [...pieces, joined(marks)];
}

function joined(parts: readonly Box[]): Box {
  return parts.length === 1 ? parts[0] : { box: 'row', items: parts };
}

function holdsFraction(box: Box): boolean {
  switch (box.box) {
    case 'row':
      return box.items.some(holdsFraction);
    case 'fraction':
    case 'repeated':
    case 'matrix':
      return true;
    case 'number':
      return box.number.denominator !== undefined;
    case 'brackets':
    case 'call':
      return holdsFraction(box.inner);
    default:
      return false;
  }
}
