import type { WireNumber } from '../wire';

/** What other ways to add up the same loss would make of the gradient. */
export interface ConventionsQuestion {
  readonly topic: 'conventions';
}

export interface ConventionsAnswer {
  /** As it was computed. */
  readonly own: { readonly loss: string; readonly reduction: string };
  /** The gradient of each is `factor` times the one computed; `text` is the factor as a fraction. */
  readonly others: readonly {
    readonly loss: string;
    readonly reduction: string;
    readonly factor: WireNumber;
    readonly text: string;
  }[];
}
