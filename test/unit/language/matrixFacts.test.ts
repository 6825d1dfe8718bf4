import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { matrixFacts } from '../../../extension/language/matrixFacts';
import { wordsOf } from '../../../extension/language/words/words';

const words = wordsOf('en');

function typeIn(text: string): string | undefined {
  const study = evaluate(read(text, { as: 'matrix' }));
  assert.ok(study.kind === 'matrix', `${study.kind}: ${text}`);
  return matrixFacts(study, words, 6).find(({ name }) => name === words.matrices.type)?.value;
}

describe('the type of the numbers of a matrix', () => {
  it('is the one that a print names behind them', () => {
    for (const [text, type] of [
      ['array([[1., 2.]], dtype=float32)', 'float32'],
      ['array([1, 2],\n      dtype=int8)', 'int8'],
      ["tensor([[1., 2.]], device='cuda:0', dtype=torch.float64)", 'float64'],
      ['tensor([1., 2.], dtype=torch.float64, grad_fn=<AddBackward0>)', 'float64'],
      ['<tf.Tensor: shape=(2,), dtype=float32, numpy=array([1., 2.], dtype=float32)>', 'float32'],
      ['a    1.5\nb    2.5\nName: x, dtype: float64', 'float64'],
      ['a    1.5\nb    2.5\ndtype: float64', 'float64'],
    ] as const) {
      assert.equal(typeIn(text), type, text);
    }
  });

  it('is not that of something else in the text', () => {
    assert.equal(typeIn('m = [2, 3]\nempty = zeros_like(m, dtype=torch.float64)'), undefined);
    assert.equal(typeIn('[1, 2] # dtype=float32 was too small'), undefined);
  });
});

describe('the facts of one number by itself', () => {
  function factsOf(text: string): Readonly<Record<string, string>> {
    const study = evaluate(read(text));
    assert.ok(study.kind === 'matrix', `${study.kind}: ${text}`);
    return Object.fromEntries(matrixFacts(study, words, 6).map(({ name, value }) => [name, value]));
  }

  it('are what it is worth, as a fraction where it is one, and its double', () => {
    assert.deepEqual(factsOf('sqrt(2)/2'), { value: '0.707107', double: '0.7071067811865476' });
    assert.deepEqual(factsOf('1/2 + 1/3'), { value: '5/6 ≈ 0.833333', double: '0.8333333333333334' });
    assert.deepEqual(factsOf('0.1 + 0.2'), { value: '0.3' });
    assert.deepEqual(factsOf('2^70'), {
      value: '1180591620717411303424',
      double: '1.1805916207174113e+21',
    });
    assert.deepEqual(factsOf('NaN'), { value: 'NaN' });
  });
});
