import type { CancellationToken, TextDocument } from 'vscode';
import type { Span } from '../../../core/problem';
import type { ReadAs } from '../../../core/text/reading';
import type { SettledChoices } from '../../../core/text/settled';
import type { EvaluateAnswer } from '../../protocol/requests';
import type { Evaluator, Question } from './connection/evaluate';
import { type TextSource, textOfDocument } from './text/source';

/** What a person asked about: a part of a document, or a text that no editor shows. */
export type Subject = {
  /** Two are P and Q; none is the value around `position`, else all of the text. */
  readonly selections: readonly Span[];
  readonly position?: number;
  readonly as: ReadAs;
  /** What the person settled of how to read it. */
  readonly choices?: SettledChoices;
} & (
  | { readonly kind: 'document'; readonly document: TextDocument }
  | { readonly kind: 'text'; readonly text: TextSource }
);

export type DocumentSubject = Extract<Subject, { readonly kind: 'document' }>;

export function textOf(subject: Subject): TextSource {
  switch (subject.kind) {
    case 'document':
      return textOfDocument(subject.document);
    case 'text':
      return subject.text;
  }
}

export function evaluateSubject(
  evaluator: Evaluator,
  subject: Subject,
  wanted: Pick<Question, 'view' | 'result' | 'detail' | 'onlyAround' | 'hover'>,
  token?: CancellationToken,
): Promise<EvaluateAnswer | null> {
  const { selections, position, as, choices } = subject;
  const question: Question = {
    ...wanted,
    selections,
    as,
    ...(position === undefined ? {} : { position }),
    ...(choices === undefined ? {} : { choices }),
  };
  return evaluator.evaluate(textOf(subject), question, token);
}

/** The same place in the text, now that it is known which value stands there. */
export function settledSubject(subject: Subject, answer: EvaluateAnswer): Subject {
  if (subject.kind === 'text' || subject.selections.length > 0) return subject;
  const { document, as, choices } = subject;
  const place = { kind: 'document', document, as, selections: [answer.span] } as const;
  return choices === undefined ? place : { ...place, choices };
}
