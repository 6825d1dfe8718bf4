import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { compareMeasures, compareMeasuresSteps } from '../../../core/divergence/continuous/compareMeasures';
import type { MeasureComparison, MeasureName } from '../../../core/divergence/continuous/comparison';
import { families } from '../../../core/divergence/families';
import type { ParameterValues } from '../../../core/divergence/families/family';
import { parametersOf } from './randomParameters';
import { densitySpec, familySpec, type MeasureDocument, specOf } from './specs';

interface Pairs {
  readonly cases: readonly {
    readonly p: MeasureDocument;
    readonly q: MeasureDocument;
    readonly expected: Readonly<Partial<Record<MeasureName, number>>>;
  }[];
}
const pairs = JSON.parse(
  readFileSync(new URL('../../oracle/continuousPairs.json', import.meta.url), 'utf8'),
) as Pairs;

function measured(comparison: MeasureComparison, name: MeasureName): number {
  return comparison.values[name]?.value ?? Number.NaN;
}

function near(actual: number, expected: number, tolerance = 1e-11): void {
  const error = Math.abs(actual - expected);
  assert.ok(error <= tolerance * Math.max(1, Math.abs(expected)), `${actual}, not ${expected}`);
}

const univariate = families.filter(
  ({ parameters }) =>
    !parameters.some(({ domain }) => domain === 'real-vector' || domain === 'positive-vector'),
);
const anyMeasure = fc
  .constantFrom(...univariate)
  .chain((family) => parametersOf(family).map((parameters) => familySpec(family.name, parameters)));

