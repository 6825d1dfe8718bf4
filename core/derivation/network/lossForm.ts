import type { BoundLoss } from '../../network/losses/loss';
import { reductionDivisor } from '../../network/losses/reduction';
import type { NetworkStudy } from '../../network/networkStudy';
import {
  apply,
  difference,
  type Expression,
  fraction,
  negative,
  number,
  of,
  power,
  product,
  sum,
  sumOver,
} from '../expression';
import type { Index } from '../quantity';
import type { NetworkTerms } from './quantities';
import { targetOf } from './targetRows';

/**
 * How a loss is written out: squared errors and both cross-entropies in full, another loss of single outputs by
 * its ℓ(ŷ, y), and any other as one function of all outputs.
 */
export type LossForm =
  | 'half-squared'
  | 'squared'
  | 'cross-entropy'
  | 'binary-cross-entropy'
  | 'elementwise'
  | 'whole';

export function lossForm(study: NetworkStudy): LossForm {
  const { loss, parameters, lists } = study.network.loss;
  const hasLists = Object.keys(lists).length > 0;
  switch (loss.name) {
    case 'half_squared_error':
      return 'half-squared';
    case 'mse_loss':
      return 'squared';
    case 'cross_entropy': {
      const target = targetOf(study);
      const isPlain = !hasLists && parameters.label_smoothing === 0 && parameters.weight === 1;
      const ignored = target?.form === 'classes' && target.classes.includes(parameters.ignore_index);
      return isPlain && !ignored ? 'cross-entropy' : 'whole';
    }
    case 'binary_cross_entropy':
      return parameters.weight === 1 && !hasLists && isInside(study) ? 'binary-cross-entropy' : 'whole';
    default:
      return loss.elementwise && loss.isMeanOfOutputs !== true && !hasLists && !isOfLogits(study)
        ? 'elementwise'
        : 'whole';
  }
}

/** How far from 0 and 1 logarithms of probabilities are not cut, and keep their digits. */
const inside = 1e-6;

function isInside({ layers }: NetworkStudy): boolean {
  return layers.at(-1)?.output.values.every((value) => value > inside && value < 1 - inside) ?? false;
}

/** Whether ∂ℒ/∂s is computed from the logits, as σ and its logarithms cancel: ŷ − y. */
export function isOfLogits({ network }: NetworkStudy): boolean {
  const { loss } = network.loss;
  return (
    loss.name === 'binary_cross_entropy' && network.layers.at(-1)?.activation.activation.name === 'sigmoid'
  );
}

/** What the sum over outputs and samples is divided by. */
export function divisorOf({ network, layers, samples }: NetworkStudy): number {
  const { loss, reduction }: BoundLoss = network.loss;
  const outputs = layers.at(-1)?.output.columns ?? 1;
  const isOfSamples = loss.name === 'half_squared_error' || loss.name === 'cross_entropy';
  return reductionDivisor(reduction, isOfSamples ? samples : samples * outputs, samples);
}

/** ℒ as a sum over samples and outputs. */
export function lossExpression(terms: NetworkTerms): Expression {
  const { study, outputs } = terms;
  const form = lossForm(study);
  if (form === 'whole') return apply({ kind: 'loss' }, of({ kind: 'predictions' }), of({ kind: 'targets' }));
  const overSamples = (body: (inner: NetworkTerms) => Expression): Expression =>
    terms.isBatch ? sumOver('i', study.samples, body(terms.over('i'))) : body(terms);
  const overOutputs = (body: (index: Index) => Expression): Expression =>
    outputs === 1 ? body(0) : sumOver('k', outputs, body('k'));
  const divisor = divisorOf(study);
  switch (form) {
    case 'half-squared': {
      const inner = overSamples((at) => overOutputs((k) => squaredError(at, k)));
      return product(fraction(number(1), number(2 * divisor)), inner);
    }
    case 'squared':
      return divided(
        overSamples((at) => overOutputs((k) => squaredError(at, k))),
        divisor,
      );
    case 'cross-entropy': {
      const inner = overSamples((at) => overOutputs((k) => product(of(at.target(k)), logSoftmax(at, k))));
      return negative(divided(inner, divisor));
    }
    case 'binary-cross-entropy': {
      const inner = overSamples((at) => overOutputs((k) => binaryLogarithms(at, k)));
      return negative(divided(inner, divisor));
    }
    case 'elementwise': {
      const inner = overSamples((at) =>
        overOutputs((k) => apply({ kind: 'loss-term', order: 0 }, of(at.prediction(k)), of(at.target(k)))),
      );
      return divided(inner, divisor);
    }
  }
}

/** ∂ℒ/∂ŷ_k, or null where the loss has no formula of one output. */
export function lossSlope(terms: NetworkTerms, k: number): Expression | null {
  const { study } = terms;
  const divisor = divisorOf(study);
  const error = difference(of(terms.prediction(k)), of(terms.target(k)));
  switch (lossForm(study)) {
    case 'half-squared':
      return divided(error, divisor);
    case 'squared':
      return divisor === 1 ? product(number(2), error) : product(fraction(number(2), number(divisor)), error);
    case 'cross-entropy': {
      const softmax = apply({ kind: 'softmax', index: k, ...terms.sampled }, of({ kind: 'predictions' }));
      return divided(difference(softmax, of(terms.target(k))), divisor);
    }
    case 'binary-cross-entropy': {
      const prediction = of(terms.prediction(k));
      const variance = product(prediction, difference(number(1), prediction));
      return divided(fraction(error, variance), divisor);
    }
    case 'elementwise':
      return divided(
        apply({ kind: 'loss-term', order: 1 }, of(terms.prediction(k)), of(terms.target(k))),
        divisor,
      );
    case 'whole':
      return null;
  }
}

/** c (ŷ − y), where sigmoid and binary cross-entropy are taken together. Null where weights are lists. */
export function logitSlope(terms: NetworkTerms, k: number): Expression | null {
  const { study } = terms;
  const { parameters, lists } = study.network.loss;
  if (!isOfLogits(study) || Object.keys(lists).length > 0) return null;
  const error = difference(of(terms.prediction(k)), of(terms.target(k)));
  return divided(product(number(parameters.weight), error), divisorOf(study));
}

function squaredError(terms: NetworkTerms, k: Index): Expression {
  return power(difference(of(terms.prediction(k)), of(terms.target(k))), number(2));
}

/** y ln ŷ + (1 − y) ln(1 − ŷ) */
function binaryLogarithms(terms: NetworkTerms, k: Index): Expression {
  const prediction = of(terms.prediction(k));
  const target = of(terms.target(k));
  const ln = (inner: Expression) => apply({ kind: 'logarithm', base: Math.E }, inner);
  return sum(
    product(target, ln(prediction)),
    product(difference(number(1), target), ln(difference(number(1), prediction))),
  );
}

function logSoftmax(terms: NetworkTerms, k: Index): Expression {
  return apply({ kind: 'log-softmax', index: k, ...terms.sampled }, of({ kind: 'predictions' }));
}

function divided(expression: Expression, divisor: number): Expression {
  return divisor === 1 ? expression : product(fraction(number(1), number(divisor)), expression);
}
