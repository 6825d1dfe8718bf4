import { entryStatisticsSteps } from '../../../core/linear/entries';
import { histogramSteps } from '../../../core/linear/histogram';
import { type Bundle, bundleSteps } from '../../../core/network/bundles';
import type { Steps } from '../../../core/steps';
import type { BlocksAnswer, BlocksQuestion, VectorCells, WeightSummary } from '../../protocol/details/blocks';
import type { DetailContext } from './context';
import { rowOf } from './sampleRow';
import { vectorCells } from './vectorCells';

const bins = 48;
/** Entries that the reach of a histogram is estimated from, taken at even distances. */
const sampled = 4096;

/** Vectors, bundles between them, and each matrix in figures. */
export function* blocksSteps(
  { sample }: BlocksQuestion,
  { evaluation: { study } }: DetailContext,
): Steps<BlocksAnswer | null> {
  if (study.kind !== 'network' || sample >= Math.max(1, study.samples)) return null;
  const { reading, network, layers } = study;
  const vectors: (VectorCells | null)[] = [];
  const bundles: (readonly Bundle[])[] = [];
  const weights: (WeightSummary | null)[] = [];
  let source =
    reading.input === null ? null : rowOf(reading.input.values, network.layers[0].weights.columns, sample);
  vectors.push(source === null ? null : vectorCells(source));
  for (const [layer, { weights: matrix }] of network.layers.entries()) {
    if (source !== null) bundles.push(yield* bundleSteps(matrix, source));
    const output = layers[layer]?.output;
    source = output === undefined ? null : rowOf(output.values, output.columns, sample);
    vectors.push(source === null ? null : vectorCells(source));
    weights.push(yield* weightSummarySteps(matrix.values));
  }
  return { vectors, bundles, weights };
}

function* weightSummarySteps(values: Float64Array): Steps<WeightSummary | null> {
  const { mean, deviation, minimum, maximum } = yield* entryStatisticsSteps(values);
  if (mean === null || deviation === null || minimum === null || maximum === null) return null;
  const reach = reachOf(values);
  return {
    mean,
    deviation,
    low: values[minimum],
    high: values[maximum],
    reach,
    histogram: Array.from(yield* histogramSteps(values, -reach, reach, bins)),
  };
}

/** The 99th percentile of the sizes, so that one outlier does not press all others into one bin. */
function reachOf(values: Float64Array): number {
  const stride = Math.max(1, Math.floor(values.length / sampled));
  const sizes = Float64Array.from({ length: Math.floor(values.length / stride) }, (_, at) =>
    Math.abs(values[at * stride]),
  )
    .filter(Number.isFinite)
    .sort();
  return sizes[Math.floor(0.99 * (sizes.length - 1))] || 1;
}
