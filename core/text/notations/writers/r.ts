import { asItIs, assignments, type Writer, type WrittenArray, withSlash } from './writer';

function array({ shape, texts }: WrittenArray): string {
  if (shape.length === 0) return texts[0] ?? '';
  const vector = `c(${texts.join(', ')})`;
  return shape.length === 1 ? vector : `matrix(${vector}, nrow = ${shape[0]}, byrow = TRUE)`;
}

/** R, which fills a matrix column by column unless it is told otherwise. */
export const r: Writer = {
  name: 'r',
  decimal: asItIs,
  fraction: withSlash,
  nan: 'NaN',
  infinity: 'Inf',
  minusInfinity: '-Inf',
  mostDimensions: 2,
  array,
  named: (parts) => assignments(parts, array, (name, value) => `${name} <- ${value}`),
};
