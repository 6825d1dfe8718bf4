import type { Matrix } from '../../core/matrix';

export interface Bundle {
  /** Where it leaves and where it arrives, as shares of the tiles' heights. */
  readonly from: number;
  readonly to: number;
  /** Mean of |w·x| over its edges. */
  readonly size: number;
  readonly sum: number;
}

const sourceBands = 8;
const destinationBands = 10;
/** Bundles under this share of the largest are not drawn. */
const least = 0.03;

/** Edges gathered by bands of sources and destinations, at most 8 × 10. */
export function bundlesOf(weights: Matrix, source: (from: number) => number): readonly Bundle[] {
  const sources = Math.min(sourceBands, weights.columns);
  const destinations = Math.min(destinationBands, weights.rows);
  const sizes = new Float64Array(sources * destinations);
  const sums = new Float64Array(sources * destinations);
  const counts = new Float64Array(sources * destinations);
  for (let to = 0; to < weights.rows; to++) {
    const row = Math.floor((to * destinations) / weights.rows);
    for (let from = 0; from < weights.columns; from++) {
      const band = row * sources + Math.floor((from * sources) / weights.columns);
      const carried = weights.values[to * weights.columns + from] * source(from);
      sizes[band] += Math.abs(carried);
      sums[band] += carried;
      counts[band] += 1;
    }
  }
  const bundles = Array.from(sizes, (size, band) => ({
    from: ((band % sources) + 0.5) / sources,
    to: (Math.floor(band / sources) + 0.5) / destinations,
    size: counts[band] === 0 ? 0 : size / counts[band],
    sum: sums[band],
  }));
  const largest = Math.max(...bundles.map(({ size }) => size));
  return bundles.filter(({ size }) => size > 0 && size >= least * largest);
}
