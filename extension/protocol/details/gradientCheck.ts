import type { WireNumber } from '../wire';

/** One page of a network's parameters, each with its derivative by every engine. */
export interface GradientCheckQuestion {
  readonly topic: 'gradientCheck';
  /** Number of the first parameter, layer by layer: weights row by row, biases, what an activation learns. */
  readonly first: number;
}

/** Layers and neurons count from 0. */
export type ParameterName =
  | { readonly of: 'weights'; readonly layer: number; readonly from: number; readonly to: number }
  | { readonly of: 'biases' | 'parameters'; readonly layer: number; readonly to: number };

export interface GradientCheckRow {
  readonly name: ParameterName;
  /** As it is written in the text. */
  readonly written: string;
  /** By the chain rule in matrix form. */
  readonly matrix: WireNumber;
  /** By the chain rule edge by edge, from below and from above; null at a jump. */
  readonly edges: readonly [WireNumber, WireNumber] | null;
  /** By differences of the loss, likewise; null where they have no limit. */
  readonly differences: readonly [WireNumber, WireNumber] | null;
  /** In exact arithmetic, as a fraction; null where the network leaves the rationals. */
  readonly exact: string | null;
  /** What the text claims, as it is written; left out where it claims nothing of this parameter. */
  readonly claimed?: { readonly text: string; readonly isRight: boolean };
  readonly relativeDifference: WireNumber;
  readonly verdict: 'agree' | 'disagree' | 'undecided';
}

export interface GradientCheckAnswer {
  /** Of the whole network. */
  readonly parameters: number;
  readonly first: number;
  readonly rows: readonly GradientCheckRow[];
}
