import type { Matrix } from '../../matrix';
import type { Kink, Lists, ParameterSpec, Parameters } from '../activations/activation';

export type Reduction = 'sum' | 'mean' | 'none' | 'batchmean';

/**
 * What a loss compares the output with. `rows` has the shape of the output; `classes` holds one
 * class index a sample.
 */
export type Target =
  | { readonly form: 'rows'; readonly rows: Matrix }
  | { readonly form: 'classes'; readonly classes: Int32Array };

/** What one sample is compared with. */
export type SampleTarget =
  | { readonly form: 'row'; readonly row: Float64Array }
  | { readonly form: 'class'; readonly index: number };

/** For which entries of a row target a loss is defined; `accepts` decides, the words tell. */
export interface TargetDomain {
  /** In words of mathematics, such as "in [0, 1]". */
  readonly domain: string;
  /** For outputs of `width` numbers a sample. */
  accepts(value: number, parameters: Parameters, width: number): boolean;
}

/** For which outputs a loss has a value, given its parameters; null where for every one. */
export type OutputDomain = (
  parameters: Parameters,
) => { readonly domain: string; accepts(value: number): boolean } | null;

/** A loss that is a sum over outputs, divided by its reduction. */
export interface EntryLoss {
  /** What one output adds, given its target. */
  term(output: number, target: number, parameters: Parameters): number;
  /** The derivative of the term with respect to the output. */
  slope(output: number, target: number, parameters: Parameters): number;
}

export interface Loss {
  /** As in `torch.nn.functional`, or `half_squared_error`. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parameters: readonly ParameterSpec[];
  readonly reductions: readonly Reduction[];
  readonly defaultReduction: Reduction;
  /** Whether the target of a sample may be a class index. */
  readonly takesClasses: boolean;
  /** Whether it may be a row of the output's width. */
  readonly takesRows: boolean;
  /** Null where every number will do. */
  readonly targetDomain: TargetDomain | null;
  /** For which outputs; left out where every number will do. */
  readonly outputDomain?: OutputDomain;
  /** True where one output's part of the loss depends on that output and its target alone. */
  readonly elementwise: boolean;
  /** True where a sample's loss is the mean over its outputs, whatever the reduction. */
  readonly isMeanOfOutputs?: true;
  /** Where the loss is a sum over outputs: what each adds. */
  readonly entry?: EntryLoss;
  /** True where `mean` is over samples although the loss is a sum over outputs. */
  readonly isMeanOverSamples?: true;
  readonly latex: string;
  readonly plain: string;
  readonly source: string;
  /** The reduced loss of the whole batch, a scalar. */
  value(output: Matrix, target: Target, reduction: Reduction, parameters: Parameters, lists?: Lists): number;
  /** ∂L/∂ŷ of the reduced loss, samples × outputs. */
  gradient(
    output: Matrix,
    target: Target,
    reduction: Reduction,
    parameters: Parameters,
    lists?: Lists,
  ): Matrix;
  /**
   * For a loss whose kinks lie on differences of outputs: the derivative of a sample's loss as its output
   * sets out along v, to that side alone, before the reduction.
   */
  along?(
    output: Float64Array,
    target: SampleTarget,
    direction: Float64Array,
    parameters: Parameters,
    lists?: Lists,
  ): number;
  /** For such a loss: on which side of each kink a sample's output stands, in a fixed order; 0 is on it. */
  sides?(output: Float64Array, target: SampleTarget, parameters: Parameters): readonly number[];
  /** Kinks in ŷ of one output, given its target; empty for smooth losses. */
  kinks(target: number, parameters: Parameters): readonly Kink[];
  /** Where the slope in ŷ alone has a kink; left out where it has none. */
  curvatureJumps?(target: number, parameters: Parameters): readonly number[];
}

export interface BoundLoss {
  readonly loss: Loss;
  readonly reduction: Reduction;
  readonly parameters: Parameters;
  /** Empty where every parameter is a number. */
  readonly lists: Lists;
}
