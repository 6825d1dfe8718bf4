import { asItIs, assignments, rowsOf, type Writer, type WrittenArray, withSlash } from './writer';

function array(written: WrittenArray): string {
  if (written.shape.length === 0) return written.texts[0] ?? '';
  return `[${rowsOf(written)
    .map((row) => row.join(', '))
    .join('; ')}]`;
}

/** PARI/GP, which has infinities and no NaN. */
export const pari: Writer = {
  name: 'pari',
  decimal: asItIs,
  fraction: withSlash,
  nan: null,
  infinity: '+oo',
  minusInfinity: '-oo',
  mostDimensions: 2,
  array,
  named: (parts) => assignments(parts, array, (name, value) => `${name} = ${value};`),
};
