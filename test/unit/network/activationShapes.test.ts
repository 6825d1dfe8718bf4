import assert from 'node:assert/strict';
import fc from 'fast-check';
import { activations } from '../../../core/network/activations';
import type { RowActivation } from '../../../core/network/activations/activation';
import { type Ends, includes, limitAt } from '../../../core/network/activations/shape';
import { leastMagnitude } from '../../../core/network/activations/subgradient';
import { type Case, cases } from '../activation/cases';

/** Where φ or φ′ is not smooth. */
function corners({ activation, parameters }: Case): readonly number[] {
  return [...activation.kinks(parameters), ...activation.curvatureJumps(parameters)].map(({ at }) => at);
}

describe('the shape of every activation', () => {
  for (const own of cases) {
    const { name, activation, parameters } = own;

    it(`${name}: the second derivative is the limit of differences of the derivative`, () => {
      fc.assert(
        fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (x) => {
          fc.pre(corners(own).every((at) => Math.abs(x - at) > 1e-2));
          const step = 2 ** -10;
          const slope = (at: number) => activation.derivative(at, parameters);
          const quotient = (h: number) => (slope(x + h) - slope(x - h)) / (2 * h);
          const limit = (4 * quotient(step / 2) - quotient(step)) / 3;
          const value = activation.secondDerivative(x, parameters);
          assert.ok(Math.abs(limit - value) <= 2e-9 * Math.max(1, Math.abs(value)), `${value}, ${limit}`);
        }),
      );
    });

    it(`${name}: the second derivative takes at corners the least of both sides`, () => {
      const near = (at: number, step: number) => activation.secondDerivative(at + step, parameters);
      for (const at of corners(own)) {
        if (activation.kinks(parameters).some((kink) => kink.at === at && kink.discontinuous)) continue;
        const least = leastMagnitude(near(at, -1e-9), near(at, 1e-9));
        assert.ok(Math.abs(activation.secondDerivative(at, parameters) - least) < 1e-6, `at ${at}`);
      }
      for (const { at, left, right } of activation.curvatureJumps(parameters)) {
        assert.notEqual(left, right);
        assert.ok(Math.abs(near(at, -1e-9) - left) < 1e-6);
        assert.ok(Math.abs(near(at, 1e-9) - right) < 1e-6);
        assert.ok(activation.kinks(parameters).every((kink) => kink.at !== at));
      }
    });

    it(`${name}: reaches its limits and asymptotes far out`, () => {
      const ends = activation.ends(parameters);
      for (const [side, sign] of [
        ['left', -1],
        ['right', 1],
      ] as const) {
        checkEnd(own, side, ends, sign);
      }
    });

    it(`${name}: has values in its range alone, and comes near each end of it`, () => {
      const range = activation.range(parameters);
      const points = [...Array.from({ length: 32_001 }, (_, i) => (i - 16_000) / 1000), ...corners(own)];
      const values = points.map((x) => activation.value(x, parameters));
      // Further out the nearest double may be that of the asymptote.
      const isInside = (value: number, i: number) =>
        range.some(
          (part) =>
            includes(part, value) ||
            (Math.abs(points[i]) > 4 && (value === part.lower || value === part.upper)),
        );
      const reached = (bound: number) =>
        values.some((value) => Math.abs(value - bound) <= 0.07 * Math.max(1, Math.abs(bound)));
      assert.ok(values.every(isInside), `${values.find((value, i) => !isInside(value, i))}`);
      for (const { lower, upper } of range) {
        if (Number.isFinite(lower)) assert.ok(reached(lower), `never near ${lower}`);
        else assert.ok(activation.value(-1e6, parameters) < -10 || activation.value(1e6, parameters) < -10);
        if (Number.isFinite(upper)) assert.ok(reached(upper), `never near ${upper}`);
        else assert.ok(Math.max(...values) > 10);
      }
      for (const [i, part] of range.entries()) assert.ok(i === 0 || range[i - 1].upper <= part.lower);
    });
  }
});

