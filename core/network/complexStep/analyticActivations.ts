import {
  add,
  type Complex,
  divide,
  exp,
  log1p,
  multiply,
  normalDistribution,
  real,
  scale,
  sigmoid,
  sin,
  softplus,
  sqrt,
  subtract,
  tanh,
} from '../../numeric/complex';
import type { BoundActivation, Parameters } from '../activations/activation';

type Entry = (z: Complex, parameters: Parameters) => Complex;
type Row = (z: readonly Complex[]) => readonly Complex[];

/**
 * φ of complex arguments for every activation that is analytic, written down once more: complex steps
 * differentiate these definitions and share no derivative with the activations themselves.
 */
const entries: Readonly<Record<string, Entry>> = {
  exponential: exp,
  gaussian: (z) => exp(scale(multiply(z, z), -1)),
  gelu: (z, { approximate }) =>
    multiply(z, approximate === 0 ? normalDistribution(z) : sigmoid(doubledArgument(z))),
  identity: (z) => z,
  logsigmoid: (z) => scale(softplus(scale(z, -1)), -1),
  mish: (z) => multiply(z, tanh(softplus(z))),
  sigmoid,
  silu: (z) => multiply(z, sigmoid(z)),
  sine: sin,
  softplus: (z, { beta }) => scale(softplus(scale(z, beta)), 1 / beta),
  squareplus: (z, { b }) => {
    const root = sqrt(add(multiply(z, z), real(b)));
    return z.re > 0 ? scale(add(z, root), 1 / 2) : divide(real(b / 2), subtract(root, z));
  },
  tanh,
  tanhshrink: (z) => (Math.abs(z.re) < 1 ? tanhshrinkNearZero(z) : subtract(z, tanh(z))),
};

const rows: Readonly<Record<string, Row>> = {
  glu: (z) => {
    const half = z.length / 2;
    return z.slice(0, half).map((value, i) => multiply(value, sigmoid(z[half + i])));
  },
  log_softmax: (z) => {
    const total = logSumExp(z);
    return z.map((value) => subtract(value, total));
  },
  softmax,
  softmin: (z) => softmax(z.map((value) => scale(value, -1))),
};

/** √(8/π) (z + 0.044715 z³): twice the argument of the tanh in the approximation of gelu. */
function doubledArgument(z: Complex): Complex {
  const cubed = multiply(z, multiply(z, z));
  return scale(add(z, scale(cubed, 0.044715)), Math.sqrt(8 / Math.PI));
}

/** z − tanh z as the continued fraction z³/(3 + z²(1 + …)): nothing is subtracted. */
function tanhshrinkNearZero(z: Complex): Complex {
  const squared = multiply(z, z);
  // tanh z = z/(1 + z²/(3 + z²/(5 + …))), of which ten levels are exact to the last digit below 1.
  let level = real(21);
  for (let odd = 19; odd >= 3; odd -= 2) level = add(real(odd), divide(squared, level));
  return divide(multiply(z, squared), add(level, squared));
}

function softmax(z: readonly Complex[]): readonly Complex[] {
  const total = logSumExp(z);
  return z.map((value) => exp(subtract(value, total)));
}

export function logSumExp(z: readonly Complex[]): Complex {
  const largest = z.reduce((a, b) => (b.re > a.re ? b : a));
  const rest = z.filter((value) => value !== largest).map((value) => exp(subtract(value, largest)));
  return add(largest, log1p(add(real(0), ...rest)));
}

export type AnalyticActivation =
  | { readonly entry: (z: Complex) => Complex }
  | { readonly row: (z: readonly Complex[]) => readonly Complex[] };

/** Null where φ is not analytic, or is so only in pieces. */
export function analyticActivation({
  activation,
  parameters,
  perNeuron,
}: BoundActivation): AnalyticActivation | null {
  if (perNeuron !== undefined || Number.isFinite(parameters.threshold)) return null;
  const entry = entries[activation.name];
  if (entry !== undefined) return { entry: (z) => entry(z, parameters) };
  const row = rows[activation.name];
  return row === undefined ? null : { row };
}
