import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { finish } from '../../../core/steps';
import { actionSteps } from '../../../extension/language/actions';
import { applyEdits } from '../../../extension/language/applyEdits';
import { descentPlanSteps } from '../../../extension/language/descentStep';
import { detailSteps } from '../../../extension/language/details';
import { resultOf } from '../../../extension/language/result';
import type { NetworkResult } from '../../../extension/protocol/result';
import { spoken } from './allowedMarkup';
import { hoverOfText, studyOfText, words } from './texts';

const layers = [
  {
    weights: [
      [0.1, 0.2, 0.3],
      [-0.4, 0.5, 0.6],
    ],
    biases: [0.1, -0.2],
    activation: 'softplus',
  },
  { weights: [[0.7, -0.8]], biases: [0.05], activation: 'tanh' },
];
const network = { layers, input: [1, 2, -1], target: [0.5] };

const inSingle = (more: object = {}) => JSON.stringify({ ...network, dtype: 'float32', ...more });

function resultOfText(text: string): NetworkResult {
  const result = resultOf(studyOfText(text), words);
  assert.equal(result.kind, 'network');
  return result as NetworkResult;
}

/** What PyTorch 1.13 prints of the same network with torch.set_printoptions(precision=9). */
const printed = {
  output: 0.167931646,
  loss: 0.055134695,
  weights: [
    [
      [-0.129762292, -0.259524584, 0.129762292],
      [0.116216183, 0.232432365, -0.116216183],
    ],
    [[-0.275703579, -0.193021625]],
  ],
};

/** Its losses there, before and after each of three steps of SGD with lr = 0.5. */
const trained = [0.055134695, 0.0192754399, 0.000903817534, 1.78188566e-5];

