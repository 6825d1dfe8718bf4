import type { Measures } from '../../core/divergence/distributionStudy';
import type { Severity, Span } from '../../core/problem';
import type { SettledChoices } from '../../core/text/settled';
import type { ActivationParts } from './activationView';
import type { ProductName } from './details/secondOrder';
import type { CheckResult, ExactResult, WireMeasures } from './result';
import type { WireNumber } from './wire';

/** A study as the panel draws it: plain JSON, spans in offsets of the document. */
export type StudyView =
  | NetworkView
  | DistributionView
  | ContinuousView
  | ActivationView
  | MatrixView
  | MatricesView
  | ErrorView;

export interface ProblemView {
  readonly code: string;
  readonly severity: Severity;
  /** A sentence, in the person's language. */
  readonly message: string;
  /** What would help, where something is known to. */
  readonly remedy?: string;
  readonly span: Span;
  /** From 1, for people. */
  readonly line: number;
}

export type ActivationView = ViewBase & ActivationParts;

interface ViewBase {
  /** Where the evaluated text stands in its document. */
  readonly span: Span;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly problems: readonly ProblemView[];
  /** How the text was read, a sentence a choice; empty where there was only one way. */
  readonly reading: readonly string[];
  /** How else it could be read; left out where there is no other way. */
  readonly alternatives?: readonly AlternativeView[];
}

/** Another way to read the text: evaluated again with these choices, it is read so. */
export interface AlternativeView {
  /** A sentence, in the person's language. */
  readonly text: string;
  readonly choices: SettledChoices;
  readonly span: Span;
}

/** What printed digits leave of a result. */
export interface PrecisionView {
  /** A sentence, in the person's language. */
  readonly text: string;
  readonly method: 'interval' | 'first-order';
}

/** Row-major. */
export interface WireBlock {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly WireNumber[];
}

