import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { DistributionStudy } from '../../../core/divergence/distributionStudy';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { around, productOf, sumOf } from '../../../core/numeric/interval';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { halfUnit } from '../../../core/text/precision';
import { resultOf } from '../../../extension/language/result';
import { wordsOf } from '../../../extension/language/words/words';
import { readMatrix } from './support';

function networkStudy(text: string): NetworkStudy {
  const study = evaluate(read(text));
  assert.ok(study.kind === 'network', JSON.stringify(study.problems));
  return study;
}

function distributionStudy(text: string): DistributionStudy {
  const study = evaluate(read(text));
  assert.ok(study.kind === 'distribution', JSON.stringify(study.problems));
  return study;
}

describe('printed precision', () => {
  for (const [text, expected] of [
    ['tensor([[0.1235, 0.5000]])', [0.00005, 0.00005]],
    ['tensor([[1.2346e-03, 5.0000e+02]])', [0.00000005, 0.005]],
    ['tensor([[1., 2.]])', [0, 0]],
    ['array([[0.12345678, 0.5       ]])', [0.000000005, 0]],
    ['array([[0.5, 0.25]])', [0, 0]],
    ['[1] 0.1234568 0.5000000', [0.00000005, 0.00000005]],
    ['[1] 0.25 0.50', [0, 0]],
    ['A =\n\n  1.0e+03 *\n\n   0.0010   1.1271\n\n', [0.05, 0.05]],
    ['[[0.1235, 0.5]]', [0, 0]],
    ['np.array([[0.12345678, 0.5]])', [0, 0]],
  ] as const) {
    it(`leaves each number of ${JSON.stringify(text)} open by half a unit of its last digit`, () => {
      const { array } = readMatrix(text);
      const halves = Array.from(array.values, (_, index) => halfUnit(text, array, index));
      assert.deepEqual(halves, expected);
    });
  }

  it('is said as a choice of the reading', () => {
    assert.deepEqual(readMatrix('tensor([[0.1235, 0.5000]])').choices, [
      { rule: 'printed-digits', decimals: 4, halfUnit: 0.00005 },
    ]);
    assert.deepEqual(readMatrix('tensor([[1., 2.]])').choices, []);
  });

  const weight = fc.double({ min: -2, max: 2, noNaN: true });
  const matrix = (rows: number, columns: number) =>
    fc.array(fc.array(weight, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    });
  const tensor = (values: readonly (readonly number[])[], print: (value: number) => string) =>
    `tensor([${values.map((row) => `[${row.map(print).join(', ')}]`).join(', ')}])`;

  for (const activation of ['tanh', 'relu', 'gelu', 'silu', 'softmax', 'softplus', 'mish', 'log_softmax']) {
    for (const loss of ['mse_loss', 'half_squared_error', 'l1_loss', 'huber_loss']) {
      it(`bounds the ${loss} of a ${activation} network for all weights that print so`, () => {
        fc.assert(
          fc.property(matrix(3, 2), matrix(2, 3), (first, second) => {
            const text = (print: (value: number) => string) =>
              `W1 = ${tensor(first, print)}\nW2 = ${tensor(second, print)}\nactivation = ${activation}\nloss = ${loss}\nx = [1, -2]\ny = [0, 1]`;
            const printed = networkStudy(text((value) => value.toFixed(4)));
            const meant = networkStudy(text((value) => String(value)).replaceAll('tensor(', '('));
            const { precision } = printed;
            assert.ok(precision !== undefined && precision.loss !== null && precision.output !== null);
            const { lower, upper } = precision.loss;
            assert.ok(meant.loss !== null && lower <= meant.loss && meant.loss <= upper);
            meant.layers.at(-1)?.output.values.forEach((value, index) => {
              assert.ok((precision.output?.lower.values[index] ?? 1) <= value);
              assert.ok(value <= (precision.output?.upper.values[index] ?? 0));
            });
          }),
          { numRuns: 40 },
        );
      });
    }
  }

  it('bounds cross-entropy against a class', () => {
    fc.assert(
      fc.property(matrix(3, 2), fc.integer({ min: 0, max: 2 }), (weights, target) => {
        const text = (print: (value: number) => string) =>
          `W1 = ${tensor(weights, print)}\nloss = cross_entropy\nx = [1, -2]\ny = ${target}`;
        const { precision } = networkStudy(text((value) => value.toFixed(4)));
        const meant = networkStudy(text((value) => String(value)).replaceAll('tensor(', '('));
        assert.ok(precision?.loss !== undefined && precision.loss !== null && meant.loss !== null);
        assert.ok(precision.loss.lower <= meant.loss && meant.loss <= precision.loss.upper);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the first order beside the bounds, and about as wide for small changes', () => {
    const { precision } = networkStudy('W1 = tensor([[0.1235, 0.5000]])\nx = [1, 2]\ny = 3');
    assert.ok(precision?.loss !== undefined && precision.loss !== null && precision.firstOrder !== null);
    const radius = (precision.loss.upper - precision.loss.lower) / 2;
    // ∂L/∂w = (ŷ − y) x with ŷ = 1.1235: 1.8765 (1 + 2) · 0.00005.
    assert.ok(Math.abs(precision.firstOrder - 1.8765 * 3 * 0.00005) < 1e-15);
    assert.ok(Math.abs(radius / precision.firstOrder - 1) < 1e-3);
    assert.equal(precision.method, 'interval');
  });

  it('falls back to first order where an activation has no bounds here', () => {
    const { precision } = networkStudy(
      'W1 = tensor([[0.1235, 0.5000], [0.2500, 0.1000]])\nactivation = sparsemax\nx = [1, 2]\ny = [1, 0]',
    );
    assert.equal(precision?.loss, null);
    assert.equal(precision?.method, 'first-order');
    assert.ok((precision?.firstOrder ?? 0) > 0);
  });

  it('bounds KL for all probabilities that print so', () => {
    const positive = fc.array(fc.double({ min: 0.02, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(positive, positive, (first, second) => {
        const normalise = (values: readonly number[]) => {
          const sum = values.reduce((total, value) => total + value, 0);
          return values.map((value) => value / sum);
        };
        const [p, q] = [normalise(first), normalise(second)];
        const print = (values: readonly number[]) =>
          `tensor([${values.map((value) => value.toFixed(4)).join(', ')}])`;
        const { precision } = distributionStudy(`P = ${print(p)}\nQ = ${print(q)}`);
        const meant = p.reduce((sum, value, index) => sum + value * Math.log(value / (q[index] ?? 1)), 0);
        assert.ok(precision !== undefined);
        assert.ok(precision.klPQ.lower <= meant + 1e-12 && meant - 1e-12 <= precision.klPQ.upper);
        assert.ok(precision.klPQ.lower >= 0);
      }),
      { numRuns: 200 },
    );
  });

  it('takes decimals that miss one by their rounding for rounded, and others for what is written', () => {
    assert.equal(distributionStudy('P = 0.33, 0.33, 0.33\nQ = 0.25, 0.25, 0.5').precision?.halfUnit, 0.005);
    assert.equal(distributionStudy('P = 0.5, 0.5\nQ = 0.25, 0.75').precision, undefined);
    assert.equal(networkStudy('W1 = [0.1235 0.5]\nx = [1; 2]\ny = 3').precision, undefined);
  });

  it('stands in the result, with a sentence in the view', () => {
    const study = networkStudy('W1 = tensor([[0.1235, 0.5000]])\nx = [1, 2]\ny = 3');
    const result = resultOf(study, wordsOf('en'));
    assert.ok(result.kind === 'network' && result.precision !== undefined);
    assert.equal(result.precision.halfUnit, 0.00005);
    assert.ok(result.precision.loss !== undefined && 'lower' in result.precision.loss);
    const said = wordsOf('en').precision.interval('ℒ', '1', '2', '0.00005');
    assert.match(said, /between 1 and 2/);
  });
});

describe('intervals rounded outwards', () => {
  const double = fc.double({ min: -1e6, max: 1e6, noNaN: true });

  it('hold every sum and product of numbers inside them', () => {
    fc.assert(
      fc.property(
        double,
        double,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (a, b, radius, place) => {
          const [x, y] = [around(a, radius), around(b, radius)];
          const [inX, inY] = [a + place * radius, b - place * radius];
          const sum = sumOf(x, y);
          const product = productOf(x, y);
          assert.ok(sum.lower <= inX + inY && inX + inY <= sum.upper);
          assert.ok(product.lower <= inX * inY && inX * inY <= product.upper);
        },
      ),
    );
  });

  it('takes for one what a print in powers of ten adds up to, each number with a last digit of its own', () => {
    // Printed by PyTorch; the KL divergence is of the numbers before they were printed.
    const study = distributionStudy(
      'P = tensor([1.4238e-01, 2.0671e-01, 2.6049e-02, 5.3409e-02, 2.7604e-04, 4.1380e-02, 4.0131e-02, 4.8966e-01])\n' +
        'Q = tensor([1.5360e-02, 3.2264e-05, 1.0215e-01, 5.1480e-01, 4.4513e-03, 1.7557e-01, 1.4998e-01, 3.7650e-02])',
    );
    assert.deepEqual(study.problems, []);
    const bounds = study.precision?.klPQ;
    assert.ok(
      bounds !== undefined && bounds.lower <= 3.1149859443777803 && 3.1149859443777803 <= bounds.upper,
    );
    assert.ok(bounds.upper - bounds.lower < 0.01);
  });

  interface Printed {
    readonly name: string;
    readonly document: string;
    readonly true: number;
  }
  const printed: { readonly networks: readonly Printed[]; readonly distributions: readonly Printed[] } =
    JSON.parse(readFileSync(new URL('../../oracle/printed.json', import.meta.url), 'utf8'));

  for (const { name, document, true: loss } of printed.networks) {
    it(`bounds the loss that PyTorch had before it printed ${name}, and not by much more than the first order`, () => {
      const { precision } = networkStudy(document);
      assert.ok(precision !== undefined && precision.loss !== null && precision.firstOrder !== null);
      const { lower, upper } = precision.loss;
      assert.ok(lower <= loss && loss <= upper, `${loss} in [${lower}, ${upper}]`);
      assert.ok(
        (upper - lower) / 2 <= 6 * precision.firstOrder,
        `${(upper - lower) / 2 / precision.firstOrder}`,
      );
    });
  }

  for (const { name, document, true: divergence } of printed.distributions) {
    it(`bounds the divergence that PyTorch had before it printed ${name}`, () => {
      const { precision, problems } = distributionStudy(document);
      assert.deepEqual(problems, []);
      assert.ok(precision !== undefined);
      const { lower, upper } = precision.klPQ;
      assert.ok(lower <= divergence && divergence <= upper, `${divergence} in [${lower}, ${upper}]`);
      assert.ok(
        (upper - lower) / 2 <= 3 * precision.firstOrderPQ,
        `${(upper - lower) / 2 / precision.firstOrderPQ}`,
      );
    });
  }
});
