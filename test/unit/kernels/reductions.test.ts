import assert from 'node:assert/strict';
import type Decimal from 'decimal.js';
import fc from 'fast-check';
import type { Kernels } from '../../../core/kernels/kernels';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { createRandom } from '../../../core/numeric/random';
import { finish } from '../../../core/steps';
import { kernelTwins } from './builds';
import { exactly } from './exactly';

/** What is stated of KL and entropy: one rounding, and a little. */
const mostError = 2.3e-16;

function relativeError(given: number, exact: Decimal): number {
  return exactly(given).minus(exact).div(exact).abs().toNumber();
}

/** Σ p ln(p/q) of the doubles as they are, by its definition. */
function exactRelativeEntropy(p: Float64Array, q: Float64Array): Decimal {
  return p.reduce((sum, x, i) => {
    const [a, b] = [exactly(x), exactly(q[i])];
    return x === 0 ? sum : sum.plus(a.times(a.div(b).ln()));
  }, exactly(0));
}

function exactCrossEntropy(p: Float64Array, q: Float64Array): Decimal {
  return p.reduce(
    (sum, x, i) => (x === 0 ? sum : sum.minus(exactly(x).times(exactly(q[i]).ln()))),
    exactly(0),
  );
}

function normalised(values: Float64Array): Float64Array {
  const sum = finish(typescriptKernels.sum(values));
  return values.map((value) => value / sum);
}

describe('sums over outcomes', () => {
  let twins: readonly (readonly [string, Kernels])[];

  before(async function () {
    this.timeout(120_000);
    twins = [...(await kernelTwins()), ['TypeScript', typescriptKernels]];
    assert.ok(twins.length > 1);
  });

  it('have KL, entropy and cross-entropy of random P and Q right to 2.3e-16', function () {
    this.timeout(60_000);
    const { uniform } = createRandom(3);
    for (const length of [300, 1003]) {
      const [p, q] = [0, 1].map(() => normalised(Float64Array.from({ length }, uniform)));
      const exact = [exactRelativeEntropy(p, q), exactCrossEntropy(p, q), exactCrossEntropy(p, p)];
      for (const [build, kernels] of twins) {
        const { brackets, difference } = finish(kernels.relativeEntropy(p, q));
        const given = [
          brackets + difference,
          finish(kernels.crossEntropy(p, q)),
          finish(kernels.crossEntropy(p, p)),
        ];
        for (const [i, value] of given.entries()) {
          const error = relativeError(value, exact[i]);
          assert.ok(error <= mostError, `${build}, ${length} outcomes, sum ${i}: ${value} is ${error} away`);
        }
      }
    }
  });

  it('keep the digits of KL where P and Q agree to fourteen digits, and never fall below zero', () => {
    const { uniform } = createRandom(5);
    const p = normalised(Float64Array.from({ length: 1024 }, uniform));
    for (const distance of [1e-3, 1e-8, 1e-14]) {
      const q = p.map((value, i) => value * (1 + (i % 2 === 0 ? distance : -distance)));
      const exact = exactRelativeEntropy(p, q).minus(
        p.reduce((sum, value, i) => sum.plus(exactly(value)).minus(exactly(q[i])), exactly(0)),
      );
      for (const [build, kernels] of twins) {
        const { brackets } = finish(kernels.relativeEntropy(p, q));
        const error = relativeError(brackets, exact);
        assert.ok(error <= 4e-16, `${build}, ${distance}: ${brackets} is ${error} away`);
      }
    }
    for (const [, kernels] of twins)
      assert.deepEqual(finish(kernels.relativeEntropy(p, p)), { brackets: 0, difference: 0 });
  });

  it('agree with TypeScript on zeros, subnormals, huge and tiny numbers, wherever they stand', () => {
    const number = fc.oneof(
      fc.constantFrom(0, Number.MIN_VALUE, 1e-310, 2 ** -1022, 1e-300, 1e-200, 1, 1e200, 1e308),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    const outcome = fc.record({ at: fc.nat(699), p: number, q: number });
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 6 }), (outcomes) => {
        const [p, q] = [3, 5].map((step) =>
          Float64Array.from({ length: 700 }, (_, i) => ((i * step) % 7) / 2100),
        );
        for (const { at, p: x, q: y } of outcomes) [p[at], q[at]] = [x, y];
        const expected = finish(typescriptKernels.relativeEntropy(p, q));
        const expectedCross = finish(typescriptKernels.crossEntropy(p, q));
        for (const [build, kernels] of twins) {
          const { brackets } = finish(kernels.relativeEntropy(p, q));
          assertNear(brackets, expected.brackets, build);
          assertNear(finish(kernels.crossEntropy(p, q)), expectedCross, build);
        }
      }),
    );
  });

  it('say infinity where q is zero and p is not, 0 where both are, and NaN for less than zero or no number', () => {
    const filled = (value: number, at = -1, other = 0) => {
      const values = new Float64Array(600).fill(value);
      if (at >= 0) values[at] = other;
      return values;
    };
    const uniform = filled(1 / 600);
    for (const [build, kernels] of twins) {
      const kl = (p: Float64Array, q: Float64Array) => finish(kernels.relativeEntropy(p, q)).brackets;
      assert.equal(kl(uniform, filled(1 / 600, 411)), Number.POSITIVE_INFINITY, build);
      assert.ok(Math.abs(kl(filled(1 / 600, 411), uniform) - 1 / 600) < 1e-18, build);
      assert.equal(kl(filled(1 / 600, 411), filled(1 / 600, 411)), 0, build);
      assert.ok(Number.isNaN(kl(filled(1 / 600, 7, -1), uniform)), build);
      assert.ok(Number.isNaN(kl(filled(1 / 600, 7, -1), filled(1 / 600, 7, -2))), build);
      assert.ok(Number.isNaN(kl(uniform, filled(1 / 600, 599, Number.NaN))), build);
      assert.equal(
        finish(kernels.crossEntropy(uniform, filled(1 / 600, 3))),
        Number.POSITIVE_INFINITY,
        build,
      );
      assert.ok(Number.isNaN(finish(kernels.crossEntropy(filled(1 / 600, 7, -1), uniform))), build);
    }
  });

  it('are right where every outcome is subnormal', () => {
    const [p, q] = [1, 2].map((factor) =>
      Float64Array.from({ length: 512 }, (_, i) => factor * ((i % 5) + 1) * 1e-310),
    );
    const exact = exactRelativeEntropy(p, q).toNumber();
    for (const [build, kernels] of twins) {
      const { brackets, difference } = finish(kernels.relativeEntropy(p, q));
      assert.ok(
        Math.abs(brackets + difference - exact) <= 1e-11 * Math.abs(exact),
        `${build}: ${brackets + difference}, ${exact}`,
      );
    }
  });

  it('add what cancels, and what overflows on the way', () => {
    const values = Float64Array.from({ length: 3001 }, (_, i) => [1e100, 1, -1e100][i % 3]);
    values[3000] = 0.5;
    for (const [build, kernels] of twins) {
      assert.equal(finish(kernels.sum(values)), 1000.5, build);
      assert.equal(
        finish(kernels.sum(new Float64Array(500).fill(Number.POSITIVE_INFINITY))),
        Number.POSITIVE_INFINITY,
        build,
      );
      assert.equal(finish(kernels.sum(new Float64Array(0))), 0, build);
    }
  });

  function assertNear(given: number, expected: number, build: string): void {
    const isNear = Object.is(given, expected) || Math.abs(given - expected) <= 1e-14 * Math.abs(expected);
    assert.ok(isNear, `${build}: ${given}, not ${expected}`);
  }
});
