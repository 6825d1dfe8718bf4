import { fidelityTerm } from './fidelity';
import { sum } from './folds';
import type { Measure } from './measure';
import { squaredChordTerm } from './squaredChord';
import { survey } from './survey';

/** −ln Σ √(pq). Where P and Q are near, from Σ √(pq) = (Σ p + Σ q − Σ (√p − √q)²)/2, which keeps its digits. */
export const bhattacharyya: Measure = {
  role: 'difference',
  isLogarithmic: true,
  latex: '-\\ln \\sum_i \\sqrt{p_i q_i}',
  plain: '−ln Σ √(p q)',
  domain: 'Σ p q > 0',
  source: survey(5),
  isSymmetric: true,
  isMetric: false,
  folds: [sum(fidelityTerm), sum(squaredChordTerm)],
  combine: ([coefficient, chord], { pExcess, qExcess }) =>
    coefficient < 0.5 ? -Math.log(coefficient) : -Math.log1p((pExcess + qExcess - chord) / 2),
};
