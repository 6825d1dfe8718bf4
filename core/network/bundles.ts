import type { Matrix } from '../matrix';
import { inSlices, type Steps } from '../steps';

/** Edges between two layers that are drawn as one. */
export interface Bundle {
  /** Where it leaves and where it arrives, as shares of its layers, from 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** Mean of |w·x| over its edges. */
  readonly size: number;
  /** Σ w·x over its edges. */
  readonly sum: number;
}

const sourceBands = 8;
const destinationBands = 10;
/** Bundles under this share of the largest are left out. */
const least = 0.03;

/**
 * The edges of a layer gathered by bands of sources and of destinations, at most 8 × 10. `weights` is
 * destination × source, `source` one sample of what the weights read. Edges that carry no finite number count
 * as nothing.
 */
export function* bundleSteps(weights: Matrix, source: Float64Array): Steps<readonly Bundle[]> {
  const { rows, columns, values } = weights;
  const sources = Math.min(sourceBands, columns);
  const destinations = Math.min(destinationBands, rows);
  const sizes = new Float64Array(sources * destinations);
  const sums = new Float64Array(sources * destinations);
  const counts = new Float64Array(sources * destinations);
  const bandOf = Int32Array.from({ length: columns }, (_, from) => Math.floor((from * sources) / columns));
  yield* inSlices(rows, 4 * columns, (first, end) => {
    for (let to = first; to < end; to++) {
      const row = Math.floor((to * destinations) / rows) * sources;
      for (let from = 0; from < columns; from++) {
        const carried = values[to * columns + from] * source[from];
        const band = row + bandOf[from];
        counts[band] += 1;
        if (!Number.isFinite(carried)) continue;
        sizes[band] += Math.abs(carried);
        sums[band] += carried;
      }
    }
  });
  const bundles = Array.from(sizes, (size, band) => ({
    from: ((band % sources) + 0.5) / sources,
    to: (Math.floor(band / sources) + 0.5) / destinations,
    size: size / counts[band],
    sum: sums[band],
  }));
  const largest = Math.max(0, ...bundles.map(({ size }) => size));
  return bundles.filter(({ size }) => size > 0 && size >= least * largest);
}
