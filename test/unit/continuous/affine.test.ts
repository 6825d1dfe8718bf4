import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareMeasures } from '../../../core/divergence/continuous/compareMeasures';
import type { ParameterValues } from '../../../core/divergence/families/family';
import { familySpec } from './specs';

const locationScale = ['normal', 'laplace', 'logistic', 'gumbel', 'cauchy', 'moyal', 'student_t'] as const;
const measure = fc.record({
  name: fc.constantFrom(...locationScale),
  loc: fc.double({ min: -2, max: 2, noNaN: true }),
  scale: fc.double({ min: 0.4, max: 3, noNaN: true }),
});
type Located = Readonly<{ name: (typeof locationScale)[number]; loc: number; scale: number }>;

/** Of a + b X, b > 0. */
function moved({ name, loc, scale }: Located, a: number, b: number) {
  const place: ParameterValues = { loc: a + b * loc, scale: b * scale };
  return familySpec(name, name === 'student_t' ? { df: 5, ...place } : place);
}

const invariant = ['klPQ', 'klQP', 'jensenShannon', 'totalVariation', 'hellinger', 'renyi2'] as const;

describe('an affine change of variable', () => {
  it('leaves divergences as they are and adds ln b to entropies', () => {
    const shift = fc.double({ min: -50, max: 50, noNaN: true });
    const stretch = fc.double({ min: -6, max: 6, noNaN: true }).map(Math.exp);
    fc.assert(
      fc.property(measure, measure, shift, stretch, (p, q, a, b) => {
        const before = compareMeasures(moved(p, 0, 1), moved(q, 0, 1)).values;
        const after = compareMeasures(moved(p, a, b), moved(q, a, b)).values;
        for (const name of invariant) {
          const [one, other] = [before[name], after[name]];
          assert.ok(one !== undefined && other !== undefined);
          assert.equal(one.method, other.method, name);
          if (one.value === other.value || one.method === 'undecided') continue;
          // 50 places of one scale away, a parameter has lost so many of its digits.
          const allowed = 1e-10 * Math.max(1, Math.abs(one.value)) + one.error + other.error;
          assert.ok(Math.abs(one.value - other.value) <= allowed, `${name}: ${one.value}, ${other.value}`);
        }
        const entropy = (after.entropyP?.value ?? 0) - (before.entropyP?.value ?? 0);
        assert.ok(Math.abs(entropy - Math.log(b)) < 1e-11);
      }),
      { numRuns: 20, seed: 31 },
    );
  });
});
