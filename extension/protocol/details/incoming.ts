import type { WireNumber } from '../wire';
import type { VectorCells } from './blocks';

/** One neuron with the weights that feed it. */
export interface IncomingQuestion {
  readonly topic: 'incoming';
  /** From 0. */
  readonly layer: number;
  readonly neuron: number;
  readonly sample: number;
}

export interface IncomingAnswer {
  readonly weights: VectorCells;
  /** Null where the layer has none. */
  readonly bias: WireNumber | null;
  /** Null without an input. */
  readonly preActivation: WireNumber | null;
  /** ∂L/∂s of this sample; null without a target. */
  readonly preActivationGradient: WireNumber | null;
  /** Where the first of the weights stands in the document. */
  readonly start: number;
  readonly end: number;
}
