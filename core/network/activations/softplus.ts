import { logisticSlope, sigmoidOf, softplusOf } from '../../numeric/logistic';
import type { ElementwiseActivation, Parameters } from './activation';
import { level, line, openInterval, realLine } from './shape';
import { frameworksAt } from './subgradient';

/**
 * ln(1 + e^(βx))/β, exact. PyTorch itself turns linear where βx > 20; here that happens only where
 * a `threshold` is given, since it puts a jump into a smooth function.
 */
export const softplus: ElementwiseActivation = {
  elementwise: true,
  name: 'softplus',
  aliases: ['smooth_relu'],
  parameters: [
    { name: 'beta', default: 1, domain: '> 0', accepts: (beta) => beta > 0 && Number.isFinite(beta) },
    {
      name: 'threshold',
      default: Number.POSITIVE_INFINITY,
      domain: 'a number',
      accepts: (threshold) => !Number.isNaN(threshold),
    },
  ],
  latex: '\\frac{1}{\\beta} \\ln(1 + e^{\\beta x})',
  plain: 'ln(1 + e^(βx))/β',
  source: 'torch.nn.functional.softplus',
  value: (x, parameters) => (isLinear(x, parameters) ? x : exact(x, parameters.beta)),
  derivative: (x, parameters) => (isLinear(x, parameters) ? 1 : sigmoidOf(parameters.beta * x)),
  secondDerivative: (x, parameters) =>
    isLinear(x, parameters) ? 0 : parameters.beta * logisticSlope(parameters.beta * x),
  kinks: ({ beta, threshold }) => {
    if (!Number.isFinite(threshold)) return [];
    const slope = sigmoidOf(threshold);
    return [
      {
        at: threshold / beta,
        left: slope,
        right: Number.NEGATIVE_INFINITY,
        // The function jumps down to the line; at the point itself it is still the curve.
        chosen: slope,
        discontinuous: true,
        frameworks: frameworksAt(slope),
      },
    ];
  },
  curvatureJumps: () => [],
  domain: realLine,
  range: ({ beta, threshold }) =>
    threshold === Number.NEGATIVE_INFINITY ? [realLine] : [openInterval(Math.min(0, threshold / beta))],
  ends: ({ threshold }) => ({
    left: threshold === Number.NEGATIVE_INFINITY ? line(1) : level(0),
    right: line(1),
  }),
};

function isLinear(x: number, { beta, threshold }: Parameters): boolean {
  return beta * x > threshold;
}

/** For positive x the x is added outside, so that βx may overflow where the result does not. */
function exact(x: number, beta: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-beta * x)) / beta : softplusOf(beta * x) / beta;
}
