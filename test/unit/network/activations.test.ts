import assert from 'node:assert/strict';
import fc from 'fast-check';
import { activations } from '../../../core/network/activations';
import type { ElementwiseActivation, Parameters } from '../../../core/network/activations/activation';
import { leastMagnitude } from '../../../core/network/activations/subgradient';

const elementwise = activations.filter(
  (activation): activation is ElementwiseActivation => activation.elementwise,
);

function defaultsOf({ parameters }: ElementwiseActivation): Parameters {
  return Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.default]));
}

describe('every activation', () => {
  for (const activation of elementwise) {
    const defaults = defaultsOf(activation);
    const kinks = activation.kinks(defaults);

    it(`${activation.name}: the derivative is the limit of difference quotients`, () => {
      fc.assert(
        fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (x) => {
          // At 0 the curvature of some jumps, and differences lose their order there.
          fc.pre([0, ...kinks.map(({ at }) => at)].every((at) => Math.abs(x - at) > 1e-2));
          const step = 2 ** -10;
          const quotient = (h: number) =>
            (activation.value(x + h, defaults) - activation.value(x - h, defaults)) / (2 * h);
          const limit = (4 * quotient(step / 2) - quotient(step)) / 3;
          const derivative = activation.derivative(x, defaults);
          assert.ok(Math.abs(limit - derivative) <= 1e-9 * Math.max(1, Math.abs(derivative)), `at ${x}`);
        }),
      );
    });

    it(`${activation.name}: takes at each kink the derivative that it says`, () => {
      for (const kink of kinks) {
        assert.equal(activation.derivative(kink.at, defaults), kink.chosen);
        if (!kink.discontinuous) assert.equal(kink.chosen, leastMagnitude(kink.left, kink.right));
        const near = 1e-9;
        const slope = (x: number) => activation.derivative(x, defaults);
        if (Number.isFinite(kink.left)) assert.ok(Math.abs(slope(kink.at - near) - kink.left) < 1e-6);
        if (Number.isFinite(kink.right)) assert.ok(Math.abs(slope(kink.at + near) - kink.right) < 1e-6);
      }
    });

    it(`${activation.name}: NaN gives NaN`, () => {
      assert.ok(Number.isNaN(activation.value(Number.NaN, defaults)));
    });

    it(`${activation.name}: its defaults are in their domains`, () => {
      assert.ok(activation.parameters.every((parameter) => parameter.accepts(parameter.default)));
    });
  }

  for (const activation of activations) {
    if (activation.elementwise) continue;
    const defaults = Object.fromEntries(
      activation.parameters.map(({ name, default: value }) => [name, value]),
    );

    it(`${activation.name}: the pullback is Jᵀ g by difference quotients`, () => {
      const rows = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 });
      fc.assert(
        fc.property(rows, rows, (s, seed) => {
          const width = activation.outputWidth(4);
          const gradient = Float64Array.from(seed.slice(0, width));
          const valueAt = (shift: number, index: number) => {
            const output = new Float64Array(width);
            activation.value(
              Float64Array.from(s, (x, i) => (i === index ? x + shift : x)),
              output,
              defaults,
            );
            return output;
          };
          const result = new Float64Array(4);
          activation.pullback(Float64Array.from(s), valueAt(0, 0), gradient, result, defaults);
          for (let i = 0; i < 4; i++) {
            const [above, below] = [valueAt(1e-4, i), valueAt(-1e-4, i)];
            const wanted = gradient.reduce((sum, g, j) => sum + (g * (above[j] - below[j])) / 2e-4, 0);
            assert.ok(Math.abs(result[i] - wanted) < 1e-7, `${result[i]} is not ${wanted}`);
          }
        }),
      );
    });
  }
});
