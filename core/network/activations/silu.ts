import { logisticSlope, sigmoidOf, timesPower } from '../../numeric/logistic';
import type { ElementwiseActivation } from './activation';
import { closedInterval, level, line, realLine } from './shape';

export const silu: ElementwiseActivation = {
  elementwise: true,
  name: 'silu',
  aliases: ['swish', 'sigmoid_linear_unit'],
  parameters: [],
  latex: '\\frac{x}{1 + e^{-x}}',
  plain: 'x σ(x)',
  source: 'torch.nn.functional.silu',
  // Below −40, 1 + eˣ is 1.
  value: (x) => (x < -40 ? timesPower(x, x) : x * sigmoidOf(x)),
  derivative: (x) => {
    if (x < -40) return timesPower(1 + x, x);
    const falling = sigmoidOf(-x);
    return sigmoidOf(x) * (1 + (falling === 0 ? 0 : x * falling));
  },
  secondDerivative: (x) => {
    if (Math.abs(x) > 40) return timesPower(2 - Math.abs(x), -Math.abs(x));
    const slope = logisticSlope(x);
    return slope === 0 ? 0 : slope * (2 - x * Math.tanh(x / 2));
  },
  kinks: () => [],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [closedInterval(-0.2784645427610738)],
  ends: () => ({ left: level(0), right: line(1) }),
};
