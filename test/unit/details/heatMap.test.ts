import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMatrix } from '../../../core/matrix';
import { cellsOfSteps } from '../../../core/matrixCells';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { detailSteps } from '../../../extension/language/details';
import { wordsOf } from '../../../extension/language/words/words';
import type { HeatMapQuestion } from '../../../extension/protocol/details/heatMap';

const text = `{ "layers": [{ "weights": [[1, -2, 3, 4], [5, 6, -7, 8]], "activation": "tanh" },
  { "weights": [[0.5, -0.25]] }], "input": [1, 0, 0, 0], "target": [1] }`;

function answer(question: Omit<HeatMapQuestion, 'topic'>, of = text) {
  const evaluation = { study: evaluate(read(of)), offset: 0, line: 0 };
  const context = { evaluation, digits: 6, words: wordsOf('en') };
  return finish(detailSteps({ topic: 'heatMap', ...question }, context));
}

describe('a heat map of a layer', () => {
  it('has every entry where there is room', () => {
    const map = answer({ layer: 0, of: 'weights', rows: 10, columns: 10 });
    assert.deepEqual(map, { rows: 2, columns: 4, values: [1, -2, 3, 4, 5, 6, -7, 8], range: [-7, 8] });
  });

  it('has the largest entry of each cell where there is less', () => {
    const map = answer({ layer: 0, of: 'weights', rows: 1, columns: 2 });
    assert.deepEqual(map?.values, [6, 8]);
    assert.deepEqual(map?.range, [-7, 8]);
  });

  it('shows the gradient of the loss', () => {
    const map = answer({ layer: 1, of: 'weightGradient', rows: 8, columns: 8 });
    const study = evaluate(read(text));
    assert.ok(study.kind === 'network' && study.gradients !== null);
    assert.deepEqual(map?.values, [...study.gradients[1].weights.values]);
  });

  it('shows a matrix by itself', () => {
    const map = answer({ layer: 0, of: 'weights', rows: 1, columns: 2 }, '[[1, -2, 3], [4, 5, NaN]]');
    assert.deepEqual(map, { rows: 1, columns: 2, values: [4, 5], range: [-2, 5] });
    assert.equal(answer({ layer: 0, of: 'weights', rows: 1, columns: 2 }, '[1, 2]'), null);
  });

  it('is nothing for a layer that is not there, and for another kind of text', () => {
    assert.equal(answer({ layer: 7, of: 'weights', rows: 8, columns: 8 }), null);
    assert.equal(answer({ layer: 0, of: 'weights', rows: 8, columns: 8 }, '{"p": [0.5, 0.5]}'), null);
  });

  it('never loses the entry of largest magnitude', () => {
    const sizes = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(sizes, sizes, sizes, sizes, fc.integer(), (rows, columns, most, mostColumns, seed) => {
        const matrix = createMatrix(rows, columns);
        for (let at = 0; at < matrix.values.length; at++) matrix.values[at] = Math.sin(seed + 3 * at);
        const cells = finish(cellsOfSteps(matrix, most, mostColumns));
        const largest = (values: Float64Array) => Math.max(...values.map(Math.abs));
        assert.equal(largest(cells.values), largest(matrix.values));
        assert.equal(cells.rows, Math.min(rows, most));
      }),
    );
  });
});
