import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { faults, readDistribution, readNetwork, rows, slices } from './support';

const network = `{
  "layers": [
    { "weights": [[0.1, 0.2, 0.3], [-0.4, 0.5, 0.6]], "biases": [0.1, -0.2], "activation": "softplus" },
    /* the output */
    { "weights": [["7/10", -0.8]], "biases": 0.05, "activation": { "name": "leaky_relu", "negative_slope": 0.01 } },
  ],
  "notes": [{ "by": "me", "x": [1, [2]] }, "…"],
  "input": [1, 2, -1], // one sample
  "target": [0.5],
  "loss": "half_squared_error",
  "reduction": "sum",
  "learningRate": 0.25,
}`;

describe('a network in JSON', () => {
  it('reads layers, input, target, loss and learning rate, through comments and trailing commas', () => {
    const reading = readNetwork(network);
    assert.deepEqual(reading.problems, []);
    assert.equal(reading.notation, 'nabla-json');
    assert.deepEqual(
      reading.layers.map(({ weights, biases }) => [rows(weights), rows(biases)]),
      [
        [
          [
            [0.1, 0.2, 0.3],
            [-0.4, 0.5, 0.6],
          ],
          [0.1, -0.2],
        ],
        [[[0.7, -0.8]], [0.05]],
      ],
    );
    assert.deepEqual(rows(reading.input), [1, 2, -1]);
    assert.deepEqual(rows(reading.target), [0.5]);
    assert.equal(reading.loss?.name, 'half_squared_error');
    assert.equal(reading.reduction?.name, 'sum');
    assert.equal(reading.learningRate?.value, 0.25);
  });

  it('reads an activation with its parameters', () => {
    const [, output] = readNetwork(network).layers;
    assert.equal(output?.activation?.name, 'leaky_relu');
    const slope = output?.activation?.parameters.negative_slope;
    assert.equal(slope?.value, 0.01);
    assert.equal(
      network.slice(slope?.span.offset, (slope?.span.offset ?? 0) + (slope?.span.length ?? 0)),
      '0.01',
    );
  });

  it('gives each number its place, without the quotes of an exact string', () => {
    const reading = readNetwork(network);
    assert.deepEqual(
      reading.layers.map(({ weights }) => slices(reading, weights)),
      [
        ['0.1', '0.2', '0.3', '-0.4', '0.5', '0.6'],
        ['7/10', '-0.8'],
      ],
    );
  });

  it('transposes a kernel and keeps the place of each number', () => {
    const reading = readNetwork('{"layers":[{"kernel":[[1,2],[3,4],[5,6]],"bias":[7,8]}]}');
    const [layer] = reading.layers;
    assert.ok(layer !== undefined);
    assert.deepEqual(rows(layer.weights), [
      [1, 3, 5],
      [2, 4, 6],
    ]);
    assert.deepEqual(slices(reading, layer.weights), ['1', '3', '5', '2', '4', '6']);
    assert.equal(layer.written, 'kernel');
    assert.deepEqual(reading.choices, [{ rule: 'kernel', layer: 0 }]);
  });

  it('splits [W b] where the width before says so', () => {
    const reading = readNetwork(
      '{"layers":[{"weights":[[1,2,3],[4,5,6]]},{"weights":[[7,8,9]]}],"input":[1,2]}',
    );
    assert.deepEqual(
      reading.layers.map(({ weights, biases, written }) => [rows(weights), rows(biases), written]),
      [
        [
          [
            [1, 2],
            [4, 5],
          ],
          [3, 6],
          'augmented',
        ],
        [[[7, 8]], [9], 'augmented'],
      ],
    );
    assert.deepEqual(reading.choices, [
      { rule: 'augmented', layer: 0 },
      { rule: 'augmented', layer: 1 },
    ]);
  });

  it('takes all columns of a first layer for sources where there is no input', () => {
    const [layer] = readNetwork('{"layers":[{"weights":[[1,2,3]]}]}').layers;
    assert.equal(layer?.written, 'weights');
    assert.equal(layer?.biases, null);
  });

  it('reads a list of samples', () => {
    const reading = readNetwork(
      '{"layers":[{"weights":[[1,2]]}],"input":[[1,2],[3,4],[5,6]],"target":[1,2,3]}',
    );
    assert.deepEqual(reading.input?.shape, [3, 2]);
    assert.deepEqual(reading.problems, []);
  });

  it('reads the names that people use for themselves', () => {
    const reading = readNetwork(
      '{"W1":[[1,2],[3,4]],"b1":[5,6],"W2":[[7,8]],"b2":9,"x":[1,2],"y":3,"lr":0.5}',
    );
    assert.equal(reading.notation, 'json');
    assert.deepEqual(rows(reading.layers[0]?.biases ?? null), [5, 6]);
    assert.deepEqual(rows(reading.layers[1]?.biases ?? null), [9]);
    assert.equal(reading.learningRate?.value, 0.5);
    assert.deepEqual(reading.problems, []);
  });

  it('reads layers and members that were selected without what is around them', () => {
    assert.equal(readNetwork('"weights": [[1, 2]], "biases": [3]').layers.length, 1);
    assert.equal(readNetwork('{"weights": [[1, 2]]},\n{"weights": [[3]]},').layers.length, 2);
    assert.equal(readNetwork('"layers": [{"weights": [[1, 2]]}], "input": [1, 2]').layers.length, 1);
  });

  it('reads the JSON of a fenced block between words', () => {
    const text = 'My network:\n\n```json\n{"layers":[{"weights":[[1,2]]}]}\n```\n\nThat was it.';
    assert.deepEqual(readNetwork(text).problems, []);
  });

  it('says once, and carries through, that a number is not finite', () => {
    const text = '{"layers":[{"weights":[[NaN,Infinity],[1,"-Infinity"]]}]}';
    assert.deepEqual(faults(text), ['not-finite @24+3']);
    assert.deepEqual(rows(readNetwork(text).layers[0]?.weights ?? null), [
      [Number.NaN, Number.POSITIVE_INFINITY],
      [1, Number.NEGATIVE_INFINITY],
    ]);
  });
});

