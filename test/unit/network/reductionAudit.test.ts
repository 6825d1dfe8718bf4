import assert from 'node:assert/strict';
import { networkStudyOf } from '../support/reading';

const layers = [{ weights: [[1], [2], [3]] }];
const base = { layers, input: [[1], [2]] };
const rows = [
  [0, 0, 1],
  [1, 0, 0],
];

function factorsOf(document: object): Readonly<Record<string, string>> {
  const { conventions } = networkStudyOf({ ...base, ...document });
  return Object.fromEntries(
    (conventions ?? []).map(({ loss, reduction, text }) => [`${loss} ${reduction}`, text]),
  );
}

describe('the audit of reductions', () => {
  it('tells the factors between ½ Σ, its mean over samples, and the mean over all outputs', () => {
    assert.deepEqual(factorsOf({ target: rows }), {
      'half_squared_error mean': '1/2',
      'mse_loss mean': '1/3',
      'mse_loss sum': '2',
    });
    assert.deepEqual(factorsOf({ target: rows, loss: 'mse_loss' }), {
      'half_squared_error sum': '3',
      'half_squared_error mean': '3/2',
      'mse_loss sum': '6',
    });
  });

  it('tells what the reductions of another loss do, and counts what a mean is over', () => {
    assert.deepEqual(factorsOf({ target: [0, 1], loss: 'cross_entropy' }), { 'cross_entropy sum': '2' });
    const weighted = { name: 'cross_entropy', weight: [1, 0.5, 4] };
    assert.deepEqual(factorsOf({ target: [0, 1], loss: weighted }), { 'cross_entropy sum': '3/2' });
    assert.deepEqual(factorsOf({ target: rows, loss: 'kl_div', reduction: 'batchmean' }), {
      'kl_div mean': '1/3',
      'kl_div sum': '2',
    });
  });

  it('is empty where nothing is left to scale', () => {
    assert.deepEqual(
      factorsOf({
        target: [
          [1, 2, 3],
          [2, 4, 6],
        ],
      }),
      {},
    );
  });
});
