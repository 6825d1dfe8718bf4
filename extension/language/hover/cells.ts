import { onGround } from './markup';
import type { Palette } from './palette';

/** What of a large table is shown. The box of a hover is about 600 pixels wide. */
export const mostColumns = 6;
export const mostRows = 12;

/** The largest size among finite numbers, for the scale of a table's colours; 1 where all are 0. */
export function largestSize(...arrays: readonly ArrayLike<number>[]): number {
  let largest = 0;
  for (const values of arrays) {
    for (let i = 0; i < values.length; i += 1) {
      const size = Math.abs(values[i]);
      if (Number.isFinite(size) && size > largest) largest = size;
    }
  }
  return largest === 0 ? 1 : largest;
}

/** A number on a ground that tells its sign and size. */
export function signedCell(text: string, value: number, largest: number, palette: Palette): string {
  const part = Number.isFinite(value) ? value / largest : Math.sign(value);
  return onGround(text, palette.ink, palette.cell(part));
}
