import assert from 'node:assert/strict';
import { planNetwork } from '../../../core/derivation/network/plan';
import { contextOf } from '../../../core/derivation/network/quantities';
import { notationOf } from '../../../core/derivation/notations';
import { printEquation } from '../../../core/derivation/print';
import { plainPrinter } from '../../../core/derivation/printers/plain';
import { networkStudyOf } from '../support/reading';

/** The equations of the steps of one kind, each on a line. */
function printed(document: object, what: string, notation = 'sheet'): readonly string[] {
  const study = networkStudyOf(document);
  const named = notationOf(notation);
  const { steps, values } = planNetwork(study, { kind: 'network' }, { notation: named, sample: 0 });
  const options = { notation: named, context: contextOf(study), digits: 6, most: 8 };
  return steps
    .filter(({ title }) => title.what === what)
    .flatMap((step) => step.make().equations)
    .map((equation) => {
      const { left, lines } = printEquation(equation, values, options, plainPrinter());
      return [left, ...lines.map(({ relation, text }) => `${relation} ${text}`)].join(' ');
    });
}

const layer = (activation: unknown) => ({
  layers: [
    {
      weights: [
        [1, 0],
        [0, 1],
      ],
      activation,
    },
  ],
  input: [-2, 3],
  target: [0, 1],
});

describe('equations of what activations learn and mix', () => {
  it('write the derivative by the α of prelu as the sum over the neurons that share it, and its update', () => {
    const document = layer({ name: 'prelu', weight: 0.5 });
    assert.deepEqual(printed(document, 'learnt'), [
      '∂ℒ/∂α¹ = ∂ℒ/∂o₁¹ ∂o₁¹/∂α¹ + ∂ℒ/∂o₂¹ ∂o₂¹/∂α¹ = −1 · (−2) + 2 · 0 = 2',
    ]);
    assert.deepEqual(printed(document, 'learnt-update'), [
      'α^{1,(t+1)} = α^{1,(t)} − η ∂ℒ/∂α^{1,(t)} = 0.5 − 0.1 · 2 = 0.3',
    ]);
    assert.ok(printed(document, 'activation').includes('∂φ/∂α(x) = min(0, x)'));
  });

  it('give each neuron of a list its own', () => {
    assert.deepEqual(printed(layer({ name: 'prelu', weight: [0.5, 0.25] }), 'learnt', 'pytorch').length, 2);
  });

  it('write the entries of the Jacobian of softmax in letters and in numbers', () => {
    const lines = printed({ ...layer('softmax'), input: [0, 0] }, 'pre-activation-gradient');
    assert.deepEqual(lines.slice(0, 2), [
      '∂o₁¹/∂s₁¹ = o₁¹ (1 − o₁¹) = 0.5 (1 − 0.5) = 0.25',
      '∂o₂¹/∂s₁¹ = −o₂¹ o₁¹ = −0.5 · 0.5 = −0.25',
    ]);
  });
});
