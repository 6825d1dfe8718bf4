import { indented, nested, type Writer, type WrittenArray, type WrittenPart } from './writer';

function document(parts: readonly WrittenPart[]): string {
  const lines = parts.map((part) => {
    const key = `  ${JSON.stringify(part.name)}: `;
    return key + ('word' in part ? JSON.stringify(part.word) : indented(array(part.array), key.length));
  });
  return `{\n${lines.join(',\n')}\n}`;
}

function array(written: WrittenArray): string {
  return nested(written, '[', ']');
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
