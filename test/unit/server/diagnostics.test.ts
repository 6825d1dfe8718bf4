import assert from 'node:assert/strict';
import { Notifications } from '../../../extension/protocol/requests';
import { badInputs } from '../language/badInput';
import { network } from '../language/texts';
import { change, evaluate, open, parametersFor, sendSlices, uri } from './requests';
import { type Session, startSession } from './session';

describe('diagnostics from the server', () => {
  let session: Session;
  beforeEach(async () => {
    session = await startSession();
  });
  afterEach(() => session.dispose());

  it('are none for the exercise', async () => {
    await open(session, network);
    assert.deepEqual(await session.nextDiagnostics(), { uri, version: 1, diagnostics: [] });
  });

  for (const { title, text, code, message } of badInputs) {
    it(`say what is wrong: ${title}`, async () => {
      await open(session, text);
      const { diagnostics } = await session.nextDiagnostics();
      assert.ok(
        diagnostics.some((diagnostic) => diagnostic.code === code && diagnostic.message === message),
        JSON.stringify(diagnostics),
      );
    });
  }

  it('follow the text and speak of its last version alone', async () => {
    await open(session, network);
    const line = 2;
    const start = network.split('\n')[line]?.indexOf('softplus') ?? 0;
    await change(session, 2, { line, start, end: start + 8 }, 'sof');
    await change(session, 3, { line, start, end: start + 3 }, 'sofplus');
    const published = await session.nextDiagnostics();
    assert.equal(published.version, 3);
    assert.deepEqual(published.diagnostics, [
      {
        range: { start: { line, character: start - 1 }, end: { line, character: start + 8 } },
        severity: 1,
        code: 'unknown-activation',
        source: 'nabla',
        message: 'Unknown activation “sofplus”. Did you mean “softplus”?',
      },
    ]);
    await change(session, 4, { line, start, end: start + 7 }, 'softplus');
    assert.deepEqual(await session.nextDiagnostics(), { uri, version: 4, diagnostics: [] });
  });

  it('are said again when another derivative at kinks is wanted', async () => {
    await open(
      session,
      '{"layers": [{"weights": [[1]], "activation": {"name": "elu", "alpha": 2}}], "input": [0], "target": [1]}',
    );
    const kinkSaid = async () =>
      (await session.nextDiagnostics()).diagnostics.find(({ code }) => code === 'kink')?.message ?? '';
    const before = await kinkSaid();
    await session.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { nabla: { kinks: 'pytorch' } },
    });
    const after = await kinkSaid();
    assert.notEqual(before, '');
    assert.notEqual(after, before);
  });

  it('are there for a document that was opened in slices and then changed', async () => {
    const text = network.replace('"softplus"', '"sofplus"') + ' '.repeat(1_200_000);
    await sendSlices(session, 'opened', text);
    await session.client.sendNotification(Notifications.openSliced, {
      textId: 'opened',
      uri,
      languageId: 'jsonc',
      version: 5,
    });
    const first = await session.nextDiagnostics();
    assert.deepEqual([first.version, first.diagnostics[0]?.code], [5, 'unknown-activation']);
    const start = text.split('\n')[2]?.indexOf('sofplus') ?? 0;
    await change(session, 6, { line: 2, start, end: start + 7 }, 'softplus');
    assert.deepEqual(await session.nextDiagnostics(), { uri, version: 6, diagnostics: [] });
  });

  it('are cleared when the document closes, also those that were still to come', async () => {
    await open(session, network.replace('"softplus"', '"sofplus"'));
    await session.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual(await session.nextDiagnostics(), { uri, diagnostics: [] });
    const other = 'file:///other.nabla.json';
    await open(session, network, other);
    assert.equal((await session.nextDiagnostics()).uri, other);
    await assert.rejects(
      evaluate(session, parametersFor('', { uri, source: { from: 'document' } })),
      /is not open/,
    );
  });
});
