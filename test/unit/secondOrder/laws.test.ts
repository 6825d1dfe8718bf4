import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { createMatrix } from '../../../core/matrix';
import { differentiatedLayers } from '../../../core/network/secondOrder/differentiated';
import { flatten } from '../../../core/network/secondOrder/direction';
import { eigenvaluesSteps } from '../../../core/network/secondOrder/eigenvalues';
import { hessianSteps } from '../../../core/network/secondOrder/hessian';
import { hessianVectorSteps } from '../../../core/network/secondOrder/hessianVector';
import { computedOf, vectorJacobianSteps } from '../../../core/network/secondOrder/jacobian';
import { pushforwardSteps } from '../../../core/network/secondOrder/pushforward';
import { gradientAtSteps, objectiveOf } from '../../../core/network/training/objective';
import { gradientTensors, tensorsOf } from '../../../core/network/training/tensors';
import { finish } from '../../../core/steps';
import { networkStudyOf } from '../support/reading';

const entry = fc.double({ min: -2, max: 2, noNaN: true });
const rows = (count: number, length: number) =>
  fc.array(fc.array(entry, { minLength: length, maxLength: length }), {
    minLength: count,
    maxLength: count,
  });

const smooth = ['tanh', 'sigmoid', 'softplus', 'gelu', 'silu', 'sine', 'gaussian', 'squareplus', 'softmax'];

const documents = fc.record({
  first: rows(3, 2),
  second: rows(2, 3),
  biases: rows(1, 3),
  input: rows(2, 2),
  target: rows(2, 2),
  hidden: fc.constantFrom(...smooth),
  last: fc.constantFrom('identity', 'tanh', 'softplus', 'softmax'),
  loss: fc.constantFrom('half_squared_error', 'mse_loss', 'log_cosh'),
  direction: fc.array(entry, { minLength: 15, maxLength: 15 }),
  covector: fc.array(entry, { minLength: 4, maxLength: 4 }),
});

type Drawn = typeof documents extends fc.Arbitrary<infer Value> ? Value : never;

