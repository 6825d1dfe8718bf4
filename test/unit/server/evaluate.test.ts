import assert from 'node:assert/strict';
import { CancellationTokenSource, ResponseError } from 'vscode-jsonrpc/node';
import { Requests } from '../../../extension/protocol/requests';
import { distributions, network } from '../language/texts';
import { evaluate, hoverParts, open, parametersFor, sendSlices, uri } from './requests';
import { type Session, startSession } from './session';

const hover = { theme: 'dark', parts: hoverParts } as const;

describe('evaluating through the server', () => {
  let session: Session;
  beforeEach(async () => {
    session = await startSession();
  });
  afterEach(() => session.dispose());

  it('takes at kinks the derivative that was asked for', async () => {
    const text =
      '{"layers": [{"weights": [[1]], "biases": [0], "activation": {"name": "elu", "alpha": 2}}], "input": [0], "target": [1]}';
    const biasGradient = async (kinks: 'least-magnitude' | 'pytorch') => {
      const answer = await evaluate(session, parametersFor(text, { kinks, result: true }));
      return answer?.result?.kind === 'network' ? answer.result.gradients?.biases : undefined;
    };
    assert.deepEqual(await biasGradient('least-magnitude'), [[-1]]);
    assert.deepEqual(await biasGradient('pytorch'), [[-2]]);
  });

  it('writes hovers in French with decimal commas where that is asked for, and results never', async () => {
    const asked = { language: 'fr', decimalComma: true, hover, result: true } as const;
    const answer = await evaluate(session, parametersFor(network, asked));
    assert.match(answer?.hover ?? '', /^<strong>ŷ = 0,433055<\/strong>&emsp;<strong>ℒ = 0,160713/);
    assert.match(answer?.hover ?? '', /Réseau 3–2–1/);
    assert.doesNotMatch(answer?.hover?.replace(/"[^"]*"|\([^)]*\)/g, '') ?? '', /\d\.\d/);
    assert.ok(answer?.result?.kind === 'network');
    assert.equal(answer.result.loss, 0.16071321517014325);
    const after = await evaluate(session, parametersFor(network, { hover }));
    assert.match(after?.hover ?? '', /ℒ = 0\.160713/);
  });

  it('answers a selection in any file, in offsets of its document', async () => {
    const parameters = parametersFor(network, {
      offset: 100,
      line: 9,
      selections: [{ offset: 100, length: network.length }],
      hover,
      view: true,
      result: true,
    });
    const answer = await evaluate(session, parameters);
    assert.match(answer?.hover ?? '', /^<strong>ŷ = 0\.433055<\/strong>&emsp;<strong>ℒ = 0\.160713/);
    assert.equal(answer?.span.offset, 100);
    assert.equal(answer?.view?.firstLine, 10);
    assert.ok(answer?.result?.kind === 'network');
    assert.equal(answer.result.loss, 0.16071321517014325);
  });

  it('reads a selection as a comment above it settles, which is not selected', async () => {
    const table = '1,2\n3,4\n5,6';
    const document = `# nabla: header\n${table}`;
    const selection = { offset: document.indexOf(table), length: table.length };
    const parameters = parametersFor(table, {
      offset: selection.offset,
      selections: [selection],
      as: 'matrix',
      result: true,
    });
    const rows = async (surroundings: { text: string; offset: number } | undefined) => {
      const answer = await evaluate(session, { ...parameters, surroundings });
      return answer?.result?.kind === 'matrix' ? answer.result.shape : null;
    };
    assert.deepEqual(await rows(undefined), [3, 2]);
    assert.deepEqual(await rows({ text: document, offset: 0 }), [2, 2]);
  });

  it('shows of a selection that is too long the first rows, and offers all of it', async () => {
    const text = '[[1, 2], [3, 4], [5';
    const parameters = parametersFor(text, {
      offset: 7,
      selections: [{ offset: 7, length: text.length }],
      headOf: 5_000_000,
      hover,
    });
    const answer = await evaluate(session, parameters);
    assert.match(answer?.hover ?? '', /The first 2 rows of a matrix with 2 columns/);
    assert.match(answer?.hover ?? '', /5,000,000 characters are selected/);
    assert.deepEqual(answer?.span, { offset: 7, length: 5_000_000 });
    const link = /command:nabla\.evaluateSelection\?([^)]*)\)/.exec(answer?.hover ?? '')?.[1] ?? '';
    assert.deepEqual(JSON.parse(decodeURIComponent(link))[0].range, answer?.span);
    const other = await evaluate(session, {
      ...parameters,
      source: { from: 'message', text: '{"layers": [' },
    });
    assert.match(other?.hover ?? '', /^<strong>5,000,000 characters are selected/);
  });

  it('reads no more than the first rows of a selection that is too long in its own copy of a document', async () => {
    const text = '{"layers": [\n{"weights": [[1, 2], [3, 4], [5, 6]]}, "input": [1, 2]}';
    const offset = text.indexOf('[[');
    await open(session, text, 'file:///long.nabla.json');
    const answer = await evaluate(session, {
      ...parametersFor('', { selections: [{ offset, length: 19 }], headOf: 5_000_000, hover }),
      uri: 'file:///long.nabla.json',
      source: { from: 'document' },
    });
    assert.match(answer?.hover ?? '', /The first 2 rows of a matrix with 2 columns/);
    assert.deepEqual(answer?.span, { offset, length: 5_000_000 });
  });

  it('does not repeat a problem that the editor shows beside the hover', async () => {
    const text = '{"p": [0.5, 0.7], "q": [0.5, 0.5]}';
    await open(session, text);
    const at = (position: number) =>
      evaluate(session, { ...parametersFor('', { hover, position }), uri, source: { from: 'document' } });
    assert.doesNotMatch((await at(text.indexOf('0.7')))?.hover ?? 'P sums', /P sums to/);
    assert.match((await at(text.indexOf('"q"')))?.hover ?? '', /P sums to/);
    const broken = '{"p": [0.5, 0.5], "q": [0.5, 0.5, "x"]}';
    await open(session, broken, 'file:///broken.nabla.json');
    const shown = await evaluate(session, {
      ...parametersFor('', { hover, position: broken.indexOf('"x"') }),
      uri: 'file:///broken.nabla.json',
      source: { from: 'document' },
    });
    assert.doesNotMatch(shown?.hover ?? '', /<strong>/);
  });

  it('gives no more than was asked for', async () => {
    const answer = await evaluate(session, parametersFor(network, { result: true }));
    assert.deepEqual(Object.keys(answer ?? {}), ['span', 'result']);
  });

  it('answers a question on the study, and nothing else with it', async () => {
    const detail = { topic: 'heatMap', layer: 0, of: 'weights', rows: 1, columns: 1 } as const;
    const answer = await evaluate(session, parametersFor(network, { detail }));
    assert.deepEqual(Object.keys(answer ?? {}), ['span', 'detail']);
    assert.ok(answer?.detail && 'values' in answer.detail);
    assert.equal(answer.detail.values.length, 1);
  });

  it('refuses a question of a topic that it does not have', async () => {
    const detail = { topic: 'constructor' };
    await assert.rejects(
      session.client.sendRequest(Requests.evaluate, { ...parametersFor(network), detail }),
      /Not as expected: detail/,
    );
  });

  it('takes two selections as P and Q', async () => {
    const text = 'once [0.5, 0.5], then [0.25, 0.75]';
    const selections = [
      { offset: text.indexOf('[0.5'), length: 10 },
      { offset: text.indexOf('[0.25'), length: 12 },
    ];
    const answer = await evaluate(
      session,
      parametersFor(text, { selections, as: 'distribution', result: true }),
    );
    assert.ok(answer?.result?.kind === 'distribution', JSON.stringify(answer));
    assert.equal(
      Number(answer.result.klPQ).toFixed(6),
      (0.5 * Math.log(2) + 0.5 * Math.log(2 / 3)).toFixed(6),
    );
  });

  it('is silent in a hover over text that is none of ours', async () => {
    const text = 'const answer = compute(value);';
    const selections = [{ offset: 0, length: text.length }];
    const answer = await evaluate(session, parametersFor(text, { selections, hover }));
    assert.equal(answer?.hover, null);
  });

  it('says to one who asked why text cannot be read', async () => {
    const answer = await evaluate(
      session,
      parametersFor('const answer = compute(value);', { result: true, view: true }),
    );
    assert.equal(answer?.result?.kind, 'error');
    assert.equal(answer?.view?.kind, 'error');
    assert.ok((answer?.result?.problems.length ?? 0) > 0);
  });

  it('answers an empty selection and an empty text', async () => {
    for (const text of ['', '   \n']) {
      const answer = await evaluate(
        session,
        parametersFor(text, { selections: [{ offset: 0, length: 0 }], result: true }),
      );
      assert.deepEqual(
        answer?.result?.problems.map(({ code }) => code),
        ['empty'],
      );
    }
  });

  it('finds the value around a position in its own copy of a document', async () => {
    await open(session, network);
    const position = network.indexOf('"input"') + 2;
    const parameters = parametersFor('', {
      uri,
      source: { from: 'document' },
      position,
      onlyAround: true,
      hover,
    });
    assert.match((await evaluate(session, parameters))?.hover ?? '', /^<strong>ŷ = /);
    const answer = await evaluate(session, { ...parameters, position: network.indexOf('0.2') + 1 });
    assert.match(answer?.hover ?? '', /^<strong>∂ℒ\/∂<var>w<\/var><sub>21<\/sub><sup>0<\/sup> = /);
  });

  it('takes one selected number for its part in the network around it', async () => {
    await open(session, network);
    const selections = [{ offset: network.indexOf('0.2'), length: 3 }];
    const answer = await evaluate(
      session,
      parametersFor('', { uri, source: { from: 'document' }, selections, hover }),
    );
    assert.match(answer?.hover ?? '', /^<strong>∂ℒ\/∂<var>w/);
  });

  it('answers nothing where only a value around the position was wanted and there is none', async () => {
    const text = `words\n\n${distributions}`;
    const answer = await evaluate(session, parametersFor(text, { position: 2, onlyAround: true, hover }));
    assert.equal(answer, null);
  });

  it('evaluates all of a text where a command finds nothing around the cursor', async () => {
    const answer = await evaluate(
      session,
      parametersFor(`\n\n${distributions}`, { position: 0, result: true }),
    );
    assert.equal(answer?.result?.kind, 'distribution');
  });

  it('does not mistake one text for another that shares its name', async () => {
    const first = await evaluate(session, parametersFor('[[1, 2]]', { result: true }));
    const second = await evaluate(session, parametersFor('[[3, 4]]', { result: true }));
    assert.ok(first?.result?.kind === 'matrix' && second?.result?.kind === 'matrix');
    assert.deepEqual([first.result.values, second.result.values], [[[1, 2]], [[3, 4]]]);
  });

  it('answers malformed parameters with an error and lives', async () => {
    const whole = parametersFor('[[1]]');
    const malformed: unknown[] = [
      null,
      42,
      {},
      { ...whole, uri: 1 },
      { ...whole, source: { from: 'elsewhere' } },
      { ...whole, source: { from: 'slices', textId: 'never sent' } },
      { ...whole, source: { from: 'document' } },
      { ...whole, selections: [{ offset: -1, length: 2 }] },
      { ...whole, selections: 'all' },
      { ...whole, digits: 1e9 },
      { ...whole, as: 'poem' },
      { ...whole, hover: { theme: 'pink', parts: {} } },
      { ...whole, position: Number.NaN },
    ];
    for (const parameters of malformed) {
      await assert.rejects(evaluate(session, parameters), ResponseError, JSON.stringify(parameters));
    }
    for (const selections of [[{ offset: 1e9, length: 5 }], [{ offset: 2, length: 1e9 }]]) {
      await evaluate(session, parametersFor('[[1, 2]]', { selections, offset: 7, result: true, hover }));
    }
    assert.ok(await evaluate(session, parametersFor('[[1, 2]]', { result: true })));
  });

  it('lives through notifications that make no sense', async () => {
    for (const parameters of [null, 5, { textId: 1 }, { textId: 'a', index: 3, last: true, text: 'x' }]) {
      await session.client.sendNotification('nabla/textSlice', parameters);
      await session.client.sendNotification('nabla/openSliced', parameters);
    }
    await session.client.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///never-opened', version: 3 },
      contentChanges: [{ text: 'x' }],
    });
    assert.ok(await evaluate(session, parametersFor('[[1, 2]]', { result: true })));
  });

  it('reads a text of 20 MB that comes in slices, and forgets it', async () => {
    const row = `[${Array.from({ length: 1_000 }, (_, index) => index / 8).join(',')}]`;
    const count = Math.ceil(20_000_000 / row.length);
    const text = `[${Array.from({ length: count }, () => row).join(',\n')}]`;
    await sendSlices(session, 'large', text);
    const before = session.turns();
    const parameters = parametersFor('', { source: { from: 'slices', textId: 'large' }, view: true, hover });
    const answer = await evaluate(session, parameters);
    assert.ok(answer?.view?.kind === 'matrix', JSON.stringify(answer?.view?.problems));
    assert.deepEqual(answer.view.shape, [count, 1_000]);
    assert.equal(answer.view.block, null);
    assert.ok(session.turns() - before > 10, 'the event loop had its turns');
    await assert.rejects(evaluate(session, parameters), /has not arrived whole/);
  }).timeout(60_000);

  it('stops when the request is cancelled, and answers others meanwhile', async () => {
    const text = `[${Array.from({ length: 40_000 }, (_, index) => `[${index},1,2,3,4,5,6,7,8,9]`).join(',')}]`;
    const cancellation = new CancellationTokenSource();
    const long = session.client.sendRequest(
      Requests.evaluate,
      parametersFor(text, { result: true }),
      cancellation.token,
    );
    const outcome = assert.rejects(
      long,
      (reason: unknown) => reason instanceof ResponseError && reason.code === -32800,
    );
    const short = evaluate(session, parametersFor('[[1, 2]]', { uri: 'file:///other', result: true }));
    cancellation.cancel();
    await outcome;
    assert.equal((await short)?.result?.kind, 'matrix');
    assert.deepEqual(session.log, []);
  });
});
