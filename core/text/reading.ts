import type { MeasureSpec } from '../divergence/continuous/measureSpec';
import type { Problem, Span } from '../problem';
import type { MeasureForm } from './measureForm';
import type { Places } from './places';
import type { ReadingMemory } from './readingMemory';
import type { RunScanner } from './scanner/runScanner';
import type { ReadingAlternative, SettledChoices } from './settled';

/** The form in which the numbers stood. The first column of `docs/notations.md`. */
export type Notation =
  | 'nabla-json'
  | 'json'
  | 'assignments'
  | 'families'
  | 'activation'
  | 'python-list'
  | 'octave-literal'
  | 'braces'
  | 'parentheses'
  | 'plain'
  | 'numpy-repr'
  | 'numpy-str'
  | 'torch-repr'
  | 'jax-repr'
  | 'tf-repr'
  | 'paddle-repr'
  | 'eigen'
  | 'mathematica'
  | 'maxima'
  | 'sympy-repr'
  | 'pari'
  | 'torch-state-dict'
  | 'pandas-print'
  | 'csv'
  | 'csv-decimal-comma'
  | 'tsv'
  | 'tsv-decimal-comma'
  | 'markdown'
  | 'matrix-market'
  | 'octave-print'
  | 'r-print'
  | 'r-dput'
  | 'r-literal'
  | 'julia'
  | 'latex'
  | 'maxima-2d'
  | 'pari-pretty'
  | 'yaml';

/**
 * Numbers as they were read, row-major, each with the place where it stands: number i is
 * `text.slice(places.startOf(i), places.endOf(i))`, without quotes or separators, and its nearest double is
 * `values[i]`. Typed arrays, not an object a number, so that ten million stay affordable.
 * The exact value, where one is wanted, is read again from that slice (`writtenNumber`). A number that
 * the text implies and does not write, such as a zero of a sparse matrix, has an empty place.
 */
export interface NumberArray {
  /** [] for a scalar, [n] for a vector, [rows, columns] for a matrix, and so on. */
  readonly shape: readonly number[];
  readonly values: Float64Array;
  readonly places: Places;
  /** All of it, brackets included. */
  readonly span: Span;
  /** Where the text gives a common factor, 10 to this power: `values` have it, the slices do not. */
  readonly exponent?: number;
  /** Where the text multiplies the whole array, `2*[1 2]`: by what, as arithmetic of numbers alone. */
  readonly factor?: string;
  /**
   * Where a tool printed the numbers and rounds: from so many decimals on, the number that was meant is
   * only within half a unit of the last digit. See `halfUnit` in `precision.ts`.
   */
  readonly roundedFrom?: number;
}

export interface NamedArray {
  readonly name: string;
  readonly nameSpan: Span;
  readonly array: NumberArray;
}

export interface NumberToken {
  readonly value: number;
  readonly span: Span;
}

/** A parameter that is a word, `"approximate": "tanh"`, or `true` or `false`. */
export interface WordToken {
  readonly word: string;
  readonly span: Span;
}

/** An activation, loss or optimizer as it was named: `"relu"` or `{"name": "elu", "alpha": 2}`. */
export interface NamedChoice {
  readonly name: string;
  readonly parameters: Readonly<Record<string, NumberToken>>;
  /** Left out where there are none; so are `arrays`. */
  readonly words?: Readonly<Record<string, WordToken>>;
  /** Parameters that are lists, such as one weight a class. */
  readonly arrays?: Readonly<Record<string, NumberArray>>;
  readonly span: Span;
}

/** A gradient that the text claims, in the shape of the result's `gradients`: one entry a layer. */
export interface GradientClaim {
  readonly weights: readonly (NumberArray | null)[];
  readonly biases: readonly (NumberArray | null)[];
  readonly parameters: readonly (NumberArray | null)[];
  readonly input: NumberArray | null;
  readonly span: Span;
}

