import type { ElementwiseActivation } from './activation';
import { level, line, openInterval, realLine } from './shape';

/** For negative x both are written as quotients, so that nothing cancels. */
export const squareplus: ElementwiseActivation = {
  elementwise: true,
  name: 'squareplus',
  aliases: [],
  parameters: [{ name: 'b', default: 4, domain: '> 0', accepts: (b) => b > 0 && Number.isFinite(b) }],
  latex: '\\tfrac{1}{2} (x + \\sqrt{x^2 + b})',
  plain: '½(x + √(x² + b))',
  source: 'J. T. Barron, Squareplus: A Softplus-Like Algebraic Rectifier, 2021; keras.activations.squareplus',
  value: (x, { b }) => {
    const root = Math.hypot(x, Math.sqrt(b));
    return x > 0 ? (x + root) / 2 : b / (2 * (root - x));
  },
  derivative: (x, { b }) => {
    const root = Math.hypot(x, Math.sqrt(b));
    return x > 0 ? (1 + x / root) / 2 : b / (2 * root * (root - x));
  },
  secondDerivative: (x, { b }) => {
    const root = Math.hypot(x, Math.sqrt(b));
    return b / root / root / (2 * root);
  },
  kinks: () => [],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [openInterval(0)],
  ends: () => ({ left: level(0), right: line(1) }),
};
