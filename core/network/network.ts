import type { Matrix } from '../matrix';
import type { BoundActivation } from './activations/activation';
import type { BoundLoss } from './losses/loss';

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
  readonly learningRate: number;
}
