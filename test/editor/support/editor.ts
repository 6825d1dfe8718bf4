import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DetailAnswer, DetailQuestion } from '../../../extension/protocol/details';
import type { Result } from '../../../extension/protocol/result';

type ServerState = 'idle' | 'starting' | 'running' | 'restarting' | 'down';

/** What the extension shows of its server to tests. */
export interface ServerView {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  processId(): number | undefined;
}

/** What the extension gives to its tests alone. */
interface Api {
  readonly server: ServerView;
  asking(text: string): Asking;
}

/** Asks what a section of the panel asks, of one text. */
export type Asking = (
  question: DetailQuestion,
  token: vscode.CancellationToken,
) => Promise<DetailAnswer | null>;

async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Partial<Api>>('nabla.nabla');
  assert.ok(extension, 'nabla.nabla is not installed in this host');
  const { server: view, asking } = await extension.activate();
  assert.ok(view && asking, 'the extension does not know that it is tested');
  return { server: view, asking };
}

export async function server(): Promise<ServerView> {
  return (await api()).server;
}

export async function asking(text: string): Promise<Asking> {
  return (await api()).asking(text);
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

let texts = 0;

/** A new document that no file has, in an editor. Each has a name of its own, which no other had before. */
export async function openText(content: string, language = 'plaintext'): Promise<vscode.TextEditor> {
  texts += 1;
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `/text-${texts}.txt` });
  const opened = await vscode.workspace.openTextDocument(uri);
  const document = await vscode.languages.setTextDocumentLanguage(opened, language);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), content));
  assert.equal(document.getText(), content);
  return editor;
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
export async function select(editor: vscode.TextEditor, ...parts: readonly string[]): Promise<void> {
  const { document } = editor;
  const text = document.getText();
  const selections = parts.map((part) => {
    const start = text.indexOf(part);
    assert.ok(start >= 0, `the text has no ${JSON.stringify(part)}`);
    return new vscode.Selection(document.positionAt(start), document.positionAt(start + part.length));
  });
  await setSelections(editor, selections);
}

export async function selectAll(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  await setSelections(editor, [new vscode.Selection(new vscode.Position(0, 0), end)]);
}

/** Waits until the window has them too: before that, an older event may take them back. */
async function setSelections(
  editor: vscode.TextEditor,
  selections: readonly vscode.Selection[],
): Promise<void> {
  const taken = new Promise<void>((resolve) => {
    const listener = vscode.window.onDidChangeTextEditorSelection((event) => {
      if (event.textEditor.document !== editor.document) return;
      const wanted = selections.every((selection) =>
        event.selections.some((other) => other.isEqual(selection)),
      );
      if (!wanted) return;
      listener.dispose();
      resolve();
    });
  });
  editor.selections = selections;
  await taken;
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

/**
 * Leaves nothing open. An untitled text that lingers would give its name, and itself, to the next one. The
 * settings are changed texts too while VS Code writes them, in no editor: to show them then breaks its host.
 */
export async function closeAllEditors(): Promise<void> {
  const changedByTests = ({ isDirty, isUntitled, uri }: vscode.TextDocument) =>
    isDirty && (isUntitled || vscode.workspace.getWorkspaceFolder(uri) !== undefined);
  for (const document of vscode.workspace.textDocuments.filter(changedByTests)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const untitled = () => vscode.workspace.textDocuments.some(({ isUntitled }) => isUntitled);
  await until(vscode.workspace.onDidCloseTextDocument, () => !untitled());
}