function checkEnd({ activation, parameters }: Case, side: keyof Ends, ends: Ends, sign: 1 | -1) {
  const end = ends[side];
  const value = (size: number) => activation.value(sign * size, parameters);
  switch (end.kind) {
    case 'asymptote': {
      const distance = (size: number) => value(size) - (end.slope * sign * size + end.intercept);
      // The slowest of all are algebraic, 1/x: squareplus and softsign.
      assert.ok(Math.abs(distance(1e4)) <= 2e-4, `${distance(1e4)} away`);
      assert.ok(Math.abs(distance(1e4)) <= Math.abs(distance(1e2)) + 1e-12);
      assert.equal(
        limitAt(side, end),
        end.slope === 0 ? end.intercept : end.slope * sign * Number.POSITIVE_INFINITY,
      );
      break;
    }
    case 'divergence':
      assert.ok(Math.abs(value(700)) > 1e100);
      assert.equal(Math.sign(value(700)), Math.sign(end.limit));
      break;
    case 'oscillation':
      assert.equal(limitAt(side, end), null);
      for (let turn = 1; turn <= 3; turn++) {
        const period = Array.from({ length: 630 }, (_, i) => value(turn * 1000 + i / 100));
        assert.ok(Math.abs(Math.max(...period) - end.highest) < 1e-4);
        assert.ok(Math.abs(Math.min(...period) - end.lowest) < 1e-4);
      }
  }
}

describe('every activation of a whole row', () => {
  const rows = activations.filter((activation): activation is RowActivation => !activation.elementwise);
  const vector = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 });

  function outputOf(activation: RowActivation, s: Float64Array): Float64Array {
    const output = new Float64Array(activation.outputWidth(s.length));
    activation.value(s, output, {});
    return output;
  }

  function along(s: Float64Array, direction: Float64Array, step: number): Float64Array {
    return s.map((x, i) => x + step * direction[i]);
  }

  for (const activation of rows) {
    it(`${activation.name}: the pushforward is the adjoint of the pullback`, () => {
      fc.assert(
        fc.property(vector, vector, vector, (at, g, v) => {
          const [s, direction] = [Float64Array.from(at), Float64Array.from(v)];
          const output = outputOf(activation, s);
          const gradient = Float64Array.from(g).subarray(0, output.length);
          const [pushed, pulled] = [new Float64Array(output.length), new Float64Array(4)];
          activation.pushforward(s, output, direction, pushed, {});
          activation.pullback(s, output, gradient, pulled, {});
          const left = pushed.reduce((sum, value, i) => sum + value * gradient[i], 0);
          const right = pulled.reduce((sum, value, i) => sum + value * direction[i], 0);
          assert.ok(Math.abs(left - right) < 1e-12, `${left} is not ${right}`);
        }),
      );
    });

    it(`${activation.name}: the curvature is the limit of differences of the pullback`, () => {
      fc.assert(
        fc.property(vector, vector, vector, (at, g, v) => {
          const [s, direction] = [Float64Array.from(at), Float64Array.from(v)];
          const output = outputOf(activation, s);
          const gradient = Float64Array.from(g).subarray(0, output.length);
          const pulledAt = (step: number) => {
            const moved = along(s, direction, step);
            const result = new Float64Array(4);
            activation.pullback(moved, outputOf(activation, moved), gradient, result, {});
            return result;
          };
          const step = 1e-4;
          const [above, below] = [pulledAt(step), pulledAt(-step)];
          // Where the support of sparsemax changes, the curvature does not exist.
          const isOff = (one: Float64Array, other: Float64Array) =>
            one.some((value, i) => (value === 0) !== (other[i] === 0));
          fc.pre(
            !isOff(
              outputOf(activation, along(s, direction, step)),
              outputOf(activation, along(s, direction, -step)),
            ),
          );
          const result = new Float64Array(4);
          activation.curvature(s, output, gradient, direction, result, {});
          for (let i = 0; i < 4; i++) {
            const wanted = (above[i] - below[i]) / (2 * step);
            assert.ok(Math.abs(result[i] - wanted) < 1e-5, `${result[i]} is not ${wanted}`);
          }
        }),
      );
    });

    it(`${activation.name}: has values in its range alone`, () => {
      fc.assert(
        fc.property(vector, (at) =>
          outputOf(activation, Float64Array.from(at)).every((value) => includes(activation.range, value)),
        ),
      );
    });
  }
});