describe('comparing two distributions', () => {
  for (const { p, q, expected } of pairs.cases) {
    const title = [p, q].map((entry) => ('family' in entry ? entry.family : 'density')).join(' and ');
    it(`agrees with mpmath on ${title}`, () => {
      const comparison = compareMeasures(specOf(p), specOf(q));
      for (const [name, value] of Object.entries(expected)) {
        near(measured(comparison, name as MeasureName), value);
      }
    });
  }

  it('reaches close to its first break where a far landmark makes a tail wide', () => {
    const { values } = compareMeasures(
      familySpec('log_normal', { loc: 0, scale: 3.2140348256687203 }),
      familySpec('cauchy', { loc: 0, scale: 0.3 }),
    );
    // By mpmath with 25 digits, in the variable ln x.
    near(values.klPQ?.value ?? 0, 1.393567795828134);
    near(values.hellinger?.value ?? 0, 0.619418944671118);
  });

  it('keeps the laws that tie the measures', () => {
    const law = (p: Parameters<typeof compareMeasures>[0], q: Parameters<typeof compareMeasures>[0]) => {
      const forward = compareMeasures(p, q);
      const back = compareMeasures(q, p);
      assert.deepEqual(forward.problems, []);
      const kl = measured(forward, 'klPQ');
      const total = measured(forward, 'totalVariation');
      const hellinger = measured(forward, 'hellinger');
      const js = measured(forward, 'jensenShannon');
      const slack = 1e-10;
      assert.ok(kl >= 0 && total >= 0 && total <= 1 + slack && js >= 0 && js <= Math.LN2 + slack);
      assert.ok(kl >= 2 * total ** 2 - slack, 'Pinsker');
      assert.ok(total <= Math.sqrt(1 - Math.exp(-kl)) + slack, 'Bretagnolle and Huber');
      assert.ok(hellinger ** 2 <= total + slack && total <= hellinger * Math.SQRT2 + slack, 'Le Cam');
      near(js, measured(back, 'jensenShannon'));
      near(total, measured(back, 'totalVariation'));
      near(hellinger, measured(back, 'hellinger'));
      if (Number.isFinite(kl)) {
        const isDecided = forward.values.renyi2?.method !== 'undecided';
        const renyi = isDecided ? measured(forward, 'renyi2') : Number.POSITIVE_INFINITY;
        assert.ok(renyi >= kl - slack * Math.max(1, kl), 'Rényi 2 is at least KL');
        assert.ok(
          kl === measured(back, 'klQP') || Math.abs(kl - measured(back, 'klQP')) <= 1e-10 * kl + 1e-13,
        );
        if (forward.values.crossEntropyPQ !== undefined) {
          const own = forward.values.klPQ?.error ?? 0;
          near(measured(forward, 'crossEntropyPQ') - measured(forward, 'entropyP'), kl, 1e-10 + own);
        }
      } else assert.equal(measured(back, 'klQP'), Number.POSITIVE_INFINITY);
    };
    fc.assert(fc.property(anyMeasure, anyMeasure, law), { numRuns: 120, seed: 5 });
  });

  it('finds nothing between a distribution and itself', () => {
    fc.assert(
      fc.property(anyMeasure, (p) => {
        const { values } = compareMeasures(p, p);
        for (const name of [
          'klPQ',
          'klQP',
          'jeffreys',
          'jensenShannon',
          'totalVariation',
          'hellinger',
        ] as const) {
          assert.ok(Math.abs(values[name]?.value ?? Number.NaN) <= 1e-13, name);
        }
      }),
      { numRuns: 60, seed: 9 },
    );
  });

  it('does not change under an affine change of variable', () => {
    const shift = fc.double({ min: -3, max: 3, noNaN: true });
    const stretch = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(shift, stretch, (a, b) => {
        const moved = (loc: number, scale: number): ParameterValues => ({
          loc: a + b * loc,
          scale: b * scale,
        });
        const before = compareMeasures(
          familySpec('logistic', { loc: 0.5, scale: 1 }),
          familySpec('student_t', { df: 3, loc: -0.2, scale: 0.8 }),
        );
        const after = compareMeasures(
          familySpec('logistic', moved(0.5, 1)),
          familySpec('student_t', { df: 3, ...moved(-0.2, 0.8) }),
        );
        for (const name of ['klPQ', 'klQP', 'jensenShannon', 'totalVariation', 'hellinger'] as const) {
          near(measured(after, name), measured(before, name), 1e-10);
        }
        near(measured(after, 'entropyP'), measured(before, 'entropyP') + Math.log(b), 1e-10);
      }),
      { numRuns: 15, seed: 2 },
    );
  });

  it('says how each value was got', () => {
    const { values } = compareMeasures(
      familySpec('normal', { loc: 0, scale: 1 }),
      familySpec('laplace', { loc: 0, scale: 2 }),
    );
    assert.equal(values.klPQ?.method, 'closed-form');
    assert.ok(values.klPQ?.formula?.latex.includes('\\ln') && values.klPQ.source !== undefined);
    assert.equal(values.jensenShannon?.method, 'quadrature');
    assert.ok((values.jensenShannon?.error ?? 1) < 1e-11);
    const counts = compareMeasures(
      familySpec('poisson', { rate: 2 }),
      familySpec('geometric', { probs: 0.3 }),
    );
    assert.equal(counts.values.klPQ?.method, 'series');
    assert.ok((counts.values.klPQ?.error ?? 1) < 1e-13);
  });

  it('answers Rényi 2 and χ² of two normals as their closed forms do', () => {
    const comparison = compareMeasures(
      familySpec('normal', { loc: 0.3, scale: 1.2 }),
      familySpec('normal', { loc: -0.5, scale: 1.5 }),
    );
    const spread = 2 * 1.5 ** 2 - 1.2 ** 2;
    const renyi = 0.8 ** 2 / spread + Math.log(1.5 / 1.2) - 0.5 * Math.log(spread / 1.5 ** 2);
    near(measured(comparison, 'renyi2'), renyi);
    near(measured(comparison, 'chiSquare'), Math.expm1(renyi));
  });

  it('answers Rényi 2 where χ² is beyond the doubles, and χ² where densities are below them', () => {
    const { values } = compareMeasures(
      familySpec('normal', { loc: 0, scale: 0.01 }),
      familySpec('normal', { loc: 1, scale: 0.02 }),
    );
    const spread = 2 * 0.02 ** 2 - 0.01 ** 2;
    near(values.renyi2?.value ?? 0, 1 / spread + Math.log(0.02 / 0.01) - 0.5 * Math.log(spread / 0.02 ** 2));
    assert.equal(values.chiSquare?.value, Number.POSITIVE_INFINITY);
    assert.equal(values.chiSquare?.reason, undefined);
    const wide = compareMeasures(
      familySpec('normal', { loc: 0, scale: 1.413 }),
      familySpec('normal', { loc: 0, scale: 1 }),
    );
    near(measured(wide, 'chiSquare'), 1 / (1.413 * Math.sqrt(2 - 1.413 ** 2)) - 1, 1e-9);
  });

  it('gives the entropy alone of one distribution', () => {
    const { values, q } = compareMeasures(familySpec('logit_normal', { loc: 0, scale: 1 }), null);
    assert.equal(q, null);
    assert.deepEqual(Object.keys(values), ['entropyP']);
    assert.equal(values.entropyP?.method, 'quadrature');
  });

  it('takes a density and a distribution on integers for singular to one another', () => {
    const { values } = compareMeasures(
      familySpec('normal', { loc: 0, scale: 1 }),
      familySpec('poisson', { rate: 3 }),
    );
    assert.equal(values.klPQ?.value, Number.POSITIVE_INFINITY);
    assert.equal(values.totalVariation?.value, 1);
    assert.equal(values.crossEntropyPQ, undefined);
  });

  it('yields often, so that one who waits can cancel', () => {
    const steps = compareMeasuresSteps(
      densitySpec('exp(-abs(x)^1.5)*(2+sin(3*x))/10', ['-inf', 'inf']),
      familySpec('cauchy', { loc: 0, scale: 1 }),
    );
    let yields = 0;
    while (steps.next().done !== true) yields++;
    assert.ok(yields > 20);
  });
});

