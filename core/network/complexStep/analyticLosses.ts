import type { Matrix } from '../../matrix';
import {
  add,
  type Complex,
  exp,
  log,
  log1p,
  multiply,
  power,
  real,
  scale,
  sigmoid,
  softplus,
  subtract,
} from '../../numeric/complex';
import type { Parameters } from '../activations/activation';
import { wantedRows } from '../losses/crossEntropy';
import { entryParameters } from '../losses/elementwiseLoss';
import type { BoundLoss, Target } from '../losses/loss';
import { classWeight } from '../losses/target';
import { logSumExp } from './analyticActivations';

type Entry = (z: Complex, target: number, parameters: Parameters) => Complex;

const squaredError: Entry = (z, target) => {
  const error = subtract(z, real(target));
  return multiply(error, error);
};

const ofLogits: Entry = (z, target, { weight, pos_weight: positive }) =>
  scale(add(scale(softplus(scale(z, -1)), (positive ?? 1) * target), scale(softplus(z), 1 - target)), weight);

/** What one output adds to every analytic loss that is a sum over outputs, before its reduction. */
const entries: Readonly<Record<string, Entry>> = {
  binary_cross_entropy: (z, target, { weight }) => {
    const clamped = (part: Complex) => (part.re < -100 ? real(-100) : part);
    const right = target === 0 ? real(0) : scale(clamped(log(z)), target);
    const wrong = target === 1 ? real(0) : scale(clamped(log1p(scale(z, -1))), 1 - target);
    return scale(add(right, wrong), -weight);
  },
  binary_cross_entropy_with_logits: ofLogits,
  focal_loss: (z, target, { alpha, gamma }) => {
    const wrong = add(scale(sigmoid(z), 1 - target), scale(sigmoid(scale(z, -1)), target));
    const entropy = ofLogits(z, target, { weight: 1 });
    const balance = alpha < 0 ? 1 : alpha * target + (1 - alpha) * (1 - target);
    return scale(multiply(entropy, power(wrong, gamma)), balance);
  },
  gaussian_nll_loss: (z, target, { variance, eps }) =>
    scale(squaredError(z, target, {}), 1 / (2 * Math.max(variance, eps))),
  half_squared_error: (z, target) => scale(squaredError(z, target, {}), 1 / 2),
  kl_div: (z, target, { log_target: isLogarithm }) =>
    scale(z, -(isLogarithm === 1 ? Math.exp(target) : target)),
  log_cosh: (z, target) => {
    const error = subtract(z, real(target));
    return add(error, softplus(scale(error, -2)));
  },
  mse_loss: squaredError,
  multilabel_soft_margin_loss: ofLogits,
  poisson_nll_loss: (z, target, { log_input: isLogarithm, eps }) =>
    isLogarithm === 1
      ? subtract(exp(z), scale(z, target))
      : subtract(z, scale(log(add(z, real(eps))), target)),
  soft_margin_loss: (z, target) => softplus(scale(z, -target)),
};

export interface LossTerms {
  /** The summands of a sample's loss, up to constants and before the reduction. */
  readonly terms: readonly Complex[];
  /** No output moves the loss faster, where each term depends on all outputs; null where on its own alone. */
  readonly steepest: number | null;
}

export type AnalyticLoss = (sample: number, z: readonly Complex[]) => LossTerms;

/** Null where the loss is not analytic, or is so only in pieces. */
export function analyticLoss({ loss, parameters, lists }: BoundLoss, target: Target): AnalyticLoss | null {
  if (target.form === 'rows') {
    const entry = entries[loss.name];
    const { values } = target.rows;
    if (entry !== undefined) {
      const at = entryParameters(parameters, lists);
      return (sample, z) => ({
        terms: z.map((value, k) => {
          const place = sample * z.length + k;
          return entry(value, values[place], at(place));
        }),
        steepest: null,
      });
    }
  }
  if (loss.name === 'cross_entropy') {
    let wanted: Matrix | null = null;
    return (sample, z) => {
      wanted ??= wantedRows(z.length, target, parameters, lists);
      const own = wanted.values.subarray(sample * z.length, (sample + 1) * z.length);
      const total = logSumExp(z);
      return {
        terms: z.map((value, k) => scale(subtract(total, value), own[k])),
        steepest: own.reduce((sum, weight) => sum + weight, 0),
      };
    };
  }
  if (loss.name === 'nll_loss' && target.form === 'classes') {
    return (sample, z) => {
      const index = target.classes[sample];
      const weight = index === parameters.ignore_index ? 0 : classWeight(index, parameters, lists);
      return { terms: z.map((value, k) => scale(value, k === index ? -weight : 0)), steepest: null };
    };
  }
  return null;
}
