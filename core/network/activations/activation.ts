import type { CurvatureJump, Ends, Interval } from './shape';

/** Parameters of one activation by their names in `torch.nn.functional`, defaults filled in. */
export type Parameters = Readonly<Record<string, number>>;

export interface ParameterSpec {
  readonly name: string;
  readonly default: number;
  /** In words of mathematics, such as "≥ 0"; `accepts` decides. */
  readonly domain: string;
  accepts(value: number): boolean;
  /** Where the text has a word or true and false: value i stands for `words[i]`. */
  readonly words?: readonly string[];
  /** Where the text may have a list instead of a number. */
  readonly list?: ListShape;
}

/**
 * What a list has to fit: `outputs`, one number an output; `neurons`, the same or one for all; `entries`,
 * what NumPy and PyTorch stretch to samples × outputs; `variances`, the same, but that a flat list as long
 * as the batch has one number a sample.
 */
export type ListShape = 'outputs' | 'neurons' | 'entries' | 'variances';

/**
 * Parameters that were given as lists: entry i of an output, row-major, has number i modulo the
 * length, so that a list of the output's width holds for every sample.
 */
export type Lists = Readonly<Record<string, Float64Array>>;

/** A point where φ has no derivative, with its one-sided derivatives there. */
export interface Kink {
  readonly at: number;
  readonly left: number;
  readonly right: number;
  /** What φ′ returns at the point: the element of least magnitude between left and right. */
  readonly chosen: number;
  /** True where φ jumps: then a one-sided derivative is infinite, and `chosen` is only a convention. */
  readonly discontinuous?: true;
  readonly frameworks: Readonly<Record<string, number | 'not known'>>;
}

interface ActivationBase {
  /** As in `torch.nn.functional`. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parameters: readonly ParameterSpec[];
  /** φ(x) in LaTeX, with x as its argument. */
  readonly latex: string;
  /** φ(x) in Unicode text. */
  readonly plain: string;
  readonly source: string;
  /** The inputs for which φ is defined; of every neuron, where φ mixes them. */
  readonly domain: Interval;
}

/** φ acts on each neuron by itself. */
export interface ElementwiseActivation extends ActivationBase {
  readonly elementwise: true;
  value(x: number, parameters: Parameters): number;
  derivative(x: number, parameters: Parameters): number;
  /**
   * φ″(x). Where it has two one-sided values, at a kink of φ or of φ′, the number of least magnitude
   * between them; where φ jumps, that of the branch which φ takes there.
   */
  secondDerivative(x: number, parameters: Parameters): number;
  kinks(parameters: Parameters): readonly Kink[];
  /** The kinks of φ′; those of φ are not among them. */
  curvatureJumps(parameters: Parameters): readonly CurvatureJump[];
  /** All values of φ: disjoint intervals, ascending. */
  range(parameters: Parameters): readonly Interval[];
  /** Limits and asymptotes at −∞ and ∞. */
  ends(parameters: Parameters): Ends;
  /** A parameter that is learnt with the weights, in which φ is linear, and ∂φ/∂ of it. */
  readonly learnt?: {
    readonly parameter: string;
    /** ∂φ/∂ of it in LaTeX and as text, with x as its argument. */
    readonly latex: string;
    readonly plain: string;
    derivative(x: number, parameters: Parameters): number;
    /** ∂φ′/∂ of it, the mixed second derivative. */
    slopeDerivative(x: number, parameters: Parameters): number;
  };
}

/** φ acts on the row of a whole layer, such as softmax. */
export interface RowActivation extends ActivationBase {
  readonly elementwise: false;
  /** Which widths φ is defined for; left out where every one will do. */
  acceptsWidth?(width: number): boolean;
  /** The width of the output for an input of `width` (glu halves it). */
  outputWidth(width: number): number;
  /** The values that one output takes, of two neurons or more. */
  readonly range: Interval;
  /** Writes φ(s) for one sample. */
  value(s: Float64Array, output: Float64Array, parameters: Parameters): void;
  /** Of a function with kinks: on which side of each s stands, in a fixed order; 0 is on it. */
  sides?(s: Float64Array): readonly number[];
  /** The kinks on which s stands, each as its own output sees it along its own neuron. */
  kinksAt?(s: Float64Array): readonly { readonly neuron: number; readonly kink: Kink }[];
  /** Of a function with kinks: writes the change of φ(s) as s sets out along v, to that side alone. */
  along?(s: Float64Array, output: Float64Array, direction: Float64Array, result: Float64Array): void;
  /** Writes Jᵀ g, with J the Jacobian of φ at s, output = φ(s) and g = ∂L/∂o. */
  pullback(
    s: Float64Array,
    output: Float64Array,
    outputGradient: Float64Array,
    result: Float64Array,
    parameters: Parameters,
  ): void;
  /** Writes J v, the change of φ(s) as s moves along v. */
  pushforward(
    s: Float64Array,
    output: Float64Array,
    direction: Float64Array,
    result: Float64Array,
    parameters: Parameters,
  ): void;
  /** Writes the change of Jᵀ g as s moves along v: the Hessian of g·φ at s, times v. */
  curvature(
    s: Float64Array,
    output: Float64Array,
    outputGradient: Float64Array,
    direction: Float64Array,
    result: Float64Array,
    parameters: Parameters,
  ): void;
}

export type Activation = ElementwiseActivation | RowActivation;

export interface BoundActivation {
  readonly activation: Activation;
  readonly parameters: Parameters;
  /** Those of each neuron, where a parameter was given as a list. */
  readonly perNeuron?: readonly Parameters[];
}
