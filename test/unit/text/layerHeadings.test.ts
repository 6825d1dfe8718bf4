import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { described } from './documented';
import { faults, readNetwork } from './support';

describe('layers under headings', () => {
  const expected = 'W [[1, 2], [3, 4]] b [0.1, 0.2], W [[5, 6]] b [0.3]';

  for (const text of [
    'layer 1: weights [[1, 2], [3, 4]] bias [0.1, 0.2]\nlayer 2: weights [[5, 6]] bias [0.3]',
    'layer 1: weights [[1, 2], [3, 4]] bias [0.1, 0.2], layer 2: weights [[5, 6]] bias [0.3]',
    'Layer 1:\n  W = [[1, 2], [3, 4]]\n  b = [0.1, 0.2]\nLayer 2:\n  W = [[5, 6]]\n  b = [0.3]',
    '# layer 0\nW = np.array([[1, 2], [3, 4]])\nb = np.array([0.1, 0.2])\n# layer 1\nW = np.array([[5, 6]])\nb = np.array([0.3])',
    'Layer 2:\nW = [5 6]\nb = 0.3\nLayer 1:\nW = [1 2; 3 4]\nb = [0.1 0.2]',
    'Hidden layer:\nW = [[1, 2], [3, 4]]\nb = [0.1, 0.2]\nOutput layer:\nW = [[5, 6]]\nb = [0.3]',
    'couche 1 : W = [[1, 2], [3, 4]] ; b = [0.1, 0.2]\ncouche 2 : W = [[5, 6]] ; b = [0.3]',
    'Layer 1: weights:\n[[1. 2.]\n [3. 4.]]\nbiases:\n[0.1 0.2]\nLayer 2: weights:\n[[5. 6.]]\nbiases:\n[0.3]',
    'weights of layer 1: [[1, 2], [3, 4]]\nbias of layer 1: [0.1, 0.2]\nweights of layer 2:\n[[5, 6]]\nbias of layer 2: [0.3]',
  ]) {
    it(`makes a network of ${JSON.stringify(text)}, and leaves no number of a heading out`, () => {
      const reading = readNetwork(text);
      assert.equal(described(reading), expected);
      assert.deepEqual(reading.choices, []);
    });
  }

  it('gives each layer the activation below its heading', () => {
    const text = 'Layer 1\nW = [[1, 2]]\nactivation = relu\nLayer 2\nW = [[3]]\nactivation = tanh';
    assert.equal(described(readNetwork(text)), 'W [[1, 2]] relu, W [[3]] tanh');
  });

  it('still refuses what comes twice under one heading, or under none', () => {
    for (const text of ['Layer 1: W = [[1]]\nW = [[2]]', 'W = [[1]]\nb = [2]\nW = [[3]]\nb = [4]'])
      assert.match(faults(text)[0] ?? '', /^duplicate-key/, text);
  });

  it('leaves names that come once as they are', () => {
    const reading = read('In layer 3 W = [[1, 2]] and x = [1, 2].');
    assert.ok(reading.kind === 'network');
    assert.equal(described(reading), 'W [[1, 2]], x [1, 2]');
  });
});
