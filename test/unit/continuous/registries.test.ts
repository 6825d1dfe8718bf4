import assert from 'node:assert/strict';
import { findClosedForm } from '../../../core/divergence/closedForms';
import { compareMeasures } from '../../../core/divergence/continuous/compareMeasures';
import { familySpec } from './specs';

/** `torch.distributions.kl` of 2.x: pairs of one family, finite pairs of two, and those that its source leaves open. */
const torch = `bernoulli beta binomial categorical cauchy continuous_bernoulli dirichlet exponential gamma geometric
gumbel half_normal laplace low_rank_multivariate_normal multivariate_normal normal pareto poisson uniform`;
const torchPairs = `bernoulli>poisson beta>continuous_bernoulli,exponential,gamma,normal,uniform,laplace
continuous_bernoulli>exponential,normal,uniform,laplace,gamma exponential>gamma,gumbel,normal,laplace
gamma>exponential,gumbel,normal,laplace gumbel>normal,laplace laplace>normal normal>gumbel,laplace
pareto>exponential,gamma,normal,laplace
uniform>beta,continuous_bernoulli,exponential,gamma,gumbel,normal,pareto,laplace
multivariate_normal>low_rank_multivariate_normal low_rank_multivariate_normal>multivariate_normal`;
/** TensorFlow Probability's, without those on spheres, on matrices and on functions. */
const probability = `bernoulli beta categorical cauchy chi chi2 continuous_bernoulli dirichlet gamma gumbel half_normal
laplace log_normal logit_normal moyal multivariate_normal normal ordered_logistic pareto probit_bernoulli
stopping_ratio_logistic uniform von_mises weibull`;
const probabilityPairs = 'chi2>gamma gamma>chi2 weibull>gamma';

const vectors = { concentration: [1, 2], probs: [0.5, 0.5], loc: [0, 0], cutpoints: [0] };
const words = (text: string) => text.split(/\s+/);
const pairsOf = (text: string) =>
  words(text).flatMap((entry) => {
    const [p = '', others = ''] = entry.split('>');
    return others.split(',').map((q) => [p, q] as const);
  });

describe('the registries of others', () => {
  it('have no pair of like with like that is not closed here', () => {
    const missing = [...words(torch), ...words(probability)].filter(
      (name) => findClosedForm(name, name, vectors, vectors) === null,
    );
    assert.deepEqual(missing, []);
  });

  it('have no pair of two families that is not closed here', () => {
    const missing = [...pairsOf(torchPairs), ...pairsOf(probabilityPairs)].filter(
      ([p, q]) => findClosedForm(p, q, vectors, vectors) === null,
    );
    assert.deepEqual(missing, []);
  });
});

describe('families that are another by other parameters', () => {
  const value = (...pair: Parameters<typeof compareMeasures>) => compareMeasures(...pair).values;

  it('have the divergences of that other', () => {
    const low = familySpec('low_rank_multivariate_normal', {
      loc: [1, -1],
      cov_factor: [[1], [0.5]],
      cov_diag: [0.5, 2],
    });
    const full = familySpec('multivariate_normal', {
      loc: [1, -1],
      covariance_matrix: [
        [1.5, 0.5],
        [0.5, 2.25],
      ],
    });
    const other = familySpec('multivariate_normal', {
      loc: [0, 0],
      covariance_matrix: [
        [2, 0],
        [0, 1],
      ],
    });
    assert.equal(value(low, other).klPQ?.value, value(full, other).klPQ?.value);
    assert.equal(value(other, low).klPQ?.value, value(other, full).klPQ?.value);
    assert.ok(Math.abs(value(low, full).klPQ?.value ?? 1) < 1e-15);
    const probit = value(
      familySpec('probit_bernoulli', { probits: 0.5 }),
      familySpec('bernoulli', { probs: 0.5 }),
    );
    const phi = 0.6914624612740131;
    const coin = value(familySpec('bernoulli', { probs: phi }), familySpec('bernoulli', { probs: 0.5 }));
    assert.ok(Math.abs((probit.klPQ?.value ?? 0) - (coin.klPQ?.value ?? 1)) < 1e-15);
  });

  it('of classes on a scale sum to one, and refuse cutpoints that do not rise', () => {
    const cutpoints = [-1.5, 0.25, 30, 31];
    for (const name of ['ordered_logistic', 'stopping_ratio_logistic']) {
      const { p, values } = compareMeasures(
        familySpec(name, { cutpoints, loc: 0.4 }),
        familySpec(name, { cutpoints, loc: -0.3 }),
      );
      assert.ok(p?.distribution.kind === 'discrete');
      const { logMass } = p.distribution;
      const masses = [0, 1, 2, 3, 4].map((k) => Math.exp(logMass(k)));
      assert.ok(Math.abs(masses.reduce((a, b) => a + b, 0) - 1) < 1e-14);
      assert.equal(values.klPQ?.method, 'closed-form');
      assert.ok((values.klPQ?.value ?? 0) > 0);
    }
    const wrong = compareMeasures(familySpec('ordered_logistic', { cutpoints: [1, 0], loc: 0 }), null);
    assert.deepEqual(
      wrong.problems.map(({ code }) => code),
      ['parameter-domain'],
    );
  });

  it('at one point cost what the other gives that point', () => {
    const point = familySpec('deterministic', { loc: 3 });
    const { values } = compareMeasures(point, familySpec('poisson', { rate: 2 }));
    assert.ok(Math.abs((values.klPQ?.value ?? 0) - (2 - 3 * Math.LN2 + Math.log(6))) < 1e-14);
    assert.equal(values.klQP?.value, Number.POSITIVE_INFINITY);
    assert.equal(
      compareMeasures(point, familySpec('normal', { loc: 0, scale: 1 })).values.klPQ?.value,
      Number.POSITIVE_INFINITY,
    );
  });
});
