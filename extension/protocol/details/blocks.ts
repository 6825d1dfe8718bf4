import type { Bundle } from '../../../core/network/bundles';
import type { WireNumber } from '../wire';

/** A network too wide to draw neuron by neuron: its vectors, and what its weights carry between them. */
export interface BlocksQuestion {
  readonly topic: 'blocks';
  /** From 0. */
  readonly sample: number;
}

/** A vector at no more cells than a panel draws. */
export interface VectorCells {
  readonly length: number;
  /** Entries that share a cell; 1 where each has its own. A cell holds the entry of largest magnitude. */
  readonly each: number;
  readonly values: readonly WireNumber[];
}

/** Of all finite weights of a layer. */
export interface WeightSummary {
  readonly mean: number;
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
  /** Counts in intervals of one length from −reach to reach, the size that 99 % of the weights keep within. */
  readonly reach: number;
  readonly histogram: readonly number[];
}

export interface BlocksAnswer {
  /** The input, then the output of each layer; null where the network was given no input. */
  readonly vectors: readonly (VectorCells | null)[];
  /** Layer by layer; none without an input. */
  readonly bundles: readonly (readonly Bundle[])[];
  /** Layer by layer; null where no weight is finite. */
  readonly weights: readonly (WeightSummary | null)[];
}