describe('faults of JSON', () => {
  for (const [text, expected] of [
    ['{"layers":[{"weights":[[1,2],[3]]}]}', ['ragged @31+1']],
    ['{"layers":[{"weights":[[1,2],[3,4,5]]}]}', ['ragged @34+1']],
    ['{"layers":[{"weights":[[1,2],[3,4], "biases":[1,2]}]}', ['unclosed @36+8']],
    ['{"layers":[{"weights":[[1,2}]}', ['mismatched @27+1']],
    ['{"layers":[{"weights":[[1 2]]}]}', ['missing-separator @26+1']],
    ['{"layers":[{"weights":[[1,,2]]}]}', ['missing-value @26+1']],
    ['{"layers":[{"weights":[["a"]]}]}', ['unexpected-token @24+3']],
    ['{"layers":[{"weights":[["1/0"]]}]}', ['zero-denominator @25+3']],
    ['{"layers":[{"weights":[[1,...,2]]}]}', ['elided @26+3']],
    ['{"layers":[{"weights":"abc"}]}', ['unexpected-type @22+5']],
    ['{"layers":[{"weights":[[[1]]]}]}', ['depth @22+7']],
    ['{"layers":[{"biases":[1]}]}', ['missing-value @11+14']],
    ['{"layers":[{"weights":[[1]],"weights":[[2]]}]}', ['duplicate-key @28+9']],
    ['{"layers":[{"weights":[[1]],"activation":5}]}', ['unexpected-type @41+1']],
    ['{"layers":[{"weights":[[1]]}', ['unclosed @28+0', 'unclosed @28+0']],
    ['{"layers" [{"weights":[[1]]}]}', ['missing-separator @10+1']],
    ['{"layers":[{"weights":[[1]]} {"weights":[[1]]}]}', ['missing-separator @29+1']],
    ['{"layers":[]}', ['empty @10+2']],
    ['{}', ['empty @0+2']],
    ['{"layers":[{"weights":[[1]]}]} foo', ['trailing @31+3']],
    ['{"p":[],"q":[1]}', ['empty @5+2']],
    ['{"p":{"loc":1},"q":[1]}', ['missing-value @5+9']],
    ['{"p":{"family":3},"q":[1]}', ['unexpected-type @15+1']],
    ['{"p":{"family":"normal","loc":"1*"}}', ['missing-value @33+0']],
    ['{"p":{"density":"exp(-x"}}', ['missing-value @5+20']],
    ['{"p":{"density":"exp(-x","support":[0,"inf"]}}', ['unclosed @23+0']],
    ['{"p":{"density":"exp(-x)","support":[0]}}', ['unexpected-type @36+3']],
  ] as const) {
    it(`finds ${expected.join(' and ')} in ${text}`, () => {
      assert.equal(read(text).kind, 'error');
      assert.deepEqual(faults(text), expected);
    });
  }

  it('finds the faults of several arrays at once, twenty at most', () => {
    assert.deepEqual(faults('{"layers":[{"weights":[[1,x]],"biases":[y]}]}'), [
      'unexpected-token @26+1',
      'unexpected-token @40+1',
    ]);
    const many = `{"layers":[{"weights":[[${'x,'.repeat(50)}1]]}]}`;
    assert.equal(faults(many).length, 20);
  });

  it('refuses brackets nested beyond 64, at the first too deep', () => {
    assert.deepEqual(faults(`${'['.repeat(70)}1${']'.repeat(70)}`), ['depth @64+1']);
    const objects = `${'{"loss":'.repeat(70)}1${'}'.repeat(70)}`;
    assert.ok(faults(objects).includes('depth @512+1'));
  });
});