describe('finite or infinite', () => {
  const kl = (p: [string, ParameterValues], q: [string, ParameterValues]) =>
    compareMeasures(familySpec(...p), familySpec(...q)).values.klPQ;

  it('is decided by tails where the supports are equal', () => {
    const infinite = kl(['cauchy', { loc: 0, scale: 1 }], ['normal', { loc: 0, scale: 1e6 }]);
    assert.equal(infinite?.value, Number.POSITIVE_INFINITY);
    assert.deepEqual(infinite?.reason, {
      kind: 'tail',
      at: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    });
    assert.equal(
      kl(['student_t', { df: 2 }], ['normal', { loc: 0, scale: 1 }])?.value,
      Number.POSITIVE_INFINITY,
    );
    assert.ok(Number.isFinite(kl(['student_t', { df: 2.1 }], ['normal', { loc: 0, scale: 1 }])?.value));
    assert.equal(
      kl(['log_normal', { loc: 0, scale: 1 }], ['gumbel', { loc: 0, scale: 1 }])?.method,
      'quadrature',
    );
    assert.equal(
      kl(['log_normal', { loc: 0, scale: 1 }], ['inverse_gamma', { concentration: 1, rate: 1 }])?.method,
      'quadrature',
    );
  });

  it('is left undecided in numbers, not called infinite, where the doubles end before the tail does', () => {
    const slow = kl(['student_t', { df: 1.001 }], ['laplace', { loc: 0, scale: 1 }]);
    assert.equal(slow?.method, 'undecided');
    assert.ok(Number.isNaN(slow?.value));
  });

  it('is not mistaken where the square of a scale is no double', () => {
    const tiny = kl(['normal', { loc: 0, scale: 1e-200 }], ['normal', { loc: 0, scale: 1 }]);
    near(tiny?.value ?? Number.NaN, 200 * Math.LN10 - 0.5);
    const huge = compareMeasures(familySpec('normal', { loc: 0, scale: 1e200 }), null).values.entropyP;
    near(huge?.value ?? Number.NaN, 0.5 * Math.log(2 * Math.PI * Math.E) + 200 * Math.LN10);
  });

  it('is decided by tails at a finite end too', () => {
    const infinite = kl(['exponential', { rate: 1 }], ['inverse_gamma', { concentration: 2, rate: 1 }]);
    assert.deepEqual(infinite?.reason, { kind: 'tail', at: [0] });
    assert.ok(
      Number.isFinite(
        kl(['gamma', { concentration: 1.5, rate: 1 }], ['inverse_gamma', { concentration: 2, rate: 1 }])
          ?.value,
      ),
    );
  });

  it('names the interval where P has mass and Q has none', () => {
    const { supportFacts, values } = compareMeasures(
      familySpec('uniform', { low: 0, high: 3 }),
      familySpec('uniform', { low: 1, high: 5 }),
    );
    assert.deepEqual(supportFacts, [
      { direction: 'PQ', where: [{ lower: 0, upper: 1 }] },
      { direction: 'QP', where: [{ lower: 3, upper: 5 }] },
    ]);
    assert.equal(values.klPQ?.method, 'support');
    near(
      measured({ p: null, q: null, values, normalised: null, supportFacts, problems: [] }, 'totalVariation'),
      0.5,
    );
  });

  it('gives χ² of Gaussian tails its own threshold', () => {
    const chiSquare = (scale: number) =>
      compareMeasures(familySpec('normal', { loc: 0, scale }), familySpec('normal', { loc: 0, scale: 1 }))
        .values.chiSquare;
    assert.equal(chiSquare(1.5)?.value, Number.POSITIVE_INFINITY);
    near(chiSquare(1.4)?.value ?? 0, 1 / (1.4 * Math.sqrt(2 - 1.4 ** 2)) - 1, 1e-9);
  });

  it('sums distributions on the integers as far as their tails ask', () => {
    assert.equal(
      kl(['poisson', { rate: 1 }], ['binomial', { total_count: 5, probs: 0.5 }])?.value,
      Number.POSITIVE_INFINITY,
    );
    near(
      kl(['poisson', { rate: 1e6 }], ['negative_binomial', { total_count: 1e6, probs: 0.5 }])?.value ?? 0,
      0.09657,
      1e-4,
    );
    const counts = compareMeasures(
      familySpec('geometric', { probs: 0.2 }),
      familySpec('poisson', { rate: 3 }),
    );
    assert.equal(counts.values.chiSquare?.value, Number.POSITIVE_INFINITY);
    assert.ok(Number.isFinite(counts.values.klPQ?.value));
  });
});

