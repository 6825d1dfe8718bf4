import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openExample, openFile, openText, run, select } from './support/editor';
import { networkJson } from './support/texts';

type Positions = readonly [document: vscode.TextDocument, part: string];

function at([document, part]: Positions, after = 0): vscode.Position {
  const offset = document.getText().indexOf(part);
  assert.ok(offset >= 0, `the text has no ${JSON.stringify(part)}`);
  return document.positionAt(offset + after);
}

async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range);
}

/** Runs the action of that title, as a person who chooses it. */
async function apply(document: vscode.TextDocument, range: vscode.Range, title: string): Promise<void> {
  const actions = await actionsAt(document, range);
  const action = actions.find((candidate) => candidate.title === title);
  assert.ok(action?.edit, `${title} is not among ${JSON.stringify(actions.map((one) => one.title))}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

/** The server has the document as it is now. */
async function settled({ document }: vscode.TextEditor): Promise<void> {
  await run('nabla.evaluateSelection', { uri: document.uri });
}

function lensesOf(document: vscode.TextDocument): Thenable<readonly vscode.CodeLens[]> {
  return vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
}

const fenced = `# Notes\n\n\`\`\`nabla\n${networkJson}\n\`\`\`\n\n[[1, 2], [3, 4]]\n`;

describe('language features', () => {
  afterEach(closeAllEditors);

  it('repair a name in a Nabla file, and the diagnostic is gone', async () => {
    const editor = await openFile('slip.nabla.json', networkJson.replace('softplus', 'sofplus'));
    await settled(editor);
    const { document } = editor;
    await apply(
      document,
      new vscode.Range(at([document, 'sofplus']), at([document, 'sofplus'], 3)),
      'Write “softplus”',
    );
    assert.equal(document.getText(), networkJson);
  });

  it('rewrite what is selected in any text', async () => {
    const editor = await openText('before\nm = [[1, 2, 3], [4, 5, 6]]\n', 'python');
    await select(editor, '[[1, 2, 3], [4, 5, 6]]');
    await apply(editor.document, editor.selection, 'Transpose the matrix');
    assert.equal(editor.document.getText(), 'before\nm = [[1, 4], [2, 5], [3, 6]]\n');
  });

  it('say nothing of text that is not selected', async () => {
    const { document } = await openText('m = [[1, 2, 3], [4, 5, 6]]\n', 'python');
    const cursor = new vscode.Range(0, 6, 0, 6);
    assert.deepEqual(
      (await actionsAt(document, cursor)).filter(({ title }) => title.startsWith('Transpose')),
      [],
    );
    assert.deepEqual(await lensesOf(document), []);
  });

  it('say the loss above a network, and lead to it', async () => {
    const editor = await openExample('exercise-1.nabla.json');
    await settled(editor);
    const lenses = await lensesOf(editor.document);
    const titles = lenses.flatMap(({ command }) => (command === undefined ? [] : [command.title]));
    assert.deepEqual([titles[0], titles.at(-1)], ['ℒ = 0.160713', 'Open']);
    const commands = await vscode.commands.getCommands(true);
    assert.ok(lenses.every(({ command }) => command !== undefined && commands.includes(command.command)));
  });

  it('say shapes beside the weights', async () => {
    const editor = await openExample('exercise-1.nabla.json');
    await settled(editor);
    const { document } = editor;
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole,
    );
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['3 → 2', '2 → 1'],
    );
  });

  it('outline a network, fold it and lead from a weight to its neuron and back', async () => {
    const text =
      '{\n  "layers": [\n    { "weights": [[1, 2], [3, 4]] },\n    { "weights": [[7, 8]] }\n  ]\n}\n';
    const editor = await openFile('outline.nabla.json', text);
    await settled(editor);
    const { document } = editor;
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const network = symbols.find(({ name }) => name === 'Network');
    assert.deepEqual(
      network?.children.map(({ name }) => name),
      ['Layer 1', 'Layer 2'],
    );
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(folds.some(({ start, end }) => start === 0 && end === 4));
    const defined = await vscode.commands.executeCommand<readonly vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at([document, '8']),
    );
    assert.deepEqual(
      defined.map(({ targetRange }) => document.getText(targetRange)),
      ['[3, 4]'],
    );
    const used = await vscode.commands.executeCommand<readonly vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at([document, '4']),
    );
    assert.ok(used.some(({ range }) => document.getText(range) === '8'));
    const [selection] = await vscode.commands.executeCommand<readonly vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [at([document, '4'])],
    );
    const grown: string[] = [];
    for (let range: vscode.SelectionRange | undefined = selection; range !== undefined; range = range.parent)
      grown.push(document.getText(range.range));
    assert.ok(grown.includes('[[1, 2], [3, 4]]'));
  });

  it('speak of fenced blocks in Markdown: lenses, names, colours, diagnostics', async () => {
    const editor = await openText(fenced, 'markdown');
    const { document } = editor;
    await run('nabla.evaluateSelection', { text: networkJson });
    const lenses = await lensesOf(document);
    assert.deepEqual([...new Set(lenses.map(({ range }) => range.start.line))], [3]);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert.ok(tokens.data.length > 0);
    const name = at([document, '"softplus"'], 1);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      name,
    );
    assert.ok(list.items.some(({ label }) => label === 'leaky_relu'));
  });

  it('offer no name twice where the schema has it', async () => {
    const editor = await openFile(
      'twice.nabla.json',
      '{ "layers": [{ "weights": [[1]], "activation": "" }] }',
    );
    await settled(editor);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      at([editor.document, '""'], 1),
    );
    const names = list.items.map(({ label }) =>
      (typeof label === 'string' ? label : label.label).replaceAll('"', ''),
    );
    assert.equal(names.filter((name) => name === 'relu').length, 1);
  });
});
