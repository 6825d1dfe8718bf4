import assert from 'node:assert/strict';
import { compareMeasures } from '../../../core/divergence/continuous/compareMeasures';
import type { MeasureName } from '../../../core/divergence/continuous/comparison';
import { estimatePair } from '../../../core/divergence/continuous/monteCarlo';
import { findFamily } from '../../../core/divergence/families';
import type { MultivariateDistribution } from '../../../core/divergence/families/distribution';
import type { ParameterValues } from '../../../core/divergence/families/family';
import { createRandom } from '../../../core/numeric/random';
import { finish } from '../../../core/steps';
import { familySpec, mixtureSpec } from './specs';

const normal = (loc: readonly number[], covariance_matrix: readonly (readonly number[])[]) =>
  familySpec('multivariate_normal', { loc, covariance_matrix });
const dirichlet = (...concentration: readonly number[]) => familySpec('dirichlet', { concentration });
const identity = [
  [1, 0],
  [0, 1],
];
const tilted = [
  [2, 0.6],
  [0.6, 1],
];

function created(name: string, parameters: ParameterValues): MultivariateDistribution {
  const distribution = findFamily(name).found?.create(parameters);
  if (distribution?.kind !== 'multivariate') throw new Error(name);
  return distribution;
}

/** Of 200 runs with seeds of their own, how many end within one and within two standard errors of the truth. */
function coverage(
  p: MultivariateDistribution,
  q: MultivariateDistribution,
  name: MeasureName,
  truth: number,
) {
  let once = 0;
  let twice = 0;
  for (let run = 0; run < 200; run++) {
    const found = finish(estimatePair(p, q, 1_000 + 2 * run, 500))[name];
    assert.ok(found !== undefined);
    const distance = Math.abs(found.value - truth) / found.error;
    if (distance <= 1) once++;
    if (distance <= 2) twice++;
  }
  return { once: once / 200, twice: twice / 200 };
}

describe('the generator of random numbers', () => {
  it('repeats itself for one seed and differs for another', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.uniform());
    };
    assert.deepEqual(draw(1), draw(1));
    assert.notDeepEqual(draw(1), draw(2));
  });

  it('has the moments of its distributions', () => {
    const random = createRandom(7);
    const n = 100_000;
    const moments = (next: () => number) => {
      let first = 0;
      let second = 0;
      for (let k = 0; k < n; k++) {
        const x = next();
        first += x / n;
        second += (x * x) / n;
      }
      return [first, second - first * first] as const;
    };
    const near = (found: readonly [number, number], mean: number, variance: number) => {
      assert.ok(Math.abs(found[0] - mean) < 5 * Math.sqrt(variance / n), `mean ${found[0]}`);
      assert.ok(Math.abs(found[1] / variance - 1) < 0.03, `variance ${found[1]}`);
    };
    near(moments(random.uniform), 0.5, 1 / 12);
    near(moments(random.normal), 0, 1);
    near(
      moments(() => random.gamma(2.5)),
      2.5,
      2.5,
    );
    near(
      moments(() => random.gamma(0.4)),
      0.4,
      0.4,
    );
  });
});

