import type { HypothesisName } from '../../../../core/divergence/facts/facts';

const hypotheses: Readonly<Record<HypothesisName, readonly [holds: string, fails: string, open: string]>> = {
  'entropy-finite': [
    'H(P) is finite',
    'H(P) is infinite, so that the difference may be ∞ − ∞',
    'it is not known whether H(P) is finite',
  ],
  convex: ['−ln is convex on (0, ∞)', '', ''],
  'p-sums-to-one': ['P sums to 1', 'P does not sum to 1', 'the sum of P is not known'],
  'q-sums-to-one': ['Q sums to 1', 'Q does not sum to 1', 'the sum of Q is not known'],
  'absolutely-continuous': [
    'q = 0 only where p = 0, so that q/p > 0 wherever P has mass',
    'q = 0 somewhere where p > 0: there −ln(q/p) is infinite',
    'it is not known whether q = 0 only where p = 0',
  ],
  'mean-inside': [
    '0 < E X < ∞, so that a supporting line stands there',
    'E X = 0, where no supporting line stands',
    'E X is not known',
  ],
};

/** The three facts about KL, each with what it asks for. */
export const facts = {
  title: 'Three facts, on these numbers',
  identity: 'Divergence is cross-entropy less entropy',
  jensen: 'Jensen: a convex function of the mean is at most the mean of the function',
  gibbs: 'Divergence is never negative',
  hypothesis: (name: HypothesisName, holds: boolean | null) =>
    hypotheses[name][holds === null ? 2 : holds ? 0 : 1],
  marks: (holds: boolean | null) => (holds === null ? 'open' : holds ? 'holds' : 'fails'),
  exactly: 'exactly',
  undefinedDifference: '∞ − ∞ is not defined: the divergence is the sum of its own terms.',
  infiniteDifference: 'Both sides are infinite.',
  mean: 'E X is the mass that Q has where p > 0.',
  equalJensen: 'Equal here: q/p is the same wherever p > 0.',
  strictJensen: 'Strict here: q/p is not the same everywhere, and the mean of −ln lies above the line.',
  equal: 'P = Q, and so the divergence is 0.',
  different: 'P ≠ Q, and so the divergence is greater than 0.',
  undecided: 'Whether P = Q is not decided here.',
  needsSums: 'With sums other than 1 this need not hold.',
  picture: (mean: string, gap: string) =>
    `the curve −ln x with its supporting line at E X = ${mean}; the mean of −ln X lies ${gap} above it`,
  gap: 'gap',
  outcome: 'outcome',
  place: 'place',
  share: 'p',
  points: (count: number) => `${count} places that share P evenly`,
};
