import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { matrixFacts } from '../../../extension/language/matrixFacts';
import { resultOf } from '../../../extension/language/result';
import { wordsOf } from '../../../extension/language/words/words';
import { spoken } from '../language/allowedMarkup';
import { hoverOfText } from '../language/texts';

function facts(text: string, language: 'en' | 'fr' = 'en'): Readonly<Record<string, string>> {
  const study = evaluate(read(text, { as: 'matrix' }));
  assert.equal(study.kind, 'matrix');
  return Object.fromEntries(matrixFacts(study, wordsOf(language), 6).map(({ name, value }) => [name, value]));
}

describe('the facts of a matrix', () => {
  it('are rank, determinant, condition and singular values', () => {
    assert.deepEqual(facts('[[1, 2], [3, 4]]'), {
      rank: '2 of 2, exactly',
      determinant: '−2',
      trace: '5.00000',
      condition: 'κ₂ = 14.9330',
      'singular values': '5.46499, 0.365966',
      range: '1 … 4',
      mean: '2.50000, standard deviation 1.11803',
      norms: '‖A‖_F = 5.47723, ‖A‖₁ = 6.00000, ‖A‖∞ = 7.00000, ‖A‖₂ = 5.46499',
    });
  });

  it('have the determinant as a fraction beside its decimals', () => {
    assert.equal(facts('[[1/2, 1/3], [1/4, 1/5]]').determinant, '1/60 ≈ 0.0166667');
    assert.equal(facts('[[0.1, 0.2], [0.3, 0.6]]').condition, 'κ₂ = ∞');
  });

  it('count what stands out', () => {
    const { zeros, NaN: notNumbers, '∞': infinite } = facts('[[0, NaN, 1], [0, Infinity, 2]]');
    assert.deepEqual([zeros, notNumbers, infinite], ['2 of 6', '1 of 6', '1 of 6']);
  });

  it('say the type that a print names, and rows that are distributions', () => {
    const found = facts('tensor([[0.25, 0.75],\n        [0.50, 0.50]], dtype=torch.float64)');
    assert.equal(found.type, 'float64');
    assert.equal(found.rows, 'each sums to 1, a distribution');
    assert.equal(facts('[[1, 2], [2, 5]]').form, 'symmetric');
  });

  it('are those of the numbers for a vector', () => {
    assert.deepEqual(Object.keys(facts('[3, 4]')), ['range', 'mean', 'norms']);
  });

  it('are said in French', () => {
    assert.equal(facts('[[1, 2], [2, 4]]', 'fr').rang, '1 sur 2, exactement');
  });

  it('stand in the hover and in the data', () => {
    assert.match(spoken(hoverOfText('[[1, 2], [3, 4]]') ?? ''), /determinant −2 · /);
    const result = resultOf(evaluate(read('[[1, 2], [3, 4]]')), wordsOf('en'));
    assert.equal(result.kind, 'matrix');
    const { statistics } = result;
    assert.deepEqual(statistics.exact, { rank: 2, determinant: '-2' });
    assert.deepEqual([statistics.determinant, statistics.trace, statistics.norms.one], [-2, 5, 6]);
    assert.deepEqual(statistics.rowSums, [3, 7]);
  });
});

describe('the hover of several matrices', () => {
  it('offers the network that their shapes make', () => {
    const said = spoken(hoverOfText('M = [1 2; 3 4; 5 6]\nN = [1 2 3]') ?? '');
    assert.match(said, /Their shapes fit as a network of 2 layers\./);
    assert.match(said, /Show network/);
  });

  it('offers none where they do not fit', () => {
    assert.doesNotMatch(spoken(hoverOfText('M = [1 2; 3 4; 5 6]\nN = [1 2 3 4 5]') ?? ''), /network/);
    assert.doesNotMatch(spoken(hoverOfText('M = [1 2; 3 4; 5 6]\nB = [1 2 3 4 5]') ?? ''), /network/);
  });
});
