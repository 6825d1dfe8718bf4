import type { WireNumber } from '../wire';

/** The loss after the optimizer's first step, as a function of its learning rate. */
export interface LossAlongStepQuestion {
  readonly topic: 'lossAlongStep';
}

export interface LossAlongStepAnswer {
  readonly optimizer: string;
  /** η of the text. */
  readonly learningRate: number;
  readonly before: WireNumber;
  /** With η of the text. */
  readonly after: WireNumber;
  /** Where the loss is first back at its value; 0 where no step descends, Infinity where none was found. */
  readonly largest: WireNumber;
  readonly best: { readonly rate: WireNumber; readonly loss: WireNumber };
  /** 2‖g‖²/gᵀHg, where the second-order model is back at its value; null for other optimizers, and where it never is. */
  readonly model: WireNumber | null;
  readonly rates: readonly number[];
  readonly losses: readonly WireNumber[];
}
