import type { Matrix } from '../matrix';
import { halfSquaredError } from './losses/halfSquaredError';
import type { BoundLoss, Loss, Reduction, Target } from './losses/loss';
import { mseLoss } from './losses/mseLoss';

/** Another way to add up the same loss, and what it does to every gradient. */
export interface LossConvention {
  readonly loss: string;
  readonly reduction: Reduction;
  /** Its gradient is this times the one computed. */
  readonly factor: number;
  /** The factor as a fraction, `1/6`; as a decimal where weights of classes make it none. */
  readonly text: string;
}

/** Outputs of a batch up to which the other gradients are computed. */
const mostEntries = 100_000;

const squaredErrors: readonly Loss[] = [halfSquaredError, mseLoss];

/**
 * The constant factors that separate this loss's gradient from those of other conventions (½, 1/N,
 * 1/(N·outputs)): the most common reason for a gradient that is "wrong by a factor". Each is the
 * quotient of two gradients that were computed, at the output where this one is largest. Empty where
 * the gradient is zero.
 */
export function reductionAudit(
  { loss, reduction, parameters, lists }: BoundLoss,
  output: Matrix,
  target: Target,
): readonly LossConvention[] {
  if (output.values.length > mostEntries) return [];
  const own = loss.gradient(output, target, reduction, parameters, lists).values;
  const place = own.reduce((best, value, i) => (Math.abs(value) > Math.abs(own[best]) ? i : best), 0);
  if (own[place] === 0 || !Number.isFinite(own[place])) return [];
  const family = squaredErrors.includes(loss) ? squaredErrors : [loss];
  return family.flatMap((other) =>
    other.reductions
      .filter((candidate) => candidate !== 'none' && !(other === loss && candidate === reduction))
      .map((candidate) => {
        const gradient = other.gradient(output, target, candidate, parameters, lists).values;
        const factor = gradient[place] / own[place];
        return { loss: other.name, reduction: candidate, factor, text: fractionText(factor) };
      }),
  );
}

/** The fraction of small numbers that a double stands for, by its continued fraction. */
function fractionText(value: number): string {
  let [before, numerator] = [0, 1];
  let [denominatorBefore, denominator] = [1, 0];
  let rest = value;
  for (let term = 0; term < 12 && denominator < 1e6; term++) {
    const whole = Math.floor(rest + 1e-9);
    [before, numerator] = [numerator, whole * numerator + before];
    [denominatorBefore, denominator] = [denominator, whole * denominator + denominatorBefore];
    if (Math.abs(numerator / denominator - value) <= 1e-13 * Math.abs(value)) {
      return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
    }
    rest = 1 / (rest - whole);
  }
  return String(value);
}
