import { Disposable, type TextDocument, type TextDocumentChangeEvent, workspace } from 'vscode';
import { hasNablaFence, opensNablaFence } from '../../../core/text/fences';
import type { Server } from './connection/server';
import type { Failures } from './failures';
import { isNablaFile } from './text/source';

/**
 * Diagnostics and lenses are asked for by opening a text that is Nabla's, a `*.nabla.json` or Markdown with
 * a fenced `nabla` block, so that starts the server too; and so does writing the first such fence.
 */
export function startForNablaTexts(server: Server, failures: Failures): Disposable {
  const start = () => {
    if (server.state === 'idle') server.start().catch(failures.report);
  };
  const opened = (document: TextDocument) => {
    if (server.state === 'idle' && isNablaText(document)) start();
  };
  const changed = ({ document, contentChanges }: TextDocumentChangeEvent) => {
    if (server.state !== 'idle' || document.languageId !== 'markdown') return;
    if (contentChanges.some(({ range }) => opensNablaFence(document.lineAt(range.start.line).text))) start();
  };
  workspace.textDocuments.forEach(opened);
  return Disposable.from(workspace.onDidOpenTextDocument(opened), workspace.onDidChangeTextDocument(changed));
}

function isNablaText(document: TextDocument): boolean {
  return (
    isNablaFile(document.uri) || (document.languageId === 'markdown' && hasNablaFence(document.getText()))
  );
}
