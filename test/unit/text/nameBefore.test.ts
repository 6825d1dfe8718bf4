import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { nameBefore } from '../../../core/text/nameBefore';

function network(text: string) {
  const reading = read(text);
  assert.ok(reading.kind === 'network', `${reading.kind}: ${text}`);
  const { layers, input, target } = reading;
  return {
    weights: layers.map(({ weights }) => Array.from(weights.values)),
    biases: layers.map(({ biases }) => (biases === null ? null : Array.from(biases.values))),
    input: input === null ? null : Array.from(input.values),
    target: target === null ? null : Array.from(target.values),
  };
}

describe('an array behind a name without a sign', () => {
  it('has that name where a program prints the two', () => {
    const expected = { weights: [[0.1, 0.2, 0.3, 0.4]], biases: [[5, 6]], input: [1, 2], target: null };
    for (const text of [
      'W1 [[0.1 0.2]\n [0.3 0.4]]\nb1 [5. 6.]\nx [1 2]\n',
      'W1 tensor([[0.1, 0.2],\n        [0.3, 0.4]])\nb1 tensor([5., 6.])\nx tensor([1., 2.])\n',
      'W1\t[[0.1, 0.2], [0.3, 0.4]], b1 [5, 6], x [1, 2]',
    ]) {
      assert.deepEqual(network(text), expected, text);
    }
  });

  it('has it in a sentence too', () => {
    const text = 'The weights [[0.1, 0.2]] and the bias [0.3] with input [1, 2] and target [1].';
    assert.deepEqual(network(text), { weights: [[0.1, 0.2]], biases: [[0.3]], input: [1, 2], target: [1] });
  });

  it('is P or Q', () => {
    const reading = read('P [0.5 0.5]\nQ [0.25 0.75]');
    assert.ok(reading.kind === 'distribution');
    assert.deepEqual(Array.from(reading.q?.numbers.values ?? []), [0.25, 0.75]);
  });

  it('has none where the word is prose, or part of something else', () => {
    for (const text of [
      'rows [1, 2]',
      'a.x [1, 2]',
      'f(x [1, 2]',
      'matrixW [1, 2]',
      'x\n[1, 2]',
      'x[1, 2]',
      '-x [1, 2]',
    ]) {
      assert.equal(nameBefore(text, text.indexOf('['), 0), null, text);
    }
    assert.deepEqual(nameBefore('y, x [1, 2]', 5, 0), { text: 'x', span: { offset: 3, length: 1 } });
    assert.equal(nameBefore('x [1, 2]', 2, 2), null, 'the name is not selected');
  });
});
