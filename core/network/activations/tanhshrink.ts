import { hyperbolicSecantSquared } from '../../numeric/logistic';
import type { ElementwiseActivation } from './activation';
import { line, realLine } from './shape';

export const tanhshrink: ElementwiseActivation = {
  elementwise: true,
  name: 'tanhshrink',
  aliases: ['tanh_shrink'],
  parameters: [],
  latex: 'x - \\tanh x',
  plain: 'x − tanh x',
  source: 'torch.nn.functional.tanhshrink',
  value: (x) => (Math.abs(x) < 1 ? bySeries(x) : x - Math.tanh(x)),
  derivative: (x) => Math.tanh(x) ** 2,
  secondDerivative: (x) => 2 * Math.tanh(x) * hyperbolicSecantSquared(x),
  kinks: () => [],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [realLine],
  ends: () => ({ left: line(1, 1), right: line(1, -1) }),
};

/** (x cosh x − sinh x)/cosh x, with the numerator as Σ 2k x²ᵏ⁺¹/(2k + 1)!, where x − tanh x would cancel. */
function bySeries(x: number): number {
  let sum = 0;
  let power = x;
  for (let k = 1; k <= 9; k++) {
    power *= (x * x) / (2 * k * (2 * k + 1));
    sum += 2 * k * power;
  }
  return sum / Math.cosh(x);
}
