import assert from 'node:assert/strict';
import type Decimal from 'decimal.js';
import type { Kernels, VectorFunctionName } from '../../../core/kernels/kernels';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { createRandom } from '../../../core/numeric/random';
import { finish } from '../../../core/steps';
import { kernelTwins } from './builds';
import { exactly, Precise } from './exactly';

const one = new Precise(1);
const rootPi = Precise.acos(-1).sqrt();

/** Σ (−1)ⁿ x²ⁿ⁺¹/(n! (2n + 1)) · 2/√π with digits for what cancels in it; 1 from 7 on, to 10⁻²². */
function errorFunction(x: Decimal): Decimal {
  if (x.abs().gt(7)) return new Precise(x.s);
  const square = x.times(x).neg();
  let power = x;
  let sum = x;
  for (let n = 1; power.abs().gt(1e-40); n++) {
    power = power.times(square).div(n);
    sum = sum.plus(power.div(2 * n + 1));
  }
  return sum.times(2).div(rootPi);
}

const falling = (x: Decimal) => x.abs().neg().exp();

interface Reference {
  readonly ulps: number;
  readonly slopeUlps: number;
  value(x: Decimal): Decimal;
  slope(x: Decimal): Decimal;
}

/** By their definitions, with 60 digits, and what `Kernels` states. */
const references: Readonly<Record<VectorFunctionName, Reference>> = {
  exp: { ulps: 1, slopeUlps: 1, value: (x) => x.exp(), slope: (x) => x.exp() },
  log: { ulps: 1, slopeUlps: 1, value: (x) => x.ln(), slope: (x) => one.div(x) },
  erf: {
    ulps: 3,
    slopeUlps: 3,
    value: errorFunction,
    slope: (x) => x.times(x).neg().exp().times(2).div(rootPi),
  },
  sigmoid: {
    ulps: 2.5,
    slopeUlps: 5,
    value: (x) => one.div(x.neg().exp().plus(1)),
    slope: (x) => falling(x).div(falling(x).plus(1).pow(2)),
  },
  tanh: {
    ulps: 3,
    slopeUlps: 5,
    value: (x) => (x.abs().lt(1e-20) ? x : one.minus(new Precise(2).div(x.times(2).exp().plus(1)))),
    slope: (x) =>
      falling(x.times(2))
        .times(4)
        .div(falling(x.times(2)).plus(1).pow(2)),
  },
  softplus: {
    ulps: 2.5,
    slopeUlps: 2.5,
    value: (x) => (x.lt(-60) ? x.exp() : x.gt(150) ? x : x.exp().plus(1).ln()),
    slope: (x) => one.div(x.neg().exp().plus(1)),
  },
};

/** The distance of a double from the exact value, in units of its last place there. */
function ulpsFrom(exact: Decimal, given: number): number {
  const nearest = exact.toNumber();
  if (!Number.isFinite(nearest)) return given === nearest ? 0 : Number.POSITIVE_INFINITY;
  const exponent = Math.max(-1022, Math.floor(Math.log2(Math.abs(nearest) || Number.MIN_VALUE)));
  const unit = new Precise(2).pow(exponent - 52);
  return exact.minus(exactly(given)).abs().div(unit).toNumber();
}

/** Between −750 and 750, where the functions bend, near 1, and of every size. */
function points(count: number): Float64Array {
  const { uniform: random } = createRandom(20_261_130);
  return Float64Array.from({ length: count }, (_, i) => {
    const share = random();
    switch (i % 4) {
      case 0:
        return share * 1500 - 750;
      case 1:
        return share * 16 - 8;
      case 2:
        return 1 + (random() - 0.5) * 2 ** (-40 * share);
      default:
        return (random() < 0.5 ? -1 : 1) * 2 ** (share * 2098 - 1074);
    }
  });
}

