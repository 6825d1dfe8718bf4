import { assignments, nested, type Writer, type WrittenArray, withSlash } from './writer';

function array(written: WrittenArray): string {
  return nested(written, '{', '}');
}

export const mathematica: Writer = {
  name: 'mathematica',
  decimal: (plain) => plain.replace(/e\+?/i, '*^'),
  fraction: withSlash,
  nan: 'Indeterminate',
  infinity: 'Infinity',
  minusInfinity: '-Infinity',
  mostDimensions: Number.POSITIVE_INFINITY,
  array,
  named: (parts) => assignments(parts, array, (name, value) => `${name} = ${value};`),
};
