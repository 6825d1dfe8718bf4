import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { matrixFacts } from '../../../extension/language/matrixFacts';
import { networkNearby } from '../../../extension/language/networkNearby';
import { resultOf } from '../../../extension/language/result';
import { wordsOf } from '../../../extension/language/words/words';
import { picturesIn, spoken } from '../language/allowedMarkup';
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
      'row sums': '3, 7',
      range: '1 … 4',
      mean: '2.50000, standard deviation 1.11803',
      norms: 'Frobenius 5.47723, ‖A‖₂ 5.46499, ‖A‖₁ 6.00000, ‖A‖∞ 7.00000',
    });
  });

  it('have the determinant as a fraction beside its decimals', () => {
    assert.equal(facts('[[1/2, 1/3], [1/4, 1/5]]').determinant, '1/60 ≈ 0.0166667');
    assert.equal(facts('[[0.1, 0.2], [0.3, 0.6]]').condition, 'κ₂ = ∞');
  });

  it('are right beyond the doubles, where those would say 0 or ∞', () => {
    const scaled = facts('[[1e300, 1e299], [2e299, 1e-300]]');
    assert.equal(scaled.rank, '2 of 2, exactly');
    assert.equal(scaled.determinant, '−2.00000 × 10⁵⁹⁸');
    assert.equal(facts('[[1e200, 0], [0, 1e-200]]').condition, 'κ₂ = 1.00000 × 10⁴⁰⁰');
    assert.equal(facts('[[1, 0], [0, 1e-170]]')['singular values'], '1.00000, 1.00000 × 10⁻¹⁷⁰');
    assert.match(
      facts('[[1e308, 1e308], [1e308, -1e308]]').norms,
      /^Frobenius > 1\.79769 × 10³⁰⁸, ‖A‖₂ 1\.41421 × 10³⁰⁸, /,
    );
  });

  it('tell the rank that the printed digits make sure', () => {
    const print = 'tensor([[0.3333, 0.6667],\n        [0.6667, 1.3333]])';
    assert.equal(facts(print).rank, '2 of 2, exactly; by the digits that are printed at least 1');
    assert.equal(facts('[[0.3333, 0.6667], [0.6667, 1.3333]]').rank, '2 of 2, exactly');
  });

  it('say no determinant where doubles lose it', () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `[${Array.from({ length: 40 }, (_, j) => Math.sin(i + j))}]`,
    );
    const found = facts(`[${rows}]`);
    assert.equal(found.rank, '2 of 40, in double precision');
    assert.equal(found.determinant, 'lost in the rounding of doubles');
    assert.equal(found.condition, 'κ₂ > 1.1 × 10¹⁴');
  });

  it('say of how many numbers the mean is where some are not finite', () => {
    assert.equal(
      facts('[[1, NaN], [2, 3]]').mean,
      '2.00000, standard deviation 0.816497, of 3 finite numbers',
    );
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
    assert.deepEqual(Object.keys(facts('[3, 4]')), ['range', 'mean', 'sum', 'norms']);
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

describe('the hover of a matrix', () => {
  it('has the sum of each row, without rounding', () => {
    assert.match(spoken(hoverOfText('[[0.1, 0.2, -0.3], [1/3, 1/3, 1]]') ?? ''), /Σ.*−0\.3\s+0\s.*5\/3/s);
  });

  it('offers the divergences of rows that are distributions, without their name', () => {
    const hover = hoverOfText('T = [[0.5, 0.5], [0.25, 0.75], [0.1, 0.9]]') ?? '';
    const link = /\[KL of every pair of rows\]\(command:nabla\.computeDivergence\?([^)]*)\)/.exec(hover)?.[1];
    assert.deepEqual(JSON.parse(decodeURIComponent(link ?? '[]'))[0].range, { offset: 4, length: 38 });
    assert.doesNotMatch(hoverOfText('[[0.5, 0.5], [0.25, 0.8]]') ?? '', /computeDivergence/);
  });

  it('is a heat map where the numbers do not fit a table, within what VS Code shows', () => {
    const rows = Array.from(
      { length: 200 },
      (_, i) => `[${Array.from({ length: 300 }, (_, j) => ((i * 7919 + j * 104729) % 2001) - 1000)}]`,
    );
    const hover = hoverOfText(`[${rows}]`) ?? '';
    assert.match(hover, /data:image\/svg/);
    assert.ok(hover.length < 80_000, String(hover.length));
    assert.match(
      spoken(hover),
      /Colours from −991, orange, to 991, blue, which 99 % do not exceed; each cell the largest of 5 × 4/,
    );
    assert.doesNotMatch(hover, /<table>/);
  });
});

describe('the heat map of a matrix', () => {
  const rows = (first: string) =>
    `[${Array.from({ length: 14 }, (_, row) => `[${Array.from({ length: 14 }, (_, column) => (row + column === 3 ? first : row - column)).join(', ')}]`).join(', ')}]`;

  it('marks what is no number by a line through its cell', () => {
    const [picture = ''] = picturesIn(hoverOfText(rows('NaN')) ?? '');
    const lines = /<path d="([^"]*)"[^>]*stroke-width="\.2"/.exec(picture)?.[1];
    assert.equal(lines, 'M3 0h1M2 1h1M1 2h1M0 3h1');
  });

  it('has infinities at the ends of the scale', () => {
    const [picture = ''] = picturesIn(hoverOfText(rows('-Infinity')) ?? '');
    assert.doesNotMatch(picture, /NaN|Infinity|stroke-width="\.2"/);
  });
});

describe('the network that a selected matrix is part of', () => {
  const text =
    'import numpy\nW1 = [[0.1, 0.2, -0.3], [-0.4, 0.5, 0.6]]\nfor i in range(3):\n    print(i)\nb1 = [0.1, -0.2]\nragged = [[1], [2, 3]]\nW2 = [[0.7, -0.8]]\n';
  const spanOf = (part: string) => ({ offset: text.indexOf(part) + 50, length: part.length });
  const nearby = (document: string, part: string) =>
    networkNearby({ text: document, offset: 50 }, spanOf(part));

  it('is found among other lines, by names and shapes', () => {
    const found = nearby(text, '[[0.1, 0.2, -0.3], [-0.4, 0.5, 0.6]]');
    assert.deepEqual(
      [found?.names, found?.widths],
      [
        ['W1', 'b1', 'W2'],
        [3, 2, 1],
      ],
    );
    assert.deepEqual(
      found?.spans.map(({ offset, length }) => text.slice(offset - 50, offset - 50 + length)),
      ['W1 = [[0.1, 0.2, -0.3], [-0.4, 0.5, 0.6]]', 'b1 = [0.1, -0.2]', 'W2 = [[0.7, -0.8]]'],
    );
  });

  it('is none where the matrix has another name, or a part does not fit', () => {
    assert.equal(nearby(text, '[[1], [2, 3]]'), null);
    assert.equal(nearby(text.replace('[0.1, -0.2]', '[0.1]'), '[[0.7, -0.8]]'), null);
    assert.equal(nearby('W1 = [[1, 2]]', '[[1, 2]]'), null);
  });

  it('is offered in the hover, and opens from its parts alone', () => {
    const part = '[[0.7, -0.8]]';
    const at = text.indexOf(part);
    const hover = hoverOfText(part, { offset: at, surroundings: { text, offset: 0 } }) ?? '';
    assert.match(spoken(hover), /By name and shape W1, b1 and W2 make a network\. \[Show network 3–2–1\]/);
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
