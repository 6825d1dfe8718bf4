import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRational } from '../../../core/exact/parseRational';
import { printRational, type Rational, rational, subtract } from '../../../core/exact/rational';
import { toNumber } from '../../../core/exact/toNumber';
import { findActivation } from '../../../core/network/activations';
import { evaluatePieces, piecewiseLinear } from '../../../core/network/exact/piecewiseLinear';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { networkStudyOf } from '../support/reading';

const layers = [
  {
    weights: [
      ['1/3', 0.1],
      [-0.2, '2/7'],
    ],
    biases: ['1/7', 0],
    activation: 'relu',
  },
  { weights: [[0.3, '-5/9']] },
];

function exactOf(document: object) {
  const { exact } = networkStudyOf(document);
  assert.ok(exact !== undefined);
  return exact;
}

const printRows = (rows: readonly (readonly Rational[])[] | undefined | null) =>
  rows?.map((row) => row.map(printRational));

describe('a network in exact arithmetic', () => {
  it('has the fractions that one finds by hand', () => {
    const { output, loss, gradients, barrier } = exactOf({ layers, input: [0.1, 0.2], target: ['1/2'] });
    // s = (1/30 + 1/50 + 1/7, −1/50 + 2/35), both positive.
    const hidden = [rational(206n, 1050n), rational(13n, 350n)];
    assert.deepEqual(printRows(output), [['43/1125']]);
    assert.equal(barrier, null);
    const r = subtract(rational(43n, 1125n), rational(1n, 2n));
    assert.equal(
      loss && printRational(loss),
      printRational(rational(r.numerator ** 2n, 2n * r.denominator ** 2n)),
    );
    assert.deepEqual(printRows(gradients?.weights[1]), [
      hidden.map(({ numerator, denominator }) =>
        printRational(rational(r.numerator * numerator, r.denominator * denominator)),
      ),
    ]);
    assert.equal(gradients?.biases[1], null);
    assert.deepEqual(gradients?.biases[0]?.map(printRational), [
      printRational(rational(r.numerator * 3n, r.denominator * 10n)),
      printRational(rational(r.numerator * -5n, r.denominator * 9n)),
    ]);
  });

  it('adds decimals as they are written: 0.1 + 0.2 − 0.3 is 0, and a kink', () => {
    const document = {
      layers: [{ weights: [[1, 1, -1]], activation: 'relu' }],
      input: [0.1, 0.2, 0.3],
      target: [1],
    };
    const { output, isAtKink } = exactOf(document);
    assert.deepEqual(printRows(output), [['0']]);
    assert.equal(isAtKink, true);
    const { check } = networkStudyOf(document);
    assert.equal(check?.exactDifference, undefined);
  });

  it('says where it leaves the rationals, and keeps what it had', () => {
    const of = (change: object) => exactOf({ layers, input: [0.1, 0.2], target: [0.5], ...change });
    const [first, second] = layers;
    assert.deepEqual(of({ layers: [first, { ...second, activation: 'tanh' }] }), {
      output: null,
      loss: null,
      gradients: null,
      isAtKink: false,
      barrier: { step: 'activation', layer: 1, name: 'tanh' },
    });
    // Its threshold is ∞ where the text gives none.
    assert.deepEqual(of({ layers: [first, { ...second, activation: 'softplus' }] }).barrier, {
      step: 'activation',
      layer: 1,
      name: 'softplus',
    });
    const ofLoss = of({ loss: 'log_cosh' });
    assert.deepEqual(ofLoss.barrier, { step: 'loss', name: 'log_cosh' });
    assert.notEqual(ofLoss.output, null);
    assert.equal(of({ input: [Number.MAX_VALUE, 'NaN'] }).barrier?.step, 'number');
    const wide = { weights: [Array.from({ length: 2001 }, () => 1)] };
    assert.equal(exactOf({ layers: [wide], input: wide.weights[0] }).barrier?.step, 'size');
  });

  it('ends where fractions grow beyond reading', () => {
    const weights = [
      ['123457/999983', '7/999979'],
      ['5/999961', '3/999959'],
    ];
    const deep = Array.from({ length: 12 }, () => ({ weights }));
    assert.equal(exactOf({ layers: deep, input: [1, 1] }).barrier?.step, 'size');
  });

  it('takes the activations at 1/6, and slopes of a list, as they are meant', () => {
    const activation = { name: 'prelu', weight: ['1/3', 0.1] };
    const { output } = exactOf({ layers: [{ weights: [[1], [1]], activation }], input: [-1] });
    assert.deepEqual(printRows(output), [['-1/3', '-1/10']]);
    const hard = exactOf({ layers: [{ weights: [[1]], activation: 'hardsigmoid' }], input: [1] });
    assert.deepEqual(printRows(hard.output), [['2/3']]);
  });
});

