import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DistributionStudy } from '../../../core/divergence/distributionStudy';
import { distributionStudyOf } from '../support/reading';

/** Fractions that sum to one exactly. */
function probabilities(length: number, least: number): fc.Arbitrary<readonly string[]> {
  const counts = fc.array(fc.integer({ min: least, max: 1000 }), { minLength: length, maxLength: length });
  return counts
    .filter((values) => values.some((value) => value > 0))
    .map((values) => {
      const sum = values.reduce((total, value) => total + value, 0);
      return values.map((value) => `${value}/${sum}`);
    });
}

const pairs = fc
  .integer({ min: 1, max: 8 })
  .chain((length) => fc.record({ p: probabilities(length, 0), q: probabilities(length, 1) }));

function value(study: DistributionStudy, name: keyof DistributionStudy['measures']): number {
  return study.measures[name] ?? Number.NaN;
}

describe('laws of divergences', () => {
  it('KL is never negative, and zero where P = Q and nowhere else', () => {
    fc.assert(
      fc.property(pairs, ({ p, q }) => {
        const kl = value(distributionStudyOf({ p, q }), 'klPQ');
        const areEqual = p.every((text, i) => {
          const [a, b] = [text, q[i]].map((fraction) => fraction.split('/').map(BigInt));
          return a[0] * b[1] === b[0] * a[1];
        });
        assert.ok(areEqual ? kl === 0 : kl > 0, String(kl));
        assert.equal(value(distributionStudyOf({ p, q: p }), 'klPQ'), 0);
      }),
    );
  });

  it('H(P, Q) = H(P) + KL(P‖Q), also term by term in exact form', () => {
    fc.assert(
      fc.property(pairs, ({ p, q }) => {
        const study = distributionStudyOf({ p, q });
        const right = value(study, 'entropyP') + value(study, 'klPQ');
        assert.ok(Math.abs(value(study, 'crossEntropyPQ') - right) <= 1e-14 * Math.max(1, right));
        const exact = (name: 'entropyP' | 'klPQ' | 'crossEntropyPQ') =>
          (study.exact[name]?.terms ?? []).reduce(
            (sum, { prime, coefficient }) =>
              sum +
              (Number(coefficient.numerator) / Number(coefficient.denominator)) * Math.log(Number(prime)),
            0,
          );
        const difference = exact('crossEntropyPQ') - exact('entropyP') - exact('klPQ');
        assert.ok(Math.abs(difference) < 1e-11, String(difference));
        assert.ok(Math.abs(exact('klPQ') - value(study, 'klPQ')) < 1e-11);
      }),
    );
  });

  it('Jensen–Shannon is symmetric and at most ln 2; Pinsker bounds total variation by KL', () => {
    fc.assert(
      fc.property(pairs, ({ p, q }) => {
        const study = distributionStudyOf({ p, q });
        const exchanged = distributionStudyOf({ p: q, q: p });
        const divergence = value(study, 'jensenShannon');
        assert.ok(divergence >= 0 && divergence <= Math.LN2 * (1 + 1e-15));
        assert.ok(Math.abs(divergence - value(exchanged, 'jensenShannon')) < 1e-15);
        assert.ok(value(study, 'totalVariation') ** 2 <= (value(study, 'klPQ') / 2) * (1 + 1e-12) + 1e-30);
        const jeffreys = value(study, 'klPQ') + value(study, 'klQP');
        assert.ok(
          jeffreys === value(study, 'jeffreys') || Math.abs(jeffreys / value(study, 'jeffreys') - 1) < 1e-13,
        );
      }),
    );
  });

  it('merging two outcomes never raises KL', () => {
    const merged = (values: readonly string[]) => {
      const [a, b] = [values[0], values[1]].map((text) => text.split('/'));
      return [`${Number(a[0]) + Number(b[0])}/${a[1]}`, ...values.slice(2)];
    };
    fc.assert(
      fc.property(pairs, ({ p, q }) => {
        fc.pre(p.length > 1);
        const before = value(distributionStudyOf({ p, q }), 'klPQ');
        const after = value(distributionStudyOf({ p: merged(p), q: merged(q) }), 'klPQ');
        assert.ok(after <= before * (1 + 1e-13) + 1e-18, `${after} > ${before}`);
      }),
    );
  });

  it('is right to its last digits for hardly different P and Q: KL ≈ ½ Σ d²/q', () => {
    const study = distributionStudyOf({
      p: ['0.50000000000000000000000001', '0.49999999999999999999999999'],
      q: ['0.5', '0.5'],
    });
    assert.ok(Math.abs(value(study, 'klPQ') / 2e-52 - 1) < 1e-14);
  });
});
