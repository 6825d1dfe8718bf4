import { powerNorm } from './folds';
import { manhattanTerm } from './manhattan';
import type { ParametricMeasure } from './measure';
import { survey } from './survey';

/** The Lᵣ distance. */
export const minkowski: ParametricMeasure = {
  parameter: { symbol: 'r', initial: 3, domain: 'r ≥ 1', accepts: (r) => r >= 1 && Number.isFinite(r) },
  of: (r) => ({
    role: 'difference',
    isLogarithmic: false,
    latex: '\\left(\\sum_i |p_i - q_i|^r\\right)^{1/r}',
    plain: '(Σ |p − q|^r)^(1/r)',
    source: survey(1),
    isSymmetric: true,
    isMetric: true,
    folds: [powerNorm(r, manhattanTerm)],
  }),
};