describe('a network of which the text asks for float32', () => {
  it('has the numbers of float32 as their shortest decimals, and what float64 is beside them', () => {
    const { output, loss, gradients, layers: traces, float64, descent } = resultOfText(inSingle());
    assert.deepEqual(output, [[0.16793165]]);
    assert.deepEqual(traces?.[0].preActivation, [[0.29999998, -0.2]]);
    assert.equal(loss, 0.055134695);
    for (const [layer, rows] of printed.weights.entries()) {
      for (const [row, values] of rows.entries())
        for (const [column, value] of values.entries())
          assert.equal(
            Math.fround(Number(gradients?.weights[layer][row][column])),
            Math.fround(value),
            `w${layer}${row}${column}`,
          );
    }
    const double = resultOfText(JSON.stringify(network));
    assert.ok(float64 !== undefined && Math.abs(Number(float64.loss) - Number(double.loss)) < 1e-8);
    assert.ok(Number(float64.gradientDifference) < Number(float64.gradientBound));
    assert.equal(descent, undefined);
  });

  it('is told in the hover', () => {
    assert.match(
      spoken(hoverOfText(inSingle()) ?? ''),
      /Calculated in float32\. In float64, of the same numbers, ℒ = 0\.05513468/,
    );
  });

  it('takes float64 for what it is without a word of it', () => {
    assert.deepEqual(
      { ...resultOfText(JSON.stringify({ ...network, dtype: 'float64' })), problems: [] },
      { ...resultOfText(JSON.stringify(network)), problems: [] },
    );
  });

  for (const [word, meant] of [
    ['float23', 'float32'],
    ['Float64', 'float64'],
    ['float16', null],
    ['bfloat16', null],
  ] as const) {
    it(`refuses ${word}${meant === null ? '' : `, and offers ${meant}`}`, () => {
      const text = inSingle({ dtype: word });
      const study = studyOfText(text);
      assert.equal(study.kind, 'error');
      const [problem] = study.problems;
      assert.equal(problem.code, 'parameter-domain');
      assert.equal(text.slice(problem.span.offset, problem.span.offset + problem.span.length), `"${word}"`);
      const context = {
        evaluation: { study, offset: 0, line: 0 },
        uri: 'file:///exercise.nabla.json',
        range: problem.span,
        within: [],
        as: 'auto',
        words,
        digits: 6,
      } as const;
      const [first] = finish(actionSteps(context)).filter((action) => action.problem !== undefined);
      if (meant === null) assert.equal(first, undefined);
      else assert.equal(applyEdits(text, first.edits), inSingle({ dtype: meant }));
    });
  }

  it('says where a number becomes 0 or infinite, and carries it on so', () => {
    const text = inSingle({ input: [1e39, 1e-50, 1] });
    const { problems } = studyOfText(text);
    const lost = problems.filter(({ code }) => code === 'beyond-float32');
    assert.deepEqual(
      lost.map(({ span }) => text.slice(span.offset, span.offset + span.length)),
      ['1e+39'],
    );
    assert.deepEqual(
      studyOfText(inSingle({ input: [1, 1e-50, 1] })).problems.map(({ code }) => code),
      ['beyond-float32'],
    );
  });

  it('says where a layer leaves float32, long before it leaves float64', () => {
    const weights = [[3e38, 3e38]];
    const text = JSON.stringify({ layers: [{ weights }], input: [1, 1], dtype: 'float32' });
    const { problems } = resultOfText(text);
    assert.deepEqual(
      problems.map(({ code, message }) => [code, message]),
      [['overflow', 'Layer 1 leaves the range of single-precision numbers, float32.']],
    );
  });

  it('agrees with gradients that PyTorch prints in float32, and with no wrong one', () => {
    const gradient = { weights: printed.weights };
    const claimed = studyOfText(inSingle({ gradient })) as NetworkStudy;
    assert.deepEqual(claimed.claim, { compared: 8, wrong: 0 });
    const wrong = { weights: [printed.weights[0], [[-0.2757135, -0.193021625]]] };
    assert.equal((studyOfText(inSingle({ gradient: wrong })) as NetworkStudy).claim?.wrong, 1);
  });

  it('has no second derivatives and no table of checks, which are of float64', () => {
    const study = studyOfText(inSingle()) as NetworkStudy;
    const context = { evaluation: { study, offset: 0, line: 0 }, digits: 6, words };
    for (const question of [
      { topic: 'lossAlongStep' },
      { topic: 'secondOrder', of: 'hessian' },
      { topic: 'gradientCheck', first: 0 },
    ] as const)
      assert.equal(finish(detailSteps(question, context)), null, question.topic);
    const direction = {
      weights: [
        [
          [1, 0, 0],
          [0, 0, 0],
        ],
      ],
    };
    const { products, problems } = resultOfText(inSingle({ direction }));
    assert.equal(products, undefined);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['not-in-float32'],
    );
  });

  it('is trained in float32, as PyTorch trains it', () => {
    const study = studyOfText(inSingle({ learningRate: 0.5 }));
    const context = { evaluation: { study, offset: 0, line: 0 }, digits: 6, words };
    const answer = finish(detailSteps({ topic: 'training', steps: 3 }, context));
    assert.equal(answer?.curve.length, trained.length);
    for (const [step, { loss }] of answer?.curve.entries() ?? []) {
      assert.equal(Math.fround(Number(loss)), loss);
      // ½ d², of which d is what an output of about 1/2 is off by: some ulps of that.
      const apart = Math.sqrt(2 * Number(loss)) - Math.sqrt(2 * trained[step]);
      assert.ok(Math.abs(apart) <= 4 * 2 ** -24, `step ${step}: ${loss}, ${trained[step]}`);
    }
  });

  it('is moved by a descent step whose numbers are written into the text', () => {
    const text = inSingle({ learningRate: 0.5 });
    const plan = finish(descentPlanSteps(studyOfText(text) as NetworkStudy, 9));
    assert.ok(plan.obstacle === null);
    const { loss } = resultOfText(applyEdits(text, plan.edits));
    assert.ok(Math.abs(Number(loss) - trained[1]) < 1e-8);
    assert.equal(Math.fround(Number(loss)), plan.lossAfter);
  });

  it('is never further from float64 than rounding allows, whatever the network', () => {
    const decimal = fc.integer({ min: -2000, max: 2000 }).map((value) => value / 1000);
    const vector = (length: number) => fc.array(decimal, { minLength: length, maxLength: length });
    const matrix = (rows: number, columns: number) =>
      fc.array(vector(columns), { minLength: rows, maxLength: rows });
    const activation = fc.constantFrom('relu', 'tanh', 'softplus', 'hardswish', 'softmax', 'sigmoid', 'gelu');
    const loss = fc.constantFrom('half_squared_error', 'l1_loss', 'huber_loss', 'mse_loss');
    fc.assert(
      fc.property(
        fc.tuple(
          matrix(4, 3),
          vector(4),
          activation,
          matrix(2, 4),
          activation,
          matrix(3, 3),
          matrix(3, 2),
          loss,
        ),
        ([first, biases, one, second, other, input, target, name]) => {
          const study = studyOfText(
            JSON.stringify({
              layers: [
                { weights: first, biases, activation: one },
                { weights: second, activation: other },
              ],
              ...{ input, target, loss: name, dtype: 'float32' },
            }),
          ) as NetworkStudy;
          assert.ok((study.single?.partOfBound ?? 2) <= 1);
          assert.notEqual(study.check?.verdict, 'disagree');
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('what frameworks would return', () => {
  it('has a row of float32, in which they calculate by default', () => {
    const study = studyOfText(JSON.stringify(network));
    const context = { evaluation: { study, offset: 0, line: 0 }, digits: 6, words };
    const answer = finish(detailSteps({ topic: 'frameworks' }, context));
    assert.deepEqual(answer?.float32?.output, [0.16793165]);
    assert.equal(answer?.float32?.loss, 0.055134695);
    assert.ok(Number(answer?.float32?.gradientDifference) < 1e-7);
    const inFloat32 = { ...context, evaluation: { ...context.evaluation, study: studyOfText(inSingle()) } };
    assert.equal(finish(detailSteps({ topic: 'frameworks' }, inFloat32))?.float32, null);
  });
});
