import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toNumber } from '../../../core/exact/toNumber';
import { networkStudyOf } from '../support/reading';

/** Outputs (0, 1, −1/2), whatever the loss: by hand below. */
const rows = [[1], [0], [0]];

function study(loss: unknown, target: unknown, biases: readonly unknown[], rest: object = {}) {
  return networkStudyOf({ layers: [{ weights: rows, biases }], input: [0], target, loss, ...rest });
}

describe('losses with kinks on differences of outputs', () => {
  it('say where two outputs are exactly the margin apart, with both derivatives', () => {
    const { problems, gradients, check } = study('multi_margin_loss', 1, [0, 1, -0.5]);
    assert.deepEqual(
      problems.map(
        ({ code, data }) =>
          code === 'kink' && 'left' in data && [data.neuron, data.left, data.right, data.chosen],
      ),
      [
        [0, 0, 1 / 3, 0],
        [1, -1 / 3, 0, 0],
      ],
    );
    assert.deepEqual([...(gradients?.[0].biases ?? [])], [0, 0, 0]);
    assert.equal(check?.edges?.verdict, 'admissible');
    assert.equal(check?.verdict, 'agree');
  });

  it('compare with the derivative to each side, so that a choice that adds up wrongly is found', () => {
    // Both outputs are s: their difference never changes, and the loss is flat.
    const flat = networkStudyOf({
      layers: [{ weights: [[1], [1]], biases: [0, 1] }],
      input: [2],
      target: 1,
      loss: 'multi_margin_loss',
    });
    assert.equal(flat.check?.edges?.verdict, 'admissible');
    const { problems } = study('categorical_hinge', [0, 1, 0], [0.25, 0.5, 0.25]);
    assert.equal(problems.filter(({ code }) => code === 'kink').length, 2);
  });

  it('have no kink where the excess is squared', () => {
    assert.deepEqual(study({ name: 'multi_margin_loss', p: 2 }, 1, [0, 1, -0.5]).problems, []);
  });

  it('are exact in fractions', () => {
    const { exact } = study('multi_margin_loss', 2, ['1/7', '2/7', '3/7']);
    // ((1 − 3/7 + 1/7) + (1 − 3/7 + 2/7))/3.
    assert.deepEqual(exact?.loss, { numerator: 11n, denominator: 21n });
    assert.deepEqual(exact?.gradients?.biases[0]?.map(toNumber), [1 / 3, 1 / 3, -2 / 3]);
    const hinge = study('categorical_hinge', 0, ['1/7', '2/7', '1/7']).exact;
    assert.deepEqual(hinge?.loss, { numerator: 8n, denominator: 7n });
    const labels = study('multilabel_margin_loss', [2, -1, 0], ['1/7', '2/7', '3/7']).exact;
    assert.deepEqual(labels?.loss, { numerator: 11n, denominator: 21n });
  });

  it('come in doubles to what they come to in fractions, with every rational activation', () => {
    const number = fc.integer({ min: -40, max: 40 }).map((value) => `${value}/7`);
    const vector = (length: number) => fc.array(number, { minLength: length, maxLength: length });
    const matrix = (height: number, width: number) =>
      fc.array(vector(width), { minLength: height, maxLength: height });
    const loss = fc.constantFrom(
      ['multi_margin_loss', 1],
      [{ name: 'multi_margin_loss', p: 2, margin: 0.5 }, 0],
      ['multilabel_margin_loss', [1, 0, -1]],
      ['categorical_hinge', [0, 0, 1]],
      ['categorical_hinge', 2],
      ['half_squared_error', [1, 0, -1]],
    );
    const activation = fc.constantFrom('hardswish', 'softsign', 'sparsemax', 'heaviside', 'relu6');
    let compared = 0;
    fc.assert(
      fc.property(
        activation,
        activation,
        matrix(3, 2),
        matrix(3, 3),
        vector(2),
        loss,
        (first, second, w, v, input, [name, target]) => {
          const layers = [
            { weights: w, activation: first },
            { weights: v, activation: second },
          ];
          const found = networkStudyOf({ layers, input, target, loss: name });
          assert.equal(found.exact?.barrier, null);
          if (found.exact?.isAtKink || found.exact?.loss === null || found.exact?.loss === undefined) return;
          const wanted = toNumber(found.exact.loss);
          assert.ok(Math.abs((found.loss ?? Number.NaN) - wanted) <= 1e-13 * Math.max(1, Math.abs(wanted)));
          // A pre-activation that is near a kink in fractions may be on its other side in doubles.
          if (found.check?.exactDifference === undefined) return;
          assert.ok(found.check.exactDifference < 1e-9, `${found.check.exactDifference}`);
          compared++;
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(compared > 100, `${compared} compared`);
  });
});
