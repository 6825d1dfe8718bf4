import { type DocumentFormat, documentOf } from '../../../../core/derivation/document';
import type { DetailAnswer, DetailQuestion } from '../../../protocol/details';
import type { Evaluator } from '../connection/evaluate';
import { notationName } from '../settings';
import { evaluateSubject, type Subject } from '../subject';

/** More steps than a page of text is made for. */
const mostSteps = 400;

/** Where the derivation belongs, and what it says. */
export interface DerivationText {
  readonly text: string;
  /** The end of what was evaluated, in its document. */
  readonly end: number;
}

/** Every equation of a subject as a text of that format; null where there is nothing to derive. */
export async function derivationText(
  evaluator: Evaluator,
  subject: Subject,
  format: DocumentFormat,
): Promise<DerivationText | null> {
  const question: DetailQuestion<'derivation'> = {
    topic: 'derivation',
    subject: { kind: 'whole' },
    notation: notationName(),
    sample: 0,
    count: mostSteps,
    unfolded: false,
  };
  const answer = await evaluateSubject(evaluator, subject, { detail: question });
  if (answer === null) throw new Error('The language server gave no answer.');
  // The contract: a question is answered in its own topic.
  const detail = answer.detail as DetailAnswer<'derivation'> | null | undefined;
  if (detail === null || detail === undefined || detail.steps.length === 0) return null;
  return {
    text: documentOf(detail.steps, format),
    end: answer.span.offset + answer.span.length,
  };
}

/** The format that a file of this language holds; null where it holds neither. */
export function formatOf(languageId: string): DocumentFormat | null {
  switch (languageId) {
    case 'latex':
    case 'tex':
      return 'latex';
    case 'markdown':
    case 'quarto':
    case 'rmd':
      return 'markdown';
    default:
      return null;
  }
}
