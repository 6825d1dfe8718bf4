import type { Words } from './words/words';

/** What an array of this shape is called: a number, a vector of 3 numbers, a 2 × 3 matrix, an array of 2 × 3 × 4. */
export function shapeName(shape: readonly number[], { mathematics }: Words): string {
  switch (shape.length) {
    case 0:
      return mathematics.scalar;
    case 1:
      return mathematics.vector(shape[0]);
    case 2:
      return mathematics.matrix(shape.join(' × '));
    default:
      return mathematics.array(shape.join(' × '));
  }
}
