import assert from 'node:assert/strict';
import { resultOf } from '../../../extension/language/result';
import type { Result } from '../../../extension/protocol/result';
import { distributions, network, studyOfText, words } from './texts';

function resultOfText(text: string): Result {
  return resultOf(studyOfText(text), words);
}

describe('results', () => {
  it('give a network as rows of samples and gradients as destination × source', () => {
    const result = resultOfText(network);
    assert.ok(result.kind === 'network');
    assert.equal(result.loss, 0.16071321517014325);
    assert.deepEqual(result.output, [[0.43305517875168265]]);
    assert.deepEqual(
      result.gradients?.weights.map((rows) => [rows.length, rows[0]?.length]),
      [
        [2, 3],
        [1, 2],
      ],
    );
    assert.deepEqual(
      result.gradients?.biases.map((biases) => biases?.length),
      [2, 1],
    );
    assert.deepEqual(
      result.gradients?.input.map((row) => row.length),
      [3],
    );
    assert.deepEqual(
      result.layers?.map(({ preActivation }) => preActivation.length),
      [1, 1],
    );
    assert.deepEqual(result.problems, []);
  });

  it('leave out what has no input or no target', () => {
    const forward = resultOfText(network.replace(/,\s*"target": \[1\]/, ''));
    assert.deepEqual(Object.keys(forward), ['kind', 'output', 'exact', 'layers', 'problems']);
    const drawing = resultOfText(network.replace(/,\s*"input"[^}]*/, ''));
    assert.deepEqual(Object.keys(drawing), ['kind', 'problems']);
  });

  it('have null for biases that are not there', () => {
    const result = resultOfText('{"layers": [{"weights": [[2]]}], "input": [3], "target": [1]}');
    assert.ok(result.kind === 'network');
    assert.deepEqual(result.gradients, { weights: [[[15]]], biases: [null], input: [[10]] });
  });

  it('give divergences with their exact forms', () => {
    const result = resultOfText(distributions);
    assert.ok(result.kind === 'distribution');
    assert.equal(Number(result.klPQ).toFixed(4), '0.0853');
    assert.equal(Number(result.klQP).toFixed(4), '0.0975');
    assert.deepEqual(result.exact.klPQ, {
      terms: [
        { prime: 2, coefficient: '32/25' },
        { prime: 3, coefficient: '11/5' },
        { prime: 5, coefficient: '-2' },
      ],
      text: '(32 ln 2 + 55 ln 3 − 50 ln 5)/25',
      decimal: '0.0852996013183705679220779702436',
      sign: 1,
    });
  });

  it('write numbers that are not finite by name', () => {
    const result = resultOfText('P = [0.5, 0.5]\nQ = [1, 0]');
    assert.ok(result.kind === 'distribution');
    assert.equal(result.klPQ, 'Infinity');
    assert.deepEqual(resultOfText('[[1, NaN], [-Infinity, 4]]'), {
      ...resultOfText('[[1, NaN], [-Infinity, 4]]'),
      values: [
        [1, 'NaN'],
        ['-Infinity', 4],
      ],
    });
  });

  it('survive JSON', () => {
    for (const text of [network, distributions, '[[1, NaN]]', '[[1, 2], [3]]']) {
      const result = resultOfText(text);
      assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
    }
  });

  it('give a vector as one row', () => {
    const result = resultOfText('[1, 2, 3]');
    assert.ok(result.kind === 'matrix');
    assert.deepEqual([result.shape, result.values], [[1, 3], [[1, 2, 3]]]);
  });

  it('nest arrays of any depth', () => {
    const result = resultOfText('[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]');
    assert.ok(result.kind === 'matrix');
    assert.deepEqual(result.shape, [2, 2, 2]);
    assert.deepEqual(result.values, [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
    ]);
  });
});
