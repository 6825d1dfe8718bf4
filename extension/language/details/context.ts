import type { Kernels } from '../../../core/kernels/kernels';
import type { Evaluation } from '../evaluation';
import type { Words } from '../words/words';

/** What an answer may draw on beside its question. */
export interface DetailContext {
  readonly evaluation: Evaluation;
  /** Significant digits of computed numbers. */
  readonly digits: number;
  readonly words: Words;
  /** By default the TypeScript twins. */
  readonly kernels?: Kernels;
}
