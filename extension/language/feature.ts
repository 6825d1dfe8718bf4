import type { Range } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../core/problem';
import type { Study } from '../../core/study';
import type { Words } from './words/words';

/** What a feature of the language service is made from: one value of a document, with spans in its offsets. */
export interface FeatureContext {
  readonly document: TextDocument;
  readonly study: Study;
  readonly words: Words;
  /** Significant digits of computed numbers. */
  readonly digits: number;
}

export function rangeOf(document: TextDocument, { offset, length }: Span): Range {
  return { start: document.positionAt(offset), end: document.positionAt(offset + length) };
}

export function spanOf(document: TextDocument, { start, end }: Range): Span {
  const offset = document.offsetAt(start);
  return { offset, length: document.offsetAt(end) - offset };
}
