import assert from 'node:assert/strict';
import fc from 'fast-check';
import { continuousFacts } from '../../../core/divergence/facts/continuousFacts';
import { discreteFacts } from '../../../core/divergence/facts/discreteFacts';
import type { Facts, HypothesisName } from '../../../core/divergence/facts/facts';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';

function factsOf(text: string): Facts {
  const study = evaluate(read(text, { as: 'distribution' }));
  const facts =
    study.kind === 'distribution'
      ? discreteFacts(study)
      : study.kind === 'continuous'
        ? continuousFacts(study)
        : null;
  assert.ok(facts !== null, text);
  return facts;
}

function holds(facts: Facts, name: HypothesisName): boolean | null | undefined {
  const { identity, jensen, gibbs } = facts;
  return [identity, jensen, gibbs]
    .flatMap(({ hypotheses }) => hypotheses)
    .find((hypothesis) => hypothesis.name === name)?.holds;
}

const near = (actual: number, wanted: number, tolerance = 1e-12) =>
  assert.ok(
    Math.abs(actual - wanted) <= tolerance * Math.max(1, Math.abs(wanted)),
    `${actual}, not ${wanted}`,
  );

describe('the three facts', () => {
  it('hold with every hypothesis ticked on the numbers of the sheet', () => {
    const facts = factsOf('P = (9/25, 12/25, 4/25)\nQ = (1/3, 1/3, 1/3)');
    const { identity, jensen, gibbs } = facts;
    near(identity.crossEntropy - identity.entropy, identity.divergence);
    near(identity.divergence, 0.0852996013183706);
    assert.equal(jensen.mean, 1);
    assert.equal(jensen.ofMean, 0);
    assert.equal(jensen.expectation, identity.divergence);
    assert.deepEqual([jensen.isEqual, gibbs.isEqual], [false, false]);
    for (const { hypotheses } of [identity, jensen, gibbs]) {
      assert.ok(hypotheses.every((hypothesis) => hypothesis.holds === true));
    }
    near(
      jensen.points.reduce((sum, { x, weight }) => sum + x * weight, 0),
      jensen.mean,
    );
    near(
      jensen.points.reduce((sum, { y, weight }) => sum + y * weight, 0),
      jensen.expectation,
    );
  });

  it('have E X below 1 where Q has mass that P lacks: U(0, 1) and U(0, 2)', () => {
    const { jensen, gibbs } = factsOf('KL(uniform(0, 1) || uniform(0, 2))');
    near(jensen.mean, 0.5);
    near(jensen.ofMean, Math.LN2);
    near(jensen.expectation, Math.LN2);
    assert.equal(jensen.isEqual, true);
    assert.equal(gibbs.isEqual, false);
    const integers = factsOf('P = (1/2, 1/2, 0)\nQ = (1/4, 1/4, 1/2)');
    assert.equal(integers.jensen.mean, 0.5);
    assert.equal(integers.jensen.isEqual, true);
    const sparse = factsOf('KL(binomial(2, 0.5) || poisson(1))');
    near(sparse.jensen.mean, 2.5 * Math.exp(-1));
    const gap = factsOf('KL(0.5 uniform(0,1) + 0.5 uniform(2,3) || uniform(0,4))');
    near(gap.jensen.mean, 0.5);
    const tail = factsOf('KL(half_normal(1) || normal(0, 1))');
    near(tail.jensen.mean, 0.5);
  });

  it('cross what fails: no absolute continuity, no sum of one; and leave open what is not decided', () => {
    const singular = factsOf('P = (1/2, 1/2)\nQ = (1, 0)');
    assert.equal(holds(singular, 'absolutely-continuous'), false);
    assert.equal(singular.jensen.expectation, Number.POSITIVE_INFINITY);
    assert.equal(singular.jensen.isEqual, false);
    const off = factsOf('P = (0.50, 0.40)\nQ = (0.50, 0.50)');
    assert.equal(holds(off, 'p-sums-to-one'), false);
    assert.equal(holds(off, 'q-sums-to-one'), true);
    assert.ok(off.gibbs.divergence < 0);
    const heavy = factsOf('KL((2+sin(x))/(2.5*x^2) on [1, inf] || pareto(1, 0.5))');
    assert.equal(holds(heavy, 'entropy-finite'), null);
    const apart = factsOf('KL(uniform(0, 1) || uniform(2, 3))');
    assert.equal(holds(apart, 'mean-inside'), false);
    const halves = factsOf('KL(normal(0, 1) || exponential(1))');
    assert.equal(holds(halves, 'absolutely-continuous'), false);
  });

  it('say that P = Q only where that is decided', () => {
    assert.equal(factsOf('P = (0.3, 0.7)\nQ = (3/10, 7/10)').gibbs.isEqual, true);
    assert.equal(factsOf('P = (1/3, 2/3)\nQ = (1/3 , 4/6)').gibbs.isEqual, true);
    assert.equal(factsOf('KL(normal(0, 1) || normal(0, 1))').gibbs.isEqual, true);
    assert.equal(factsOf('KL(normal(0, 1) || normal(0, 1.5))').gibbs.isEqual, false);
    assert.equal(factsOf('KL(exponential(1) || gamma(1, 1))').gibbs.isEqual, null);
  });

  it('are in the base that was asked for', () => {
    const { base, jensen, identity } = factsOf('KL(uniform(0, 1) || uniform(0, 2)) in bits');
    assert.equal(base, 2);
    near(identity.divergence, 1);
    near(jensen.ofMean, 1);
  });

  it('keep the chain KL ≥ −ln Q(p > 0) ≥ 0 for any two distributions', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 6 });
    const pair = fc
      .tuple(weights, weights)
      .filter(([p, q]) => p.length === q.length && p.some((x) => x > 0) && q.some((x) => x > 0));
    fc.assert(
      fc.property(pair, ([p, q]) => {
        const line = (values: readonly number[]) => {
          const sum = values.reduce((a, b) => a + b, 0);
          return values.map((x) => `${x}/${sum}`).join(', ');
        };
        const { jensen } = factsOf(`P = (${line(p)})\nQ = (${line(q)})`);
        assert.ok(jensen.ofMean >= -1e-15 && jensen.expectation >= jensen.ofMean - 1e-14);
      }),
      { numRuns: 60, seed: 4 },
    );
  });
});
