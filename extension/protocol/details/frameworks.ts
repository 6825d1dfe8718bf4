import type { WireNumber } from '../wire';

/** What PyTorch, Keras and others would return for the network, where that is another number than the panel's. */
export interface FrameworksQuestion {
  readonly topic: 'frameworks';
}

export interface FrameworksAnswer {
  /** As it was computed. */
  readonly own: FrameworkFigures;
  /** Those that return the same as each other stand together. */
  readonly others: readonly (FrameworkFigures & {
    /** Their names for people. */
    readonly frameworks: readonly string[];
    /** Parameters of activations that they take for others; layers from 0. */
    readonly parameters: readonly {
      readonly layer: number;
      readonly activation: string;
      readonly parameter: string;
      readonly here: number;
      readonly there: number;
    }[];
    /** Whether they take other derivatives at kinks that are hit. */
    readonly otherKinks: boolean;
    /** max |g − g′| over all derivatives. */
    readonly gradientDifference: WireNumber | null;
  })[];
  /** The same in float32, in which all of them calculate by default; null where that is not compared. */
  readonly float32: (FrameworkFigures & { readonly gradientDifference: WireNumber | null }) | null;
  /** The frameworks that return what was computed. */
  readonly same: readonly string[];
}

export interface FrameworkFigures {
  /** Of the first sample, the first numbers. */
  readonly output: readonly WireNumber[];
  readonly loss: WireNumber | null;
}
