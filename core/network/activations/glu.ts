import { logisticCurvature, logisticSlope, sigmoidOf } from '../../numeric/logistic';
import type { RowActivation } from './activation';
import { realLine } from './shape';

/** The first half of the row gated by the second: half as many outputs as pre-activations. */
export const glu: RowActivation = {
  elementwise: false,
  name: 'glu',
  aliases: ['gated_linear_unit'],
  parameters: [],
  latex: 'a \\odot \\sigma(b), \\quad x = (a, b)',
  plain: 'a · σ(b), with x = (a, b)',
  source:
    'Y. N. Dauphin et al., Language Modeling with Gated Convolutional Networks, 2017; torch.nn.functional.glu',
  acceptsWidth: (width) => width % 2 === 0,
  outputWidth: (width) => Math.floor(width / 2),
  domain: realLine,
  range: realLine,
  value: (s, output) => {
    for (let i = 0; i < output.length; i++) output[i] = s[i] * sigmoidOf(s[i + output.length]);
  },
  pullback: (s, output, outputGradient, result) => {
    const half = output.length;
    for (let i = 0; i < half; i++) {
      result[i] = outputGradient[i] * sigmoidOf(s[i + half]);
      result[i + half] = outputGradient[i] * s[i] * logisticSlope(s[i + half]);
    }
  },
  pushforward: (s, output, direction, result) => {
    const half = output.length;
    for (let i = 0; i < half; i++) {
      const gate = s[i + half];
      result[i] = direction[i] * sigmoidOf(gate) + s[i] * logisticSlope(gate) * direction[i + half];
    }
  },
  curvature: (s, output, outputGradient, direction, result) => {
    const half = output.length;
    for (let i = 0; i < half; i++) {
      const gate = s[i + half];
      const slope = logisticSlope(gate);
      result[i] = outputGradient[i] * slope * direction[i + half];
      result[i + half] =
        outputGradient[i] * (slope * direction[i] + s[i] * logisticCurvature(gate) * direction[i + half]);
    }
  },
};
