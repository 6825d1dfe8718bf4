import type { WireNumber } from '../wire';

/** Mean, variance and support of the families or densities of the study. */
export interface MomentsQuestion {
  readonly topic: 'moments';
}

/** `value` null: it does not exist (∞ − ∞), or is not known. Infinite ones are infinities. */
export interface MomentAnswer {
  readonly value: WireNumber | null;
  readonly state: 'exists' | 'undefined' | 'unknown';
  readonly method: 'closed-form' | 'quadrature' | null;
}

export interface MomentsAnswer {
  readonly measures: readonly {
    readonly label: 'P' | 'Q';
    readonly mean: MomentAnswer;
    readonly variance: MomentAnswer;
    readonly deviation: MomentAnswer;
    /** Of more than one variable: the mean of each. */
    readonly means: readonly WireNumber[] | null;
  }[];
}
