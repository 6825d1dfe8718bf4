import type { ElementwiseActivation } from './activation';

export const mish: ElementwiseActivation = {
  elementwise: true,
  name: 'mish',
  aliases: [],
  parameters: [],
  latex: 'x \\tanh(\\ln(1 + e^x))',
  plain: 'x tanh(ln(1 + eˣ))',
  source:
    'D. Misra, Mish: A Self Regularized Non-Monotonic Activation Function, 2019; torch.nn.functional.mish',
  value: (x) => x * gate(x),
  derivative: (x) => {
    const slope = gateSlope(x);
    return gate(x) + (slope === 0 ? 0 : x * slope);
  },
  kinks: () => [],
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
