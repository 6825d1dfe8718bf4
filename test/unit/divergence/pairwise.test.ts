import assert from 'node:assert/strict';
import { pairwiseSteps } from '../../../core/divergence/pairwise';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { resultOf } from '../../../extension/language/result';
import { wordsOf } from '../../../extension/language/words/words';

const text = '[[0.2, 0.8], [0.5, 0.5], [0.1, 0.9], [2, 2], [-1, 2]]';

function rowsOf(matrix: string) {
  const reading = read(matrix, { as: 'distribution' });
  assert.ok(reading.kind === 'distribution' && reading.rows !== undefined, matrix);
  return reading.rows;
}

describe('rows of a matrix as distributions', () => {
  it('are read row by row, P and Q being the first two, and that is said', () => {
    const reading = read('[[0.2, 0.8], [0.5, 0.5], [0.1, 0.9]]', { as: 'distribution' });
    assert.ok(reading.kind === 'distribution');
    assert.deepEqual(reading.choices, [{ rule: 'rows', count: 3 }]);
    assert.deepEqual([...(reading.q?.numbers.values ?? [])], [0.5, 0.5]);
  });

  it('have every divergence that they have in pairs', () => {
    const found = finish(pairwiseSteps(text, rowsOf(text), Math.E));
    for (const [i, j] of [
      [0, 1],
      [1, 0],
      [0, 2],
      [2, 1],
    ] as const) {
      const rows = ['(0.2, 0.8)', '(0.5, 0.5)', '(0.1, 0.9)'];
      const study = evaluate(read(`P = ${rows[i]}\nQ = ${rows[j]}`));
      assert.ok(study.kind === 'distribution');
      assert.equal(found.kullbackLeibler[i]?.[j], study.measures.klPQ);
      assert.equal(found.jensenShannon[i]?.[j], study.measures.jensenShannon);
    }
    assert.equal(found.kullbackLeibler[1]?.[1], 0);
    assert.ok(Math.abs((found.entropies[1] ?? 0) - Math.LN2) < 1e-15);
  });

  it('stand in the data that commands return', () => {
    const study = evaluate(read('[[0.2, 0.8], [0.5, 0.5], [0.1, 0.9]]', { as: 'distribution' }));
    const result = resultOf(study, wordsOf('en'));
    assert.ok(result.kind === 'distribution' && 'pairwise' in result);
    assert.equal(result.pairwise?.kullbackLeibler[0]?.[1], result.klPQ);
  });

  it('divide a row by its sum, and leave out one that is no distribution', () => {
    const found = finish(pairwiseSteps(text, rowsOf(text), 2));
    assert.deepEqual(found.areOne, [true, true, true, false, true]);
    assert.equal(found.sums[3], '4');
    assert.equal(found.kullbackLeibler[3]?.[1], 0);
    assert.equal(found.entropies[3], 1);
    assert.ok(Number.isNaN(found.kullbackLeibler[0]?.[4]));
    assert.ok(Number.isNaN(found.entropies[4]));
  });
});
