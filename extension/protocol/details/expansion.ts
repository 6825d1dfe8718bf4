import type { Span } from '../../../core/problem';

/** The next larger part of the document around a selection that means something. */
export interface ExpansionQuestion {
  readonly topic: 'expansion';
  /** In offsets of the document. */
  readonly selection: Span;
}

export interface ExpansionAnswer {
  /** Null where all of the text is selected. */
  readonly span: Span | null;
}
