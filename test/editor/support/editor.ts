import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Result } from '../../../extension/protocol/result';

type ServerState = 'idle' | 'starting' | 'running' | 'restarting' | 'down';

/** What the extension shows of its server to tests. */
export interface ServerView {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  processId(): number | undefined;
}

export async function server(): Promise<ServerView> {
  const extension = vscode.extensions.getExtension<{ readonly server?: ServerView }>('nabla.nabla');
  assert.ok(extension, 'nabla.nabla is not installed in this host');
  const { server: view } = await extension.activate();
  assert.ok(view, 'the extension does not know that it is tested');
  return view;
}

/** Resolves when the condition holds, which is looked at now and after each event. */
export async function until<Thing>(event: vscode.Event<Thing>, holds: () => boolean): Promise<void> {
  if (holds()) return;
  await new Promise<void>((resolve) => {
    const listener = event(() => {
      if (!holds()) return;
      listener.dispose();
      resolve();
    });
  });
}

/** A new document that no file has, in an editor. */
export async function openText(content: string, language = 'plaintext'): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  return vscode.window.showTextDocument(document, { preview: false });
}

export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests run in a workspace');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file into the workspace, which is a copy that the tests own, and opens it. */
export async function openFile(name: string, content: string): Promise<vscode.TextEditor> {
  const uri = workspaceFile(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

export async function openExample(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(name));
  return vscode.window.showTextDocument(document, { preview: false });
}

/** Selects the parts of the text that read so, the first of each. */
export function select(editor: vscode.TextEditor, ...parts: readonly string[]): void {
  const text = editor.document.getText();
  editor.selections = parts.map((part) => {
    const start = text.indexOf(part);
    assert.ok(start >= 0, `the text has no ${JSON.stringify(part)}`);
    const { document } = editor;
    return new vscode.Selection(document.positionAt(start), document.positionAt(start + part.length));
  });
}

export function selectAll(editor: vscode.TextEditor): void {
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(new vscode.Position(0, 0), end);
}

/** What the hovers at the place of some text say, ours and others'. */
export async function hoversAt(editor: vscode.TextEditor, part: string): Promise<readonly string[]> {
  const { document } = editor;
  const start = document.getText().indexOf(part);
  assert.ok(start >= 0, `the text has no ${JSON.stringify(part)}`);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(start + 1),
  );
  return hovers.flatMap(({ contents }) =>
    contents.map((content) => (typeof content === 'string' ? content : content.value)),
  );
}

export async function run(command: string, argument?: unknown): Promise<Result> {
  const result = await vscode.commands.executeCommand<Result | undefined>(command, argument);
  assert.ok(result, `${command} answered nothing`);
  return result;
}

export function close(actual: unknown, expected: number, relative = 1e-12): void {
  assert.ok(typeof actual === 'number', `${JSON.stringify(actual)} is no number`);
  assert.ok(Math.abs(actual - expected) <= relative * Math.abs(expected), `${actual} is not ${expected}`);
}

export async function closeAllEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
