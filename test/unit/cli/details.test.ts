import assert from 'node:assert/strict';
import { nabla } from './nabla';

function detailOf(topic: string, text: string) {
  return JSON.parse(nabla(['eval', '--json', '--detail', topic], text).stdout).details[topic];
}

describe('details on the command line', () => {
  it('say what frameworks would return where it differs', () => {
    const found = detailOf(
      'frameworks',
      '{"layers":[{"weights":[[1,-2]],"activation":"leaky_relu"}],"input":[1,2],"target":[0]}',
    );
    assert.deepEqual(found.own.output, [-0.03]);
    assert.deepEqual(
      found.others.map(({ frameworks, output }: { frameworks: string[]; output: number[] }) => [
        frameworks,
        output,
      ]),
      [[['Keras 2', 'Keras 3'], [-0.6000000000000001]]],
    );
    assert.deepEqual(found.same, ['PyTorch', 'ONNX', 'JAX']);
  });

  it('compare every row of a matrix with every other', () => {
    const found = detailOf('pairwise', '[[0.5, 0.5], [0.25, 0.75], [1, 0]]');
    assert.equal(found.rows, 3);
    assert.ok(Math.abs(found.kullbackLeibler[0][1] - 0.5 * Math.log(4 / 3)) < 1e-15);
    assert.equal(found.kullbackLeibler[0][2], 'Infinity');
  });
});