describe('functions over arrays', () => {
  let twins: readonly (readonly [string, Kernels])[];

  before(async function () {
    this.timeout(120_000);
    twins = [...(await kernelTwins()), ['TypeScript', typescriptKernels]];
    assert.ok(twins.length > 1);
  });

  for (const [key, { ulps, slopeUlps, value, slope }] of Object.entries(references)) {
    const name = key as VectorFunctionName;
    it(`have ${name} within ${ulps} ulps and its slope within ${slopeUlps}, against 60 digits`, function () {
      this.timeout(60_000);
      const given = points(1200).filter((x) => name !== 'log' || x > 0);
      const exact = Array.from(given, (x) => [value(exactly(x)), slope(exactly(x))] as const);
      for (const [build, kernels] of twins) {
        const [values, slopes] = [new Float64Array(given.length), new Float64Array(given.length)];
        finish(kernels.vectorFunction(name)(given, values, slopes));
        for (const [i, [exactValue, exactSlope]] of exact.entries()) {
          const where = `${build}: ${name}(${given[i]})`;
          const [of, ofSlope] = [ulpsFrom(exactValue, values[i]), ulpsFrom(exactSlope, slopes[i])];
          assert.ok(of <= ulps, `${where} = ${values[i]} is ${of} ulps away`);
          assert.ok(ofSlope <= slopeUlps, `${where}′ = ${slopes[i]} is ${ofSlope} ulps away`);
        }
      }
    });
  }

  it('know what they are where there is no number, and at both ends', () => {
    const { NaN: none, POSITIVE_INFINITY: infinity, NEGATIVE_INFINITY: minus, MIN_VALUE: least } = Number;
    const specials = [none, minus, -0, 0, least, infinity];
    const expected: Readonly<Record<VectorFunctionName, readonly number[]>> = {
      exp: [none, 0, 1, 1, 1, infinity],
      log: [none, none, minus, minus, -744.4400719213812, infinity],
      erf: [none, -1, -0, 0, least, 1],
      sigmoid: [none, 0, 0.5, 0.5, 0.5, 1],
      tanh: [none, -1, -0, 0, least, 1],
      softplus: [none, 0, Math.LN2, Math.LN2, Math.LN2, infinity],
    };
    // As many as go through the module, and an odd number of them.
    const given = Float64Array.from({ length: 303 }, (_, i) => specials[i % specials.length]);
    for (const [build, kernels] of twins) {
      for (const [key, values] of Object.entries(expected)) {
        const result = new Float64Array(given.length);
        finish(kernels.vectorFunction(key as VectorFunctionName)(given, result, null));
        for (const [i, value] of result.entries())
          assert.ok(
            Object.is(value, values[i % specials.length]),
            `${build}: ${key}(${given[i]}) = ${value}`,
          );
      }
    }
  });
});

describe('functions of rows', () => {
  it('are those of TypeScript to a few ulps, however wide the rows and however far their logits are apart', async function () {
    this.timeout(120_000);
    const { uniform: random } = createRandom(7);
    for (const [rows, columns, width] of [
      [3, 5, 10],
      [4, 101, 2],
      [2, 8192, 1500],
      [1, 9001, 30],
    ]) {
      const values = Float64Array.from({ length: rows * columns }, () => (random() - 0.5) * width);
      for (const [build, kernels] of await kernelTwins()) {
        for (const name of ['softmax', 'logSoftmax'] as const) {
          const [own, twin] = [0, 1].map(() => ({ rows, columns, values: new Float64Array(values.length) }));
          finish(kernels.rowFunction(name)({ rows, columns, values }, own));
          finish(typescriptKernels.rowFunction(name)({ rows, columns, values }, twin));
          for (const [i, value] of own.values.entries()) {
            const difference = Math.abs(value - twin.values[i]);
            const isNear = difference <= 1e-14 * Math.abs(twin.values[i]) + 1e-320;
            assert.ok(isNear, `${build}: ${name} of ${columns}, ${value} for ${twin.values[i]}`);
          }
        }
      }
    }
  });

  it('let NaN through to the whole row, and no further', async function () {
    this.timeout(120_000);
    const values = new Float64Array(200).fill(1);
    values[3] = Number.NaN;
    for (const kernels of [typescriptKernels, ...(await kernelTwins()).map(([, twin]) => twin)]) {
      const output = { rows: 2, columns: 100, values: new Float64Array(200) };
      finish(kernels.rowFunction('softmax')({ rows: 2, columns: 100, values }, output));
      assert.ok(output.values.subarray(0, 100).every(Number.isNaN));
      assert.equal(output.values[150], 0.01);
    }
  });
});
