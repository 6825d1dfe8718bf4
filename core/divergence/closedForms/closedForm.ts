import type { Formula, ParameterValues } from '../families/family';

/**
 * KL(P‖Q) of two families, in nats. Asked only where it is finite: support and tails are looked at before.
 * In formulas 1 marks the parameters of P, 2 those of Q.
 */
export interface ClosedForm<P = ParameterValues, Q = ParameterValues> {
  readonly p: string;
  readonly q: string;
  readonly formula: Formula;
  /** Where it can be looked up, or from what it was derived. */
  readonly source: string;
  /** False where the formula holds for some parameters only and not for these. */
  applies?(p: P, q: Q): boolean;
  kl(p: P, q: Q): number;
}

export const TORCH = 'https://github.com/pytorch/pytorch/blob/main/torch/distributions/kl.py';
export const PROBABILITY =
  'https://github.com/tensorflow/probability/tree/main/tensorflow_probability/python/distributions';
export const DERIVED = '−H(P) − E_P[ln q]';
