import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as layout from '../../../core/kernels/gradientLayout';
import { type Chunk, type DenseShape, planGradient } from '../../../core/kernels/gradientPlan';

/** Sums of little more than a block are those of which there are most. */
const width = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 273, max: 280 }),
  fc.integer({ min: 250, max: 4000 }),
);
const shapes = fc.record({
  samples: fc.oneof(fc.integer({ min: 6, max: 600 }), fc.integer({ min: 600, max: 30_000 })),
  layers: fc.array(width, { minLength: 2, maxLength: 3 }).map((widths) =>
    widths.slice(1).map((fanOut, layer) => {
      const activation: 'softplus' = 'softplus';
      return { fanIn: widths[layer], fanOut, hasBiases: true, activation };
    }),
  ),
  divisor: fc.constant(1),
});

/** Rows, columns and depth of what a chunk multiplies, as `gradientLayout.ts` has its ranges. */
function productOf({ samples, layers }: DenseShape, chunk: Chunk, tileRows: number) {
  const { fanIn, fanOut } = layers[chunk.layer];
  const columns = chunk.end - chunk.first;
  const rows = Math.min(samples, chunk.secondEnd * tileRows) - chunk.secondFirst * tileRows;
  switch (chunk.kind) {
    case layout.preActivate:
      return { rows, columns, depth: fanIn };
    case layout.sourceGradient:
      return { rows, columns, depth: fanOut };
    case layout.weightGradient:
      return { rows: fanOut, columns, depth: chunk.secondEnd - chunk.secondFirst };
    default:
      return null;
  }
}

describe('the plan of a gradient', () => {
  it('has no chunk with more sums, block by block, than a thread has room for', () => {
    for (const [dtype, tileRows, tileColumns] of [
      ['float64', 6, 4],
      ['float64', 4, 4],
      ['float32', 6, 8],
      ['float32', 4, 8],
    ] as const) {
      const bytes = 32 / tileColumns;
      fc.assert(
        fc.property(shapes, (shape) => {
          for (const chunk of planGradient(shape, tileRows, dtype)?.chunks ?? []) {
            const product = productOf(shape, chunk, tileRows);
            if (product === null || product.depth <= layout.blockDepth) continue;
            const tiles = Math.ceil(product.rows / tileRows) * Math.ceil(product.columns / tileColumns);
            const room = tiles * tileRows * tileColumns * bytes;
            assert.ok(room <= layout.sumsBytes, `${room} bytes for ${JSON.stringify(product)}`);
          }
        }),
        { numRuns: 60 },
      );
    }
  });
});
