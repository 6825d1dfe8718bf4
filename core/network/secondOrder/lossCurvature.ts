import { createMatrix, type Matrix } from '../../matrix';
import type { LayerForward } from '../forward';
import type { Target } from '../losses/loss';
import { lossGradientOf } from '../lossPass';
import type { Network } from '../network';

/** Central differences at most, each with half the step of the one before. */
const mostHalvings = 12;

/**
 * How the loss's gradient at the output changes as the output moves along `direction`: the Hessian of
 * the loss times it. Where the gradient is known at the last pre-activation instead (binary
 * cross-entropy of a sigmoid), `of` is 'pre-activation', and so are direction and result.
 *
 * Losses give their gradient, not their curvature: it is taken by central differences of the gradient,
 * extrapolated to a step of 0 by Richardson's method in the form of Ridders, entry by entry. Of a
 * quadratic loss that is exact but for rounding; elsewhere about eleven digits are right.
 */
export function lossCurvature(
  network: Network,
  last: LayerForward,
  target: Target,
  of: 'output' | 'pre-activation',
  direction: Matrix,
): Matrix {
  const base = of === 'output' ? last.output : last.preActivation;
  const result = createMatrix(base.rows, base.columns);
  const longest = direction.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(longest > 0) || !Number.isFinite(longest)) return result.values.fill(longest * 0) && result;

  const gradientAt = (step: number): Float64Array => {
    const values = base.values.map((value, i) => value + step * direction.values[i]);
    const moved = createMatrix(base.rows, base.columns, values);
    const forward = of === 'output' ? { ...last, output: moved } : { ...last, preActivation: moved };
    const ofLoss = lossGradientOf(network, forward, target);
    return of === 'output' ? ofLoss.output.values : (ofLoss.preActivation ?? ofLoss.output).values;
  };

  const errors = new Float64Array(result.values.length).fill(Number.POSITIVE_INFINITY);
  let above: readonly Float64Array[] = [];
  let step = 2 ** (-3 - Math.round(Math.log2(longest)));
  for (let halving = 0; halving < mostHalvings; halving++, step /= 2) {
    const high = gradientAt(step);
    const low = gradientAt(-step);
    const row = [high.map((value, i) => (value - low[i]) / (2 * step))];
    for (let order = 1; order <= above.length; order++) {
      const power = 4 ** order;
      const [left, diagonal] = [row[order - 1], above[order - 1]];
      const next = left.map((value, i) => (power * value - diagonal[i]) / (power - 1));
      next.forEach((value, i) => {
        const error = Math.max(Math.abs(value - left[i]), Math.abs(value - diagonal[i]));
        if (!(error < errors[i])) return;
        errors[i] = error;
        result.values[i] = value;
      });
      row.push(next);
    }
    above = row;
  }
  return result;
}