function prepared({ first, second, biases, input, target, hidden, last, loss, direction }: Drawn) {
  const study = networkStudyOf({
    layers: [
      { weights: first, biases: biases[0], activation: hidden },
      { weights: second, activation: last },
    ],
    input,
    target,
    loss,
  });
  const objective = objectiveOf(study, typescriptKernels);
  const layers = differentiatedLayers(study);
  const computed = computedOf(study, typescriptKernels);
  assert.ok(objective !== null && layers !== null && computed !== null, JSON.stringify(study.problems));
  const values = Float64Array.from(direction);
  const along = [values.slice(0, 6), values.slice(6, 9), values.slice(9, 15)];
  return { study, objective, layers, computed, along };
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

describe('second-order laws', () => {
  it('JVP and VJP are transposes: u · (J v) = (uᵀ J) · v', () => {
    fc.assert(
      fc.property(documents, (drawn) => {
        const { study, computed, along } = prepared(drawn);
        const covector = createMatrix(2, 2, drawn.covector);
        const moved = finish(pushforwardSteps(computed, study.layers, along)).at(-1);
        const { gradients } = finish(vectorJacobianSteps(computed, covector));
        const forward = dot(covector.values, moved?.output.values ?? new Float64Array());
        const terms = flatten(gradientTensors(gradients)).map((value, i) => value * drawn.direction[i]);
        const size = terms.reduce((sum, term) => sum + Math.abs(term), 1);
        assert.ok(Math.abs(forward - terms.reduce((sum, term) => sum + term, 0)) <= 1e-13 * size);
      }),
      { numRuns: 60 },
    );
  });

  it('JVP and VJP by inputs are transposes too', () => {
    fc.assert(
      fc.property(documents, (drawn) => {
        const { study, computed, along } = prepared(drawn);
        const covector = createMatrix(2, 2, drawn.covector);
        const inputDirection = createMatrix(2, 2, drawn.direction.slice(0, 4));
        const still = along.map((tensor) => new Float64Array(tensor.length));
        const moved = finish(pushforwardSteps(computed, study.layers, still, inputDirection)).at(-1);
        const { inputGradient } = finish(vectorJacobianSteps(computed, covector));
        const forward = dot(covector.values, moved?.output.values ?? new Float64Array());
        assert.ok(Math.abs(forward - dot(inputGradient.values, inputDirection.values)) <= 1e-12 * 100);
      }),
      { numRuns: 60 },
    );
  });

  it('a Hessian times a vector is the central difference of gradients along it', () => {
    fc.assert(
      fc.property(documents, (drawn) => {
        const { objective, layers, along } = prepared(drawn);
        const product = flatten(finish(hessianVectorSteps(objective, layers, along)));
        const at = (step: number) => {
          const tensors = tensorsOf(objective.network).map((tensor, i) =>
            tensor.map((value, j) => value + step * along[i][j]),
          );
          return flatten(finish(gradientAtSteps(objective, tensors)).gradient);
        };
        const quotient = (step: number) => {
          const low = at(-step);
          return at(step).map((value, i) => (value - low[i]) / (2 * step));
        };
        // One step of Richardson's extrapolation leaves an error of h⁴, about 1e-12 times the sixth derivative.
        const [wide, narrow] = [quotient(2e-3), quotient(1e-3)];
        const largest = product.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        product.forEach((value, i) => {
          const difference = (4 * narrow[i] - wide[i]) / 3;
          assert.ok(Math.abs(value - difference) <= 1e-6 * largest, `${value} is not ${difference}`);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('of a linear model the Hessian is that of least squares, XᵀX, with its eigenvalues', () => {
    const study = networkStudyOf({
      layers: [{ weights: [[0.5, -1]] }],
      input: [
        [1, 2],
        [3, 4],
      ],
      target: [1, 2],
    });
    const objective = objectiveOf(study, typescriptKernels);
    const layers = differentiatedLayers(study);
    assert.ok(objective !== null && layers !== null);
    const hessian = finish(hessianSteps(objective, layers));
    // The difference of quadratics is rounded, a few ulps of the largest entry.
    [10, 14, 14, 20].forEach((wanted, i) => {
      assert.ok(Math.abs((hessian?.matrix.values[i] ?? 0) - wanted) < 1e-13);
    });
    const root = Math.sqrt(221);
    assert.ok(Math.abs((hessian?.eigenvalues[0] ?? 0) - (15 - root)) < 1e-13);
    assert.ok(Math.abs((hessian?.eigenvalues[1] ?? 0) - (15 + root)) < 1e-13);
    assert.equal(hessian?.isAtKink, false);
  });

  it('says that a second derivative at a kink is one of two', () => {
    for (const [activation, input] of [
      ['relu', 0],
      ['elu', 0],
      ['hardswish', 3],
    ] as const) {
      const study = networkStudyOf({
        layers: [
          { weights: [[1]], activation: { name: activation, ...(activation === 'elu' ? { alpha: 2 } : {}) } },
        ],
        input: [input],
        target: [1],
      });
      const objective = objectiveOf(study, typescriptKernels);
      const layers = differentiatedLayers(study);
      assert.ok(objective !== null && layers !== null);
      assert.equal(finish(hessianSteps(objective, layers))?.isAtKink, true, activation);
    }
  });

  it('eigenvalues keep the trace and the squares of a symmetric matrix', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 36, maxLength: 36 }), (drawn) => {
        const matrix = createMatrix(6, 6);
        for (let i = 0; i < 6; i++)
          for (let j = 0; j < 6; j++) matrix.values[i * 6 + j] = drawn[i * 6 + j] + drawn[j * 6 + i];
        const values = finish(eigenvaluesSteps(matrix));
        const trace = [0, 1, 2, 3, 4, 5].reduce((sum, i) => sum + matrix.values[i * 7], 0);
        const squares = dot(matrix.values, matrix.values);
        assert.ok(Math.abs(values.reduce((sum, value) => sum + value, 0) - trace) < 1e-12);
        assert.ok(
          Math.abs(values.reduce((sum, value) => sum + value * value, 0) - squares) < 1e-12 * (1 + squares),
        );
      }),
    );
  });
});
