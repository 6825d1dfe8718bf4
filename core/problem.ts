/** A stretch of text. Offset and length count UTF-16 units, as VS Code and JavaScript do. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export type Severity = 'error' | 'warning' | 'information';

export type SyntaxReason =
  | 'unclosed'
  | 'mismatched'
  | 'missing-value'
  | 'missing-separator'
  | 'trailing'
  | 'zero-denominator'
  | 'uncertainty'
  | 'computed'
  | 'depth'
  | 'duplicate-key'
  | 'unexpected-token'
  | 'unexpected-type';

export type Counted =
  | 'weights'
  | 'biases'
  | 'input'
  | 'target'
  | 'gradient'
  | 'direction'
  | 'covector'
  | 'outcomes'
  | 'classes'
  | 'parameter';

/**
 * What each problem carries beside its place: the values that a sentence about it needs, so that
 * the sentence can be written in any language outside `core`.
 * Rows, layers and outcomes count from 0 here; words count from 1 for people.
 */
export interface ProblemDetails {
  readonly syntax: {
    readonly reason: SyntaxReason;
    readonly found?: string;
    readonly expected?: string;
    /** The family whose parameter `expected` is left out, and all that it takes. */
    readonly family?: string;
    readonly parameters?: readonly string[];
  };
  readonly empty: { readonly what: 'text' | 'array' | 'layers' | 'document' | 'samples' };
  readonly ragged: { readonly row: number; readonly length: number; readonly expected: number };
  /** `what` of a print that shows the layers of a model alone. */
  readonly elided: { readonly mark: string; readonly what?: 'weights' };
  readonly 'width-mismatch': {
    /** Null for an activation by itself. */
    readonly layer: number | null;
    readonly width: number;
    readonly expected: number;
    /** Where it is the layer's activation that takes no such width. */
    readonly activation?: string;
  };
  readonly 'length-mismatch': {
    readonly what: Counted;
    /** The name of a parameter that is a list. */
    readonly parameter?: string;
    readonly layer?: number;
    readonly sample?: number;
    readonly length: number;
    readonly expected: number;
  };
  readonly 'unknown-activation': {
    readonly name: string;
    readonly suggestion: string | null;
    readonly layer: number;
  };
  readonly 'unknown-loss': { readonly name: string; readonly suggestion: string | null };
  readonly 'unknown-optimizer': { readonly name: string; readonly suggestion: string | null };
  /** A key that nothing is read from, so near to one that is that it may have been meant. */
  /** The text of a network names an activation, and no layer has been given one. */
  readonly 'unread-activation': { readonly name: string };
  readonly 'unknown-key': { readonly name: string; readonly suggestion: string };
  readonly 'unknown-family': { readonly name: string; readonly suggestion: string | null };
  readonly 'parameter-domain': {
    readonly owner: string;
    readonly parameter: string;
    readonly value: string;
    readonly domain: string;
    /** Where the owner has no such parameter: those that it has. */
    readonly known?: readonly string[];
    /** The domain is a list of words. */
    readonly isOneOf?: true;
  };
  /** An output for which the loss has no value. Left out is `sample` where there is one alone. */
  readonly 'output-domain': {
    readonly loss: string;
    readonly value: number;
    readonly domain: string;
    readonly output: number;
    readonly sample?: number;
  };
  readonly 'target-domain': { readonly loss: string; readonly value: string; readonly domain: string };
  readonly 'negative-probability': {
    readonly distribution: 'P' | 'Q';
    readonly outcome: number;
    /** What the text calls the outcome, where it does. */
    readonly name?: string;
    readonly value: string;
  };
  /** `at` is where the density is negative. */
  readonly 'negative-density': {
    readonly distribution: 'P' | 'Q';
    readonly at: number;
    readonly value: number;
  };
  /** `at` is where the integral diverges, null where that is not known. */
  readonly 'infinite-integral': { readonly distribution: 'P' | 'Q'; readonly at: number | null };
  readonly 'gradient-mismatch': {
    /** As the sheet writes it: `w₁₂⁰`, `b₁²`, `x₃`. */
    readonly parameter: string;
    /** Of an input among several samples. */
    readonly sample?: number;
    readonly claimed: number;
    readonly value: number;
  };
  readonly 'too-large': { readonly what: string; readonly size: number; readonly limit: number };
  readonly 'not-normalised': {
    readonly distribution: 'P' | 'Q';
    /** Of a density its integral. */
    readonly sum: string;
    readonly of?: 'density';
    /** The values are of the numbers divided by their sum alone. */
    readonly taken?: 'normalised';
  };
  readonly support: {
    readonly direction: 'PQ' | 'QP';
    readonly outcomes: readonly number[];
    /** What the text calls these outcomes, where it does. */
    readonly names?: readonly string[];
    /** Of families and densities, in place of outcomes: the stretches where the one has mass and the other none. */
    readonly where?: readonly { readonly lower: number; readonly upper: number; readonly integers?: true }[];
  };
  /**
   * Of the orientation of weights both are the words that pin it in a comment, `# nabla: rows-are-sources`,
   * and `losses` are those of the reading taken and of the other one.
   */
  readonly 'ambiguous-reading': {
    readonly taken: string;
    readonly other: string;
    readonly losses?: readonly [number, number];
  };
  readonly 'not-finite': { readonly value: string };
  /** A number that float32 rounds to 0 or to infinity. */
  readonly 'beyond-float32': { readonly value: number; readonly becomes: number };
  /** What is calculated in doubles alone. */
  readonly 'not-in-float32': { readonly what: 'direction' | 'covector' };
  /** Values that have no bound of their error: the sum had not converged after so many terms, or an integral met no tolerance. */
  readonly undecided: { readonly values: readonly string[]; readonly terms: number | null };
  /** Finite numbers gave one that is not: in a layer's forward values unless `in` says otherwise. */
  readonly overflow: {
    readonly layer: number;
    readonly in?: 'loss' | 'gradient';
    /** Of which numbers: doubles where it is left out. */
    readonly dtype?: 'float32';
  };
  /** A name means other things in other frameworks, and neither a dialect nor a parameter settles it. */
  readonly dialect: {
    readonly name: string;
    readonly layer: number;
    readonly meaning: string;
    readonly taken: readonly string[];
    readonly others: readonly {
      readonly dialect: string;
      readonly meaning: string;
      /** Where that was read. */
      readonly source?: string;
    }[];
  };
  readonly 'no-weights': Record<never, never>;
  /** The smallest of the products of |w| and φ′ from the output back to a layer, as a power of ten. */
  readonly vanishing: { readonly layer: number; readonly log10: number };
  readonly exploding: { readonly layer: number; readonly log10: number };
  /** Neurons that give 0 and learn nothing, on every one of the samples; `width` is that of the layer. */
  readonly 'dead-unit': {
    readonly layer: number;
    readonly neurons: readonly number[];
    readonly width: number;
    readonly samples: number;
  };
  readonly saturated: {
    readonly layer: number;
    readonly neurons: readonly number[];
    readonly width: number;
    readonly samples: number;
  };
  /** Training ended after so many steps, because the loss grew or was no number any more. */
  readonly diverged: {
    readonly step: number;
    readonly rate: number;
    readonly reason: 'growing' | 'not-finite';
  };
  readonly kink: {
    readonly owner: string;
    readonly at: number;
    readonly left: number;
    readonly right: number;
    readonly interval: readonly [number, number];
    readonly chosen: number;
    readonly frameworks: Readonly<Record<string, number | 'not known'>>;
    readonly layer?: number;
    readonly neuron?: number;
    /** The function jumps there, so that no derivative exists. */
    readonly discontinuous?: true;
    /** Whether the whole gradient that the choices lead to lies between one-sided derivatives of the loss. */
    readonly verdict?: 'admissible' | 'not-admissible' | 'undecided';
    /** The first derivative that does not; where left and right are equal, that is the right one. */
    readonly outside?: {
      readonly parameter: string;
      readonly chosen: number;
      readonly left: number;
      readonly right: number;
    };
  };
}

