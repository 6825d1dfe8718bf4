import type { Matrix } from '../matrix';

/** What the loss says of a layer's parameters. */
export interface LayerGradient {
  /** ∂L/∂W, destination × source. */
  readonly weights: Matrix;
  /** ∂L/∂b, one a neuron; null where the layer has no biases. */
  readonly biases: Float64Array | null;
  /** Of the activation's learnt parameter (prelu), one or one a neuron; left out where it has none. */
  readonly parameters?: Float64Array;
}
