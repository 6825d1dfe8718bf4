import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { faults } from '../text/support';

interface LossCase {
  readonly name: string;
  readonly document: object;
  readonly expected: { readonly loss: number; readonly torch: readonly number[] };
}

const cases = (
  JSON.parse(readFileSync(new URL('../../oracle/kinks.json', import.meta.url), 'utf8')) as readonly LossCase[]
).filter(({ name }) => name.startsWith('loss-'));

function lossOf(document: object) {
  const study = evaluate(read(JSON.stringify(document)));
  assert.ok(study.kind === 'network', JSON.stringify(study.problems));
  return study;
}

describe('a loss by itself', () => {
  for (const { name, document, expected } of cases) {
    it(`has the value that PyTorch gives for ${name}`, () => {
      const loss = lossOf(document).loss ?? Number.NaN;
      assert.ok(Math.abs(loss - expected.loss) <= 1e-12 * Math.abs(expected.loss), `${loss}`);
    });
  }

  it('has the gradient by its outputs, and says that they are the input of an identity', () => {
    const study = lossOf({ loss: 'mse', output: [0.5, 1], target: [1, 0] });
    assert.equal(study.loss, 0.625);
    assert.deepEqual([...(study.inputGradient?.values ?? [])], [-0.5, 1]);
    assert.deepEqual(study.reading.choices, [{ rule: 'loss-alone' }]);
  });

  it('takes a class, a number, samples, and the names that libraries have for outputs', () => {
    const { loss } = lossOf({ loss: 'cross_entropy', y_pred: [0, Math.LN2, 0], target: 1 });
    assert.ok(Math.abs((loss ?? 0) - Math.LN2) < 1e-15);
    const single = lossOf({ loss: 'bce', output: 0.25, target: 1 }).loss;
    assert.ok(Math.abs((single ?? 0) - Math.log(4)) < 1e-15);
    const batch = {
      loss: 'l1_loss',
      reduction: 'sum',
      input: [
        [1, 2],
        [3, 4],
      ],
      target: [
        [0, 0],
        [0, 0],
      ],
    };
    assert.equal(lossOf(batch).loss, 10);
  });

  it('is read from assignments by the names that programs have', () => {
    const lossIn = (text: string) => {
      const study = evaluate(read(text));
      return study.kind === 'network' && study.reading.choices.some(({ rule }) => rule === 'loss-alone')
        ? study.loss
        : null;
    };
    assert.equal(lossIn('y_pred = [0.5, 1]\ny_true = [1, 0]\nloss = mse'), 0.625);
    assert.equal(lossIn('ŷ = 0.5; y = 1; loss = half_squared_error'), 0.125);
    const logits =
      'logits = tensor([[0., 0.], [0., 0.]])\nlabels = tensor([0, 1])\ncriterion = nn.CrossEntropyLoss()';
    assert.ok(Math.abs((lossIn(logits) ?? 0) - Math.LN2) < 1e-15);
    for (const other of [
      'y_pred = [0.5, 1]\ny_true = [1, 0]',
      'logits = [1, 2]\nloss = cross_entropy',
      'W1 = [[1, 2]]\nx = [1, 1]\noutput = [3]\ny = [1]\nloss = mse',
    ])
      assert.equal(lossIn(other), null, other);
  });

  it('is refused at what is wrong in it', () => {
    assert.deepEqual(faults('{"loss": "mse", "output": [], "target": []}'), ['empty @26+2']);
    assert.deepEqual(faults('{"loss": "mse", "output": [[[1]]], "target": [1]}'), ['unexpected-type @26+7']);
    const study = evaluate(read('{"loss": "mse", "output": [1, 2], "target": [1]}'));
    assert.deepEqual(
      study.problems.map(({ code }) => code),
      ['length-mismatch'],
    );
  });

  it('is none in the log of a training, where the loss is a number', () => {
    assert.notEqual(read('{"loss": 0.53, "output": [1, 2], "target": [1, 2]}').kind, 'network');
  });
});
