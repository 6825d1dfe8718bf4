import { logRatio } from '../pair';
import { sum } from './folds';
import { bracketsSteps } from './kullbackLeibler';
import type { Measure } from './measure';

/** KL(P‖Q) + KL(Q‖P) = Σ (p − q) ln(p/q), where no term is negative. */
export const jeffreys: Measure = {
  role: 'difference',
  isLogarithmic: true,
  latex: '\\sum_i (p_i - q_i) \\ln \\frac{p_i}{q_i}',
  plain: 'Σ (p − q) ln(p/q)',
  domain: 'p = 0 ⇔ q = 0',
  source: 'H. Jeffreys, An Invariant Form for the Prior Probability in Estimation Problems, 1946',
  isSymmetric: true,
  isMetric: false,
  folds: [
    sum(
      (pair, i) => (pair.difference[i] === 0 ? 0 : pair.difference[i] * logRatio(pair, i)),
      function* ({ p, q }, kernels) {
        return (yield* bracketsSteps({ p, q }, kernels)) + (yield* bracketsSteps({ p: q, q: p }, kernels));
      },
    ),
  ],
};
