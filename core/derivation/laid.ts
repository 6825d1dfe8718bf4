import type { Box, Mark, Sign } from './box';

/** How tightly a box holds together: a sum least. */
type Bond = 'sum' | 'product' | 'atom';

export interface Laid {
  readonly box: Box;
  readonly bond: Bond;
  /** Whether it begins with a minus. */
  readonly isNegative?: boolean;
  /** Whether it begins or ends with digits, so that a dot divides it from its neighbour. */
  readonly isNumeric?: boolean;
}

export const mark = (name: Mark): Box => ({ box: 'mark', mark: name });
export const row = (...items: readonly Box[]): Box => ({ box: 'row', items });
export const brackets = (inner: Box): Box => ({ box: 'brackets', inner });

export function laySign(sign: Sign, place: string | null): Laid {
  return { box: { box: 'sign', sign, place }, bond: 'atom' };
}

/** The first ones and the last, null for what is left out between them. */
export function shownIndices(count: number, most: number): readonly (number | null)[] {
  if (count <= most) return Array.from({ length: count }, (_, index) => index);
  const first = Math.min(3, Math.max(1, most - 1));
  return [...Array.from({ length: first }, (_, index) => index), null, count - 1];
}

export function isCode(box: Box): boolean {
  switch (box.box) {
    case 'sign':
      return box.sign.name.style === 'code';
    case 'call':
      return box.name.name.style === 'code';
    case 'transpose':
      return isCode(box.of);
    default:
      return false;
  }
}
