import type { Span } from '../../core/problem';
import type { MatricesStudy } from '../../core/study';
import { read } from '../../core/text';

/** Reading the matrices once more as a network is for a hover, so that only so many numbers are. */
const mostNumbers = 20_000;

/** How many layers several matrices make, read as a network by their names and shapes; null where one does not fit. */
export function layersThatFit({ reading }: MatricesStudy): number | null {
  const count = reading.arrays.reduce((sum, { array }) => sum + array.values.length, 0);
  if (count > mostNumbers || reading.arrays.every(({ array }) => array.shape.length !== 2)) return null;
  const network = read(reading.text, { as: 'network', within: [reading.span] });
  if (network.kind !== 'network' || network.problems.some(({ severity }) => severity === 'error'))
    return null;
  const { layers, input, target } = network;
  const used = [...layers.flatMap(({ weights, biases }) => [weights, biases]), input, target];
  const isUsed = (span: Span) => used.some((array) => array !== null && array.span.offset === span.offset);
  return reading.arrays.every(({ array }) => isUsed(array.span)) ? layers.length : null;
}
