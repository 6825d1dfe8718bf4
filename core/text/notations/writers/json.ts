import { nested, type Writer, type WrittenArray, type WrittenPart } from './writer';

function document(parts: readonly WrittenPart[]): string {
  const lines = parts.map((part) => {
    const value = 'word' in part ? JSON.stringify(part.word) : array(part.array, '    ');
    return `  ${JSON.stringify(part.name)}: ${value}`;
  });
  return `{\n${lines.join(',\n')}\n}`;
}

function array(written: WrittenArray, indent = ''): string {
  return nested(written, '[', ']', indent);
}

/** JSON, with the bare NaN and Infinity that Python writes where a number is not finite. */
export const json: Writer = {
  name: 'json',
  decimal: (plain) => plain,
  fraction: null,
  nan: 'NaN',
  infinity: 'Infinity',
  minusInfinity: '-Infinity',
  mostDimensions: Number.POSITIVE_INFINITY,
  array,
  named: document,
};

/** The documents of Nabla: JSON in which a fraction is an exact string. */
export const nablaJson: Writer = {
  ...json,
  name: 'nabla-json',
  fraction: (numerator, denominator) => `"${numerator}/${denominator}"`,
};
