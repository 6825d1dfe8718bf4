import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Action } from '../../protocol/actions';
import { rangeOf } from '../feature';

/** Actions as the language-server protocol has them, each repair tied to the diagnostic that it is for. */
export function codeActionsOf(
  actions: readonly Action[],
  document: TextDocument,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  return actions.map(({ kind, title, edits, problem, isPreferred, command }) => {
    const repaired = diagnostics.filter(({ code, range }) => {
      return code === problem?.code && document.offsetAt(range.start) === problem?.span.offset;
    });
    return {
      kind,
      title,
      ...(repaired.length === 0 ? {} : { diagnostics: repaired }),
      ...(isPreferred === true ? { isPreferred } : {}),
      ...(edits.length === 0
        ? {}
        : {
            edit: {
              changes: {
                [document.uri]: edits.map(({ span, text }) => ({
                  range: rangeOf(document, span),
                  newText: text,
                })),
              },
            },
          }),
      ...(command === undefined
        ? {}
        : { command: { title, command: command.name, arguments: [command.argument] } }),
    };
  });
}
