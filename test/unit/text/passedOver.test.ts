import assert from 'node:assert/strict';
import { read } from '../../../core/text';

describe('what is no array', () => {
  for (const text of [
    'np.empty((2, 3))',
    'torch.Size([2, 3])',
    'std::cout << 1 << "x";',
    'x = 1 << 3',
    '[1+2i, 3]',
  ]) {
    it(`takes no sizes, shifts or complex numbers for entries: ${text}`, () => {
      assert.equal(read(text).kind, 'error');
    });
  }

  it('leaves programs and prose alone', () => {
    for (const text of [
      'import a, b\nfoo(1, 2)',
      'the matrix (see below) has rank 2',
      'a; b\nc; d',
      '- a bullet\n- 2 bullets',
    ]) {
      assert.equal(read(text).kind, 'error', text);
    }
  });
});
