import type { ElementwiseActivation } from './activation';
import { level, line, openInterval, realLine } from './shape';
import { frameworksAt, kinkAt } from './subgradient';

const alpha = 1.6732632423543772;
const scale = 1.0507009873554805;

export const selu: ElementwiseActivation = {
  elementwise: true,
  name: 'selu',
  aliases: ['scaled_exponential_linear_unit'],
  parameters: [],
  latex: '\\lambda \\begin{cases} x & x > 0 \\\\ \\alpha (e^x - 1) & x \\le 0 \\end{cases}',
  plain: 'λx for x > 0, λα(eˣ − 1) for x ≤ 0; λ = 1.0507…, α = 1.6733…',
  source: 'G. Klambauer et al., Self-Normalizing Neural Networks, 2017; torch.nn.functional.selu',
  value: (x) => scale * (x > 0 ? x : alpha * Math.expm1(x)),
  derivative: (x) => (x >= 0 ? scale : scale * alpha * Math.exp(x)),
  secondDerivative: (x) => (x >= 0 ? 0 : scale * alpha * Math.exp(x)),
  kinks: () => kinkAt(0, scale * alpha, scale, frameworksAt(scale * alpha)),
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [openInterval(-scale * alpha)],
  ends: () => ({ left: level(-scale * alpha), right: line(scale) }),
};
