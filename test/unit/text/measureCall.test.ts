import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { faults, readDistribution, rows } from './support';

const half = 'P = [0.5, 0.5]';
const other = 'Q = [0.25, 0.75]';

describe('a divergence of distributions that the text names', () => {
  it('is evaluated after them or before, on one line or on several, in the ways that people write it', () => {
    for (const text of [
      `${half}; ${other}; JS(P, Q)`,
      `${half}\n${other}\nKL(P||Q)`,
      `${half}\n${other}\nD_KL(P‖Q)`,
      `KL(P || Q) where ${half} and ${other}`,
      `${half}; ${other}; kl = scipy.stats.entropy(P, qk=Q)`,
      `${half}\n${other}\nprint(kl_divergence(P, Q))`,
      `H(P); H(Q)\n${half}\n${other}`,
      'P(0) = 1/2, P(1) = 1/2, Q(0) = 1/4, Q(1) = 3/4, $D_{\\mathrm{KL}}(P \\| Q)$ = ?',
    ]) {
      const { p, q } = readDistribution(text);
      assert.deepEqual(
        [rows(p.numbers), rows(q?.numbers ?? null)],
        [
          [0.5, 0.5],
          [0.25, 0.75],
        ],
        text,
      );
      assert.deepEqual(faults(text), [], text);
    }
    assert.equal(readDistribution(`${half}; H(P)`).q, null);
  });

  it('says by its arguments which arrays of other names are P and Q', () => {
    const { p, q } = readDistribution('a = [0.5, 0.5]; b = [0.25, 0.75]; KL(b, a)');
    assert.deepEqual([p.label, rows(p.numbers)], ['b', [0.25, 0.75]]);
    assert.deepEqual([q?.label, rows(q?.numbers ?? null)], ['a', [0.5, 0.5]]);
  });

  it('is of probabilities where it has one argument of another name', () => {
    assert.equal(read('x = [0.5, 0.5]; H(x)').kind, 'distribution');
    assert.equal(read('H(x); W1 = [[1, 2]]; x = [1, 2]; b1 = [0]').kind, 'network');
  });

  it('says the base of the logarithms', () => {
    assert.equal(readDistribution(`${half}; ${other}; KL(P || Q, base=2)`).base, 2);
    assert.equal(readDistribution(`${half}; ${other}; KL(P || Q) in hartleys`).base, 10);
    const study = evaluate(read('P = normal(0, 1)\nQ = normal(1, 1)\nKL(P || Q) in bits'));
    assert.ok(study.kind === 'continuous');
    assert.ok(Math.abs((study.values.klPQ?.value ?? 0) - 0.5 / Math.LN2) < 1e-12);
  });

  it('is refused at the name that is not assigned', () => {
    assert.deepEqual(faults(`a = [0.5, 0.5]; KL(a || r)`), ['unexpected-token @24+1']);
  });

  it('leaves alone what a program calls with an array that it has assigned', () => {
    const reading = read('W = np.array([[1, 2], [3, 4]])\nprint(W.shape)');
    assert.deepEqual([reading.kind, reading.problems], ['matrix', []]);
    assert.deepEqual(faults('W = [[1, 2], [3, 4]]]'), ['trailing @20+1']);
  });
});
