import { assignments, rowsOf, type Writer, type WrittenArray } from './writer';

function array(written: WrittenArray): string {
  if (written.shape.length === 0) return written.texts[0] ?? '';
  const rows = rowsOf(written).map((row) => row.join(' & '));
  return `\\begin{pmatrix}\n  ${rows.join(' \\\\\n  ')}\n\\end{pmatrix}`;
}

/** A vector under a name is a column, as everywhere in mathematics. */
function columnOrArray(written: WrittenArray): string {
  const { shape, texts } = written;
  return array(shape.length === 1 ? { shape: [texts.length, 1], texts } : written);
}

/** `1.5e-7` is `1.5 \times 10^{-7}`. */
function decimal(plain: string): string {
  const [mantissa = '', exponent] = plain.split(/e\+?/i);
  return exponent === undefined ? mantissa : `${mantissa} \\times 10^{${exponent}}`;
}

export const latex: Writer = {
  name: 'latex',
  decimal,
  fraction: (numerator, denominator) =>
    numerator.startsWith('-')
      ? `-\\frac{${numerator.slice(1)}}{${denominator}}`
      : `\\frac{${numerator}}{${denominator}}`,
  nan: '\\text{NaN}',
  infinity: '\\infty',
  minusInfinity: '-\\infty',
  mostDimensions: 2,
  array,
  named: (parts) => assignments(parts, columnOrArray, (name, value) => `${indexed(name)} = ${value}`),
};

/** `W1` is `W_{1}`. */
function indexed(name: string): string {
  return name.replace(/^([A-Za-z]+)_?(\d+)$/, '$1_{$2}');
}
