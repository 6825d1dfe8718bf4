import { entropyTerm } from './entropy';
import { sum } from './folds';
import type { Measure } from './measure';

/** How many equally likely outcomes have the same entropy. */
export const perplexity: Measure = {
  role: 'spread',
  isLogarithmic: false,
  latex: 'e^{H(P)}',
  plain: 'e^H(P)',
  source: 'F. Jelinek et al., Perplexity, a Measure of the Difficulty of Speech Recognition Tasks, 1977',
  isSymmetric: false,
  isMetric: false,
  folds: [sum(entropyTerm)],
  combine: ([entropy]) => Math.exp(entropy),
};
