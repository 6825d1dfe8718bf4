import type { CatalogueName } from './measures/catalogue';

/** What a bound compares, in nats. */
export interface BoundValues {
  readonly kl: number;
  readonly totalVariation: number;
  readonly hellinger: number;
  readonly chiSquare: number;
  readonly jensenShannon: number;
  readonly entropyP: number;
  readonly entropyQ: number;
  readonly crossEntropy: number;
  readonly outcomes: number;
  /** The smallest q. */
  readonly smallest: number;
}

export type BoundName =
  | 'gibbs'
  | 'uniform'
  | 'pinsker'
  | 'bretagnolleHuber'
  | 'hellingerBelow'
  | 'hellingerAbove'
  | 'hellingerKl'
  | 'klChi'
  | 'reversePinsker'
  | 'lin'
  | 'audenaert';

/** An inequality that holds for all probabilities P and Q: left ≤ right. */
export interface Bound {
  readonly name: BoundName;
  readonly left: { readonly latex: string; value(values: BoundValues): number };
  readonly right: { readonly latex: string; value(values: BoundValues): number };
  readonly source: string;
}

const tv = '\\mathrm{TV}';
const kl = 'D_{\\mathrm{KL}}(P \\| Q)';
const tsybakov = 'A. B. Tsybakov, Introduction to Nonparametric Estimation, 2009, section 2.4';

/** x ln x, 0 at 0. */
function logarithmic(x: number): number {
  return x <= 0 ? 0 : x * Math.log(x);
}

/** Every bound that is checked on the numbers. A new one is a line here. */
export const bounds: readonly Bound[] = [
  {
    name: 'gibbs',
    left: { latex: 'H(P)', value: ({ entropyP }) => entropyP },
    right: { latex: 'H(P, Q)', value: ({ crossEntropy }) => crossEntropy },
    source: 'T. M. Cover and J. A. Thomas, Elements of Information Theory, 2006, theorem 2.6.3',
  },
  {
    name: 'uniform',
    left: { latex: 'H(P)', value: ({ entropyP }) => entropyP },
    right: { latex: '\\ln n', value: ({ outcomes }) => Math.log(outcomes) },
    source: 'T. M. Cover and J. A. Thomas, Elements of Information Theory, 2006, theorem 2.6.4',
  },
  {
    name: 'pinsker',
    left: { latex: tv, value: ({ totalVariation }) => totalVariation },
    right: { latex: `\\sqrt{\\tfrac{1}{2} ${kl}}`, value: (values) => Math.sqrt(values.kl / 2) },
    source: `${tsybakov}, lemma 2.5`,
  },
  {
    name: 'bretagnolleHuber',
    left: { latex: tv, value: ({ totalVariation }) => totalVariation },
    right: { latex: `\\sqrt{1 - e^{-${kl}}}`, value: (values) => Math.sqrt(-Math.expm1(-values.kl)) },
    source: 'J. Bretagnolle and C. Huber, Estimation des densités : risque minimax, 1979',
  },
  {
    name: 'hellingerBelow',
    left: { latex: 'H^2', value: ({ hellinger }) => hellinger ** 2 },
    right: { latex: tv, value: ({ totalVariation }) => totalVariation },
    source: `${tsybakov}, lemma 2.3`,
  },
  {
    name: 'hellingerAbove',
    left: { latex: tv, value: ({ totalVariation }) => totalVariation },
    right: {
      latex: 'H \\sqrt{2 - H^2}',
      value: ({ hellinger }) => hellinger * Math.sqrt(2 - hellinger ** 2),
    },
    source: `${tsybakov}, lemma 2.3`,
  },
  {
    name: 'hellingerKl',
    left: { latex: '-2 \\ln(1 - H^2)', value: ({ hellinger }) => -2 * Math.log1p(-(hellinger ** 2)) },
    right: { latex: kl, value: (values) => values.kl },
    source: `${tsybakov}, lemma 2.4`,
  },
  {
    name: 'klChi',
    left: { latex: kl, value: (values) => values.kl },
    right: { latex: '\\ln(1 + \\chi^2)', value: ({ chiSquare }) => Math.log1p(chiSquare) },
    source: `${tsybakov}, lemma 2.7`,
  },
  {
    name: 'reversePinsker',
    left: { latex: kl, value: (values) => values.kl },
    right: {
      latex: `\\ln\\left(1 + \\frac{2\\, ${tv}^2}{\\min_i q_i}\\right)`,
      value: ({ totalVariation, smallest }) =>
        totalVariation === 0 ? 0 : Math.log1p((2 * totalVariation ** 2) / smallest),
    },
    source: 'I. Sason and S. Verdú, f-Divergence Inequalities, 2016',
  },
  {
    name: 'lin',
    left: { latex: '\\mathrm{JS}', value: ({ jensenShannon }) => jensenShannon },
    right: { latex: `\\ln 2 \\cdot ${tv}`, value: ({ totalVariation }) => Math.LN2 * totalVariation },
    source: 'J. Lin, Divergence Measures Based on the Shannon Entropy, 1991, theorem 3',
  },
  {
    name: 'audenaert',
    left: { latex: '|H(P) - H(Q)|', value: ({ entropyP, entropyQ }) => Math.abs(entropyP - entropyQ) },
    right: {
      latex: `${tv} \\ln(n - 1) + h(${tv})`,
      value: ({ totalVariation: t, outcomes }) =>
        (outcomes > 1 ? t * Math.log(outcomes - 1) : 0) - logarithmic(t) - logarithmic(1 - t),
    },
    source: 'K. M. R. Audenaert, A Sharp Continuity Estimate for the von Neumann Entropy, 2007',
  },
];

/** Measures of the catalogue that the bounds need, P first. */
export const boundMeasures = {
  kl: 'kullbackLeibler',
  totalVariation: 'totalVariation',
  hellinger: 'hellinger',
  chiSquare: 'chiSquare',
  jensenShannon: 'jensenShannon',
  entropyP: 'entropy',
  crossEntropy: 'crossEntropy',
} as const satisfies Readonly<Partial<Record<keyof BoundValues, CatalogueName>>>;

export interface CheckedBound {
  readonly bound: Bound;
  readonly left: number;
  readonly right: number;
  /** `equal` but for rounding; `vacuous` where the right side is infinite, or more than the left ever is. */
  readonly verdict: 'holds' | 'equal' | 'vacuous' | 'fails';
}

/** Rounding of the two sides: some ulps of either. */
const tolerance = 1e-13;

export function checkBound(bound: Bound, values: BoundValues): CheckedBound {
  const [left, right] = [bound.left.value(values), bound.right.value(values)];
  return { bound, left, right, verdict: verdictOf(bound, left, right) };
}

function verdictOf({ left: { latex } }: Bound, left: number, right: number): CheckedBound['verdict'] {
  if (Object.is(left, right)) return 'equal';
  if (right === Number.POSITIVE_INFINITY || (latex === tv && right >= 1 && left < 1)) return 'vacuous';
  if (Math.abs(right - left) <= tolerance * Math.max(Math.abs(left), Math.abs(right))) return 'equal';
  return left <= right ? 'holds' : 'fails';
}
