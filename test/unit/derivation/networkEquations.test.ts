import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluate } from '../../../core/derivation/evaluate';
import type { Expression } from '../../../core/derivation/expression';
import type { LayoutOptions } from '../../../core/derivation/layout';
import { planNetwork } from '../../../core/derivation/network/plan';
import { contextOf } from '../../../core/derivation/network/quantities';
import { notationNames, notationOf } from '../../../core/derivation/notations';
import { numbersIn, writtenOut } from '../../../core/derivation/rewrite';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { networkStudyOf } from '../support/reading';
import { distance, equationsOf, faultsOf, readBack } from './everyEquation';

const activations = [
  'identity',
  'softplus',
  'sigmoid',
  'tanh',
  'relu',
  'leaky_relu',
  'elu',
  'hardtanh',
  'gelu',
  'prelu',
  'softmax',
  'softmin',
  'log_softmax',
  'glu',
];

const losses = [
  { loss: 'half_squared_error' },
  { loss: 'half_squared_error', reduction: 'mean' },
  { loss: 'mse_loss' },
  { loss: 'mse_loss', reduction: 'sum' },
  { loss: 'huber_loss' },
  { loss: 'l1_loss' },
  { loss: 'cross_entropy' },
  { loss: 'cross_entropy', reduction: 'sum' },
  { loss: 'smooth_l1_loss' },
  { loss: 'soft_margin_loss' },
  { loss: 'binary_cross_entropy_with_logits' },
  { loss: 'log_cosh' },
  { loss: 'binary_cross_entropy' },
];

const hundredths = (largest: number) =>
  fc.integer({ min: -largest * 100, max: largest * 100 }).map((n) => n / 100);

/** What a loss may be compared with, from any number. */
const targetsOf: Readonly<Record<string, (value: number) => number>> = {
  soft_margin_loss: (value) => (value < 0 ? -1 : 1),
  binary_cross_entropy_with_logits: (value) => Math.abs(value) / 2,
  binary_cross_entropy: (value) => Math.round(Math.abs(value) / 2),
};

/** Networks of up to three layers of up to four neurons, with up to three samples; whole numbers hit kinks. */
const networks = fc
  .record({
    widths: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }),
    samples: fc.integer({ min: 1, max: 3 }),
    numbers: fc.array(hundredths(2), { minLength: 60, maxLength: 60 }),
    names: fc.array(fc.constantFrom(...activations), { minLength: 3, maxLength: 3 }),
    biased: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    isWhole: fc.boolean(),
    loss: fc.constantFrom(...losses),
  })
  .map(({ widths, samples, numbers, names, biased, isWhole, loss }) => {
    let next = 0;
    const number = () => {
      const value = numbers[next++ % numbers.length];
      return isWhole ? Math.round(value) : value;
    };
    const list = (length: number) => Array.from({ length }, number);
    const layers = widths.slice(1).map((width, layer) => {
      const isProbability = loss.loss === 'binary_cross_entropy' && layer === widths.length - 2;
      const name = isProbability ? 'sigmoid' : names[layer];
      const rows = name === 'glu' ? 2 * width : width;
      return {
        weights: Array.from({ length: rows }, () => list(widths[layer])),
        ...(biased[layer] ? { biases: list(rows) } : {}),
        activation: name === 'prelu' ? { name, weight: biased[layer] ? list(width) : number() } : name,
      };
    });
    const outputs = widths[widths.length - 1];
    const isClass = loss.loss === 'cross_entropy';
    const target = () =>
      isClass
        ? Array.from({ length: outputs }, (_, k) => (k === 0 ? 1 : 0))
        : list(outputs).map(targetsOf[loss.loss] ?? Number);
    return {
      layers,
      input: Array.from({ length: samples }, () => list(widths[0])),
      target: Array.from({ length: samples }, target),
      ...loss,
    };
  });

function optionsOf(study: NetworkStudy, notation: string): LayoutOptions {
  return { notation: notationOf(notation), context: contextOf(study), digits: 17, most: 1_000 };
}

describe('the equations of a network', () => {
  it('come to the values of the study in every notation, side by side and with numbers put in', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...notationNames), fc.nat(2), (document, name, at) => {
        const study = networkStudyOf(document);
        const sample = at % study.samples;
        const derivation = planNetwork(study, { kind: 'network' }, { notation: notationOf(name), sample });
        for (const [key, equation] of equationsOf(derivation)) {
          const faults = faultsOf(equation, derivation.values);
          assert.deepEqual(faults, [], `${key} in ${name} of ${JSON.stringify(document)}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('mean in print what they are: names replaced by numbers give the value', () => {
    let read = 0;
    fc.assert(
      fc.property(networks, fc.constantFrom(...notationNames), (document, name) => {
        const study = networkStudyOf(document);
        const options = optionsOf(study, name);
        const derivation = planNetwork(study, { kind: 'network' }, { notation: options.notation, sample: 0 });
        for (const [key, { sides, value }] of equationsOf(derivation)) {
          if (value === null) continue;
          const wanted = evaluate(value, derivation.values);
          if (typeof wanted !== 'number') continue;
          for (const { expression } of sides) {
            const shown: readonly Expression[] = [
              expanded(expression),
              numbersIn(expression, derivation.values),
            ];
            for (const line of shown) {
              const found = readBack(line, derivation.values, options);
              if (found === null) continue;
              read += 1;
              assert.ok(distance(found, wanted) < 1e-9, `${key} in ${name}: ${found}, not ${wanted}`);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
    assert.ok(read > 1_000, `only ${read} lines were read back`);
  });
});

/** Sums written out, as a page with room shows them. */
function expanded(expression: Expression): Expression {
  switch (expression.kind) {
    case 'repeated':
      return writtenOut(expression);
    case 'sum':
      return { ...expression, terms: expression.terms.map(expanded) };
    case 'product':
      return { ...expression, factors: expression.factors.map(expanded) };
    default:
      return expression;
  }
}
