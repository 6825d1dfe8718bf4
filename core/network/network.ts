import type { Matrix } from '../matrix';
import type { BoundActivation } from './activations/activation';
import type { BoundLoss } from './losses/loss';
import type { BoundOptimizer } from './training/optimizers/optimizer';

export interface Layer {
  /** W, destination × source. */
  readonly weights: Matrix;
  /** b, one a destination neuron. */
  readonly biases: Float64Array | null;
  readonly activation: BoundActivation;
}

/** A multilayer perceptron: o⁰ = x, sˡ⁺¹ = Wˡ oˡ + bˡ⁺¹, oˡ⁺¹ = φ(sˡ⁺¹). */
export interface Network {
  readonly layers: readonly Layer[];
  readonly loss: BoundLoss;
  /** η: that of the optimizer where it has its own. */
  readonly learningRate: number;
  /** Null where the text names one that is not known, or gives it a parameter that it does not take. */
  readonly optimizer: BoundOptimizer | null;
}
