/** Which activations there are to study, and which of them the study's network has. */
export interface ActivationsQuestion {
  readonly topic: 'activations';
}

export interface ActivationsAnswer {
  /** In the order of their layers, each once, with the parameters that the text gives. */
  readonly used: readonly ActivationChoice[];
  /** All that there are, with their usual parameters. */
  readonly known: readonly ActivationChoice[];
}

export interface ActivationChoice {
  /** What is read as this activation: `softplus(beta=2)`. */
  readonly text: string;
  /** φ(x) on one line. */
  readonly formula: string;
}
