import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAllEditors, openExample, openFile, run, until } from './support/editor';

interface Seen {
  readonly code: unknown;
  readonly text: string;
  readonly source: string | undefined;
}

function diagnosticsOf(document: vscode.TextDocument): readonly Seen[] {
  return vscode.languages.getDiagnostics(document.uri).map(({ code, range, source }) => ({
    code: typeof code === 'object' ? code.value : code,
    text: document.getText(range),
    source,
  }));
}

/** Resolves with the diagnostics once the document has some that hold. */
async function diagnosed(document: vscode.TextDocument, holds: (seen: readonly Seen[]) => boolean) {
  await until(vscode.languages.onDidChangeDiagnostics, () => holds(diagnosticsOf(document)));
  return diagnosticsOf(document);
}

/** Resolves when the server has said what it has to say about the document. */
async function settled(editor: vscode.TextEditor): Promise<void> {
  await run('nabla.evaluateSelection', { uri: editor.document.uri });
}

describe('*.nabla.json', () => {
  afterEach(closeAllEditors);

  it('is of the language jsonc', async () => {
    const { document } = await openExample('exercise-1.nabla.json');
    assert.equal(document.languageId, 'jsonc');
  });

  for (const name of ['exercise-1', 'exercise-3']) {
    it(`has no diagnostic in ${name}, comments included`, async () => {
      const editor = await openExample(`${name}.nabla.json`);
      await settled(editor);
      assert.deepEqual(diagnosticsOf(editor.document), []);
    });
  }

  it('names the vanishing gradient of exercise-2 at its first layer', async () => {
    const { document } = await openExample('exercise-2.nabla.json');
    const [problem] = await diagnosed(document, (seen) => seen.length > 0);
    assert.equal(problem?.code, 'vanishing');
    assert.match(problem?.text ?? '', /^\{ "weights": \[\[2\.5\]\]/);
  });

  it('says what is wrong at the place where it is', async () => {
    const { document } = await openFile(
      'broken.nabla.json',
      '{\n  "layers": [\n    { "weights": [[1, 2]], "activation": "sofplus" }\n  ]\n}\n',
    );
    const [problem] = await diagnosed(document, (seen) => seen.length > 0);
    assert.equal(problem?.code, 'unknown-activation');
    assert.equal(problem?.text.replaceAll('"', ''), 'sofplus');
  });

  it('forgets a problem once it is repaired', async () => {
    const editor = await openFile('repair.nabla.json', '{ "layers": [{ "weights": [[1, 2], [3]] }] }');
    await diagnosed(editor.document, (seen) => seen.some(({ code }) => code === 'ragged'));
    const at = editor.document.positionAt(editor.document.getText().indexOf('[3]') + 2);
    await editor.edit((edit) => edit.insert(at, ', 4'));
    await diagnosed(editor.document, (seen) => seen.every(({ code }) => code !== 'ragged'));
  });

  it('completes keys and values from its schema, each with a description', async () => {
    const editor = await openFile('complete.nabla.json', '{ "layers": [{ "activation": "" }], \n }');
    const completionsAt = async (text: string, after: number) => {
      const at = editor.document.positionAt(editor.document.getText().indexOf(text) + after);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        at,
      );
      return list.items.map(({ label }) =>
        (typeof label === 'string' ? label : label.label).replaceAll('"', ''),
      );
    };
    const activations = await completionsAt('""', 1);
    assert.deepEqual(
      ['softplus', 'leaky_relu', 'softmax'].filter((name) => !activations.includes(name)),
      [],
    );
    const keys = await completionsAt(', \n', 2);
    assert.deepEqual(
      ['input', 'target', 'loss'].filter((name) => !keys.includes(name)),
      [],
    );
  });

  it('takes a document over 1 MB, and edits of it', async () => {
    const row = `[${Array.from({ length: 200 }, (_, index) => (index % 7) / 8).join(', ')}]`;
    const rows = Array.from({ length: 1200 }, () => row).join(',\n');
    const editor = await openFile('large.nabla.json', `{ "layers": [{ "weights": [\n${rows}\n] }] }`);
    assert.ok(editor.document.getText().length > 1_000_000);
    const before = await run('nabla.showNetwork', { uri: editor.document.uri });
    assert.equal(before.kind, 'network');
    const end = editor.document.positionAt(editor.document.getText().lastIndexOf(']'));
    await editor.edit((edit) => edit.insert(end, ', { "weights": [[1]], "activation": "nonsense" }'));
    const seen = await diagnosed(editor.document, (found) =>
      found.some(({ code }) => code === 'unknown-activation'),
    );
    assert.ok(seen.some(({ text }) => text.includes('nonsense')));
  });
});
