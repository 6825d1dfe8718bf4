import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, InlayHint } from 'vscode-languageserver-protocol';
import { network } from '../language/texts';
import { open, uri } from './requests';
import { type Session, startSession } from './session';

const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

describe('features from the server', () => {
  let session: Session;
  beforeEach(async () => {
    session = await startSession();
  });
  afterEach(() => session.dispose());

  const ask = <Answer>(method: string, parameters: object, at = uri): Promise<Answer> =>
    session.client.sendRequest(`textDocument/${method}`, { textDocument: { uri: at }, ...parameters });
  const openMarkdown = (text: string, at: string) =>
    session.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: at, languageId: 'markdown', version: 1, text },
    });

  it('repair a problem by an edit of the document', async () => {
    await open(session, network.replace('"softplus"', '"sofplus"'));
    const { diagnostics } = await session.nextDiagnostics();
    const [action] = await ask<CodeAction[]>('codeAction', {
      range: diagnostics[0]?.range,
      context: { diagnostics },
    });
    assert.equal(action?.title, 'Write “softplus”');
    assert.deepEqual(action.diagnostics, diagnostics);
    assert.equal(action.edit?.changes?.[uri]?.[0]?.newText, 'softplus');
    assert.equal(action.edit.changes[uri][0].range.start.line, 2);
  });

  it('say loss and gradient above a network, and lead to the panel', async () => {
    await open(session, network);
    const lenses = await ask<CodeLens[]>('codeLens', {});
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['ℒ = 0.160713', '‖∇ℒ‖ = 0.613980', 'Open'],
    );
    assert.deepEqual(lenses[0]?.command?.arguments, [
      { uri, range: { offset: 0, length: network.trimEnd().length }, show: true },
    ]);
  });

  it('say no lens and no hint that is switched off', async () => {
    await open(session, network);
    await session.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { nabla: { codeLens: { enabled: false }, inlayHints: { shapes: false } } },
    });
    assert.deepEqual(await ask('codeLens', {}), []);
    assert.deepEqual(await ask('inlayHint', { range: whole }), []);
  });

  it('speak of fenced blocks in Markdown, and of nothing else there', async () => {
    const at = 'file:///notes.md';
    await openMarkdown(`W1 = [1 2; 3 4]\n\n\`\`\`nabla\n${network}\`\`\`\n\n[[1, 2], [3]]\n`, at);
    const { diagnostics } = await session.nextDiagnostics();
    assert.deepEqual(diagnostics, []);
    const lenses = await ask<CodeLens[]>('codeLens', {}, at);
    assert.deepEqual([...new Set(lenses.map(({ range }) => range.start.line))], [3]);
    const hints = await ask<InlayHint[]>('inlayHint', { range: whole }, at);
    assert.deepEqual(
      hints.map(({ label, position }) => [label, position.line]),
      [
        ['3 → 2', 5],
        ['2 → 1', 6],
      ],
    );
  });

  it('find what is wrong in each block', async () => {
    await openMarkdown(
      '```nabla\n[[1, 2], [3]]\n```\n\n```nabla\nP = [1, 2]\nQ = [0.5, 0.5]\n```\n',
      'file:///two.md',
    );
    const { diagnostics } = await session.nextDiagnostics();
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, range.start.line]),
      [
        ['ragged', 1],
        ['not-normalised', 5],
      ],
    );
  });

  it('compute a study once for all that ask at the same time', async () => {
    await open(session, network);
    const [lenses, hints] = await Promise.all([
      ask<CodeLens[]>('codeLens', {}),
      ask<InlayHint[]>('inlayHint', { range: whole }),
    ]);
    assert.equal(lenses.length, 3);
    assert.equal(hints.length, 2);
  });

  it('are none of a document that is not held', async () => {
    assert.equal(await ask('codeLens', {}, 'file:///other.json'), null);
  });
});
