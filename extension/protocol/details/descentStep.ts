import type { TextEdit } from '../actions';
import type { WireNumber } from '../wire';

/** One step of the text's optimizer, as edits of its weights and biases. */
export interface DescentStepQuestion {
  readonly topic: 'descentStep';
}

/** Why no step can be written. */
export type DescentObstacle =
  /** Without an input and a target, or with an error, there is nothing to descend. */
  | 'no-loss'
  | 'unknown-optimizer'
  /** Every derivative is 0. */
  | 'flat'
  /** Numbers that the text implies (a zero of a sparse matrix) or that stand for several weights. */
  | 'implied-numbers'
  | 'too-many-numbers'
  /** A number would leave the doubles, or the text could not be read back as the step. */
  | 'not-writable';

export type DescentStepAnswer =
  | {
      readonly obstacle: null;
      /** In offsets of the document, one a number that changes. */
      readonly edits: readonly TextEdit[];
      readonly lossBefore: WireNumber;
      /** Of the text as the edits leave it, rounding included. */
      readonly lossAfter: WireNumber;
      readonly optimizer: string;
      readonly learningRate: number;
      /** What was done, in the person's language. */
      readonly message: string;
    }
  | { readonly obstacle: DescentObstacle; readonly message: string };

/** What the command returns: the plan, and whether the text has it now. */
export type DescentStepResult = DescentStepAnswer & { readonly applied: boolean };
