import type { NotationName } from '../../../core/derivation/notations';

/** Which activations there are to study, and which of them the study's network has. */
export interface ActivationsQuestion {
  readonly topic: 'activations';
  /** In which the network's neurons are named. */
  readonly notation?: NotationName;
}

export interface ActivationsAnswer {
  /** In the order of their layers, each once, with the parameters that the text gives. */
  readonly used: readonly ActivationChoice[];
  /** All that there are, with their usual parameters. */
  readonly known: readonly ActivationChoice[];
}

export interface ActivationChoice {
  /** With the parameters that are not the usual ones: `softplus(beta=2)`. */
  readonly name: string;
  /** What is read as this activation, at the pre-activations of the neurons that have it. */
  readonly text: string;
  /** φ(x) on one line. */
  readonly formula: string;
}
