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
