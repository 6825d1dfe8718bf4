import assert from 'node:assert/strict';
import { compareMeasures } from '../../../core/divergence/continuous/compareMeasures';
import { type Projections, projectionsSteps } from '../../../core/divergence/continuous/projections';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { familySpec } from './specs';

function projectionsOf(text: string): Projections {
  const study = evaluate(read(text, { as: 'distribution' }));
  assert.ok(study.kind === 'continuous' && study.p.distribution.kind === 'continuous', text);
  return finish(projectionsSteps(study.p.distribution, study.p.integral));
}

const near = (actual: number | undefined, wanted: number, tolerance: number) =>
  assert.ok(
    actual !== undefined && Math.abs(actual - wanted) <= tolerance * Math.max(1, Math.abs(wanted)),
    `${actual}, not ${wanted}`,
  );

describe('the normal nearest to P', () => {
  it('is P itself in both directions where P is a normal', () => {
    const { forward, reverse } = projectionsOf('normal(3, 0.25)');
    for (const fit of [forward, reverse]) {
      near(fit?.loc, 3, 1e-7);
      near(fit?.scale, 0.25, 1e-7);
      near(fit?.forward, 0, 1e-12);
      near(fit?.reverse, 0, 1e-12);
    }
  });

  it('covers both hills of a mixture in the one direction and keeps to the higher in the other', () => {
    const { forward, reverse } = projectionsOf('0.7 normal(-4, 1) + 0.3 normal(4, 1)');
    near(forward?.loc, -1.6, 1e-12);
    near(forward?.scale, Math.sqrt(1 + 0.7 * 2.4 ** 2 + 0.3 * 5.6 ** 2), 1e-12);
    near(reverse?.loc, -4, 1e-3);
    near(reverse?.scale, 1, 1e-2);
    assert.ok((forward?.forward ?? 9) < (reverse?.forward ?? 0));
    assert.ok((reverse?.reverse ?? 9) < (forward?.reverse ?? 0));
    near(reverse?.reverse, -Math.log(0.7), 1e-3);
  });

  it('has the divergences of a comparison, and no neighbour with less', () => {
    const texts = [
      '0.7 normal(-4, 1) + 0.3 normal(4, 1)',
      'laplace(1, 2)',
      'student_t(5, 0, 1)',
      'gumbel(0, 1)',
    ];
    for (const text of texts) {
      const { forward, reverse } = projectionsOf(text);
      const { reading } = evaluate(read(text, { as: 'distribution' }));
      assert.ok(reading.kind === 'continuous');
      const divergences = (loc: number, scale: number) =>
        compareMeasures(reading.p, familySpec('normal', { loc, scale })).values;
      assert.ok(forward !== null && reverse !== null);
      const atForward = divergences(forward.loc, forward.scale).klPQ?.value ?? 0;
      const atReverse = divergences(reverse.loc, reverse.scale).klQP?.value ?? 0;
      near(forward.forward, atForward, 1e-10);
      near(reverse.reverse, atReverse, 1e-10);
      for (const [moved, stretched] of [
        [0.02, 1],
        [-0.02, 1],
        [0, 1.02],
        [0, 0.98],
      ] as const) {
        const beside = (fit: { loc: number; scale: number }) =>
          divergences(fit.loc + moved * fit.scale, fit.scale * stretched);
        assert.ok((beside(forward).klPQ?.value ?? 0) > atForward, `${text} forward`);
        assert.ok((beside(reverse).klQP?.value ?? 0) > atReverse, `${text} reverse`);
      }
    }
  });

  it('is none where P has no variance, or no mass on a side', () => {
    assert.equal(projectionsOf('cauchy(0, 1)').forward, null);
    assert.ok(projectionsOf('cauchy(0, 1)').reverse !== null);
    assert.equal(projectionsOf('exponential(1)').reverse, null);
    near(projectionsOf('exponential(2)').forward?.scale, 0.5, 1e-12);
  });

  it('is of P divided by its mass', () => {
    const { forward, reverse } = projectionsOf('3*exp(-x^2/2) on [-inf, inf]');
    near(forward?.forward, 0, 1e-11);
    near(reverse?.reverse, 0, 1e-11);
  });
});
