import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { namedForm } from '../../../core/text/measureForm';
import type { DistributionReading } from '../../../core/text/reading';
import { distributionStudyOf } from '../support/reading';

function studyOfText(text: string) {
  const study = evaluate(read(text));
  assert.ok(study.kind === 'distribution', JSON.stringify(study.problems));
  return study;
}

function rulesOf({ choices }: DistributionReading) {
  return choices.filter(({ rule }) => rule === 'measure-form' || rule === 'joint-table');
}

describe('distributions given as logits, logarithms or counts', () => {
  it('are told by the name that stands before the numbers', () => {
    assert.deepEqual(namedForm('logits'), { form: 'logits', side: null, index: null, isJoint: false });
    assert.deepEqual(namedForm('q_logits'), { form: 'logits', side: 'q', index: null, isJoint: false });
    assert.deepEqual(namedForm('logitsP'), { form: 'logits', side: 'p', index: null, isJoint: false });
    assert.deepEqual(namedForm('log_q'), {
      form: 'log-probabilities',
      side: 'q',
      index: null,
      isJoint: false,
    });
    assert.equal(namedForm('logprobs')?.form, 'log-probabilities');
    assert.deepEqual(namedForm('counts2'), { form: 'counts', side: null, index: 2, isJoint: false });
    assert.deepEqual(namedForm('joint'), { form: 'probabilities', side: null, index: null, isJoint: true });
    assert.equal(namedForm('joint_counts')?.form, 'counts');
    for (const name of ['p', 'q', 'probs', 'logistic', 'log', 'account', 'jointly', 'loss', 'weights']) {
      assert.equal(namedForm(name), null, name);
    }
  });

  it('reads counts exactly, as their shares, and says so', () => {
    const study = studyOfText('counts = [9, 12, 4]');
    assert.equal(
      study.exact.entropyP?.text,
      distributionStudyOf({ p: ['9/25', '12/25', '4/25'] }).exact.entropyP?.text,
    );
    assert.deepEqual(study.problems, []);
    assert.equal(study.sums.p, '25');
    assert.deepEqual(rulesOf(study.reading), [{ rule: 'measure-form', distribution: 'P', form: 'counts' }]);
  });

  it('takes logits for Q beside a P, and for P beside a Q', () => {
    const target = studyOfText('P = [0.2, 0.8]\nlogits = [0.5, 1.5]');
    const softmax = [1 / (1 + Math.E), Math.E / (1 + Math.E)];
    for (const [i, value] of (target.q ?? []).entries()) assert.ok(Math.abs(value - softmax[i]) < 3e-16);
    const other = distributionStudyOf({ logits: [0.5, 1.5], q: [0.2, 0.8] });
    assert.equal(other.reading.p.form, 'logits');
    assert.ok(Math.abs((other.measures.klQP ?? 0) - (target.measures.klPQ ?? 0)) < 1e-16);
    const nested = distributionStudyOf({ p: [0.2, 0.8], q: { logits: [0.5, 1.5] } });
    assert.deepEqual(nested.measures, target.measures);
  });

  it('keeps the digits of logits that differ by less than a double tells, and of a constant between them', () => {
    const { measures } = distributionStudyOf({
      p: { logits: ['1000.00000000000000000001', '1000', '1000'] },
      q: { logits: ['3', '3', '3'] },
    });
    // KL ≈ ½ Var(x − y) = ½ · (1/3)(2/3) · 10⁻⁴⁰.
    assert.ok(Math.abs((measures.klPQ ?? 0) / (1e-40 / 9) - 1) < 1e-14, String(measures.klPQ));
    const same = distributionStudyOf({ p: { logits: [7, 8.5] }, q: { logits: [-1, 0.5] } });
    assert.equal(same.measures.klPQ, 0);
  });

  it('has no overflow for logits of any size', () => {
    const { measures, p } = distributionStudyOf({ p: { logits: [1e308, 0] }, q: { logits: [0, 1e308] } });
    assert.deepEqual([...p], [1, 0]);
    assert.equal(measures.klPQ, 1e308);
    assert.equal(measures.entropyP, 0);
    const far = distributionStudyOf({ p: { logits: [0, -2000] }, q: { logits: [0, -1000] } });
    assert.equal(far.measures.klQP, 0);
    assert.ok(Number.isFinite(far.measures.klPQ));
  });

  it('gives an outcome of logit −∞ no probability', () => {
    const { p, measures } = distributionStudyOf({ p: { logits: ['-Infinity', 1, 1] } });
    assert.deepEqual([...p], [0, 0.5, 0.5]);
    assert.ok(Math.abs((measures.entropyP ?? 0) - Math.LN2) < 1e-16);
  });

  it('takes logarithms that sum to one but for their digits as probabilities, and warns of others', () => {
    const rounded = studyOfText('log_p = [-0.6931, -0.6931]');
    assert.deepEqual(rounded.problems, []);
    assert.deepEqual([...rounded.p], [0.5, 0.5]);
    const off = studyOfText('log_p = [-0.5, -0.5]');
    assert.deepEqual(
      off.problems.map(({ code }) => code),
      ['not-normalised'],
    );
    assert.ok(Math.abs((off.normalised?.entropyP ?? 0) - Math.LN2) < 1e-15);
    assert.equal(studyOfText('log_p = [0.5, -3]').problems[0]?.code, 'not-normalised');
  });

  it('refuses a negative count at its place, and takes no logarithm for a negative probability', () => {
    const text = '{"counts": [3, -1, 2]}';
    const study = evaluate(read(text));
    assert.equal(study.kind, 'error');
    const [problem] = study.problems;
    assert.equal(problem.code, 'negative-probability');
    assert.equal(text.slice(problem.span.offset, problem.span.offset + problem.span.length), '-1');
    assert.deepEqual(distributionStudyOf({ p: { logits: [-3, -1] } }).problems, []);
  });

  it('counts the outcomes of both', () => {
    const study = evaluate(read('{"p": [0.5, 0.5], "logits": [1, 2, 3]}'));
    assert.deepEqual(
      study.problems.map(({ code }) => code),
      ['length-mismatch'],
    );
  });

  it('reads a table of two variables as one distribution', () => {
    const study = studyOfText('joint = [[1/8, 1/16], [1/16, 3/4]]');
    assert.deepEqual(study.reading.joint, { rows: 2, columns: 2 });
    assert.equal(study.p.length, 4);
    const counts = distributionStudyOf({
      joint_counts: [
        [1, 2],
        [3, 4],
      ],
    });
    assert.deepEqual(
      rulesOf(counts.reading).map(({ rule }) => rule),
      ['joint-table', 'measure-form'],
    );
    assert.equal(evaluate(read('{"joint": [0.5, 0.5]}')).problems[0]?.code, 'syntax');
  });
});
