import { logRatio, type Pair } from '../pair';
import { sum } from './folds';
import { kullbackLeiblerTerm } from './kullbackLeibler';
import type { ParametricMeasure } from './measure';

/**
 * The family that joins KL(P‖Q) at α = 1, KL(Q‖P) at α = 0, half of Pearson's χ² at 2 and of Neyman's
 * at −1, and four times the squared Hellinger distance at ½.
 */
export const alphaDivergence: ParametricMeasure = {
  parameter: { symbol: 'α', initial: 0.5, domain: 'α ∈ ℝ', accepts: Number.isFinite },
  of: (alpha) => ({
    role: 'difference',
    isLogarithmic: alpha === 0 || alpha === 1,
    latex: '\\frac{1}{\\alpha(\\alpha - 1)} \\left(\\sum_i p_i^\\alpha q_i^{1 - \\alpha} - 1\\right)',
    plain: '(Σ p^α q^(1−α) − 1)/(α(α − 1))',
    ...(alpha >= 1 ? { domain: 'q = 0 ⇒ p = 0' } : alpha <= 0 ? { domain: 'p = 0 ⇒ q = 0' } : {}),
    source: 'A. Cichocki and S. Amari, Families of Alpha-, Beta- and Gamma-Divergences, 2010',
    isSymmetric: alpha === 0.5,
    isMetric: false,
    folds: [sum(alphaTerm(alpha))],
    combine: ([brackets], { pExcess, qExcess }) => brackets + linearPart(alpha, pExcess, qExcess),
  }),
};

/** (αΣp + (1 − α)Σq − 1)/(α(α − 1)), of which the limits at 0 and 1 leave what KL adds for other sums than one. */
function linearPart(alpha: number, pExcess: number, qExcess: number): number {
  if (alpha === 1) return pExcess - qExcess;
  if (alpha === 0) return qExcess - pExcess;
  return (alpha * pExcess + (1 - alpha) * qExcess) / (alpha * (alpha - 1));
}

/** (p^α q^(1−α) − αp − (1 − α)q)/(α(α − 1)) ≥ 0, with its limits at α = 0 and 1: nothing cancels. */
export function alphaTerm(alpha: number): (pair: Pair, i: number) => number {
  if (alpha === 1) return kullbackLeiblerTerm;
  return (pair, i) => {
    const { p, q, difference } = pair;
    if (Number.isNaN(p[i]) || Number.isNaN(q[i])) return Number.NaN;
    if (p[i] === 0) return q[i] === 0 ? 0 : alpha > 0 ? q[i] / alpha : Number.POSITIVE_INFINITY;
    if (q[i] === 0) return alpha < 1 ? p[i] / (1 - alpha) : Number.POSITIVE_INFINITY;
    const t = difference[i] / q[i];
    if (Math.abs(t) <= 0.25 && Math.abs(alpha * t) <= 0.5) return q[i] * series(alpha, t);
    if (alpha === 0) return difference[i] - q[i] * logRatio(pair, i);
    const divisor = alpha * (alpha - 1);
    const exponent = nearest(alpha) * logRatio(pair, i);
    if (Math.abs(exponent) > 1) {
      return (powerOf(pair, i, alpha) - alpha * p[i] - (1 - alpha) * q[i]) / divisor;
    }
    // Near 0 and near 1 the divisor is small, and so is the numerator that belongs there.
    return alpha > 0.5
      ? (p[i] * Math.expm1(exponent) - (alpha - 1) * difference[i]) / divisor
      : (q[i] * Math.expm1(exponent) - alpha * difference[i]) / divisor;
  };
}

/** α less the nearer of 0 and 1, so that the power is p or q times (p/q) to that. */
function nearest(alpha: number): number {
  return alpha > 0.5 ? alpha - 1 : alpha;
}

/** p^α q^(1−α); by logarithms where the ratio or its power is beyond the doubles. */
function powerOf({ p, q, logP, logQ }: Pair, i: number, alpha: number): number {
  const power = (p[i] / q[i]) ** nearest(alpha);
  const isPlain = power > 1e-290 && power < 1e290 && p[i] > 1e-290 && q[i] > 1e-290;
  if (!isPlain) return Math.exp(alpha * logP[i] + (1 - alpha) * logQ[i]);
  return alpha > 0.5 ? p[i] * power : q[i] * power;
}

/** ((1 + t)^α − 1 − αt)/(α(α − 1)) = t²/2 · (1 + (α − 2)/3 · t · (1 + (α − 3)/4 · t · …)). */
function series(alpha: number, t: number): number {
  let term = (t * t) / 2;
  let total = 0;
  for (let k = 2; k < 60 && Math.abs(term) > Math.abs(total) * 1e-18; k++) {
    total += term;
    term *= ((alpha - k) / (k + 1)) * t;
  }
  return total;
}
