import type { ElementwiseActivation, Parameters } from './activation';
import { closedInterval, flat, line, realLine } from './shape';
import { frameworksAt, kinkAt, leastMagnitude } from './subgradient';

/** In its evaluation form: the slope is the mean of the bounds, and nothing is random. */
export const rrelu: ElementwiseActivation = {
  elementwise: true,
  name: 'rrelu',
  aliases: ['randomized_leaky_relu'],
  parameters: [
    { name: 'lower', default: 1 / 8, domain: 'finite', accepts: Number.isFinite },
    { name: 'upper', default: 1 / 3, domain: 'finite', accepts: Number.isFinite },
  ],
  latex: '\\begin{cases} x & x > 0 \\\\ \\tfrac{l + u}{2} x & x \\le 0 \\end{cases}',
  plain: 'x for x > 0, ½(lower + upper) x for x ≤ 0',
  source: 'torch.nn.functional.rrelu with training=False',
  value: (x, parameters) => (x > 0 ? x : meanSlope(parameters) * x),
  derivative: (x, parameters) => {
    const slope = meanSlope(parameters);
    if (x > 0) return 1;
    return x === 0 ? leastMagnitude(slope, 1) : slope;
  },
  secondDerivative: flat,
  kinks: (parameters) => kinkAt(0, meanSlope(parameters), 1, frameworksAt(meanSlope(parameters))),
  curvatureJumps: () => [],
  domain: realLine,
  range: (parameters) => [meanSlope(parameters) > 0 ? realLine : closedInterval(0)],
  ends: (parameters) => ({ left: line(meanSlope(parameters)), right: line(1) }),
};

function meanSlope({ lower, upper }: Parameters): number {
  return (lower + upper) / 2;
}
