import type { ProblemCode, Span } from '../../core/problem';

/** One stretch of a text and what is to stand there instead. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** What a person may let Nabla do with their text: plain JSON, spans in offsets of the document. */
export interface Action {
  /** `quickfix` repairs `problem`; the others write the same thing in another way. */
  readonly kind: 'quickfix' | 'refactor.rewrite';
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** What it repairs. */
  readonly problem?: { readonly code: ProblemCode; readonly span: Span };
  /** The one to take without looking at the others. */
  readonly isPreferred?: true;
  /** Run after the edits. */
  readonly command?: { readonly name: string; readonly argument: unknown };
}
