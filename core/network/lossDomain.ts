import type { Matrix } from '../matrix';
import { createProblem, type Problem } from '../problem';
import { inSlices, type Steps } from '../steps';
import type { NetworkReading } from '../text/reading';
import type { Target } from './losses/loss';
import { countedSamples } from './losses/target';
import { isOfLogits } from './lossPass';
import type { Network } from './network';

/**
 * The first output for which the loss has no value, such as −0.3 for the logarithm of binary
 * cross-entropy; null where all have one. NaN is no fault of the loss.
 */
export function* outputDomainSteps(
  reading: NetworkReading,
  network: Network,
  output: Matrix,
): Steps<Problem | null> {
  const { loss, parameters } = network.loss;
  const accepted = loss.outputDomain?.(parameters) ?? null;
  if (accepted === null || isOfLogits(network)) return null;
  let index = -1;
  yield* inSlices(output.values.length, 2, (first, end) => {
    for (let i = first; i < end && index < 0; i++) {
      const value = output.values[i];
      if (!Number.isNaN(value) && !accepted.accepts(value)) index = i;
    }
  });
  if (index < 0) return null;
  const span = reading.loss?.span ?? reading.target?.span ?? reading.span;
  return createProblem('output-domain', span, {
    loss: loss.name,
    value: output.values[index],
    domain: accepted.domain,
    output: index % output.columns,
    ...(output.rows === 1 ? {} : { sample: Math.floor(index / output.columns) }),
  });
}

/** A mean over no samples, where every one is ignored or has a class of weight 0: 0/0. */
export function nothingCounted(reading: NetworkReading, network: Network, target: Target): Problem | null {
  const { reduction, parameters, lists } = network.loss;
  if (reduction !== 'mean' || target.form === 'rows') return null;
  if (countedSamples(target, parameters, lists) !== 0) return null;
  return createProblem('empty', reading.target?.span ?? reading.span, { what: 'samples' });
}