describe('estimates from points drawn at random', () => {
  it('have standard errors that cover the closed forms as often as they should', () => {
    const pairs = [
      {
        p: created('multivariate_normal', { loc: [0, 0], covariance_matrix: identity }),
        q: created('multivariate_normal', { loc: [1, -0.5], covariance_matrix: tilted }),
        truth: compareMeasures(normal([0, 0], identity), normal([1, -0.5], tilted)).values,
      },
      {
        p: created('dirichlet', { concentration: [2, 3, 1.5] }),
        q: created('dirichlet', { concentration: [1, 1, 2] }),
        truth: compareMeasures(dirichlet(2, 3, 1.5), dirichlet(1, 1, 2)).values,
      },
    ];
    for (const { p, q, truth } of pairs) {
      for (const name of ['klPQ', 'klQP', 'entropyP', 'crossEntropyPQ', 'hellinger'] as const) {
        assert.equal(truth[name]?.method, 'closed-form');
        const { once, twice } = coverage(p, q, name, truth[name]?.value ?? Number.NaN);
        // 0.683 and 0.954, each ± three standard deviations of 200 runs.
        assert.ok(Math.abs(once - 0.683) < 0.099, `${name} within one: ${once}`);
        assert.ok(twice > 0.954 - 0.045, `${name} within two: ${twice}`);
      }
    }
  });

  it('agree with quadrature where the axes are independent', () => {
    const mixed = mixtureSpec([0.3, normal([0, 0], identity)], [0.7, normal([2, 0], identity)]);
    const plane = compareMeasures(
      mixed,
      normal(
        [1, 0],
        [
          [2.25, 0],
          [0, 1],
        ],
      ),
    ).values;
    const line = compareMeasures(
      mixtureSpec(
        [0.3, familySpec('normal', { loc: 0, scale: 1 })],
        [0.7, familySpec('normal', { loc: 2, scale: 1 })],
      ),
      familySpec('normal', { loc: 1, scale: 1.5 }),
    ).values;
    for (const name of ['klPQ', 'klQP', 'jensenShannon', 'totalVariation', 'hellinger'] as const) {
      const found = plane[name];
      assert.ok(found?.method === 'monte-carlo' && found.error < 0.01, name);
      assert.ok(Math.abs(found.value - (line[name]?.value ?? 0)) < 4 * found.error, name);
    }
    assert.equal(plane.chiSquare, undefined);
  });

  it('give the same numbers for the same text, and say how many points from which seed', () => {
    const mixed = mixtureSpec([0.5, dirichlet(2, 3)], [0.5, dirichlet(4, 1)]);
    const [one, other] = [compareMeasures(mixed, dirichlet(1, 1)), compareMeasures(mixed, dirichlet(1, 1))];
    assert.equal(one.values.klPQ?.value, other.values.klPQ?.value);
    assert.equal(one.values.klPQ?.drawn?.seed, 1);
    assert.ok((one.values.klPQ?.drawn?.samples ?? 0) > 10_000);
    assert.equal(one.values.entropyQ?.method, 'closed-form');
  });

  it('divide weights by their sum, and say so', () => {
    const off = mixtureSpec([1, dirichlet(2, 3)], [1, dirichlet(4, 1)]);
    const half = mixtureSpec([0.5, dirichlet(2, 3)], [0.5, dirichlet(4, 1)]);
    const { problems, values } = compareMeasures(off, dirichlet(1, 1));
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['not-normalised'],
    );
    const wanted = compareMeasures(half, dirichlet(1, 1)).values.klPQ?.value ?? 0;
    assert.ok(Math.abs((values.klPQ?.value ?? 0) - wanted) < 1e-12);
  });
});

describe('overlaps of distributions of more than one variable', () => {
  it('agree with one variable where there is but one', () => {
    const line = compareMeasures(
      familySpec('normal', { loc: 0.5, scale: 1.2 }),
      familySpec('normal', { loc: -0.3, scale: 1.5 }),
    ).values;
    const plane = compareMeasures(normal([0.5], [[1.2 ** 2]]), normal([-0.3], [[1.5 ** 2]])).values;
    const betas = compareMeasures(
      familySpec('beta', { concentration1: 2, concentration0: 3 }),
      familySpec('beta', { concentration1: 1.5, concentration0: 2.5 }),
    ).values;
    const simplex = compareMeasures(dirichlet(2, 3), dirichlet(1.5, 2.5)).values;
    for (const name of ['hellinger', 'renyi2', 'chiSquare'] as const) {
      assert.ok(Math.abs((plane[name]?.value ?? 9) - (line[name]?.value ?? 0)) < 1e-11, name);
      assert.ok(Math.abs((simplex[name]?.value ?? 9) - (betas[name]?.value ?? 0)) < 1e-11, name);
    }
  });

  it('are infinite where ∫p²/q diverges', () => {
    const wide = normal(
      [0, 0],
      [
        [4, 0],
        [0, 1],
      ],
    );
    assert.equal(
      compareMeasures(wide, normal([0, 0], identity)).values.chiSquare?.value,
      Number.POSITIVE_INFINITY,
    );
    assert.equal(
      compareMeasures(dirichlet(0.5, 1), dirichlet(2, 1)).values.renyi2?.value,
      Number.POSITIVE_INFINITY,
    );
  });

  it('are as large as they can be between a simplex and a plane', () => {
    const { values } = compareMeasures(normal([0, 0], identity), dirichlet(1, 1));
    assert.equal(values.klPQ?.value, Number.POSITIVE_INFINITY);
    assert.equal(values.totalVariation?.value, 1);
  });
});