export interface LayerReading {
  /** Always destination × source, whatever the notation: kernels are transposed, columns [W b] split off. */
  readonly weights: NumberArray;
  readonly biases: NumberArray | null;
  /** How the weights were written. */
  readonly written: 'weights' | 'kernel' | 'augmented';
  /** Null where none was named: the identity. */
  readonly activation: NamedChoice | null;
  /** Whose names these are, where the layer says so. */
  readonly dialect?: WordToken;
  readonly span: Span;
}

/** Which rule was applied where the text left room for more than one. Shown, never hidden. */
export type ReadingChoice =
  | { readonly rule: 'augmented'; readonly layer: number }
  | { readonly rule: 'kernel'; readonly layer: number }
  /** In the form that another program gives its networks. */
  | { readonly rule: 'exported'; readonly by: 'brain.js' | 'Keras' | 'scikit-learn' }
  | { readonly rule: 'chained-matrices'; readonly count: number }
  | { readonly rule: 'single-matrix' }
  /** Weights that stand one by one: w_pk is from p to k where rows of the text's indices are sources. */
  | { readonly rule: 'entries'; readonly first: 'source' | 'destination' }
  /** A loss of given outputs: the one layer is the identity, and its input is the outputs. */
  | { readonly rule: 'loss-alone' }
  | { readonly rule: 'two-rows' }
  | { readonly rule: 'two-columns' }
  | { readonly rule: 'two-selections' }
  | { readonly rule: 'rows'; readonly count: number }
  /** Vectors that follow each other, as in JSON Lines, are the rows of one matrix. */
  | { readonly rule: 'line-rows'; readonly count: number }
  | { readonly rule: 'named-arrays' }
  /** So many numbers stand in the text beside those that were read; the first of them as it is written. */
  | { readonly rule: 'left-out'; readonly count: number; readonly first: string; readonly span: Span }
  | { readonly rule: 'column-major' }
  | { readonly rule: 'scale-factor'; readonly exponent: number }
  | { readonly rule: 'factor'; readonly factor: string }
  | { readonly rule: 'printed-digits'; readonly decimals: number; readonly halfUnit: number }
  | { readonly rule: 'header'; readonly columns: number }
  | { readonly rule: 'index-column' }
  | { readonly rule: 'decimal-comma' }
  /** True is 1 and false is 0. */
  | { readonly rule: 'truth-values' }
  | { readonly rule: 'column-blocks'; readonly count: number }
  | { readonly rule: 'implied-zeros' }
  | { readonly rule: 'mirrored'; readonly symmetry: 'symmetric' | 'skew-symmetric' }
  | {
      readonly rule: 'measure-form';
      readonly distribution: 'P' | 'Q';
      readonly form: Exclude<MeasureForm, 'probabilities'>;
    }
  | { readonly rule: 'joint-table'; readonly rows: number; readonly columns: number };

interface ReadingBase {
  readonly text: string;
  readonly notation: Notation;
  readonly span: Span;
  readonly choices: readonly ReadingChoice[];
  /** Other ways to read the same text, the likelier first; empty where there is none. */
  readonly alternatives: readonly ReadingAlternative[];
  readonly problems: readonly Problem[];
}

/** What a text says of a network beside its layers. */
export interface NetworkTerms {
  /** [features], or [samples, features]. */
  readonly input: NumberArray | null;
  readonly target: NumberArray | null;
  readonly loss: NamedChoice | null;
  readonly reduction: NamedChoice | null;
  readonly learningRate: NumberToken | null;
  /** Left out where the text names none: plain gradient descent. */
  readonly optimizer?: NamedChoice;
  /** Left out where the text claims no gradient. */
  readonly gradient?: GradientClaim;
  /** v of a product J v with the Jacobian of the outputs, in the shape of a gradient; often left out. */
  readonly direction?: GradientClaim;
  /** u of a product uᵀ J, in the shape of the output; often left out. */
  readonly covector?: NumberArray;
  /** Whose names these are, where the text says so for all layers. */
  readonly dialect?: WordToken;
  /** In which numbers to calculate, where the text says so: in doubles where it does not. */
  readonly dtype?: WordToken;
  /** True where the weights fit the shapes both ways round, and nothing settles which is meant. */
  readonly isOrientationOpen?: true;
}