/** Numbers that stand in the text: as they are written there, and where. */
export interface WrittenBlock extends WireBlock {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export interface LayerView {
  readonly activation: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly fanIn: number;
  readonly fanOut: number;
  /** The width after the activation. */
  readonly width: number;
  /** Destination × source. Null in an outline. */
  readonly weights: WrittenBlock | null;
  /** 1 × fan-out. Null where the layer has none, and in an outline. */
  readonly biases: WrittenBlock | null;
  readonly preActivation: WireBlock | null;
  readonly output: WireBlock | null;
  readonly slope: WireBlock | null;
  readonly outputGradient: WireBlock | null;
  readonly preActivationGradient: WireBlock | null;
  readonly weightGradient: WireBlock | null;
  readonly biasGradient: WireBlock | null;
  /** Frobenius norm of ∂L/∂W, also in an outline. */
  readonly gradientNorm: WireNumber | null;
}

export interface NetworkView extends ViewBase {
  readonly kind: 'network';
  /** Input first: [3, 2, 1]. */
  readonly widths: readonly number[];
  /** `outline` where the numbers are too many to send: then blocks are null and only summaries stand. */
  readonly detail: 'full' | 'outline';
  readonly samples: number;
  readonly input: WrittenBlock | null;
  /** As written: one row a sample. Null without a target. */
  readonly target: WrittenBlock | null;
  readonly layers: readonly LayerView[];
  readonly loss: {
    readonly name: string;
    readonly reduction: string;
    readonly parameters: Readonly<Record<string, number>>;
    readonly value: WireNumber;
  } | null;
  readonly learningRate: number;
  /** Left out of doubles: what is calculated in them alone is not offered. */
  readonly dtype?: 'float32';
  /** Left out where the numbers were printed whole. */
  readonly precision?: PrecisionView;
  readonly check: CheckResult | null;
  /** Of the Jacobian with the direction and the covector of the text; left out where it has neither. */
  readonly products?: readonly ProductName[];
  /** Whether other conventions of the loss multiply the gradient by a factor. */
  readonly hasConventions: boolean;
  /** Whether a framework could read a name of the text in another way, or float32 is compared. */
  readonly mayDiffer: boolean;
}

export interface MeasureView {
  readonly label: string;
  readonly values: readonly WireNumber[];
  readonly texts: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Σ as exact text, `1` where it is one. */
  readonly sum: string;
}

export interface DistributionView extends ViewBase {
  readonly kind: 'distribution';
  /** The first outcomes, at most `shown`; all sums are over `outcomes`. */
  readonly outcomes: number;
  /** What the text calls the first of them; left out where it does not. */
  readonly outcomeNames?: readonly string[];
  /** Of a matrix whose rows are distributions: how many; else 0. */
  readonly rows: number;
  readonly p: MeasureView;
  readonly q: MeasureView | null;
  readonly base: number;
  /** Where P is a table of two variables. */
  readonly joint?: { readonly rows: number; readonly columns: number };
  readonly measures: WireMeasures;
  readonly normalised: WireMeasures | null;
  /** Left out where no probability was rounded. */
  readonly precision?: PrecisionView;
  readonly exact: { readonly [Name in keyof Measures]?: ExactResult };
  readonly terms: {
    readonly logRatio: readonly WireNumber[];
    readonly klPQ: readonly WireNumber[];
    readonly klQP: readonly WireNumber[];
  } | null;
}

/** A family with its parameters, or a density. */
export interface ContinuousMeasureView {
  readonly label: string;
  /** `normal(loc = 0, scale = 1)`. */
  readonly title: string;
  /** The family's density, in LaTeX; null for a density that the text gives. */
  readonly latex: string | null;
  /** Null for more than one variable. */
  readonly support: readonly [WireNumber, WireNumber] | null;
  readonly integral: WireNumber;
}

/** How a value was got, in words, with its formula where it has a closed form. */
export interface MethodView {
  readonly how: string;
  readonly latex?: string;
  readonly source?: string;
  readonly error: WireNumber;
}

export interface ContinuousView extends ViewBase {
  readonly kind: 'continuous';
  readonly p: ContinuousMeasureView;
  readonly q: ContinuousMeasureView | null;
  readonly base: number;
  readonly measures: WireMeasures;
  readonly normalised: WireMeasures | null;
  readonly methods: { readonly [Name in keyof Measures]?: MethodView };
  /** Where the one has mass and the other none. */
  readonly unsupported: readonly {
    readonly direction: 'PQ' | 'QP';
    readonly from: WireNumber;
    readonly to: WireNumber;
  }[];
  /** The ends and points at which the integral of p ln(p/q) diverges; none where it does not. */
  readonly divergesAt: readonly WireNumber[];
  /** Null where the two share no axis. `term` is p ln(p/q). */
  readonly curves: {
    readonly discrete: boolean;
    readonly x: readonly number[];
    readonly p: readonly WireNumber[];
    readonly q: readonly WireNumber[] | null;
    readonly term: readonly WireNumber[] | null;
  } | null;
}

/** One thing that is known of a matrix, in words and figures for people. */
export interface MatrixFact {
  readonly name: string;
  readonly value: string;
}

export interface MatrixView extends ViewBase {
  readonly kind: 'matrix';
  readonly facts: readonly MatrixFact[];
  /** How it was read, in the person's language. */
  readonly readAs: string;
  readonly shape: readonly number[];
  /** Null where it is larger than a panel shows. */
  readonly block: WrittenBlock | null;
}

export interface MatricesView extends ViewBase {
  readonly kind: 'matrices';
  readonly matrices: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly block: WrittenBlock | null;
  }[];
}

export interface ErrorView extends ViewBase {
  readonly kind: 'error';
  /** The lines around the first problem, for the panel to show with a wavy line. */
  readonly excerpt: {
    readonly firstLine: number;
    readonly lines: readonly string[];
    /** In the excerpt's lines joined by newlines. */
    readonly span: Span;
  } | null;
  /** The rows as far as they were read, with holes, where the problem is a ragged matrix. */
  readonly raggedRows: readonly (readonly string[])[] | null;
}
