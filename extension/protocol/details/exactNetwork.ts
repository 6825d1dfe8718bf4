import type { ExactNetworkResult } from '../result';
import type { WireNumber } from '../wire';

/** Output, loss and gradients in fractions, as far as the network stays in the rationals. */
export interface ExactNetworkQuestion {
  readonly topic: 'exactNetwork';
}

export interface ExactNetworkAnswer extends ExactNetworkResult {
  /** The nearest doubles, one row a sample. */
  readonly decimals: {
    readonly output: readonly (readonly WireNumber[])[];
    readonly loss: WireNumber | null;
  };
  /** Where exact arithmetic ends, as a sentence; null where it does not. */
  readonly end: string | null;
  /** True where a neuron or an output stands exactly at a kink: the derivatives are a choice there. */
  readonly isAtKink: boolean;
}
