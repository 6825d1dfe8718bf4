import type { HypothesisName } from '../../../core/divergence/facts/facts';
import type { WireNumber } from '../wire';

/** The three facts about KL(P‖Q) on the two distributions of the study. */
export interface FactsQuestion {
  readonly topic: 'facts';
}

export interface HypothesisAnswer {
  readonly name: HypothesisName;
  /** Null where it is not decided. */
  readonly holds: boolean | null;
}

/** All numbers in the unit of the base. */
export interface FactsAnswer {
  readonly base: number;
  readonly identity: {
    readonly crossEntropy: WireNumber;
    readonly entropy: WireNumber;
    readonly divergence: WireNumber;
    /** In exact form where there is one: plain text. */
    readonly exact: {
      readonly crossEntropy: string;
      readonly entropy: string;
      readonly divergence: string;
    } | null;
    readonly hypotheses: readonly HypothesisAnswer[];
  };
  readonly jensen: {
    readonly mean: WireNumber;
    readonly ofMean: WireNumber;
    readonly expectation: WireNumber;
    readonly hypotheses: readonly HypothesisAnswer[];
    readonly isEqual: boolean | null;
    /** Outcomes, or places that share P evenly. */
    readonly places: 'outcomes' | 'integers' | 'line';
    /** What the text calls the first outcomes; left out where it does not. */
    readonly outcomeNames?: readonly string[];
    readonly points: readonly {
      readonly at: WireNumber;
      readonly x: WireNumber;
      readonly y: WireNumber;
      readonly weight: WireNumber;
    }[];
  };
  readonly gibbs: {
    readonly divergence: WireNumber;
    readonly hypotheses: readonly HypothesisAnswer[];
    readonly isEqual: boolean | null;
  };
}
