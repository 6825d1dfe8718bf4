import { activations } from '../../../core/network/activations';
import type { ElementwiseActivation, Parameters } from '../../../core/network/activations/activation';

export interface Case {
  readonly name: string;
  readonly activation: ElementwiseActivation;
  readonly parameters: Parameters;
}

/** Beside the defaults, parameters that change the shape. */
const variants: Readonly<Record<string, readonly Parameters[]>> = {
  celu: [{ alpha: 2 }, { alpha: -0.5 }],
  elu: [{ alpha: 0.5 }, { alpha: 0 }, { alpha: -1.5 }],
  gelu: [{ approximate: 1 }],
  hardshrink: [{ lambd: 0 }, { lambd: 2 }],
  hardsigmoid: [{ alpha: 0.2, beta: 0.25 }],
  hardtanh: [
    { min_val: -3, max_val: 0.5 },
    { min_val: 2, max_val: 1 },
  ],
  heaviside: [{ values: 0 }, { values: 7 }],
  leaky_relu: [{ negative_slope: -0.5 }, { negative_slope: 0 }, { negative_slope: 3 }],
  prelu: [{ weight: -1 }],
  rrelu: [{ lower: -1, upper: 0.5 }],
  softplus: [
    { beta: 0.5, threshold: Number.POSITIVE_INFINITY },
    { beta: 7, threshold: Number.POSITIVE_INFINITY },
    { beta: 2, threshold: 1 },
    { beta: 1, threshold: -1 },
    { beta: 1, threshold: Number.NEGATIVE_INFINITY },
  ],
  softshrink: [{ lambd: 0 }, { lambd: 1.5 }],
  squareplus: [{ b: 0.25 }, { b: 3 }],
  threshold: [
    { threshold: 1, value: 1 },
    { threshold: 1, value: -2 },
    { threshold: -1, value: 2 },
  ],
};

export const cases: readonly Case[] = activations.flatMap((activation) => {
  if (!activation.elementwise) return [];
  const defaults = Object.fromEntries(activation.parameters.map((own) => [own.name, own.default]));
  return [defaults, ...(variants[activation.name] ?? [])].map((parameters) => ({
    name: `${activation.name} ${JSON.stringify(parameters)}`,
    activation,
    parameters,
  }));
});

export function caseOf(name: string): Case {
  const found = cases.find(({ activation }) => activation.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}
