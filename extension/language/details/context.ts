import type { Evaluation } from '../evaluation';
import type { Evaluator } from '../evaluator';
import type { Words } from '../words/words';

/** What an answer may draw on beside its question. */
export interface DetailContext extends Evaluator {
  readonly evaluation: Evaluation;
  /** Significant digits of computed numbers. */
  readonly digits: number;
  readonly words: Words;
}
