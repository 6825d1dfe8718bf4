import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { differentiatedLayers } from '../../../core/network/secondOrder/differentiated';
import { flatten } from '../../../core/network/secondOrder/direction';
import { hessianSteps } from '../../../core/network/secondOrder/hessian';
import { hessianVectorSteps } from '../../../core/network/secondOrder/hessianVector';
import { computedOf, jacobianSteps } from '../../../core/network/secondOrder/jacobian';
import { pushforwardSteps } from '../../../core/network/secondOrder/pushforward';
import { objectiveOf } from '../../../core/network/training/objective';
import { tensorsOf } from '../../../core/network/training/tensors';
import { finish } from '../../../core/steps';
import { networkStudyOf } from '../support/reading';

interface SecondOrderCase {
  readonly document: { readonly loss: string; readonly layers: readonly { readonly activation?: string }[] };
  readonly hessian: readonly (readonly number[])[];
  readonly jacobian: readonly (readonly number[])[];
  readonly inputJacobians: readonly (readonly (readonly number[])[])[];
  readonly direction: readonly number[];
  readonly hessianTimesDirection: readonly number[];
  readonly jacobianTimesDirection: readonly (readonly number[])[];
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../oracle/secondOrder.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly SecondOrderCase[] };

describe('second-order derivatives of PyTorch', () => {
  for (const given of cases) {
    const { document } = given;
    const name = `${document.layers.map(({ activation }) => activation ?? 'identity').join(', ')}, ${document.loss}`;
    const study = networkStudyOf(document);
    const objective = objectiveOf(study, typescriptKernels);
    const layers = differentiatedLayers(study);
    const computed = computedOf(study, typescriptKernels);
    assert.ok(objective !== null && layers !== null && computed !== null, JSON.stringify(study.problems));
    let offset = 0;
    const direction = tensorsOf(study.network).map(({ length }) => {
      offset += length;
      return Float64Array.from(given.direction.slice(offset - length, offset));
    });

    it(`${name}: the Hessian agrees, and is symmetric`, () => {
      const hessian = finish(hessianSteps(objective, layers));
      // Curvatures of losses are extrapolated differences; that of a quadratic loss is exact.
      same('H', hessian?.matrix.values ?? [], given.hessian.flat(), 1e-10);
      assert.ok((hessian?.asymmetry ?? 1) < 1e-10, String(hessian?.asymmetry));
    });

    it(`${name}: the Jacobians agree`, () => {
      const jacobians = finish(jacobianSteps(computed));
      same('∂ŷ/∂θ', jacobians?.parameters.values ?? [], given.jacobian.flat(), 1e-13);
      given.inputJacobians.forEach((wanted, sample) => {
        same('∂ŷ/∂x', jacobians?.inputs[sample].values ?? [], wanted.flat(), 1e-13);
      });
    });

    it(`${name}: Hessian and Jacobian times a vector agree`, () => {
      const product = flatten(finish(hessianVectorSteps(objective, layers, direction)));
      same('Hv', product, given.hessianTimesDirection, 1e-10);
      const moved = finish(pushforwardSteps(computed, study.layers, direction));
      same('Jv', moved.at(-1)?.output.values ?? [], given.jacobianTimesDirection.flat(), 1e-13);
    });
  }
});

/** Relative to the largest number of its kind. */
function same(what: string, values: ArrayLike<number>, wanted: readonly number[], tolerance: number): void {
  assert.equal(values.length, wanted.length, `${what} has ${values.length} numbers`);
  const largest = Math.max(...wanted.map(Math.abs));
  wanted.forEach((number, i) => {
    const difference = Math.abs(values[i] - number);
    assert.ok(difference <= tolerance * largest, `${what}[${i}] is ${values[i]}, not ${number}`);
  });
}
