import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { described } from './documented';

const layers = `{'W1': [[0.1, 0.2], [0.3, 0.4]], 'b1': [0.1, 0.1]}`;

function leftOut(text: string): number {
  return read(text).choices.reduce((sum, choice) => sum + (choice.rule === 'left-out' ? choice.count : 0), 0);
}

describe('what stands beside an object', () => {
  it('goes to the network that its members make, whatever the object is called', () => {
    for (const name of ['params = ', 'weights = ', 'W = ', '']) {
      const reading = read(`${name}${layers}\nx = [1, 2]\ny = [0, 1]\nloss = 'mse'\n`);
      assert.ok(reading.kind === 'network', `${name}${reading.kind}`);
      assert.deepEqual(
        [reading.layers.length, reading.input?.values, reading.target?.values, reading.loss?.name],
        [1, new Float64Array([1, 2]), new Float64Array([0, 1]), 'mse'],
      );
    }
    const above = read(`x = [1, 2]\nparams = ${layers}`);
    assert.ok(above.kind === 'network');
    assert.deepEqual(above.input?.values, new Float64Array([1, 2]));
  });

  it('goes to a document that says nothing of it', () => {
    const reading = read('net = {"layers": [{"weights": [[0.1, 0.2]]}]}\nx = [1, 2]\nlr = 0.1\nz = [3, 4]');
    assert.ok(reading.kind === 'network');
    assert.deepEqual(
      [reading.input?.values, reading.target, reading.learningRate?.value],
      [new Float64Array([1, 2]), null, 0.1],
    );
  });

  it('is left out, and said, where the document says it itself or has no use for it', () => {
    const own = '{"layers": [{"weights": [[0.1, 0.2]]}], "input": [3, 4]}\nx = [1, 2]';
    const reading = read(own);
    assert.ok(reading.kind === 'network');
    assert.deepEqual(reading.input?.values, new Float64Array([3, 4]));
    assert.equal(leftOut(own), 2);
    assert.equal(leftOut('{"p": [0.5, 0.5]}\nb = [3, 4]'), 2);
    assert.equal(leftOut('{"a": [1, 2]}\n[5, 6, 7]'), 3);
  });

  it('is an array among those of the object where they make no network', () => {
    assert.equal(described(read('{"a": [1, 2]}\nb = [3, 4]')), 'a [1, 2], b [3, 4]');
  });
});
