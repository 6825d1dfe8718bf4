import type { JointMeasure } from '../../../core/divergence/jointTable';
import type { WireNumber } from '../wire';

/** What a joint distribution of two variables says of each and of both. */
export interface JointTableQuestion {
  readonly topic: 'jointTable';
}

export interface JointTableAnswer {
  readonly rows: number;
  readonly columns: number;
  /** Of the logarithms. */
  readonly base: number;
  readonly measures: readonly {
    readonly name: JointMeasure;
    readonly title: string;
    readonly latex: string;
    readonly value: WireNumber;
    /** Σ c·ln(prime), where it is known exactly and short. */
    readonly exact?: string;
  }[];
  /** The first values of each variable. */
  readonly marginalX: readonly WireNumber[];
  readonly marginalY: readonly WireNumber[];
  /** H(Y | X = x) for the first values of X. */
  readonly entropyOfRows: readonly WireNumber[];
  /** What rounding leaves of the chain rule, each side computed by itself. */
  readonly chainRule: WireNumber;
}
