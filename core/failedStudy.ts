import type { Problem } from './problem';
import type { Reading } from './text/reading';

/** Nothing can be computed; `problems` says why, where, and what would help. */
export interface FailedStudy {
  readonly kind: 'error';
  readonly reading: Reading;
  readonly problems: readonly Problem[];
}
