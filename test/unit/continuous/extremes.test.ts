import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ContinuousStudy } from '../../../core/divergence/continuous/continuousStudy';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';

const { cases } = JSON.parse(
  readFileSync(new URL('../../oracle/extremes.json', import.meta.url), 'utf8'),
) as {
  readonly cases: readonly { readonly text: string; readonly expected: Readonly<Record<string, number>> }[];
};

function studied(text: string): ContinuousStudy {
  const study = evaluate(read(text));
  if (study.kind !== 'continuous') throw new Error(`${text} is ${study.kind}`);
  return study;
}

describe('families far apart, of extreme scale or with heavy tails', () => {
  for (const { text, expected } of cases) {
    it(`agree with mpmath on ${text}`, () => {
      const values = new Map(Object.entries(studied(text).values));
      for (const [name, wanted] of Object.entries(expected)) {
        const value = values.get(name)?.value ?? Number.NaN;
        assert.ok(Math.abs(value - wanted) <= 1e-11 * Math.abs(wanted), `${name}: ${value}, not ${wanted}`);
      }
    });
  }

  it('never have a Jensen–Shannon divergence above ln 2', () => {
    const far = ['exponential(2.154) || normal(-15.55, 1.182e-6)', 'cauchy(-19.26, 1.6e-6) || chi2(2)'];
    for (const text of far) {
      const { jensenShannon } = studied(`KL(${text})`).values;
      assert.ok((jensenShannon?.value ?? 1) <= Math.LN2 + 1e-14, text);
    }
  });

  it('have a divergence above the greatest double as infinite, without a reason', () => {
    const { klPQ, crossEntropyPQ, renyi2 } = studied('KL(uniform(0, 1) || moyal(5, 0.001))').values;
    for (const value of [klPQ, crossEntropyPQ, renyi2]) {
      assert.equal(value?.value, Number.POSITIVE_INFINITY);
      assert.equal(value?.reason, undefined);
    }
  });

  it('keep what a logarithm below the least double is worth beside a small probability', () => {
    const { klPQ } = studied('KL(chi2(1) || weibull(0.01, 60))').values;
    assert.equal(Number.isFinite(klPQ?.value), true);
  });

  it('are infinite by tails that a density far from 0 has', () => {
    const { klPQ } = studied('KL(cauchy(0, 1) || exp(-(x-50)^2/2)/sqrt(2*pi) on [-inf, inf])').values;
    assert.deepEqual([klPQ?.value, klPQ?.method], [Number.POSITIVE_INFINITY, 'tail']);
  });

  it('of Gumbel’s with one scale and different places are weighed by their places', () => {
    const squares = (p: number, q: number) =>
      studied(`KL(gumbel(${p}, 0.2) || gumbel(${q}, 0.2))`).values.chiSquare?.method;
    assert.equal(squares(-894, -890), 'tail');
    assert.equal(squares(-890, -894), 'quadrature');
  });
});

describe('sums of which one side is too wide', () => {
  /** Of poisson(3) and geometric(1e-8) in 30 digits, term by term in mpmath, where the geometric's rest is a mass alone. */
  const expected = {
    entropyP: 1.9314701981485687,
    klPQ: 16.489210575803796,
    crossEntropyPQ: 18.420680773952366,
    jensenShannon: 0.6931460629105042,
    totalVariation: 0.9999998164284637,
    hellinger: 0.9998572675687267,
    chiSquare: 16665742.720136045,
  };

  it('know what the narrow side weighs, and of the wide side what its mass says', () => {
    const { values, problems } = studied('KL(poisson(3) || geometric(1e-8))');
    for (const [name, wanted] of Object.entries(expected)) {
      const found = values[name as keyof typeof expected];
      assert.equal(found?.method, 'series', name);
      assert.ok(
        Math.abs((found?.value ?? 0) - wanted) <= (found?.error ?? 0) + 4e-16 * wanted,
        `${name}: ${found?.value}`,
      );
      assert.ok(
        (found?.error ?? 1) <= (name === 'hellinger' ? 2e-10 : 1e-14 * wanted),
        `${name} ± ${found?.error}`,
      );
    }
    const said = problems.map(({ code, data }) => [code, 'values' in data ? data.values : []]);
    assert.deepEqual(said, [['undecided', ['crossEntropyQP', 'klQP', 'jeffreys']]]);
  });

  it('are the same the other way round', () => {
    const { values } = studied('KL(geometric(1e-8) || poisson(3))');
    assert.ok(Math.abs((values.klQP?.value ?? 0) - expected.klPQ) < 1e-13);
    assert.ok(Math.abs((values.totalVariation?.value ?? 0) - expected.totalVariation) < 1e-15);
    assert.equal(values.chiSquare?.method, 'tail');
  });

  it('and integrals that meet no tolerance are said and never bare', () => {
    for (const text of [
      '(2+sin(x))/x^2 on [1, inf]',
      'KL(negative_binomial(0.001, 0.9999999) || geometric(1e-7))',
    ]) {
      const { values, problems } = studied(text);
      const unknown = Object.values(values).filter(({ value }) => Number.isNaN(value));
      assert.ok(unknown.length > 0, text);
      assert.equal(problems.filter(({ code }) => code === 'undecided').length, 1, text);
    }
  });
});
