import type { RowActivation } from './activation';
import { closedInterval, realLine } from './shape';
import { frameworksAt } from './subgradient';

/** The nearest point of the probability simplex: some outputs are exactly zero. */
export const sparsemax: RowActivation = {
  elementwise: false,
  name: 'sparsemax',
  aliases: [],
  parameters: [],
  latex: '\\max(0, x_i - \\tau(x)), \\quad \\sum_i \\max(0, x_i - \\tau(x)) = 1',
  plain: 'max(0, xᵢ − τ), with τ such that they sum to one',
  source: 'A. F. T. Martins and R. F. Astudillo, From Softmax to Sparsemax, 2016',
  outputWidth: (width) => width,
  domain: realLine,
  range: closedInterval(0, 1),
  value: (s, output) => {
    const limit = supportLimit(s);
    for (let i = 0; i < s.length; i++) output[i] = Number.isNaN(limit) ? limit : Math.max(0, s[i] - limit);
  },
  pullback: (_s, output, outputGradient, result) => projectOnSupport(output, outputGradient, result),
  pushforward: (_s, output, direction, result) => projectOnSupport(output, direction, result),
  sides: (s) => {
    const limit = supportLimit(s);
    return Array.from(s, (value) => Math.sign(value - limit));
  },
  kinksAt: (s) => {
    const limit = supportLimit(s);
    const support = s.filter((value) => value > limit).length;
    return [...s.keys()]
      .filter((neuron) => s[neuron] === limit)
      .map((neuron) => {
        const right = 1 - 1 / (support + 1);
        return {
          neuron,
          kink: { at: s[neuron], left: 0, right, chosen: 0, frameworks: frameworksAt('not known') },
        };
      });
  },
  along: (s, _output, direction, result) => {
    const limit = supportLimit(s);
    // A neuron on the edge of the support joins it where it outruns the mean of those that have.
    const joining = [...s.keys()].filter((i) => s[i] === limit).sort((i, j) => direction[j] - direction[i]);
    const moving = [...s.keys()].filter((i) => s[i] > limit);
    let sum = moving.reduce((total, i) => total + direction[i], 0);
    for (const i of joining) {
      if (direction[i] * moving.length <= sum) break;
      moving.push(i);
      sum += direction[i];
    }
    result.fill(0);
    for (const i of moving) result[i] = direction[i] - sum / moving.length;
  },
  curvature: (_s, _output, _outputGradient, _direction, result) => {
    result.fill(0);
  },
};

/** J is symmetric: on the support each entry less the mean of them, elsewhere 0. */
function projectOnSupport(output: Float64Array, vector: Float64Array, result: Float64Array): void {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < output.length; i++) {
    if (output[i] === 0) continue;
    sum += vector[i];
    count++;
  }
  for (let i = 0; i < output.length; i++) result[i] = output[i] === 0 ? 0 : vector[i] - sum / count;
}

/** τ: the largest k with 1 + k x₍ₖ₎ > Σ_{i≤k} x₍ᵢ₎ gives τ = (Σ_{i≤k} x₍ᵢ₎ − 1)/k. */
function supportLimit(s: Float64Array): number {
  const descending = Float64Array.from(s).sort().reverse();
  let sum = 0;
  let limit = Number.NaN;
  for (let k = 1; k <= descending.length; k++) {
    sum += descending[k - 1];
    if (1 + k * descending[k - 1] > sum) limit = (sum - 1) / k;
  }
  return limit;
}
