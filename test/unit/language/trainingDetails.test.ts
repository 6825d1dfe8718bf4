import assert from 'node:assert/strict';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { detailSteps } from '../../../extension/language/details';
import type { DetailContext } from '../../../extension/language/details/context';
import { wordsOf } from '../../../extension/language/words/words';

const line = '{"layers":[{"weights":[[3]]}],"input":[2],"target":[2],"learningRate":0.1}';

function contextOf(text: string): DetailContext {
  const study = evaluate(read(text));
  return { evaluation: { study, offset: 0, line: 0 }, digits: 6, words: wordsOf('en') };
}

describe('training, asked for', () => {
  it('answers the curve, the lowest loss and what was learned', () => {
    const answer = finish(detailSteps({ topic: 'training', steps: 2 }, contextOf(line)));
    assert.ok(answer !== null);
    // Each step multiplies the error 4 by 1 − 0.1 · 4.
    assert.deepEqual(
      answer.curve.map(({ step }) => step),
      [0, 1, 2],
    );
    [8, 8 * 0.36, 8 * 0.36 ** 2].forEach((loss, i) => {
      assert.ok(Math.abs(Number(answer.curve[i].loss) - loss) < 1e-14);
    });
    assert.equal(answer.lowest.step, 2);
    assert.ok(Math.abs(Number(answer.learned?.weights[0][0][0]) - (1 + 2 * 0.36)) < 1e-15);
    assert.equal(answer.problem, null);
  });

  it('goes on where it was, and answers the same as in one go', () => {
    const [inParts, whole] = [contextOf(line), contextOf(line)];
    for (const steps of [1, 5, 40]) finish(detailSteps({ topic: 'training', steps }, inParts));
    const ask = (context: DetailContext) => finish(detailSteps({ topic: 'training', steps: 100 }, context));
    assert.deepEqual(ask(inParts), ask(whole));
    assert.equal(finish(detailSteps({ topic: 'training', steps: 3 }, inParts))?.steps, 3);
  });

  it('says that it diverges, and when', () => {
    const text = line.replace('0.1', '1');
    const answer = finish(detailSteps({ topic: 'training', steps: 1000 }, contextOf(text)));
    assert.equal(answer?.end, 'growing');
    assert.equal(answer?.steps, 7);
    assert.equal(answer?.problem?.code, 'diverged');
    assert.match(answer?.problem?.message ?? '', /η = 1 diverges: after 7 steps/);
  });

  it('sends a long curve in few points, the first and the last among them', () => {
    const answer = finish(
      detailSteps({ topic: 'training', steps: 5000 }, contextOf(line.replace('0.1', '1e-5'))),
    );
    assert.equal(answer?.curve.length, 401);
    assert.equal(answer?.curve[0].step, 0);
    assert.equal(answer?.curve.at(-1)?.step, 5000);
  });
});

describe('the loss along a step, asked for', () => {
  it('has the largest η, and that of the second-order model beside it, which are one for a parabola', () => {
    const answer = finish(detailSteps({ topic: 'lossAlongStep' }, contextOf(line)));
    assert.ok(answer !== null);
    for (const eta of [answer.largest, answer.model])
      assert.ok(Math.abs(Number(eta) - 0.5) < 1e-12, String(eta));
    assert.ok(Math.abs((answer.rates.at(-1) ?? 0) - 0.625) < 1e-15);
    assert.equal(answer.losses[0], 8);
    assert.ok(Math.abs(Number(answer.after) - 8 * 0.36) < 1e-14);
  });
});

describe('second derivatives, asked for', () => {
  it('names rows and columns, and says where a matrix is too large', () => {
    const hessian = finish(detailSteps({ topic: 'secondOrder', of: 'hessian' }, contextOf(line)));
    assert.deepEqual(hessian?.rows, [{ of: 'weights', layer: 0, from: 0, to: 0 }]);
    assert.ok(Math.abs(Number(hessian?.values[0]) - 4) < 1e-13);
    const jacobian = finish(detailSteps({ topic: 'secondOrder', of: 'inputJacobian' }, contextOf(line)));
    assert.deepEqual(jacobian?.values, [3]);
    assert.deepEqual(jacobian?.columns, [{ of: 'input', index: 0 }]);
    const row = `[${new Array(201).fill(1).join()}]`;
    const wide = `{"layers":[{"weights":[${row}]}],"input":${row},"target":[1]}`;
    const tooLarge = finish(detailSteps({ topic: 'secondOrder', of: 'hessian' }, contextOf(wide)));
    assert.deepEqual(tooLarge?.tooLarge, { parameters: 201, most: 200 });
  });
});

describe('the diagnosis, asked for', () => {
  it('is plain JSON, infinities by name', () => {
    const dead =
      '{"layers":[{"weights":[[1]]},{"weights":[[-1]],"activation":"relu"}],"input":[1],"target":[1]}';
    const answer = finish(detailSteps({ topic: 'diagnosis' }, contextOf(dead)));
    assert.equal(answer?.layers[0].log10, '-Infinity');
    assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer);
  });
});

describe('products of the Jacobian, asked for', () => {
  // ŷ = 3x, x = 2: dŷ = x dw + w dx along dw = 1, dx = 10; and u (∂ŷ/∂w, ∂ŷ/∂x) for u = 5.
  const text =
    '{"layers":[{"weights":[[3]]}],"input":[2],"direction":{"weights":[[[1]]],"input":[10]},"covector":[5]}';

  it('answer a column each, with the names of its rows', () => {
    const ask = (of: 'jvp' | 'vjp') => finish(detailSteps({ topic: 'secondOrder', of }, contextOf(text)));
    const jvp = ask('jvp');
    assert.deepEqual(
      [jvp?.rows, jvp?.columns, jvp?.values],
      [[{ of: 'output', index: 0, sample: null }], [{ of: 'jvp' }], [32]],
    );
    const vjp = ask('vjp');
    assert.deepEqual(vjp?.values, [10, 15]);
    assert.deepEqual(
      vjp?.rows.map((label) => label.of),
      ['weights', 'input'],
    );
  });

  it('are null where the text asks for none', () => {
    assert.equal(finish(detailSteps({ topic: 'secondOrder', of: 'jvp' }, contextOf(line))), null);
  });
});
