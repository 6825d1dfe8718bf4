import type { Span } from '../../core/problem';
import type { Study } from '../../core/study';
import { TextPositions } from './textPositions';

/** A study, and where the text that was given to `read` stands in its document. */
export interface Evaluation {
  readonly study: Study;
  /** Of the text's beginning, in UTF-16 units of the document. */
  readonly offset: number;
  /** Of the text's beginning, from 0. */
  readonly line: number;
  /** Of the document, where what was read is but the beginning of what was asked about. */
  readonly whole?: Span;
}

/** Lines and columns of offsets in a text, from 0, as VS Code counts them. */
export function positionsIn(text: string): TextPositions {
  return new TextPositions(text);
}
