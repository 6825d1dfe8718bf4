import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { distributionStudyOf, studyOf } from '../support/reading';

const sheet = { p: ['9/25', '12/25', '4/25'], q: ['1/3', '1/3', '1/3'] };

describe('the study of distributions', () => {
  it('gives the exercise its exact forms and decimals', () => {
    const { exact, measures } = distributionStudyOf(sheet);
    assert.equal(exact.klPQ?.text, '(32 ln 2 + 55 ln 3 \u2212 50 ln 5)/25');
    assert.equal(exact.klQP?.text, '(\u22124 ln 2 \u2212 6 ln 3 + 6 ln 5)/3');
    assert.equal(exact.crossEntropyPQ?.text, 'ln 3');
    assert.equal(measures.klPQ?.toFixed(4), '0.0853');
    assert.equal(measures.klQP?.toFixed(4), '0.0975');
  });

  it('divides logarithmic measures by ln(base), and leaves the others', () => {
    const bits = distributionStudyOf({ ...sheet, base: 2 });
    const nats = distributionStudyOf(sheet);
    assert.equal(bits.measures.klPQ, (nats.measures.klPQ ?? Number.NaN) / Math.LN2);
    assert.equal(bits.measures.totalVariation, nats.measures.totalVariation);
    assert.equal(bits.exact.crossEntropyPQ?.text, '(ln 3)/ln 2');
    assert.equal(
      bits.terms?.klPQ.reduce((sum, term) => sum + term, 0).toFixed(12),
      bits.measures.klPQ?.toFixed(12),
    );
  });

  it('gives bits as fractions where they are, also to the base of a power of two', () => {
    const p = ['1/2', '1/4', '1/8', '1/8'];
    assert.equal(distributionStudyOf({ p, base: 2 }).exact.entropyP?.text, '7/4');
    assert.equal(distributionStudyOf({ p, base: 4 }).exact.entropyP?.text, '7/8');
    assert.equal(distributionStudyOf({ p, q: [1, 0, 0, 0], base: 2 }).exact.klQP?.text, '1');
    assert.equal(distributionStudyOf({ p, base: 6 }).exact.entropyP?.text, '(7 ln 2)/(4 ln 6)');
  });

  it('lists what each outcome adds, signed, with 0 where p is 0', () => {
    const { terms } = distributionStudyOf({ p: [0, 0.25, 0.75], q: [0.5, 0.25, 0.25] });
    assert.deepEqual([...(terms?.klPQ ?? [])], [0, 0, 0.75 * Math.log(3)]);
    assert.equal(terms?.klQP[0], Number.POSITIVE_INFINITY);
  });

  it('knows the entropy alone of one distribution alone', () => {
    const { measures, exact, q, terms } = distributionStudyOf({ p: ['1/2', '1/4', '1/4'] });
    assert.deepEqual(Object.keys(measures), ['entropyP']);
    assert.equal(exact.entropyP?.text, '(3 ln 2)/2');
    assert.deepEqual([q, terms], [null, null]);
  });

  it('divides printed rounding out, so that KL of equal texts and of thirds is not negative', () => {
    const study = distributionStudyOf({ p: [0.333, 0.333, 0.333], q: ['1/3', '1/3', '1/3'] });
    assert.equal(study.measures.klPQ, 0);
    assert.equal(study.sums.p, '0.999');
    assert.deepEqual([study.problems, study.normalised], [[], null]);
  });

  it('takes other sums as they are, says so at the numbers, and normalises beside it', () => {
    const text = '{"p": [3, 5, 2], "q": [0.2, 0.3, 0.5]}';
    const study = evaluate(read(text));
    assert.ok(study.kind === 'distribution');
    const [problem] = study.problems;
    assert.equal(problem.code, 'not-normalised');
    assert.equal(text.slice(problem.span.offset, problem.span.offset + problem.span.length), '[3, 5, 2]');
    assert.deepEqual(problem.data, { distribution: 'P', sum: '10' });
    const asGiven = 3 * Math.log(15) + 5 * Math.log(5 / 0.3) + 2 * Math.log(4);
    assert.ok(Math.abs((study.measures.klPQ ?? Number.NaN) - asGiven) < 1e-13);
    const { measures } = distributionStudyOf({ p: ['3/10', '1/2', '1/5'], q: [0.2, 0.3, 0.5] });
    assert.deepEqual(study.normalised, measures);
  });

  it('takes whole numbers for counts that nothing has rounded, zeros alone among them', () => {
    for (const p of [
      [1, 1, 0],
      [0, 0, 0],
      [2, 0, 0, 0],
    ])
      assert.equal(distributionStudyOf({ p }).problems[0]?.code, 'not-normalised');
    assert.deepEqual(distributionStudyOf({ p: [1, 0, 0] }).problems, []);
  });

  it('counts a sum as rounded only within less than half a unit for each number', () => {
    assert.equal(distributionStudyOf({ p: [0.5, 0.4] }).problems[0]?.code, 'not-normalised');
    assert.deepEqual(distributionStudyOf({ p: [0.3, 0.3, 0.3] }).problems, []);
    assert.equal(distributionStudyOf({ p: ['1/3', '1/3', '1/4'] }).problems[0]?.code, 'not-normalised');
  });

  it('names the outcomes that Q leaves out, at the first zero', () => {
    const text = '{"p": [0.5, 0.25, 0.25], "q": [1, 0, 0]}';
    const { problems } = evaluate(read(text));
    assert.deepEqual(problems, [
      {
        code: 'support',
        severity: 'warning',
        span: { offset: text.indexOf('0, 0]'), length: 1 },
        data: { direction: 'PQ', outcomes: [1, 2] },
      },
    ]);
  });

  it('refuses negative probabilities at each of them, and a base without logarithms', () => {
    const codes = (document: object) => studyOf(document).problems.map(({ code }) => code);
    assert.deepEqual(codes({ p: [-0.5, 2, -0.5] }), ['negative-probability', 'negative-probability']);
    assert.deepEqual(codes({ p: [0.5, 0.5], base: 1 }), ['parameter-domain']);
    assert.equal(studyOf({ p: [-1, 2] }).kind, 'error');
  });

  it('carries NaN through', () => {
    const study = distributionStudyOf({ p: ['NaN', 0.5], q: [0.5, 0.5] });
    assert.ok(Number.isNaN(study.measures.klPQ));
    assert.deepEqual(
      study.problems.map(({ code }) => code),
      ['not-finite'],
    );
    assert.deepEqual(study.exact, {});
  });

  it('computes twenty thousand outcomes in doubles, without exact forms', () => {
    const count = 20_000;
    const p = Array.from({ length: count }, () => 1 / count);
    const study = distributionStudyOf({ p, q: p });
    assert.equal(study.measures.klPQ, 0);
    assert.ok(Math.abs((study.measures.entropyP ?? 0) - Math.log(count)) < 1e-14);
    assert.deepEqual(study.exact, {});
  });
});
