/** Which hints a person wants. */
export interface HintKinds {
  /** The shape of a matrix; of weights, from how many neurons to how many. */
  readonly shapes: boolean;
  /** The divergence after Q. */
  readonly divergence: boolean;
  /** Pre-activation and output after the weights of a neuron. */
  readonly neurons: boolean;
  /** The derivatives after the weights of a neuron. */
  readonly gradients: boolean;
}

/** A hint after a place of the text. */
export interface Hint {
  readonly at: number;
  readonly label: string;
  readonly tooltip: string;
}

/** Of one value; a screen shows fewer. */
export const mostHints = 500;
