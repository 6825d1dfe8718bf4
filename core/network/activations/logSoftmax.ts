import { largestIndex, logSumExp } from '../../numeric/logSumExp';
import { writeLogSoftmax } from '../../numeric/softmax';
import type { RowActivation } from './activation';
import { openInterval, realLine } from './shape';
import { pullSoftmax } from './softmax';

export const logSoftmax: RowActivation = {
  elementwise: false,
  name: 'log_softmax',
  aliases: [],
  parameters: [],
  latex: 'x_i - \\ln \\sum_j e^{x_j}',
  plain: 'xᵢ − ln Σⱼ e^(xⱼ)',
  source: 'torch.nn.functional.log_softmax over the last axis',
  outputWidth: (width) => width,
  domain: realLine,
  range: openInterval(undefined, 0),
  value: writeLogSoftmax,
  pullback: (s, output, outputGradient, result) => {
    let total = 0;
    for (const gradient of outputGradient) total += gradient;
    for (let i = 0; i < s.length; i++) result[i] = outputGradient[i] - Math.exp(output[i]) * total;
    pullLikeliest(s, output, outputGradient, result);
  },
  pushforward: (_s, output, direction, result) => {
    let mean = 0;
    for (let j = 0; j < output.length; j++) mean += Math.exp(output[j]) * direction[j];
    for (let i = 0; i < output.length; i++) result[i] = direction[i] - mean;
  },
  curvature: (_s, output, outputGradient, direction, result) => {
    let total = 0;
    for (const gradient of outputGradient) total += gradient;
    pullSoftmax(output.map(Math.exp), direction, result);
    for (let i = 0; i < result.length; i++) result[i] *= -total;
  },
};

/** g_m (1 − p_m) − p_m Σ_{j≠m} gⱼ for the likeliest m: g_m − p_m Σ gⱼ would cancel where p_m is near one. */
function pullLikeliest(
  s: Float64Array,
  output: Float64Array,
  gradient: Float64Array,
  result: Float64Array,
): void {
  const likeliest = largestIndex(s);
  const { rest } = logSumExp(s);
  let elsewhere = 0;
  gradient.forEach((value, j) => {
    if (j !== likeliest) elsewhere += value;
  });
  result[likeliest] = (gradient[likeliest] * rest) / (1 + rest) - Math.exp(output[likeliest]) * elsewhere;
}
