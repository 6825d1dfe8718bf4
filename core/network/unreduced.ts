import { createMatrix, type Matrix } from '../matrix';
import { inSlices, type Steps } from '../steps';
import type { LayerForward } from './forward';
import type { Target } from './losses/loss';
import { lossOf } from './lossPass';
import type { Network } from './network';

/**
 * The losses that reduction none leaves as they are: samples × outputs where each output has a loss of
 * its own, else samples × 1. The scalar that is differentiated is then their sum.
 */
export function* unreducedSteps(network: Network, last: LayerForward, target: Target): Steps<Matrix> {
  const { loss, lists } = network.loss;
  const { rows, columns } = last.output;
  const width = loss.elementwise && loss.isMeanOfOutputs !== true ? 1 : columns;
  const losses = createMatrix(rows, columns / width);
  yield* inSlices(losses.values.length, 50 * width, (first, end) => {
    for (let i = first; i < end; i++) {
      const start = i * width;
      const part = ({ values }: Matrix): Matrix => ({
        rows: 1,
        columns: width,
        values: values.subarray(start, start + width),
      });
      const own = Object.fromEntries(
        Object.entries(lists).map(([name, list]) => {
          const from = start % list.length;
          return [name, list.subarray(from, from + width)];
        }),
      );
      const alone: Network = { ...network, loss: { ...network.loss, reduction: 'sum', lists: own } };
      const wanted: Target =
        target.form === 'rows'
          ? { form: 'rows', rows: part(target.rows) }
          : { form: 'classes', classes: target.classes.subarray(i, i + 1) };
      const forward = {
        preActivation: last.preActivation.columns === columns ? part(last.preActivation) : last.preActivation,
        output: part(last.output),
      };
      losses.values[i] = lossOf(alone, forward, wanted);
    }
  });
  return losses;
}
