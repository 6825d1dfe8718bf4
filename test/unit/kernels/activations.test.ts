import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Kernels, VectorFunctionName } from '../../../core/kernels/kernels';
import type { ElementwiseActivation } from '../../../core/network/activations/activation';
import { sigmoid } from '../../../core/network/activations/sigmoid';
import { softplus } from '../../../core/network/activations/softplus';
import { tanh } from '../../../core/network/activations/tanh';
import { finish } from '../../../core/steps';
import { kernelTwins } from './builds';

const functions: readonly (readonly [VectorFunctionName, ElementwiseActivation])[] = [
  ['sigmoid', sigmoid],
  ['tanh', tanh],
  ['softplus', softplus],
];
const parameters = { beta: 1, threshold: Number.POSITIVE_INFINITY };

/** Doubles between two of the same sign, from their bits. */
function ulpsBetween(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  const bits = new BigInt64Array(Float64Array.of(a, b).buffer);
  const difference = Number(bits[0] - bits[1]);
  return Math.sign(a) === Math.sign(b) || a === 0 || b === 0
    ? Math.abs(difference)
    : Number.POSITIVE_INFINITY;
}

/** Of values and of slopes: each twin is within 3 and 5 ulps of the exact value, and mostly on the same side. */
const tolerance = { value: 4, slope: 6 };

describe('activations over arrays in WebAssembly', () => {
  let twins: readonly Kernels[];

  before(async function () {
    this.timeout(120_000);
    twins = (await kernelTwins()).map(([, kernels]) => kernels);
    assert.ok(twins.length > 0);
  });

  /** The largest distance from the functions in TypeScript, and where. */
  function assertAgree(points: Float64Array): void {
    for (const kernels of twins) {
      for (const [name, activation] of functions) {
        const [value, slope] = [new Float64Array(points.length), new Float64Array(points.length)];
        const vector = kernels.vectorFunction(name);
        finish(vector(points, value, slope));
        for (const [i, x] of points.entries()) {
          const of = ulpsBetween(value[i], activation.value(x, parameters));
          assert.ok(of <= tolerance.value, `${name}(${x}) = ${value[i]}, ${of} ulps away`);
          const ofSlope = ulpsBetween(slope[i], activation.derivative(x, parameters));
          assert.ok(ofSlope <= tolerance.slope, `${name}′(${x}) = ${slope[i]}, ${ofSlope} ulps away`);
        }
      }
    }
  }

  it('agree with TypeScript on a grid from −750 to 750', () => {
    assertAgree(Float64Array.from({ length: 60_001 }, (_, i) => -750 + i / 40));
  });

  it('agree where the functions bend', () => {
    assertAgree(Float64Array.from({ length: 40_001 }, (_, i) => (i - 20_000) / 8000));
  });

  it('agree on doubles of every size', () => {
    const sizes = Array.from({ length: 2200 }, (_, i) => 1.37 * 2 ** (i - 1100));
    assertAgree(Float64Array.from([...sizes, ...sizes.map((size) => -size), 0, -0]));
  });

  it('agree on random numbers, as many as come, an odd number too', () => {
    const numbers = fc.double({ min: -800, max: 800, noNaN: true });
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 50 }), (points) => assertAgree(Float64Array.from(points))),
    );
  });

  it('keep NaN and know the limits', () => {
    for (const kernels of twins) {
      const points = Float64Array.of(Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
      const values = (name: VectorFunctionName) => {
        const [value, slope] = [new Float64Array(3), new Float64Array(3)];
        const vector = kernels.vectorFunction(name);
        finish(vector(points, value, slope));
        return [[...value], [...slope]];
      };
      const { NaN: none, POSITIVE_INFINITY: infinity } = Number;
      assert.deepEqual(values('sigmoid'), [
        [none, 0, 1],
        [none, 0, 0],
      ]);
      assert.deepEqual(values('tanh'), [
        [none, -1, 1],
        [none, 0, 0],
      ]);
      assert.deepEqual(values('softplus'), [
        [none, 0, infinity],
        [none, 0, 1],
      ]);
    }
  });
});
