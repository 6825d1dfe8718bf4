import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMatrix } from '../../../core/matrix';
import { activations } from '../../../core/network/activations';
import { analyticActivation } from '../../../core/network/complexStep/analyticActivations';
import { analyticLoss } from '../../../core/network/complexStep/analyticLosses';
import { losses } from '../../../core/network/losses';
import type { Target } from '../../../core/network/losses/loss';
import { networkStudyOf } from '../support/reading';

const step = 2 ** -100;
const defaults = (specs: readonly { readonly name: string; readonly default: number }[]) =>
  Object.fromEntries(specs.map((spec) => [spec.name, spec.default]));

function agree(value: number, expected: number, tolerance: number, what: string): void {
  // What is left is of the size of the step squared.
  const scale = Math.max(Math.abs(expected), 2 ** -150);
  assert.ok(Math.abs(value - expected) <= tolerance * scale, `${what}: ${value}, not ${expected}`);
}

const hasMinimum = ['gelu', 'silu', 'mish', 'sine'];

const analytic = activations.flatMap((activation) => {
  const form = analyticActivation({ activation, parameters: defaults(activation.parameters) });
  return form === null ? [] : [{ activation, form }];
});

describe('complex steps', () => {
  it('know the activations that are analytic, and none that bends', () => {
    assert.deepEqual(analytic.map(({ activation }) => activation.name).sort(), [
      'exponential',
      'gaussian',
      'gelu',
      'glu',
      'identity',
      'log_softmax',
      'logsigmoid',
      'mish',
      'sigmoid',
      'silu',
      'sine',
      'softmax',
      'softmin',
      'softplus',
      'squareplus',
      'tanh',
      'tanhshrink',
    ]);
    for (const { activation } of analytic) {
      if (!activation.elementwise) continue;
      const parameters = defaults(activation.parameters);
      assert.deepEqual([activation.kinks(parameters), activation.curvatureJumps(parameters)], [[], []]);
    }
  });

  for (const { activation, form } of analytic) {
    if (!activation.elementwise || !('entry' in form)) continue;
    it(`${activation.name}: give the value and the derivative, near 0 and far out`, () => {
      const parameters = defaults(activation.parameters);
      const places = fc.oneof(
        fc.double({ min: -30, max: 30, noNaN: true }),
        fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
        fc.constantFrom(0, -1, 1, -600, 600),
      );
      fc.assert(
        fc.property(places, (x) => {
          const z = form.entry({ re: x, im: step });
          agree(z.re, activation.value(x, parameters), 1e-12, `value at ${x}`);
          const slope = activation.derivative(x, parameters);
          // Near a zero of the derivative the terms of the formula are larger than it is.
          if (hasMinimum.includes(activation.name) && Math.abs(slope) < 1e-3 && x > -5) return;
          agree(z.im / step, slope, 1e-12, `derivative at ${x}`);
        }),
      );
    });
  }

  const named = losses.filter(({ name }) =>
    [
      'binary_cross_entropy',
      'binary_cross_entropy_with_logits',
      'cross_entropy',
      'focal_loss',
      'gaussian_nll_loss',
      'half_squared_error',
      'kl_div',
      'log_cosh',
      'mse_loss',
      'multilabel_soft_margin_loss',
      'nll_loss',
      'poisson_nll_loss',
      'soft_margin_loss',
    ].includes(name),
  );
  for (const loss of named) {
    it(`${loss.name}: give the gradient of the loss`, () => {
      const parameters = defaults(loss.parameters);
      const output = createMatrix(1, 3, [0.2, 0.7, 0.45]);
      const rows: Target = { form: 'rows', rows: createMatrix(1, 3, [1, 1, 0]) };
      const target: Target = loss.takesRows ? rows : { form: 'classes', classes: Int32Array.of(1) };
      const form = analyticLoss({ loss, reduction: 'sum', parameters, lists: {} }, target);
      assert.ok(form !== null);
      const gradient = loss.gradient(output, target, 'sum', parameters);
      const ofOutputs = loss.isMeanOfOutputs === true ? 3 : 1;
      output.values.forEach((_, k) => {
        const z = Array.from(output.values, (re, i) => ({ re, im: i === k ? step : 0 }));
        const im = form(0, z).terms.reduce((sum, term) => sum + term.im, 0);
        agree(im / step / ofOutputs, gradient.values[k], 1e-13, `output ${k}`);
      });
    });
  }

  it('are sharp where rounding hides every real difference', () => {
    const saturated = { layers: [{ weights: [[1]], activation: 'sigmoid' }], input: [60], target: [0.9] };
    const { check } = networkStudyOf(saturated);
    assert.deepEqual([check?.verdict, check?.methods], ['agree', ['complex-step']]);
    assert.ok((check?.largestRelativeDifference ?? 1) < 1e-13);
  });

  it('shrink until the largest derivative leaves them small', () => {
    const layer = { weights: [[1e30]], activation: 'identity' };
    const steep = { layers: [layer, layer, layer], input: [1], target: [1] };
    const { check } = networkStudyOf(steep);
    assert.deepEqual([check?.verdict, check?.methods], ['agree', ['complex-step']]);
    assert.ok((check?.largestRelativeDifference ?? 1) < 1e-12);
  });

  it('leave networks that bend to real differences, and kinks to those of each side', () => {
    const methods = (activation: string, input: number) =>
      networkStudyOf({ layers: [{ weights: [[1]], activation }], input: [input], target: [3] }).check
        ?.methods;
    assert.deepEqual(methods('relu', 1), ['richardson']);
    assert.deepEqual(methods('relu', 0), ['richardson']);
    assert.deepEqual(methods('elu', -1), ['richardson']);
    const biased = { weights: [[1]], biases: [0], activation: 'relu' };
    const { check } = networkStudyOf({ layers: [biased], input: [0], target: [3] });
    assert.ok(check?.methods.includes('one-sided'));
  });
});
