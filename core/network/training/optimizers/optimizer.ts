import type { ParameterSpec, Parameters } from '../../activations/activation';

/** One step of one array of parameters θ, moved in place. */
export interface Update {
  readonly values: Float64Array;
  /** ∂L/∂θ before the step. */
  readonly gradient: Float64Array;
  /** What the optimizer remembers from step to step, each as long as θ; zeros before the first. */
  readonly buffers: readonly Float64Array[];
  /** η. */
  readonly rate: number;
  /** t, from 1. */
  readonly step: number;
  readonly parameters: Parameters;
}

/** A rule that moves parameters against their gradient, each by itself. */
export interface Optimizer {
  /** As the class in `torch.optim`, in lower case. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** All but the learning rate, with the defaults of PyTorch. */
  readonly parameters: readonly ParameterSpec[];
  /** The step in LaTeX, with g for the gradient and θ for the parameter. */
  readonly latex: string;
  readonly plain: string;
  readonly source: string;
  /** How many buffers it keeps. */
  readonly buffers: number;
  /** Moves the entries first … end − 1 and updates their buffers. */
  update(update: Update, first: number, end: number): void;
}

export interface BoundOptimizer {
  readonly optimizer: Optimizer;
  readonly parameters: Parameters;
}
