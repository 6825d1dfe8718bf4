import { asItIs, rowsOf, type Writer, type WrittenArray } from './writer';

function array(written: WrittenArray): string {
  if (written.shape.length < 2) return `[${written.texts.join(', ')}]`;
  return rowsOf(written)
    .map((row) => `- [${row.join(', ')}]`)
    .join('\n');
}

/** Flow lists, one a line. */
export const yaml: Writer = {
  name: 'yaml',
  decimal: asItIs,
  fraction: null,
  nan: '.nan',
  infinity: '.inf',
  minusInfinity: '-.inf',
  mostDimensions: 2,
  array,
  named: null,
};
