import type { Method } from '../../core/divergence/continuous/comparison';
import type { ExactMeasure, Measures } from '../../core/divergence/distributionStudy';
import type { ExactBarrier } from '../../core/network/exact/exactNetwork';
import type { ReadingChoice } from '../../core/text/reading';
import type { ActivationResult } from './activationResult';
import type { DescentResult, DiagnosisResult } from './learning';
import type { ResultProblem } from './resultProblem';
import type { WireNumber } from './wire';

/**
 * What `nabla eval --json` prints and what every evaluating command returns to its caller.
 * `docs/command-line.md` tells it to people; names here are a promise to scripts.
 */
export type Result = (
  | NetworkResult
  | DistributionResult
  | ContinuousResult
  | ActivationResult
  | MatrixResult
  | MatricesResult
  | ErrorResult
) & {
  /** How the text was read where it leaves room for more than one way; left out where it leaves none. */
  readonly choices?: readonly ResultChoice[];
};

/** A rule that was applied in reading, as `docs/notations.md` lists them. */
export interface ResultChoice {
  readonly rule: ReadingChoice['rule'];
  readonly message: string;
  /** UTF-16 units from 0, in the text that was given: of the first number left out, else of all that was read. */
  readonly offset: number;
  readonly length: number;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

export type WireMatrix = readonly (readonly WireNumber[])[];
export type WireTensor = WireNumber | readonly WireTensor[];

/** Fractions as text, `9/25`; null from the step on where the study leaves the rationals. */
export interface ExactNetworkResult {
  readonly output: readonly (readonly string[])[] | null;
  readonly loss: string | null;
  readonly gradients: {
    readonly weights: readonly (readonly (readonly string[])[])[];
    readonly biases: readonly (readonly string[] | null)[];
    readonly input: readonly (readonly string[])[];
  } | null;
  /** Where exact arithmetic ends: at a number, an activation, a loss or its cost; null where it does not. */
  readonly barrier: ExactBarrier | null;
}

/** How the gradients compare with derivatives that were got in other ways. */
export interface CheckResult {
  readonly verdict: 'agree' | 'disagree' | 'undecided';
  /** Parameters whose differences are sharp enough to be evidence. */
  readonly compared: number;
  readonly parameters: number;
  readonly largestRelativeDifference: WireNumber;
  /** Differences of the loss, the chain rule edge by edge, exact fractions where there are some. */
  readonly engines: readonly {
    readonly engine: 'differences' | 'edges' | 'exact';
    /** Of differences: complex steps, real ones extrapolated to 0, or to each side of a kink. */
    readonly methods?: readonly ('complex-step' | 'richardson' | 'one-sided')[];
    readonly compared: number;
    readonly largestRelativeDifference: WireNumber;
  }[];
}

/** A value between two bounds, and how far it moves to first order. */
export interface BoundsResult {
  readonly lower: WireNumber;
  readonly upper: WireNumber;
  readonly firstOrder?: WireNumber;
}

/** What printed digits leave of a result. */
export interface PrecisionResult {
  /** The largest distance of a printed number from the one that was meant. */
  readonly halfUnit: number;
  /** How many numbers may have more digits than are printed. */
  readonly count: number;
  /** Which bound tells more. */
  readonly method: 'interval' | 'first-order';
  /** Of a network with a target. */
  readonly loss?: BoundsResult | { readonly firstOrder: WireNumber };
  readonly output?: { readonly lower: WireMatrix; readonly upper: WireMatrix };
  /** Of two distributions, in the base. */
  readonly klPQ?: BoundsResult;
  readonly klQP?: BoundsResult;
}

export interface GradientsResult {
  readonly weights: readonly WireMatrix[];
  readonly biases: readonly (readonly WireNumber[] | null)[];
  readonly input: WireMatrix;
  /** Of learnt parameters of the activation (prelu), one or one a neuron; null for layers without. */
  readonly parameters?: readonly (readonly WireNumber[] | null)[];
}

/** Products with the Jacobian J of the outputs by parameters and input. */
export interface ProductsResult {
  /** J v: how the outputs move along the text's direction; rows = samples. */
  readonly jvp?: WireMatrix;
  /** uᵀ J, u being the text's covector. */
  readonly vjp?: GradientsResult;
}

/** What a study in float32 is in doubles, of the same numbers rounded to float32. */
export interface SingleResult {
  readonly loss: WireNumber;
  /** The largest distance of a derivative. */
  readonly gradientDifference: WireNumber;
  /** The largest that rounding allows; left out where no bound is known. */
  readonly gradientBound?: WireNumber;
}

export interface NetworkResult {
  readonly kind: 'network';
  readonly output?: WireMatrix;
  readonly loss?: WireNumber;
  /** With the reduction none: the losses whose sum `loss` is. */
  readonly losses?: WireMatrix;
  /** What other ways to add up the same loss make of every gradient: `factor` times the one here. */
  readonly conventions?: readonly {
    readonly loss: string;
    readonly reduction: string;
    readonly factor: WireNumber;
    readonly text: string;
  }[];
  readonly gradients?: GradientsResult;
  /** Where the text gives a "direction" or a "covector". */
  readonly products?: ProductsResult;
  /** Left out without a target, and where even one parameter would cost too much to check. */
  readonly check?: CheckResult;
  /** Where the text asks for float32, in which everything else is then. */
  readonly float64?: SingleResult;
  /** The loss after one step of the text's optimizer; left out without a target, and of a large network. */
  readonly descent?: DescentResult;
  /** Left out likewise. */
  readonly diagnosis?: DiagnosisResult;
  readonly exact?: ExactNetworkResult;
  readonly layers?: readonly { readonly preActivation: WireMatrix; readonly output: WireMatrix }[];
  readonly precision?: PrecisionResult;
  readonly problems: readonly ResultProblem[];
}

export type WireMeasures = { readonly [Name in keyof Measures]: WireNumber };

export interface ExactResult {
  /** A prime above 2⁵³, which a double would round, is a string of its digits. */
  readonly terms: readonly { readonly prime: number | string; readonly coefficient: string }[];
  readonly text: string;
  /** To thirty significant digits, every one of them right; left out of very long sums. */
  readonly decimal?: string;
  /** Decided exactly; left out where `decimal` is. */
  readonly sign?: -1 | 0 | 1;
}

export interface DistributionResult extends WireMeasures {
  readonly kind: 'distribution';
  readonly exact: { readonly [Name in ExactMeasure]?: ExactResult };
  readonly normalised?: WireMeasures;
  /** What the text calls the first thousand outcomes, in the order of P; left out where it has no names. */
  readonly outcomeNames?: readonly string[];
  /** Where a sum is not one. */
  readonly sumP?: WireNumber;
  readonly sumQ?: WireNumber;
  /** Of a matrix whose rows were read as distributions: each row, divided by its sum, against each. */
  readonly pairwise?: PairwiseResult;
  readonly precision?: PrecisionResult;
  readonly problems: readonly ResultProblem[];
}

/** NaN for a row that is no distribution. */
export interface PairwiseResult {
  readonly entropies: readonly WireNumber[];
  /** KL of row over column. */
  readonly kullbackLeibler: WireMatrix;
  readonly jensenShannon: WireMatrix;
}

/** How a value was got, and a bound or estimate of its absolute error. */
export interface ResultMethod {
  readonly method: Method;
  readonly error: WireNumber;
  /** Of a Monte-Carlo estimate, whose error is its standard error. */
  readonly drawn?: { readonly samples: number; readonly seed: number };
  /** Of a closed form, in nats. */
  readonly formula?: string;
  readonly source?: string;
}

/** Of families and densities. */
export interface ContinuousResult extends WireMeasures {
  readonly kind: 'distribution';
  /** Empty: no exact forms are given. */
  readonly exact: DistributionResult['exact'];
  /** Families with their parameters by name, densities as written. */
  readonly measures: { readonly p: string; readonly q?: string };
  /** What the densities integrate to; 1 for a family. */
  readonly integral: { readonly p: WireNumber; readonly q?: WireNumber };
  /** Whether each integrates to one; where one does not, also the values after normalising. */
  readonly normalised: { readonly p: boolean; readonly q?: boolean } & Partial<WireMeasures>;
  readonly methods: { readonly [Name in keyof Measures]?: ResultMethod };
  readonly problems: readonly ResultProblem[];
}

export interface MatrixResult {
  readonly kind: 'matrix';
  readonly notation: string;
  readonly shape: readonly number[];
  readonly values: WireTensor;
  readonly statistics: WireStatistics;
  readonly problems: readonly ResultProblem[];
}

/** Of the numbers as they are written; what does not apply, or would take too long, is left out. */
export interface WireStatistics {
  readonly count: number;
  readonly nan: number;
  readonly infinite: number;
  readonly zeros: number;
  readonly minimum?: WireNumber;
  readonly maximum?: WireNumber;
  /** Of the finite numbers, as is the deviation of them as a whole population. */
  readonly mean?: WireNumber;
  readonly standardDeviation?: WireNumber;
  readonly norms: {
    readonly frobenius: WireNumber;
    readonly one?: WireNumber;
    readonly infinity?: WireNumber;
    readonly two?: WireNumber;
  };
  readonly rowSums?: readonly WireNumber[];
  readonly rowsAreDistributions?: boolean;
  readonly trace?: WireNumber;
  readonly symmetry?: 'symmetric' | 'skew-symmetric';
  readonly singularValues?: readonly WireNumber[];
  readonly conditionNumber?: WireNumber;
  readonly rank?: number;
  readonly determinant?: WireNumber;
  /** Rank and determinant as elimination without rounding gives them. */
  readonly exact?: { readonly rank: number; readonly determinant?: string };
}

export interface MatricesResult {
  readonly kind: 'matrices';
  readonly matrices: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly values: WireTensor;
  }[];
  readonly problems: readonly ResultProblem[];
}

export interface ErrorResult {
  readonly kind: 'error';
  readonly problems: readonly ResultProblem[];
}
