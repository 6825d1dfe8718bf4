import { timesPower } from '../../numeric/logistic';
import type { ElementwiseActivation } from './activation';
import { closedInterval, level, line, realLine } from './shape';

export const mish: ElementwiseActivation = {
  elementwise: true,
  name: 'mish',
  aliases: [],
  parameters: [],
  latex: 'x \\tanh(\\ln(1 + e^x))',
  plain: 'x tanh(ln(1 + eˣ))',
  source:
    'D. Misra, Mish: A Self Regularized Non-Monotonic Activation Function, 2019; torch.nn.functional.mish',
  // Below −40 the gate is eˣ, up to a part in 1e17.
  value: (x) => (x < -40 ? timesPower(x, x) : x * gate(x)),
  derivative: (x) => {
    if (x < -40) return timesPower(1 + x, x);
    const slope = gateSlope(x);
    return gate(x) + (slope === 0 ? 0 : x * slope);
  },
  secondDerivative: (x) => {
    if (x < -40) return timesPower(2 + x, x);
    const slope = gateSlope(x);
    return slope === 0 ? 0 : 2 * slope + x * gateCurvature(x);
  },
  kinks: () => [],
  curvatureJumps: () => [],
  domain: realLine,
  range: () => [closedInterval(-0.30884341301725043)],
  ends: () => ({ left: level(0), right: line(1) }),
};

/** tanh(ln(1 + eˣ)) as a quotient in the power that does not overflow. */
function gate(x: number): number {
  if (x > 0) {
    const e = Math.exp(-x);
    return (1 + 2 * e) / (1 + 2 * e + 2 * e * e);
  }
  const t = Math.exp(x);
  return (t * (t + 2)) / (t * (t + 2) + 2);
}

/** Its derivative, σ(x) (1 − tanh²(ln(1 + eˣ))), in the same powers. */
function gateSlope(x: number): number {
  if (x > 0) {
    const e = Math.exp(-x);
    return (4 * e * e * (1 + e)) / (1 + 2 * e + 2 * e * e) ** 2;
  }
  const t = Math.exp(x);
  return (4 * t * (1 + t)) / (t * (t + 2) + 2) ** 2;
}

/** The second derivative of the gate: 4t(2 + 2t − 3t² − 2t³)/(t² + 2t + 2)³ with t = eˣ. */
function gateCurvature(x: number): number {
  if (x > 0) {
    const e = Math.exp(-x);
    return (4 * e * e * (2 * e * e * e + 2 * e * e - 3 * e - 2)) / (1 + 2 * e + 2 * e * e) ** 3;
  }
  const t = Math.exp(x);
  return (4 * t * (2 + 2 * t - 3 * t * t - 2 * t * t * t)) / (t * (t + 2) + 2) ** 3;
}
