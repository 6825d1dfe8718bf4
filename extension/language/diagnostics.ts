import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Severity } from '../../core/problem';
import type { Study } from '../../core/study';
import { sentence } from './problemWords';
import type { Words } from './words/words';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3 };

/** The problems of a document that was evaluated whole, as editors show them. */
export function diagnosticsOf(study: Study, document: TextDocument, words: Words): Diagnostic[] {
  return study.problems.map((problem) => {
    const { offset, length } = problem.span;
    return {
      range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
      severity: severities[problem.severity],
      code: problem.code,
      source: 'nabla',
      message: sentence(problem, words),
    };
  });
}
