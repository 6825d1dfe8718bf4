import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Moment, momentsSteps } from '../../../core/divergence/continuous/moments';
import { families } from '../../../core/divergence/families';
import type { ContinuousDistribution } from '../../../core/divergence/families/distribution';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { parametersOf } from './randomParameters';

function momentsOf(text: string) {
  const study = evaluate(read(text));
  assert.ok(study.kind === 'continuous', text);
  const moments = finish(momentsSteps(study.p.distribution));
  assert.ok(moments !== null);
  return moments;
}

function near(moment: Moment, wanted: number, tolerance = 1e-11): void {
  assert.ok(moment.kind === 'value', `${moment.kind}, not ${wanted}`);
  const close = Math.abs(moment.value - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
  assert.ok(close, `${moment.value}, not ${wanted}`);
}

const univariate = families.filter(
  ({ parameters }) =>
    !parameters.some(({ domain }) => domain === 'real-vector' || domain === 'positive-vector'),
);

describe('moments', () => {
  for (const family of univariate) {
    it(`of ${family.name} by its formulas agree with quadrature`, () => {
      fc.assert(
        fc.property(parametersOf(family), (parameters) => {
          const distribution = family.create(parameters);
          if (distribution.kind !== 'continuous') return;
          const bare: ContinuousDistribution = { ...distribution, mean: null, variance: null };
          const found = finish(momentsSteps(bare));
          for (const name of ['mean', 'variance'] as const) {
            const moment: Moment | undefined = found?.[name];
            const wanted: number | null = distribution[name];
            if (wanted === null || moment === undefined) continue;
            if (moment.kind === 'value') near(moment, wanted, 1e-9);
            else if (moment.kind === 'infinite') assert.equal(wanted, moment.sign * Number.POSITIVE_INFINITY);
            else if (moment.kind === 'undefined') assert.ok(!Number.isFinite(wanted), `${name} ${wanted}`);
          }
        }),
        { numRuns: 8, seed: 13 },
      );
    });
  }

  it('of densities are found by quadrature, about their mean', () => {
    const wide = momentsOf('exp(-(x-20)^2/2)/sqrt(2*pi) on [-inf, inf]');
    near(wide.mean, 20);
    near(wide.variance, 1);
    const triangle = momentsOf('2*x on [0, 1]');
    near(triangle.mean, 2 / 3);
    near(triangle.variance, 1 / 18);
    const unnormalised = momentsOf('exp(-x) * 3 on [0, inf]');
    near(unnormalised.mean, 1);
    near(unnormalised.variance, 1);
  });

  it('that diverge are infinite, or do not exist', () => {
    assert.deepEqual(momentsOf('1/(pi*(1+x^2)) on [-inf, inf]').mean, { kind: 'undefined' });
    assert.deepEqual(momentsOf('1/x^2 on [1, inf]').mean, { kind: 'infinite', sign: 1 });
    const second = momentsOf('2/x^3 on [1, inf]');
    near(second.mean, 2);
    assert.deepEqual(second.variance, { kind: 'infinite', sign: 1 });
    assert.deepEqual(momentsOf('1/x^2 on [-inf, -1]').mean, { kind: 'infinite', sign: -1 });
  });
});
