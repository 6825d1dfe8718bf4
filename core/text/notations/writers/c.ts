import { asItIs, indented, nested, type Writer, type WrittenArray, type WrittenPart } from './writer';

function array(written: WrittenArray): string {
  return nested(written, '{', '}');
}

function declared(part: WrittenPart): string {
  if ('word' in part) return `const char ${part.name}[] = "${part.word}";`;
  const sizes = part.array.shape.map((size) => `[${size}]`).join('');
  const head = `double ${part.name}${sizes} = `;
  return `${head}${indented(array(part.array), head.length)};`;
}

/** Initialisers of C and C++; whole numbers of a fraction get a point, for C divides integers without one. */
export const c: Writer = {
  name: 'c',
  decimal: asItIs,
  fraction: (numerator, denominator) => `${numerator}.0/${denominator}.0`,
  nan: 'NAN',
  infinity: 'INFINITY',
  minusInfinity: '-INFINITY',
  mostDimensions: Number.POSITIVE_INFINITY,
  array,
  named: (parts) => parts.map(declared).join('\n'),
};
