import { asItIs, rowsOf, type Writer, type WrittenArray } from './writer';

const common = {
  decimal: asItIs,
  fraction: null,
  nan: 'NaN',
  infinity: 'Inf',
  minusInfinity: '-Inf',
  mostDimensions: 2,
  named: null,
} as const;

function lines(separator: string): (written: WrittenArray) => string {
  return (written) =>
    rowsOf(written)
      .map((row) => row.join(separator))
      .join('\n');
}

/** Columns of a table without names of their own. */
function columnNames(written: WrittenArray): readonly string[] {
  return Array.from({ length: written.shape.at(-1) ?? 1 }, (_, index) => `c${index + 1}`);
}

export const csv: Writer = { ...common, name: 'csv', array: lines(',') };
export const tsv: Writer = { ...common, name: 'tsv', array: lines('\t') };
/** Blanks and ends of lines, as `numpy.savetxt` writes. */
export const plain: Writer = { ...common, name: 'plain', fraction: null, array: lines(' ') };

/** Decimal commas between semicolons, below names: without them one line would read in two ways. */
export const csvDecimalComma: Writer = {
  ...common,
  name: 'csv-decimal-comma',
  decimal: (written) => written.replace('.', ','),
  array: (written) => {
    const header = columnNames(written).map((name) => `"${name}"`);
    return `${header.join(';')}\n${lines(';')(written)}`;
  },
};

export const markdown: Writer = {
  ...common,
  name: 'markdown',
  array: (written) => {
    const header = columnNames(written);
    const rows = [header, header.map(() => '--:'), ...rowsOf(written)];
    return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
  },
};
