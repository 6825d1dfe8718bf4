import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type BoundValues, boundMeasures, bounds, checkBound } from '../../../core/divergence/bounds';
import {
  divergenceGradientsSteps,
  exactGradients,
  softmaxJacobian,
} from '../../../core/divergence/gradients';
import { jointOfStudySteps } from '../../../core/divergence/jointOfStudy';
import { type JointTable, jointTableSteps } from '../../../core/divergence/jointTable';
import { entries } from '../../../core/divergence/measures/catalogue';
import { begin, valueSteps } from '../../../core/divergence/measures/evaluate';
import { pairOfReadingSteps } from '../../../core/divergence/pairOfReading';
import { certifiedDecimal, signOf } from '../../../core/exact/certified';
import { finish } from '../../../core/steps';
import { evaluate, type Study } from '../../../core/study';
import { read } from '../../../core/text';
import { distributionStudyOf, studyOf } from '../support/reading';

function counts(length: number, min: number) {
  return fc
    .array(fc.integer({ min, max: 200 }), { minLength: length, maxLength: length })
    .filter((values) => values.some((value) => value > 0));
}

const pairs = fc
  .integer({ min: 2, max: 7 })
  .chain((length) => fc.record({ p: counts(length, 0), q: counts(length, 1) }));

function pairOf(p: readonly number[], q: readonly number[]) {
  const { reading, measures } = distributionStudyOf({ p: { counts: p }, q: { counts: q } });
  return { ...finish(pairOfReadingSteps(reading)), measures };
}

describe('bounds between measures', () => {
  it('hold for every P and Q', () => {
    fc.assert(
      fc.property(pairs, ({ p, q }) => {
        const { pair, measures } = pairOf(p, q);
        const named = Object.entries(boundMeasures).map(([key, name]) => {
          const measure = entries.find((entry) => entry.name === name)?.measure;
          assert.ok(measure !== undefined && !('of' in measure));
          return [key, finish(valueSteps([begin(measure)], pair, Math.E))[0]];
        });
        const values = {
          ...Object.fromEntries(named),
          entropyQ: measures.entropyQ,
          outcomes: p.length,
          smallest: Math.min(...pair.q),
        } as BoundValues;
        for (const bound of bounds) {
          const { verdict, left, right } = checkBound(bound, values);
          assert.notEqual(verdict, 'fails', `${bound.name}: ${left} > ${right}`);
        }
      }),
    );
  });

  it('tell equality and what says nothing from what holds', () => {
    const [pinsker] = bounds.filter(({ name }) => name === 'pinsker');
    const zero = { hellinger: 0, chiSquare: 0, jensenShannon: 0, entropyP: 0, entropyQ: 0 };
    const values = { ...zero, crossEntropy: 0, outcomes: 2, smallest: 0.5, kl: 0, totalVariation: 0 };
    assert.equal(checkBound(pinsker, values).verdict, 'equal');
    assert.equal(checkBound(pinsker, { ...values, kl: 8, totalVariation: 0.5 }).verdict, 'vacuous');
    assert.equal(checkBound(pinsker, { ...values, kl: 0.5, totalVariation: 0.3 }).verdict, 'holds');
    assert.equal(checkBound(pinsker, { ...values, kl: 0.02, totalVariation: 0.3 }).verdict, 'fails');
  });
});

