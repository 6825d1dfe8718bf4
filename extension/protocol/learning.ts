import type { WireNumber } from './wire';

/** One step of the text's optimizer from its beginning. */
export interface DescentResult {
  readonly optimizer: string;
  readonly learningRate: number;
  /** The loss after the step. */
  readonly loss: WireNumber;
}

/** A gradient on its way from the output back, from the first layer to the last. */
export interface DiagnosisResult {
  /** The gradient of the loss, or of the sum of the outputs where there is none. */
  readonly of: 'loss' | 'outputs';
  readonly layers: readonly {
    /** The factor of φ′, |φ′(s)| in a chain, and that of the weights, |w|; null behind a layer that lets nothing through. */
    readonly slope: WireNumber | null;
    readonly weights: WireNumber | null;
    /** log₁₀ of the product of all factors from the output to this layer's pre-activation. */
    readonly log10: WireNumber;
    /** log₁₀ of the product of the steepest slopes that there are on the way. */
    readonly log10Bound: WireNumber | null;
    /** Neurons from 0. */
    readonly dead: readonly number[];
    readonly saturated: readonly number[];
  }[];
}
