import type { ProblemCode, Severity } from '../../core/problem';

export interface ResultProblem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  /** UTF-16 units from 0, in the text that was given. */
  readonly offset: number;
  readonly length: number;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly data?: unknown;
}
