import assert from 'node:assert/strict';
import type { Measures } from '../../../core/divergence/distributionStudy';
import { measureArraysSteps } from '../../../core/divergence/measureArrays';
import type { Kernels } from '../../../core/kernels/kernels';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { createRandom } from '../../../core/numeric/random';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { kernelTwins } from '../kernels/builds';

function randomPair(length: number): readonly [Float64Array, Float64Array] {
  const { uniform } = createRandom(length);
  const [p, q] = [0, 1].map(() => {
    const values = Float64Array.from({ length }, uniform);
    const sum = finish(typescriptKernels.sum(values));
    return values.map((value) => value / sum);
  });
  return [p, q];
}

describe('distributions in arrays', () => {
  let all: readonly (readonly [string, Kernels])[];

  before(async function () {
    this.timeout(120_000);
    all = [['TypeScript', typescriptKernels], ...(await kernelTwins())];
  });

  it('have the measures that the same numbers have in a text, exactly summed there', () => {
    const [p, q] = randomPair(3000);
    const study = evaluate(read(JSON.stringify({ p: [...p], q: [...q] })));
    assert.ok(study.kind === 'distribution');
    for (const [build, kernels] of all) {
      const { measures, areProbabilities } = finish(measureArraysSteps(p, q, kernels));
      assert.ok(areProbabilities);
      for (const [name, value] of Object.entries(study.measures)) {
        const given = measures[name as keyof Measures] ?? Number.NaN;
        assert.ok(Math.abs(given - value) <= 1e-14 * value, `${build}: ${name} is ${given}, not ${value}`);
      }
    }
  });

  it('are in the unit of the base, as given and divided by their sums where these are not one', () => {
    const [p, q] = [Float64Array.of(1, 2, 1), Float64Array.of(1, 1, 2)];
    const { measures, normalised, sums, areProbabilities } = finish(
      measureArraysSteps(p, q, typescriptKernels, 2),
    );
    assert.deepEqual([sums, areProbabilities], [{ p: 4, q: 4 }, false]);
    assert.ok(Math.abs((measures.klPQ ?? Number.NaN) - 1) < 1e-15);
    assert.ok(Math.abs((normalised?.klPQ ?? Number.NaN) - 1 / 4) < 1e-15);
    assert.ok(Math.abs((normalised?.entropyP ?? Number.NaN) - 3 / 2) < 1e-15);
  });

  it('are not divided by sums that are zero or infinite', () => {
    for (const p of [Float64Array.of(0, 0), Float64Array.of(1, Number.POSITIVE_INFINITY)]) {
      assert.equal(finish(measureArraysSteps(p, Float64Array.of(1, 1))).normalised, null);
    }
  });

  it('are those of a study of more outcomes than are kept exactly, to the last bit', () => {
    const [p, q] = randomPair(10_001);
    const [twice, thrice] = [p.map((value) => 2 * value), q.map((value) => 3 * value)];
    for (const [build, kernels] of all) {
      for (const [first, second] of [
        [p, q],
        [twice, thrice],
      ]) {
        const study = evaluate(read(JSON.stringify({ p: [...first], q: [...second] })), { kernels });
        assert.ok(study.kind === 'distribution');
        const { measures, normalised } = finish(measureArraysSteps(first, second, kernels));
        assert.deepEqual([measures, normalised], [study.measures, study.normalised], build);
      }
    }
  });

  it('have no KL below zero, however near they are and however they sum', () => {
    const [p] = randomPair(20_000);
    const sum = (values: Float64Array) => finish(typescriptKernels.sum(values));
    for (const [build, kernels] of all) {
      for (const distance of [0, 1e-16, 1e-12, 1e-5]) {
        const near = p.map((value, i) => value * (1 + (i % 3 === 0 ? distance : -distance / 2)));
        const total = sum(near);
        const q = near.map((value) => value / total);
        const { klPQ = Number.NaN, klQP = Number.NaN } = finish(measureArraysSteps(p, q, kernels)).measures;
        assert.ok(klPQ >= 0 && klQP >= 0, `${build}, ${distance}: ${klPQ}, ${klQP}`);
      }
    }
  });

  it('take zeros for what they are: 0 ln 0 is 0, and an outcome that Q leaves out makes KL infinite', () => {
    const [p, q] = randomPair(1000);
    p.fill(0, 100, 300);
    q.fill(0, 100, 200);
    for (const [build, kernels] of all) {
      const { measures } = finish(measureArraysSteps(p, q, kernels));
      assert.ok(Number.isFinite(measures.klPQ), build);
      assert.equal(measures.klQP, Number.POSITIVE_INFINITY, build);
      assert.ok(Number.isFinite(measures.jensenShannon), build);
    }
  });

  it('pause often: a million outcomes take a hundred steps or more, none of which is long', () => {
    const [p, q] = randomPair(1_000_000);
    const [, kernels] = all[all.length - 1];
    const steps = measureArraysSteps(p, q, kernels);
    let count = 0;
    while (!steps.next().done) count++;
    assert.ok(count > 1_000_000 / 10_000, String(count));
  });
});
