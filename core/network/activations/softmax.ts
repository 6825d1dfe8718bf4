import { largestIndex } from '../../numeric/logSumExp';
import { writeSoftmax } from '../../numeric/softmax';
import type { RowActivation } from './activation';
import { openInterval, realLine } from './shape';

export const softmax: RowActivation = {
  elementwise: false,
  name: 'softmax',
  aliases: ['normalized_exponential'],
  parameters: [],
  latex: '\\frac{e^{x_i}}{\\sum_j e^{x_j}}',
  plain: 'e^(xᵢ)/Σⱼ e^(xⱼ)',
  source: 'torch.nn.functional.softmax over the last axis',
  outputWidth: (width) => width,
  domain: realLine,
  range: openInterval(0, 1),
  value: writeSoftmax,
  pullback: (_s, output, outputGradient, result) => pullSoftmax(output, outputGradient, result),
  pushforward: (_s, output, direction, result) => pullSoftmax(output, direction, result),
  curvature: (_s, output, outputGradient, direction, result) =>
    bendSoftmax(output, outputGradient, direction, result),
};

/**
 * Jᵀ g with J = diag(p) − p pᵀ: rᵢ = pᵢ (gᵢ − Σⱼ pⱼ gⱼ). Since Σ pⱼ = 1 the bracket is
 * (gᵢ − g_m) + Σ_{j≠m} pⱼ (g_m − gⱼ) for any m. With m the most probable, nothing cancels in a
 * saturated softmax, where every other pⱼ is tiny.
 */
export function pullSoftmax(p: Float64Array, gradient: Float64Array, result: Float64Array): void {
  const likeliest = largestIndex(p);
  const reference = gradient[likeliest];
  let drift = 0;
  for (let j = 0; j < p.length; j++) {
    if (j !== likeliest) drift += p[j] * (reference - gradient[j]);
  }
  for (let i = 0; i < p.length; i++) result[i] = p[i] * (gradient[i] - reference + drift);
}

/** With r = Jᵀg: drᵢ = dpᵢ (gᵢ − Σⱼ pⱼ gⱼ) − pᵢ Σⱼ dpⱼ gⱼ, dp = J v. */
export function bendSoftmax(
  p: Float64Array,
  gradient: Float64Array,
  direction: Float64Array,
  result: Float64Array,
): void {
  const change = new Float64Array(p.length);
  pullSoftmax(p, direction, change);
  const reference = gradient[largestIndex(p)];
  let mean = 0;
  let drift = 0;
  for (let j = 0; j < p.length; j++) {
    mean += p[j] * (gradient[j] - reference);
    drift += change[j] * (gradient[j] - reference);
  }
  for (let i = 0; i < p.length; i++) result[i] = change[i] * (gradient[i] - reference - mean) - p[i] * drift;
}