const names = [
  'identity',
  'relu',
  'relu6',
  'leaky_relu',
  'prelu',
  'rrelu',
  'hardtanh',
  'hardsigmoid',
  'hardshrink',
  'softshrink',
  'threshold',
];

describe('the pieces of an activation', () => {
  for (const name of names) {
    it(`${name}: value and slope are those in doubles, at corners and jumps too`, () => {
      const { found } = findActivation(name);
      assert.ok(found?.elementwise);
      const defaults = Object.fromEntries(found.parameters.map((spec) => [spec.name, spec.default]));
      const exact = Object.fromEntries(
        found.parameters.map((spec) => [
          spec.name,
          spec.default === 1 / 6 ? rational(1n, 6n) : (parseRational(String(spec.default)) ?? rational(0n)),
        ]),
      );
      const pieces = piecewiseLinear(name)?.(exact);
      assert.ok(pieces !== undefined);
      for (let eighths = -64; eighths <= 64; eighths++) {
        const x = eighths / 8;
        const { value, slope } = evaluatePieces(pieces, rational(BigInt(eighths), 8n));
        assert.ok(Math.abs(toNumber(value) - found.value(x, defaults)) < 1e-14, `value at ${x}`);
        assert.ok(Math.abs(toNumber(slope) - found.derivative(x, defaults)) < 1e-14, `slope at ${x}`);
      }
    });
  }
});

const tenths = fc.integer({ min: -30, max: 30 }).map((value) => value / 10);
const losses = ['half_squared_error', 'mse_loss', 'l1_loss', 'huber_loss', 'smooth_l1_loss', 'quantile'];

describe('doubles beside fractions', () => {
  it('agree in output, loss and gradients, on random networks of random activations', () => {
    const vector = (length: number) => fc.array(tenths, { minLength: length, maxLength: length });
    const matrix = (rows: number, columns: number) =>
      fc.array(vector(columns), { minLength: rows, maxLength: rows });
    const document = fc
      .record({
        first: matrix(3, 2),
        second: matrix(2, 3),
        biases: vector(3),
        activation: fc.constantFrom(...names),
        loss: fc.constantFrom(...losses),
        reduction: fc.constantFrom('sum', 'mean'),
        input: matrix(2, 2),
        target: matrix(2, 2),
      })
      .map(({ first, second, biases, activation, loss, reduction, input, target }) => ({
        layers: [{ weights: first, biases, activation }, { weights: second }],
        ...{ loss, reduction, input, target },
      }));
    fc.assert(
      fc.property(document, (given) => {
        const study: NetworkStudy = networkStudyOf(given);
        const { exact, check, loss } = study;
        assert.ok(exact !== undefined && exact.loss !== null && exact.output !== null);
        const values = study.layers[1].output.values;
        exact.output.flat().forEach((value, i) => {
          if (!exact.isAtKink) assert.ok(Math.abs(values[i] - toNumber(value)) < 1e-13 * 100);
        });
        if (exact.isAtKink) return;
        assert.ok(Math.abs((loss ?? 0) - toNumber(exact.loss)) < 1e-11 * Math.max(1, loss ?? 0));
        assert.ok((check?.exactDifference ?? 1) < 1e-7, String(check?.exactDifference));
      }),
      { numRuns: 150 },
    );
  });
});
