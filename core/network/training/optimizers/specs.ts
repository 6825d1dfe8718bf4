import type { ParameterSpec } from '../../activations/activation';

const fractionOfOne = (value: number) => value >= 0 && value < 1;
const notNegative = (value: number) => value >= 0 && Number.isFinite(value);

/** A decay of a running mean, in [0, 1). */
export function decay(name: string, value: number): ParameterSpec {
  return { name, default: value, domain: 'in [0, 1)', accepts: fractionOfOne };
}

export function nonNegative(name: string, value: number): ParameterSpec {
  return { name, default: value, domain: '≥ 0', accepts: notNegative };
}

/** A parameter that is true or false, false by default: 1 stands for true. */
export function flag(name: string): ParameterSpec {
  return {
    name,
    default: 0,
    domain: 'true or false',
    accepts: (value) => value === 0 || value === 1,
    words: ['false', 'true'],
  };
}
