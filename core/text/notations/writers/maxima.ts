import { asItIs, assignments, rowsOf, type Writer, type WrittenArray, withSlash } from './writer';

function array(written: WrittenArray): string {
  if (written.shape.length === 0) return written.texts[0] ?? '';
  const rows = rowsOf(written).map((row) => `[${row.join(', ')}]`);
  return written.shape.length === 1 ? (rows[0] ?? '[]') : `matrix(${rows.join(', ')})`;
}

export const maxima: Writer = {
  name: 'maxima',
  decimal: asItIs,
  fraction: withSlash,
  nan: 'und',
  infinity: 'inf',
  minusInfinity: 'minf',
  mostDimensions: 2,
  array,
  named: (parts) => assignments(parts, array, (name, value) => `${name} : ${value};`),
};
