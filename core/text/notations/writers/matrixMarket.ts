import { asItIs, rowsOf, type Writer } from './writer';

/** A dense array of Matrix Market: sizes, then one number a line, column by column. */
export const matrixMarket: Writer = {
  name: 'matrix-market',
  decimal: asItIs,
  fraction: null,
  nan: 'nan',
  infinity: 'inf',
  minusInfinity: '-inf',
  mostDimensions: 2,
  array: (written) => {
    const rows = rowsOf(written);
    const columns = written.shape.at(-1) ?? 1;
    const entries = Array.from({ length: columns }, (_, column) => rows.map((row) => row[column]));
    const head = `%%MatrixMarket matrix array real general\n${rows.length} ${columns}`;
    return [head, ...entries.flat()].join('\n');
  },
  named: null,
};
