import { asItIs, assignments, rowsOf, type Writer, type WrittenArray, withSlash } from './writer';

function array(written: WrittenArray): string {
  if (written.shape.length === 0) return written.texts[0] ?? '';
  const rows = rowsOf(written);
  return rows.length === 0 ? '[]' : `[${rows.map((row) => row.join(' ')).join('; ')}]`;
}

/** Octave and MATLAB. */
export const octave: Writer = {
  name: 'octave',
  decimal: asItIs,
  fraction: withSlash,
  nan: 'NaN',
  infinity: 'Inf',
  minusInfinity: '-Inf',
  mostDimensions: 2,
  array,
  named: (parts) => assignments(parts, array, (name, value) => `${name} = ${value};`),
};
