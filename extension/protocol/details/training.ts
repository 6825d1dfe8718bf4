import type { ResultProblem } from '../resultProblem';
import type { WireNumber } from '../wire';

/** So many steps of the text's optimizer on the text's samples. Asking for more goes on where the last question ended. */
export interface TrainingQuestion {
  readonly topic: 'training';
  readonly steps: number;
}

export interface TrainingAnswer {
  readonly optimizer: string;
  readonly learningRate: number;
  /** Steps taken: fewer than asked for where training ended before. */
  readonly steps: number;
  /** The loss before the first step and after some of the others: all of them, or evenly chosen, always the last. */
  readonly curve: readonly { readonly step: number; readonly loss: WireNumber }[];
  readonly lowest: { readonly step: number; readonly loss: WireNumber };
  /** Null where it can go on. */
  readonly end: 'not-finite' | 'growing' | 'stationary' | null;
  /** `diverged`, where it did. */
  readonly problem: Pick<ResultProblem, 'code' | 'severity' | 'message'> | null;
  /** What was learned, as the text would have it: weights and biases of each layer. Null where they are many. */
  readonly learned: {
    readonly weights: readonly (readonly (readonly WireNumber[])[])[];
    readonly biases: readonly (readonly WireNumber[] | null)[];
  } | null;
}
