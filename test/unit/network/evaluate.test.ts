import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluate, evaluateSteps } from '../../../core/study';
import { read } from '../../../core/text';
import { networkStudyOf, studyOf } from '../support/reading';
import { sheetNetwork } from '../support/sheet';

/** What stands at each problem's place in the text. */
function placesOf(text: string): readonly (readonly [code: string, at: string])[] {
  return evaluate(read(text)).problems.map(({ code, span }) => [
    code,
    text.slice(span.offset, span.offset + span.length),
  ]);
}

describe('the study of a network', () => {
  it('computes the exercise to its last digits', () => {
    const { layers, loss, samples, check } = networkStudyOf(sheetNetwork);
    assert.ok(Math.abs(layers[1].output.values[0] - 0.4330551787516826) < 1e-16);
    assert.ok(Math.abs((loss ?? 0) - 0.16071321517014328) < 1e-16);
    assert.equal(samples, 1);
    assert.equal(check?.verdict, 'agree');
    assert.deepEqual([check?.compared, check?.parameters], [11, 11]);
    assert.ok((check?.largestRelativeDifference ?? 1) < 1e-9);
  });

  it('is only a drawing without an input, and has no loss without a target', () => {
    const { input, target, ...drawing } = sheetNetwork;
    const drawn = networkStudyOf(drawing);
    assert.deepEqual([drawn.layers, drawn.input, drawn.loss, drawn.samples], [[], null, null, 0]);
    const forward = networkStudyOf({ ...drawing, input });
    assert.equal(forward.layers[1].output.values[0], networkStudyOf(sheetNetwork).layers[1].output.values[0]);
    assert.ok(forward.layers[0].slope !== null);
    assert.deepEqual([forward.loss, forward.gradients, forward.check], [null, null, null]);
    assert.equal(forward.layers[0].outputGradient, null);
  });

  it('adds the gradients of a batch up, and averages them with the reduction mean', () => {
    const one = networkStudyOf(sheetNetwork);
    const batch = { ...sheetNetwork, input: [sheetNetwork.input, sheetNetwork.input], target: [1, 1] };
    const two = networkStudyOf(batch);
    const mean = networkStudyOf({ ...batch, reduction: 'mean' });
    const weights = (study: typeof one) => Array.from(study.gradients?.[0].weights.values ?? []);
    assert.deepEqual(
      weights(two),
      weights(one).map((value) => 2 * value),
    );
    assert.deepEqual(weights(mean), weights(one));
    assert.equal(mean.loss, one.loss);
  });

  it('says at its token what it does not know, and what may have been meant', () => {
    assert.deepEqual(placesOf('{"layers":[{"weights":[[1]],"activation":"sofptlus"}]}'), [
      ['unknown-activation', '"sofptlus"'],
    ]);
    const study = studyOf({ layers: [{ weights: [[1]], activation: 'Sigmiod' }] });
    assert.deepEqual(study.problems[0].data, { name: 'Sigmiod', suggestion: 'sigmoid', layer: 0 });
    assert.equal(study.kind, 'error');
  });

  it('says at its number which parameter leaves its domain, and which no one knows', () => {
    const of = (activation: string) =>
      placesOf(`{"layers":[{"weights":[[1]],"activation":${activation}}],"input":[1]}`);
    assert.deepEqual(of('{"name":"softplus","beta":-2}'), [['parameter-domain', '-2']]);
    assert.deepEqual(of('{"name":"leaky_relu","slope":0.2}'), [['parameter-domain', '0.2']]);
    assert.deepEqual(of('{"name":"leaky_relu","negative_slope":0.2}'), []);
  });

  it('still shows the forward pass where only the loss or the target is wrong', () => {
    const network = '{"layers":[{"weights":[[1,0],[0,1]]}],"input":[1,2],';
    for (const [rest, code, at] of [
      ['"target":[1,2,3]}', 'length-mismatch', '[1,2,3]'],
      ['"target":2,"loss":"cross_entropy"}', 'target-domain', '2'],
      ['"target":[0.5,1.5],"loss":"cross_entropy"}', 'target-domain', '1.5'],
      ['"target":[1,2],"loss":"mse_los"}', 'unknown-loss', '"mse_los"'],
      ['"target":[1,2],"reduction":"batchmean"}', 'parameter-domain', '"batchmean"'],
    ]) {
      const text = network + rest;
      assert.deepEqual(placesOf(text), [[code, at]], text);
      const study = evaluate(read(text));
      assert.ok(study.kind === 'network');
      assert.deepEqual([...study.layers[0].output.values], [1, 2]);
      assert.equal(study.loss, null);
    }
  });

  it('fails where the input does not fit', () => {
    assert.deepEqual(placesOf('{"layers":[{"weights":[[1,2]]}],"input":[1,2,3]}'), [
      ['length-mismatch', '[1,2,3]'],
    ]);
  });

  it('carries NaN and infinities of the text through, with a warning', () => {
    const text = '{"layers":[{"weights":[["NaN",1],[0,"Infinity"]]}],"input":[1,1],"target":[0,0]}';
    const study = evaluate(read(text));
    assert.ok(study.kind === 'network');
    assert.deepEqual([...study.layers[0].output.values], [Number.NaN, Number.POSITIVE_INFINITY]);
    assert.ok(Number.isNaN(study.loss));
    assert.ok(study.problems.every(({ code }) => code === 'not-finite'));
    assert.notEqual(study.problems.length, 0);
  });

  it('says in which layer finite numbers first overflow, and only there', () => {
    const layer = { weights: [[1e200]] };
    const study = networkStudyOf({ layers: [layer, layer, layer], input: [1], target: [0] });
    assert.deepEqual(
      study.problems.map(({ code, data }) => [code, data]),
      [['overflow', { layer: 1 }]],
    );
    const inLoss = networkStudyOf({ layers: [layer], input: [1], target: [0] });
    assert.deepEqual(
      inLoss.problems.map(({ code, data }) => [code, data]),
      [['overflow', { layer: 0, in: 'loss' }]],
    );
  });

  it('says which output a loss has no value for, and gives no loss', () => {
    const layers = [{ weights: [[-0.3], [0.5]] }];
    const document = {
      layers,
      input: [[1], [2]],
      target: [
        [0, 1],
        [1, 0],
      ],
      loss: 'binary_cross_entropy',
    };
    const { loss, gradients, problems, layers: passes } = networkStudyOf(document);
    assert.deepEqual([loss, gradients], [null, null]);
    assert.equal(passes[0].output.values[0], -0.3);
    assert.deepEqual(
      problems.map(({ code, data }) => [code, data]),
      [
        [
          'output-domain',
          { loss: 'binary_cross_entropy', value: -0.3, domain: 'in [0, 1]', output: 0, sample: 0 },
        ],
      ],
    );
    const rates = { name: 'poisson_nll_loss', log_input: false };
    const poisson = { layers, input: [1], target: [1, 1], loss: rates };
    assert.deepEqual(placesOf(JSON.stringify(poisson)), [['output-domain', JSON.stringify(rates)]]);
  });

  it('says that a mean has no samples where all are ignored or have a class of weight 0', () => {
    const document = { layers: [{ weights: [[1], [2]] }], input: [1], target: 0 };
    for (const own of [{ ignore_index: 0 }, { weight: [0, 1] }]) {
      const text = JSON.stringify({ ...document, loss: { name: 'cross_entropy', ...own } });
      assert.deepEqual(placesOf(text), [['empty', '0']]);
      const study = evaluate(read(text));
      assert.ok(study.kind === 'network' && Number.isNaN(study.loss));
    }
  });

  it('asks what a key was meant to be that is nearly one of its own', () => {
    const rest = '"layers":[{"weights":[[1]],"activaton":"relu","name":"first"}],"input":[1],"target":[2]';
    assert.deepEqual(placesOf(`{${rest},"lose":"l1_loss","comment":"two"}`), [
      ['unknown-key', '"activaton"'],
      ['unknown-key', '"lose"'],
    ]);
    assert.deepEqual(placesOf(`{${rest.replace('activaton', 'activation')},"lr":0.1,"id":4}`), []);
  });

  it('refuses a learning rate below 0, and computes all but the step', () => {
    const text = '{"layers":[{"weights":[[1]]}],"input":[1],"target":[2],"learningRate":-0.5}';
    assert.deepEqual(placesOf(text), [['parameter-domain', '-0.5']]);
    assert.equal(networkStudyOf(JSON.parse(text)).loss, 0.5);
  });

  it('says that glu needs an even number of neurons, and nothing that follows from it', () => {
    const text = '{"layers":[{"weights":[[1],[2],[3]],"activation":"glu"}],"input":[1],"target":[1]}';
    const [problem, ...others] = evaluate(read(text)).problems;
    assert.deepEqual(others, []);
    assert.deepEqual(problem.data, { layer: 0, width: 3, expected: 4, activation: 'glu' });
  });

  it('tells a class index from an output by the loss', () => {
    const layers = [{ weights: [[1], [2], [3]] }];
    const byIndex = networkStudyOf({ layers, input: [1], target: 1, loss: 'cross_entropy' });
    const byRow = networkStudyOf({ layers, input: [1], target: [0, 1, 0], loss: 'cross_entropy' });
    assert.equal(byIndex.loss, byRow.loss);
    assert.deepEqual(byIndex.gradients, byRow.gradients);
    const batch = networkStudyOf({ layers, input: [[1], [2]], target: [1, 2], loss: 'cross_entropy' });
    assert.equal(batch.samples, 2);
    assert.ok(Number.isFinite(batch.loss));
  });

  it('agrees with central differences on random smooth networks', () => {
    const numbers = (length: number) =>
      fc.array(
        fc.integer({ min: -150, max: 150 }).map((value) => value / 100),
        { minLength: length, maxLength: length },
      );
    const rows = (count: number, columns: number) =>
      fc.array(numbers(columns), { minLength: count, maxLength: count });
    const networks = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
      .chain(([features, hidden, outputs]) =>
        fc.record({
          first: rows(hidden, features),
          second: rows(outputs, hidden),
          biases: numbers(hidden),
          input: rows(2, features),
          target: rows(2, outputs),
          activation: fc.constantFrom('sigmoid', 'tanh', 'softplus', 'softmax', 'identity'),
          loss: fc.constantFrom('half_squared_error', 'mse_loss'),
        }),
      );
    fc.assert(
      fc.property(networks, ({ first, second, biases, input, target, activation, loss }) => {
        const layers = [{ weights: first, biases, activation }, { weights: second }];
        const { check } = networkStudyOf({ layers, input, target, loss });
        assert.equal(check?.verdict, 'agree', JSON.stringify(check));
      }),
      { numRuns: 60 },
    );
  });

  it('does not change when hidden neurons change places', () => {
    const { layers, ...rest } = sheetNetwork;
    const [first, second] = layers;
    const exchanged = networkStudyOf({
      ...rest,
      layers: [
        { ...first, weights: [...first.weights].reverse(), biases: [...first.biases].reverse() },
        { ...second, weights: second.weights.map((row) => [...row].reverse()) },
      ],
    });
    const original = networkStudyOf(sheetNetwork);
    assert.equal(exchanged.loss, original.loss);
    const values = (study: typeof original, row: number) =>
      Array.from(study.gradients?.[0].weights.values ?? []).slice(3 * row, 3 * row + 3);
    assert.deepEqual(values(exchanged, 0), values(original, 1));
    assert.deepEqual(values(exchanged, 1), values(original, 0));
  });

  it("pauses many times in a network of half a million weights, and not once in the exercise's forward pass", () => {
    const pausesOf = (document: object) => {
      const steps = evaluateSteps(read(JSON.stringify(document)));
      let pauses = 0;
      while (steps.next().done !== true) pauses++;
      return pauses;
    };
    const wide = (rows: number, columns: number) =>
      Array.from({ length: rows }, (_, i) =>
        Array.from({ length: columns }, (_, j) => Math.sin(i + 3 * j) / 30),
      );
    const layers = [{ weights: wide(700, 700), activation: 'relu' }, { weights: wide(1, 700) }];
    const { target: _, ...forward } = sheetNetwork;
    assert.ok(pausesOf({ layers, input: wide(5, 700), target: [0, 0, 0, 0, 0] }) > 60);
    assert.equal(pausesOf(forward), 0);
  });
});