export type ProblemCode = keyof ProblemDetails;

/** Something that a person would want to know about their text, tied to the place where it stands. */
export type Problem = {
  readonly [Code in ProblemCode]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly span: Span;
    readonly data: ProblemDetails[Code];
  };
}[ProblemCode];

const severities: Readonly<Record<ProblemCode, Severity>> = {
  syntax: 'error',
  empty: 'error',
  ragged: 'error',
  elided: 'error',
  'width-mismatch': 'error',
  'length-mismatch': 'error',
  'unknown-activation': 'error',
  'unknown-loss': 'error',
  'unknown-optimizer': 'error',
  'unknown-family': 'error',
  'unread-activation': 'warning',
  'unknown-key': 'warning',
  'parameter-domain': 'error',
  'target-domain': 'error',
  'output-domain': 'error',
  'negative-probability': 'error',
  'negative-density': 'error',
  'infinite-integral': 'error',
  'gradient-mismatch': 'error',
  'too-large': 'error',
  'not-normalised': 'warning',
  support: 'warning',
  'ambiguous-reading': 'warning',
  'not-finite': 'warning',
  'beyond-float32': 'warning',
  'not-in-float32': 'warning',
  undecided: 'warning',
  overflow: 'warning',
  dialect: 'warning',
  'no-weights': 'warning',
  vanishing: 'warning',
  exploding: 'warning',
  'dead-unit': 'warning',
  diverged: 'warning',
  saturated: 'information',
  kink: 'information',
};

export function createProblem<Code extends ProblemCode>(
  code: Code,
  span: Span,
  data: ProblemDetails[Code],
): Problem {
  return { code, severity: severities[code], span, data } as Problem;
}

export function hasError(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