export interface NetworkReading extends ReadingBase, NetworkTerms {
  readonly kind: 'network';
  readonly layers: readonly LayerReading[];
}

export interface MeasureReading {
  /** As the text calls it: "P", "p", or the default where it has no name. */
  readonly label: string;
  readonly numbers: NumberArray;
  /** What the text calls the outcomes, the first thousand of them; left out where it has no names for them. */
  readonly outcomeNames?: readonly string[];
  /** What the numbers are; probabilities where it is left out. */
  readonly form?: Exclude<MeasureForm, 'probabilities'>;
}

export interface DistributionReading extends ReadingBase {
  readonly kind: 'distribution';
  readonly p: MeasureReading;
  /** Null for one distribution alone: then only its entropy is known. */
  readonly q: MeasureReading | null;
  /** Of the logarithms; Math.E unless the text says another. */
  readonly base: number;
  /** Where the text says the base; left out where it does not. */
  readonly baseSpan?: Span;
  /** The order that the text asks of Rényi's and the other measures of an order, `"alpha": 3`. */
  readonly alpha?: NumberToken;
  /** Where P is a table of two variables, row-major: its size. Then Q is null. */
  readonly joint?: { readonly rows: number; readonly columns: number };
  /** Of a matrix of more than two rows: each row a distribution, P and Q among them. */
  readonly rows?: readonly MeasureReading[];
}

/** Families with their parameters, or densities with their supports, in place of outcomes. */
export interface ContinuousReading extends ReadingBase {
  readonly kind: 'continuous';
  readonly p: MeasureSpec;
  /** Null for one alone: then only its entropy is known. */
  readonly q: MeasureSpec | null;
  /** Of the logarithms; Math.E unless the text says 2 or 10. */
  readonly base: number;
}

/** An activation by itself: its name, perhaps with parameters, and perhaps numbers to take it at. */
export interface ActivationReading extends ReadingBase {
  readonly kind: 'activation';
  readonly choice: NamedChoice;
  /** A number or a vector; often left out. */
  readonly input?: NumberArray;
  /** What the entries of the input are called, where the text names them. */
  readonly inputNames?: readonly string[];
}

export interface MatrixReading extends ReadingBase {
  readonly kind: 'matrix';
  readonly array: NumberArray;
  /** Left out where the text gives none. */
  readonly name?: { readonly text: string; readonly span: Span };
}

export interface MatricesReading extends ReadingBase {
  readonly kind: 'matrices';
  readonly arrays: readonly NamedArray[];
}

/** Nothing could be read. `problems` has at least one error. */
export interface FailedReading extends ReadingBase {
  readonly kind: 'error';
  /**
   * True after at least two numbers inside a bracket or an assignment, or a key that only Nabla
   * has: the person meant numbers, so a surface that was not asked (a hover) may speak. False over
   * other text, also over a program's `x = 3`.
   */
  readonly meant: boolean;
}

export type Reading =
  | NetworkReading
  | DistributionReading
  | ContinuousReading
  | ActivationReading
  | MatrixReading
  | MatricesReading
  | FailedReading;

/** What the person asked for. `auto` takes what the text is. */
export type ReadAs = 'auto' | 'network' | 'distribution' | 'matrix';

export interface ReadOptions {
  readonly as?: ReadAs;
  /** The parts of the text to read, in order: none is all of it, two are P and Q. */
  readonly within?: readonly Span[];
  /** What the person settled; a comment in the text, `# nabla: no-header`, settles the same. */
  readonly choices?: SettledChoices;
  /** The host's scanner for long texts. Without it they are read to the same numbers, but slower. */
  readonly scanner?: RunScanner;
  /** Of the same document: what has not changed since the last reading with it is not read again. */
  readonly memory?: ReadingMemory;
}
