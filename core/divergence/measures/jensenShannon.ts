import type { Kernels } from '../../kernels/kernels';
import type { Steps } from '../../steps';
import { fillSteps } from '../fill';
import type { Pair } from '../pair';
import { sum } from './folds';
import { bracketsSteps } from './kullbackLeibler';
import type { Measure } from './measure';

/** ½KL(P‖M) + ½KL(Q‖M) with M = (P + Q)/2: the divergence, not its square root. */
export const jensenShannon: Measure = {
  role: 'difference',
  isLogarithmic: true,
  latex: '\\tfrac{1}{2} \\mathrm{KL}(P \\| M) + \\tfrac{1}{2} \\mathrm{KL}(Q \\| M)',
  plain: '½KL(P‖M) + ½KL(Q‖M), M = (P + Q)/2',
  source: 'J. Lin, Divergence Measures Based on the Shannon Entropy, 1991',
  isSymmetric: true,
  isMetric: false,
  folds: [sum(jensenShannonTerm, jensenShannonSteps)],
};

/** With t = (p − q)/(p + q) an outcome adds (p + q)/4 · [(1 + t) ln(1 + t) + (1 − t) ln(1 − t)] ≥ 0. */
export function jensenShannonTerm({ p, q, difference }: Pair, i: number): number {
  const total = p[i] + q[i];
  return total === 0 ? 0 : (total / 4) * symmetricExcess(difference[i] / total);
}

/** By its definition: what the rounding of M adds to one half it takes from the other. */
function* jensenShannonSteps({ p, q }: Pair, kernels: Kernels): Steps<number> {
  const m = yield* fillSteps(p.length, 1, (i) => p[i] / 2 + q[i] / 2);
  return (
    (yield* bracketsSteps({ p, q: m }, kernels)) / 2 + (yield* bracketsSteps({ p: q, q: m }, kernels)) / 2
  );
}

/** (1 + t) ln(1 + t) + (1 − t) ln(1 − t) = Σ_{k≥1} t²ᵏ/(k (2k − 1)), for −1 ≤ t ≤ 1. */
function symmetricExcess(t: number): number {
  const size = Math.abs(t);
  if (size === 1) return 2 * Math.LN2;
  if (size > 0.5) return (1 + t) * Math.log1p(t) + (1 - t) * Math.log1p(-t);
  let sum = 0;
  let power = t * t;
  for (let k = 1; k <= 27; k++) {
    sum += power / (k * (2 * k - 1));
    power *= t * t;
  }
  return sum;
}
