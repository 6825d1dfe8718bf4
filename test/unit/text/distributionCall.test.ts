import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read, valueAround } from '../../../core/text';

function klOf(text: string): number | undefined {
  const study = evaluate(read(text));
  assert.ok(study.kind === 'distribution', `${text}: ${study.kind}`);
  assert.deepEqual(study.problems, []);
  return study.measures.klPQ ?? study.measures.entropyP;
}

describe('numbers of distributions in a call', () => {
  it('are read in the ways that people write a divergence', () => {
    for (const text of [
      'KL(1/4, 3/4 || 1/2, 1/2)',
      'KL([0.25, 0.75] || [0.5, 0.5])',
      'D_KL((1/4, 3/4) ‖ (1/2, 1/2))',
      'kl_divergence([0.25, 0.75], [0.5, 0.5])',
      'D(\\frac{1}{4}, \\frac{3}{4} \\| \\frac{1}{2}, \\frac{1}{2})',
      'scipy.stats.entropy([0.25, 0.75], [0.5, 0.5])',
      'entropy(np.array([0.25, 0.75]), np.array([0.5, 0.5]))',
      ' KL(1/4, 3/4 || 1/2, 1/2, base = e);',
    ]) {
      const kl = klOf(text) ?? Number.NaN;
      assert.ok(Math.abs(kl - (0.75 * Math.log(3) - Math.LN2)) < 1e-15, `${text}: ${kl}`);
    }
  });

  it('are one distribution in an entropy', () => {
    assert.ok(Math.abs((klOf('H(0.2, 0.3, 0.5)') ?? 0) - 1.0296530140645737) < 1e-15);
    assert.ok(Math.abs((klOf('entropy([0.5, 0.25, 0.25])') ?? 0) - 1.5 * Math.LN2) < 1e-15);
  });

  it('keep their exact form and their places', () => {
    const text = 'so KL(9/25, 12/25, 4/25 || 1/3, 1/3, 1/3) is small';
    const study = evaluate(read(text, { within: [{ offset: 3, length: 38 }] }));
    assert.ok(study.kind === 'distribution');
    assert.equal(study.exact.klPQ?.text, '(32 ln 2 + 55 ln 3 − 50 ln 5)/25');
    const { places } = study.reading.p.numbers;
    assert.equal(text.slice(places.startOf(1), places.endOf(1)), '12/25');
  });

  it('take a base inside, or a unit behind', () => {
    assert.equal(klOf('H(0.5, 0.5, base=2)'), 1);
    assert.equal(klOf('H(0.5, 0.5) in bits'), 1);
    assert.equal(
      klOf('KL([0.5, 0.5] || [0.25, 0.75], base=2)'),
      klOf('KL([0.5, 0.5] || [0.25, 0.75]) in bits'),
    );
  });

  it('are left alone where a program could mean something else', () => {
    for (const text of ['h(1, 2)', 'H(x, y)', 'KL(p || q)', 'entropy(model)', 'f(0.5, 0.5)', 'KL()', 'H(']) {
      assert.notEqual(read(text).kind, 'distribution', text);
    }
  });

  it('read Jensen–Shannon and the distances around probabilities, and nothing else', () => {
    for (const text of [
      'JS([0.5, 0.5], [0.1, 0.9])',
      'TV(1/2, 1/2 || 1/4, 3/4)',
      'hellinger([1/2, 1/2], [1, 0])',
    ])
      assert.equal(read(text).kind, 'distribution', text);
    assert.equal(read('JS(normal(0, 1), laplace(0, 1))').kind, 'continuous');
    for (const text of ['js([5, 5], [1, 9])', 'tv(1, 2)', 'js(a, b)'])
      assert.notEqual(read(text).kind, 'distribution', text);
  });

  it('say what is wrong where lengths differ or a distribution is missing', () => {
    const codes = (text: string) => evaluate(read(text)).problems.map(({ code }) => code);
    assert.deepEqual(codes('KL(0.5, 0.5 || 0.3, 0.3, 0.4)'), ['length-mismatch']);
    assert.deepEqual(codes('KL(0.5, 0.5 || 1.5, -0.5)'), ['negative-probability']);
    assert.deepEqual(codes('H(0.5, 0.5, base=-2)'), ['parameter-domain']);
  });

  it('are found around a place in prose', () => {
    const text = 'Note that KL(1/4, 3/4 || 1/2, 1/2) in bits is small, as is H(0.9, 0.1).';
    assert.deepEqual(valueAround(text, 20), { offset: 10, length: 32 });
    assert.deepEqual(valueAround(text, 64), { offset: 59, length: 11 });
    assert.equal(valueAround(text, 50), null);
  });

  it('survive any nesting', () => {
    const deep = `KL(${'('.repeat(1000)}0.5, 0.5${')'.repeat(1000)} || 0.5, 0.5)`;
    assert.ok(read(deep).problems.length > 0);
    assert.ok(read(`H(${'('.repeat(1000)}`).kind === 'error');
  });
});
