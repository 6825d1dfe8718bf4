import type { ElementwiseActivation, Parameters } from './activation';
import { closedInterval, flat, level, realLine } from './shape';
import { frameworksAt, kinkAt } from './subgradient';

/** Slope and value at 0 are those of PyTorch; ONNX and Keras 2 have α = 0.2. */
export const hardsigmoid: ElementwiseActivation = {
  elementwise: true,
  name: 'hardsigmoid',
  aliases: ['hard_sigmoid'],
  parameters: [
    { name: 'alpha', default: 1 / 6, domain: '> 0', accepts: (alpha) => alpha > 0 && Number.isFinite(alpha) },
    { name: 'beta', default: 0.5, domain: 'finite', accepts: Number.isFinite },
  ],
  latex: '\\min(\\max(0, \\alpha x + \\beta), 1)',
  plain: 'min(max(0, αx + β), 1), α = 1/6 and β = ½ unless given',
  source: 'torch.nn.functional.hardsigmoid; HardSigmoid of ONNX has α and β',
  value: (x, parameters) => {
    const { lower, upper } = edges(parameters);
    if (x <= lower) return 0;
    if (x >= upper) return 1;
    // (x + 3)/6 is rounded once less than x/6 + ½.
    return (x - lower) / (upper - lower);
  },
  derivative: (x, parameters) => {
    const { lower, upper } = edges(parameters);
    return x > lower && x < upper ? parameters.alpha : x <= lower || x >= upper ? 0 : Number.NaN;
  },
  secondDerivative: flat,
  kinks: (parameters) => {
    const { lower, upper } = edges(parameters);
    const { alpha } = parameters;
    return [...kinkAt(lower, 0, alpha, frameworksAt(0)), ...kinkAt(upper, alpha, 0, frameworksAt(0))];
  },
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [closedInterval(0, 1)],
  ends: () => ({ left: level(0), right: level(1) }),
};

/** Where αx + β reaches 0 and 1. */
function edges({ alpha, beta }: Parameters): { readonly lower: number; readonly upper: number } {
  return { lower: -beta / alpha, upper: (1 - beta) / alpha };
}
