import assert from 'node:assert/strict';
import fc from 'fast-check';
import temml from 'temml';
import { studyShape } from '../../../core/derivation/activationStudy/activationStudy';
import { evaluateFormula } from '../../../core/derivation/activationStudy/formula';
import { type Cases, formulas } from '../../../core/derivation/activationStudy/formulas';
import { casesLatex, casesPlain, namesIn } from '../../../core/derivation/activationStudy/formulaText';
import { jacobians } from '../../../core/derivation/activationStudy/jacobians';
import { activations } from '../../../core/network/activations';
import { includes } from '../../../core/network/activations/shape';
import { caseOf, cases } from './cases';

/** What the case of x says; null where no case has it. */
function valueAt(all: Cases, x: number): number | null {
  const own = all.filter(({ on }) => includes(on, x));
  assert.ok(own.length <= 1, `${own.length} cases at ${x}`);
  return own[0] === undefined ? null : evaluateFormula(own[0].formula, x);
}

describe('the formulas of an activation', () => {
  for (const { name, activation, parameters } of cases) {
    it(`${name}: have the values of the function, its slope and its curvature`, () => {
      const own = formulas[activation.name](parameters);
      const corners = [...activation.kinks(parameters), ...activation.curvatureJumps(parameters)].map(
        ({ at }) => at,
      );
      const places = fc.oneof(fc.double({ min: -9, max: 9, noNaN: true }), fc.constantFrom(0, ...corners));
      fc.assert(
        fc.property(places, (x) => {
          const checks = [
            [own.value, activation.value(x, parameters)],
            [own.derivative, activation.derivative(x, parameters)],
            [own.secondDerivative, activation.secondDerivative(x, parameters)],
          ] as const;
          for (const [all, expected] of checks) {
            const value = valueAt(all, x);
            // Where a function has no value of its own, the activation chooses one.
            if (value === null) assert.ok(corners.includes(x), `no case has ${x}`);
            // A formula as people write it loses digits where it cancels: 1 − σ, x − tanh x.
            else
              assert.ok(
                Math.abs(value - expected) <= 2e-14 * Math.max(1, Math.abs(expected)),
                `${value} ${expected} at ${x}`,
              );
          }
        }),
      );
    });

    it(`${name}: are typeset, and written on one line`, () => {
      const { value, derivative, secondDerivative } = formulas[activation.name](parameters);
      for (const all of [value, derivative, secondDerivative]) {
        assert.match(temml.renderToString(casesLatex(all), { throwOnError: true }), /<math>/);
        const plain = casesPlain(all, (condition) => `if ${condition}`);
        assert.doesNotMatch(plain, /NaN|undefined|--|\+ −|\s{2}/);
        for (const { latex } of namesIn(all)) temml.renderToString(latex, { throwOnError: true });
      }
    });
  }

  it('read as people write them', () => {
    const plain = (name: string, key: 'value' | 'derivative' | 'secondDerivative') => {
      const { activation, parameters } = caseOf(name);
      return casesPlain(formulas[activation.name](parameters)[key], (condition) => `for ${condition}`);
    };
    assert.equal(plain('softplus', 'value'), 'ln(1 + eˣ)');
    assert.equal(plain('softplus', 'derivative'), '1/(1 + e^(−x))');
    assert.equal(plain('tanh', 'derivative'), '1 − tanh² x');
    assert.equal(plain('sigmoid', 'derivative'), 'σ(x) (1 − σ(x))');
    assert.equal(plain('relu', 'derivative'), '1 for x > 0, 0 for x < 0');
    assert.equal(plain('elu', 'derivative'), '1 for x > 0, eˣ for x ≤ 0');
    assert.equal(plain('leaky_relu', 'value'), 'x for x > 0, 0.01 x for x ≤ 0');
    assert.equal(plain('gaussian', 'secondDerivative'), '(4 x² − 2) e^(−x²)');
  });

  it('are those of the activation itself where nobody wrote any: everything else of its study is there', () => {
    const { activation } = caseOf('tanh');
    const own = { ...activation, name: 'mine', latex: '\\operatorname{mine}(x)', plain: 'mine(x)' };
    const study = studyShape(own, {});
    const { value, derivative } = study.formulas;
    assert.equal(casesPlain(value, String), 'mine(x)');
    assert.equal(casesPlain(derivative, String), 'φ′(x)');
    temml.renderToString(casesLatex(derivative), { throwOnError: true });
    assert.equal(evaluateFormula(value[0].formula, 0.5), Math.tanh(0.5));
    const written = studyShape(activation, {});
    assert.deepEqual(
      { ...study, formulas: null, inflections: null, convexities: null, variations: null },
      { ...written, formulas: null, inflections: null, convexities: null, variations: null },
    );
    assert.deepEqual(study.variations.stretches, written.variations.stretches);
  });

  it('are there for every activation, as a Jacobian for those of a row', () => {
    for (const { name, elementwise } of activations) {
      assert.ok(elementwise ? formulas[name] : jacobians[name], name);
    }
    for (const { latex } of Object.values(jacobians)) temml.renderToString(latex, { throwOnError: true });
  });
});
