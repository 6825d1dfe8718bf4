import type { ElementwiseActivation } from './activation';

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
  kinks: () => [],
};