describe('densities as expressions', () => {
  it('answers as the families that they spell', () => {
    const spelt: readonly (readonly [string, [number | string, number | string], string, ParameterValues])[] =
      [
        ['exp(-(x-3)^2/8)/(2*sqrt(2*pi))', ['-inf', 'inf'], 'normal', { loc: 3, scale: 2 }],
        ['exp(-x-exp(-x))', ['-inf', 'inf'], 'gumbel', { loc: 0, scale: 1 }],
        ['1/(pi*(1+x^2))', ['-inf', 'inf'], 'cauchy', { loc: 0, scale: 1 }],
        ['1/(pi*sqrt(x*(1-x)))', [0, 1], 'beta', { concentration1: 0.5, concentration0: 0.5 }],
        ['2/x^3', [1, 'inf'], 'pareto', { scale: 1, alpha: 2 }],
        ['exp(-ln(x)^2/2)/(x*sqrt(2*pi))', [0, 'inf'], 'log_normal', { loc: 0, scale: 1 }],
        ['1/(4*cosh(x/2)^2)', ['-inf', 'inf'], 'logistic', { loc: 0, scale: 1 }],
        ['exp(-1/x)/x^2', [0, 'inf'], 'inverse_gamma', { concentration: 1, rate: 1 }],
      ];
    for (const [density, support, family, parameters] of spelt) {
      const comparison = compareMeasures(densitySpec(density, support), familySpec(family, parameters));
      assert.deepEqual(comparison.problems, [], density);
      near(measured(comparison, 'klPQ'), 0, 1e-10);
      near(measured(comparison, 'entropyP'), measured(comparison, 'entropyQ'), 1e-9);
    }
  });

  it('decides by its tails, not by the size of a number', () => {
    const against = (density: string, support: [number | string, number | string]) =>
      compareMeasures(densitySpec(density, support), familySpec('normal', { loc: 0, scale: 1 })).values.klPQ;
    assert.equal(against('1/(pi*(1+x^2))', ['-inf', 'inf'])?.method, 'tail');
    assert.equal(against('3/2/(1+abs(x))^4', ['-inf', 'inf'])?.method, 'quadrature');
    assert.equal(against('(1+abs(x))^-3', ['-inf', 'inf'])?.method, 'tail');
  });

  it('is decided at the zeros and poles inside a support as well', () => {
    const { values } = compareMeasures(
      familySpec('uniform', { low: -1, high: 1 }),
      densitySpec('3/2*x^2', [-1, 1]),
    );
    near(values.klPQ?.value ?? 0, 2 - Math.log(3));
    assert.equal(values.chiSquare?.value, Number.POSITIVE_INFINITY);
    assert.deepEqual(values.chiSquare?.reason, { kind: 'tail', at: [0] });
    const pole = compareMeasures(
      densitySpec('1/(4*sqrt(abs(x-1)))', [0, 2]),
      familySpec('uniform', { low: 0, high: 2 }),
    );
    assert.equal(pole.values.chiSquare?.method, 'tail');
    near(pole.values.klPQ?.value ?? 0, 1 - Math.LN2);
  });

  it('finds a narrow density far away', () => {
    const { p, problems } = compareMeasures(
      densitySpec('exp(-(x-1234.5)^2*5000)/sqrt(pi/5000)', ['-inf', 'inf']),
      null,
    );
    assert.deepEqual(problems, []);
    near(p?.integral ?? 0, 1, 1e-10);
  });

  it('reports what makes a density none', () => {
    const codes = (density: string, support: [number | string, number | string]) =>
      compareMeasures(densitySpec(density, support), null).problems.map(({ code }) => code);
    assert.deepEqual(codes('1/x', [1, 'inf']), ['infinite-integral']);
    assert.deepEqual(codes('1/x', [0, 1]), ['infinite-integral']);
    assert.deepEqual(codes('1/abs(x)', [-1, 1]), ['infinite-integral']);
    assert.deepEqual(codes('1', ['-inf', 'inf']), ['infinite-integral']);
    assert.deepEqual(codes('x', [-1, 1]), ['negative-density']);
    assert.deepEqual(codes('sin(x)', [0, 7]), ['negative-density']);
    assert.deepEqual(codes('2*x', [0, 2]), ['not-normalised']);
    assert.deepEqual(codes('1', [2, 1]), ['parameter-domain']);
    assert.deepEqual(codes('1-abs(x)', [-1, 1]), []);
  });

  it('gives both answers where the integral is not one', () => {
    const { values, normalised } = compareMeasures(
      densitySpec('4*x', [0, 1]),
      familySpec('uniform', { low: 0, high: 1 }),
    );
    near(values.klPQ?.value ?? 0, 2 * Math.log(4) - 1);
    near(normalised?.klPQ?.value ?? 0, Math.LN2 - 0.5);
  });
});

