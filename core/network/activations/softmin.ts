import { writeSoftmax } from '../../numeric/softmax';
import type { RowActivation } from './activation';
import { openInterval, realLine } from './shape';
import { bendSoftmax, pullSoftmax } from './softmax';

export const softmin: RowActivation = {
  elementwise: false,
  name: 'softmin',
  aliases: [],
  parameters: [],
  latex: '\\frac{e^{-x_i}}{\\sum_j e^{-x_j}}',
  plain: 'e^(−xᵢ)/Σⱼ e^(−xⱼ)',
  source: 'torch.nn.functional.softmin over the last axis',
  outputWidth: (width) => width,
  domain: realLine,
  range: openInterval(0, 1),
  value: (s, output) =>
    writeSoftmax(
      s.map((x) => -x),
      output,
    ),
  pullback: (_s, output, outputGradient, result) => {
    pullSoftmax(
      output,
      outputGradient.map((gradient) => -gradient),
      result,
    );
  },
  pushforward: (_s, output, direction, result) => {
    pullSoftmax(
      output,
      direction.map((change) => -change),
      result,
    );
  },
  curvature: (_s, output, outputGradient, direction, result) =>
    bendSoftmax(output, outputGradient, direction, result),
};
