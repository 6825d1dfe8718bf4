import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planDivergence } from '../../../core/derivation/divergence/plan';
import { distributionStudyOf } from '../support/reading';
import { equationsOf, faultsOf } from './everyEquation';

/** Fractions that sum to one, some of them zero. */
const distributions = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 6 })
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts) => {
    const total = parts.reduce((sum, part) => sum + part, 0);
    return parts.map((part) => `${part}/${total}`);
  });

const pairs = fc.tuple(distributions, distributions).filter(([p, q]) => p.length === q.length);

describe('the equations of a divergence', () => {
  it('come to the values of the study, bounds and zeros included', () => {
    fc.assert(
      fc.property(
        pairs,
        fc.constantFrom('P', 'Q'),
        fc.constantFrom(undefined, 2, 10),
        ([p, q], from, base) => {
          const study = distributionStudyOf({ p, q, ...(base === undefined ? {} : { base }) });
          const derivation = planDivergence(study, from === 'P' ? 'P' : 'Q');
          for (const [key, equation] of equationsOf(derivation)) {
            assert.deepEqual(faultsOf(equation, derivation.values), [], `${key} of ${p} and ${q}`);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('tick what holds and cross what does not', () => {
    const hypotheses = (p: readonly unknown[], q: readonly unknown[]) =>
      planDivergence(distributionStudyOf({ p, q }), 'P').steps.flatMap(
        (step) =>
          step
            .make()
            .hypotheses?.filter(({ holds }) => !holds)
            .map(({ name }) => name) ?? [],
      );
    assert.deepEqual(hypotheses(['1/2', '1/2'], ['1/4', '3/4']), []);
    // Of the support, and of KL ≥ 0, which needs it.
    assert.deepEqual(hypotheses(['1/2', '1/2'], ['1', '0']), [
      'absolutely-continuous',
      'absolutely-continuous',
    ]);
    assert.deepEqual(hypotheses(['1/2', '1/4'], ['1/4', '3/4']), ['sums-to-one-P']);
  });
});