describe('more than one variable', () => {
  it('gives normals of one dimension the values of the normal', () => {
    const wide = compareMeasures(
      familySpec('multivariate_normal', { loc: [0.3], covariance_matrix: [[1.44]] }),
      familySpec('multivariate_normal', { loc: [-0.5], scale_diag: [1.5] }),
    );
    const narrow = compareMeasures(
      familySpec('normal', { loc: 0.3, scale: 1.2 }),
      familySpec('normal', { loc: -0.5, scale: 1.5 }),
    );
    for (const name of ['klPQ', 'klQP', 'entropyP', 'crossEntropyQP', 'jeffreys'] as const) {
      near(measured(wide, name), measured(narrow, name), 1e-13);
    }
  });

  it('reads a covariance, its inverse and its root as the same', () => {
    const covariance = {
      loc: [1, 2],
      covariance_matrix: [
        [2, 0.6],
        [0.6, 1],
      ],
    };
    const determinant = 2 - 0.36;
    const precision = {
      loc: [1, 2],
      precision_matrix: [
        [1 / determinant, -0.6 / determinant],
        [-0.6 / determinant, 2 / determinant],
      ],
    };
    const root = {
      loc: [1, 2],
      scale_tril: [
        [Math.SQRT2, 0],
        [0.6 / Math.SQRT2, Math.sqrt(1 - 0.18)],
      ],
    };
    for (const other of [precision, root]) {
      const { values } = compareMeasures(
        familySpec('multivariate_normal', covariance),
        familySpec('multivariate_normal', other),
      );
      near(values.klPQ?.value ?? 1, 0, 1e-14);
    }
  });

  it('says that dimensions differ', () => {
    const { problems } = compareMeasures(
      familySpec('multivariate_normal', { loc: [0, 0], scale_diag: [1, 1] }),
      familySpec('normal', { loc: 0, scale: 1 }),
    );
    assert.ok(problems[0]?.code === 'length-mismatch' && problems[0].data.expected === 2);
  });

  it('gives a Dirichlet of two the values of the beta', () => {
    const two = compareMeasures(
      familySpec('dirichlet', { concentration: [2, 3.5] }),
      familySpec('dirichlet', { concentration: [1.2, 0.7] }),
    );
    const one = compareMeasures(
      familySpec('beta', { concentration1: 2, concentration0: 3.5 }),
      familySpec('beta', { concentration1: 1.2, concentration0: 0.7 }),
    );
    for (const name of ['klPQ', 'klQP', 'entropyP'] as const)
      near(measured(two, name), measured(one, name), 1e-13);
  });
});