describe('gradients of divergences', () => {
  it('agree with central differences of the sums, by Q, by P and by logits', () => {
    const kl = (p: readonly number[], q: readonly number[]) =>
      p.reduce((sum, value, i) => sum + (value === 0 ? 0 : value * Math.log(value / q[i])), 0);
    const softmax = (z: readonly number[]) => {
      const powers = z.map(Math.exp);
      const total = powers.reduce((sum, power) => sum + power, 0);
      return powers.map((power) => power / total);
    };
    const moved = (values: readonly number[], at: number, by: number) =>
      values.map((value, i) => (i === at ? value + by : value));
    const slope = (f: (values: readonly number[]) => number, values: readonly number[], at: number) => {
      const step = 1e-5 * Math.max(1e-3, Math.abs(values[at]));
      return (f(moved(values, at, step)) - f(moved(values, at, -step))) / (2 * step);
    };
    fc.assert(
      fc.property(pairs, ({ p: ofP, q: ofQ }) => {
        fc.pre(ofP.every((count) => count > 0));
        const { pair, measures } = pairOf(ofP, ofQ);
        const gradients = finish(divergenceGradientsSteps(pair, measures.klPQ ?? Number.NaN));
        const [p, q] = [[...pair.p], [...pair.q]];
        const [y, z] = [p.map(Math.log), q.map(Math.log)];
        // Rounding of the sums over the step, and the step squared.
        const near = (value: number, wanted: number) =>
          Math.abs(value - wanted) <= 1e-6 * (1 + Math.abs(wanted));
        for (let i = 0; i < p.length; i++) {
          assert.ok(
            near(
              slope((values) => kl(p, values), q, i),
              gradients.byQ[i],
            ),
          );
          assert.ok(
            near(
              slope((values) => kl(values, q), p, i),
              gradients.byP[i],
            ),
          );
          assert.ok(
            near(
              slope((values) => kl(p, softmax(values)), z, i),
              gradients.byLogits[i],
            ),
          );
          assert.ok(
            near(
              slope((values) => kl(softmax(values), q), y, i),
              gradients.byLogitsOfP[i],
            ),
          );
        }
        assert.ok(gradients.disagreement < 1e-13);
      }),
      { numRuns: 50 },
    );
  });

  it('are exact fractions for exact probabilities', () => {
    const { p, q } = pairOf([9, 12, 4], [1, 1, 1]);
    assert.ok(p.exact !== null && q?.exact !== null && q !== null);
    assert.deepEqual(exactGradients(p.exact, q.exact, 0), { byQ: '-27/25', byLogits: '-2/75' });
    const zero = pairOf([1, 1], [0, 1]);
    assert.ok(zero.p.exact !== null && zero.q?.exact !== null && zero.q !== null);
    assert.deepEqual(exactGradients(zero.p.exact, zero.q.exact, 0), { byQ: null, byLogits: '-1/2' });
  });

  it('have the Jacobian of softmax, whose rows and columns sum to zero', () => {
    const jacobian = softmaxJacobian(Float64Array.of(0.25, 0.5, 0.25));
    assert.deepEqual(
      jacobian.map((row) => [...row]),
      [
        [0.1875, -0.125, -0.0625],
        [-0.125, 0.25, -0.125],
        [-0.0625, -0.125, 0.1875],
      ],
    );
  });

  it('are infinite by a q that is zero alone, and 0 where p is', () => {
    const { pair, measures } = pairOf([1, 1, 0], [0, 1, 1]);
    const { byQ, byLogits } = finish(divergenceGradientsSteps(pair, measures.klPQ ?? 0));
    assert.deepEqual([...byQ], [Number.NEGATIVE_INFINITY, -1, 0]);
    assert.deepEqual([...byLogits], [-0.5, 0, 0.5]);
  });
});

describe('joint tables', () => {
  const tableOf = (study: Study): JointTable => {
    const joint = finish(jointOfStudySteps(study));
    assert.ok(joint !== null);
    return finish(jointTableSteps(joint, Math.E));
  };
  const joints = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
    .chain(([rows, columns]) => fc.array(counts(columns, 0), { minLength: rows, maxLength: rows }));

  it('give the example of Cover and Thomas exactly: H(X) = 7/4 bits, H(Y) = 2, I = 3/8', () => {
    const { exact, measures } = tableOf(
      studyOf({
        joint: [
          ['1/8', '1/16', '1/32', '1/32'],
          ['1/16', '1/8', '1/32', '1/32'],
          ['1/16', '1/16', '1/16', '1/16'],
          ['1/4', 0, 0, 0],
        ],
      }),
    );
    // Rows are Y there.
    assert.equal(exact.entropyX?.text, '2 ln 2');
    assert.equal(exact.entropyY?.text, '(7 ln 2)/4');
    assert.equal(exact.conditionalYX?.text, '(11 ln 2)/8');
    assert.equal(exact.conditionalXY?.text, '(13 ln 2)/8');
    assert.equal(exact.jointEntropy?.text, '(27 ln 2)/8');
    assert.equal(exact.mutualInformation?.text, '(3 ln 2)/8');
    assert.ok(Math.abs(measures.mutualInformation - (3 / 8) * Math.LN2) < 1e-16);
  });

  it('keep the chain rule, and information never negative and zero for a product alone', () => {
    fc.assert(
      fc.property(joints, (table) => {
        const { measures, chainRule, exact } = tableOf(studyOf({ joint_counts: table }));
        assert.ok(chainRule < 1e-13, String(chainRule));
        assert.ok(measures.mutualInformation >= 0);
        const sum = exact.mutualInformation;
        assert.ok(sum !== undefined && signOf(sum) >= 0);
        assert.equal(measures.mutualInformation === 0, signOf(sum) === 0);
        const certified = Number(certifiedDecimal(sum, 15));
        assert.ok(Math.abs(measures.mutualInformation - certified) <= 1e-14 * certified);
        assert.ok(measures.mutualInformation <= Math.min(measures.entropyX, measures.entropyY) + 1e-14);
      }),
    );
  });

  it('are seen in a matrix of probabilities that nobody named, and in no other', () => {
    const study = evaluate(read('[[0.25, 0.25], [0.25, 0.25]]', { as: 'matrix' }));
    assert.equal(tableOf(study).measures.mutualInformation, 0);
    for (const text of ['[[1, 2], [3, 4]]', '[[0.5, 0.6], [0.2, -0.3]]', '[0.5, 0.5]']) {
      assert.equal(finish(jointOfStudySteps(evaluate(read(text, { as: 'matrix' })))), null);
    }
  });

  it('are normalised where the text is not', () => {
    const { measures } = tableOf(
      studyOf({
        joint: [
          [1, 1],
          [1, 1],
        ],
      }),
    );
    assert.ok(Math.abs(measures.jointEntropy - Math.log(4)) < 1e-15);
  });
});
