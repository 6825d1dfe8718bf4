import type { ElementwiseActivation } from './activation';
import { level, realLine } from './shape';

export const gaussian: ElementwiseActivation = {
  elementwise: true,
  name: 'gaussian',
  aliases: ['rbf', 'radial_basis'],
  parameters: [],
  latex: 'e^{-x^2}',
  plain: 'e^(−x²)',
  source: 'D. S. Broomhead and D. Lowe, Multivariable Functional Interpolation and Adaptive Networks, 1988',
  value: (x) => Math.exp(-x * x),
  derivative: (x) => (Number.isFinite(x) ? -2 * x * Math.exp(-x * x) : 0 * Math.sign(x)),
  secondDerivative: (x) => (Math.abs(x) > 30 ? 0 : (4 * x * x - 2) * Math.exp(-x * x)),
  kinks: () => [],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [{ lower: 0, upper: 1, includesLower: false, includesUpper: true }],
  ends: () => ({ left: level(0), right: level(0) }),
};