describe('shapes that do not meet', () => {
  for (const [text, expected] of [
    [
      '{"layers":[{"weights":[[1],[2]],"biases":[0,0]},{"weights":[[1]],"biases":[0]}]}',
      ['width-mismatch @59+5'],
    ],
    ['{"layers":[{"weights":[[1]],"biases":[1,2]}]}', ['length-mismatch @37+5']],
    ['{"layers":[{"weights":[[1,2]],"biases":[1]}],"input":[1,2,3]}', ['length-mismatch @53+7']],
    ['{"layers":[{"weights":[[1,2]]}],"input":[1,2],"target":[1,2]}', ['length-mismatch @55+5']],
    ['{"layers":[{"weights":[[1,2,3,4]]}],"input":[1,2]}', ['length-mismatch @44+5']],
    ['{"layers":[{"weights":[[1],[2]]}],"input":[1],"target":1}', ['length-mismatch @55+1']],
    ['{"layers":[{"weights":[[1],[2]]}],"input":[1],"target":1,"loss":"cross_entropy"}', []],
    ['{"layers":[{"weights":[[1]]}],"input":[[1],[2]],"target":[1]}', ['length-mismatch @57+3']],
  ] as const) {
    it(`finds ${expected.length === 0 ? 'nothing' : expected.join(' and ')} in ${text}`, () => {
      assert.equal(read(text).kind, 'network');
      assert.deepEqual(faults(text), expected);
    });
  }
});

describe('a distribution in JSON', () => {
  it('reads numbers and exact strings, under small and capital letters', () => {
    for (const [p, q] of [
      ['p', 'q'],
      ['P', 'Q'],
    ]) {
      const reading = readDistribution(`{"${p}":["9/25","12/25",0.16],"${q}":["1/3","1/3","1/3"],"base":2}`);
      assert.deepEqual(rows(reading.p.numbers), [0.36, 0.48, 0.16]);
      assert.equal(reading.p.label, p);
      assert.equal(reading.q?.label, q);
      assert.equal(reading.base, 2);
      assert.deepEqual(reading.problems, []);
    }
  });

  it('says that P and Q have different numbers of outcomes, and keeps both', () => {
    const text = '{"p":[0.5,0.5],"q":[0.25,0.25,0.5]}';
    assert.equal(readDistribution(text).q?.numbers.values.length, 3);
    assert.deepEqual(faults(text), ['length-mismatch @19+15']);
  });
});
