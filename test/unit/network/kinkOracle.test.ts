import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createMatrix } from '../../../core/matrix';
import { findActivation } from '../../../core/network/activations';
import type { Kink, ParameterSpec, Parameters } from '../../../core/network/activations/activation';
import { leastMagnitude } from '../../../core/network/activations/subgradient';
import { findLoss } from '../../../core/network/losses';
import type { Reduction, Target } from '../../../core/network/losses/loss';
import { agrees, type Expected, type Tolerance } from '../support/agreement';
import { networkStudyOf } from '../support/reading';

type Choice = string | ({ readonly name: string } & Readonly<Record<string, number | string>>);

interface ActivationCase {
  readonly document: { readonly activation: Choice; readonly input: number };
  readonly expected: {
    readonly value: number;
    readonly torch: number;
    readonly left: Expected;
    readonly right: Expected;
    readonly continuous: boolean;
    readonly differentiable: boolean;
    readonly torchOther?: readonly number[];
  };
}

interface NetworkCase {
  readonly document: object;
  readonly expected: {
    readonly torch: { readonly output: readonly (readonly number[])[]; readonly loss: number };
    readonly kinkPreactivations: readonly (readonly number[])[];
  };
}

interface LossCase {
  readonly document: {
    readonly loss: Choice;
    readonly output: readonly number[];
    readonly target: number | readonly number[];
    readonly reduction: Reduction;
  };
  readonly expected: {
    readonly loss: number;
    readonly torch: readonly number[];
    readonly left: readonly number[];
    readonly right: readonly number[];
  };
}

interface Case {
  readonly name: string;
  readonly tolerance: Tolerance;
}

const cases = JSON.parse(
  readFileSync(new URL('../../oracle/kinks.json', import.meta.url), 'utf8'),
) as readonly (Case & (ActivationCase | NetworkCase | LossCase))[];

function nameOf(choice: Choice): string {
  return typeof choice === 'string' ? choice : choice.name;
}

function parametersOf(choice: Choice, specs: readonly ParameterSpec[]): Parameters {
  const defaults = specs.map((spec) => [spec.name, spec.default]);
  const given = typeof choice === 'string' ? [] : Object.entries(choice);
  return Object.fromEntries([...defaults, ...given.filter(([key]) => key !== 'name')]);
}

function sameKink(kink: Kink | undefined, { expected }: ActivationCase, tolerance: Tolerance): void {
  assert.ok(kink !== undefined, 'the kink is not known');
  assert.ok(agrees(kink.left, expected.left, tolerance), `left is ${kink.left}`);
  assert.ok(agrees(kink.right, expected.right, tolerance), `right is ${kink.right}`);
  assert.equal(kink.discontinuous === true, !expected.continuous);
  const { pytorch } = kink.frameworks;
  if (expected.torchOther !== undefined) assert.equal(pytorch, 'not known');
  else assert.ok(agrees(Number(pytorch), expected.torch, tolerance), `pytorch is ${pytorch}`);
}

describe('kinks of independent tools', () => {
  for (const entry of cases) {
    const { name, document, tolerance } = entry;
    if ('activation' in document) {
      const { expected } = entry as ActivationCase;
      it(`${name}: value, one-sided derivatives and what PyTorch returns`, () => {
        const { found } = findActivation(nameOf(document.activation));
        assert.ok(found?.elementwise);
        const parameters = parametersOf(document.activation, found.parameters);
        assert.ok(agrees(found.value(document.input, parameters), expected.value, tolerance));
        const kink = found.kinks(parameters).find(({ at }) => at === document.input);
        const slope = found.derivative(document.input, parameters);
        if (expected.differentiable) {
          assert.equal(kink, undefined);
          assert.ok(agrees(slope, expected.left, tolerance), `the derivative is ${slope}`);
          return;
        }
        sameKink(kink, entry as ActivationCase, tolerance);
        assert.equal(slope, kink?.chosen);
        if (expected.continuous) {
          assert.ok(agrees(slope, leastMagnitude(Number(expected.left), Number(expected.right)), tolerance));
        }
      });
    } else if ('layers' in document) {
      const { expected } = entry as NetworkCase;
      it(`${name}: output and loss agree, and each kink is said once a neuron`, () => {
        const { layers, loss, problems } = networkStudyOf(document);
        assert.ok(agrees(loss ?? Number.NaN, expected.torch.loss, tolerance));
        expected.torch.output.flat().forEach((value, i) => {
          assert.ok(agrees(layers[layers.length - 1].output.values[i], value, tolerance));
        });
        assert.deepEqual([...layers[0].preActivation.values], expected.kinkPreactivations.flat());
        const neurons = problems.flatMap(({ code, data }) =>
          code === 'kink' && 'layer' in data ? [data] : [],
        );
        const named = neurons.map((data) => JSON.stringify(data));
        assert.equal(new Set(named).size, named.length);
      });
    } else {
      const { expected } = entry as LossCase;
      it(`${name}: value and one-sided derivatives`, () => {
        const { loss, output, target, reduction } = document as LossCase['document'];
        const { found } = findLoss(nameOf(loss));
        assert.ok(found !== null && found !== undefined);
        const parameters = parametersOf(loss, found.parameters);
        const rows = createMatrix(1, output.length, output);
        const wanted: Target =
          typeof target === 'number'
            ? { form: 'classes', classes: Int32Array.of(target) }
            : { form: 'rows', rows: createMatrix(1, target.length, target) };
        assert.ok(agrees(found.value(rows, wanted, reduction, parameters), expected.loss, tolerance));
        const gradient = found.gradient(rows, wanted, reduction, parameters).values;
        output.forEach((value, i) => {
          const [left, right] = [expected.left[i], expected.right[i]];
          assert.ok(agrees(gradient[i], leastMagnitude(left, right), tolerance), `${i}: ${gradient[i]}`);
          if (!found.elementwise || typeof target === 'number') return;
          const kink = found.kinks(target[i], parameters).find(({ at }) => at === value);
          assert.deepEqual([kink?.left ?? left, kink?.right ?? right], [left, right]);
          assert.equal(kink === undefined, left === right);
        });
      });
    }
  }
});
