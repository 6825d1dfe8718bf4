import assert from 'node:assert/strict';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { diagnoseSteps } from '../../../core/network/diagnosis/diagnose';
import { finish } from '../../../core/steps';
import { networkStudyOf } from '../support/reading';

function diagnosisOf(document: object) {
  const study = networkStudyOf(document);
  const diagnosis = finish(diagnoseSteps(study, typescriptKernels));
  assert.ok(diagnosis !== null);
  return { study, diagnosis };
}

const near = (value: number | null | undefined, wanted: number, tolerance = 1e-14) =>
  assert.ok(
    Math.abs((value ?? Number.NaN) - wanted) <= tolerance * Math.max(1, Math.abs(wanted)),
    `${value}, not ${wanted}`,
  );

const chain = {
  layers: [
    { weights: [[2.5]], biases: [0.5], activation: 'sigmoid' },
    { weights: [[-1.5]], biases: [-1], activation: 'sigmoid' },
    { weights: [[2]], biases: [1.5], activation: 'sigmoid' },
  ],
  input: [1],
  target: [0],
};

describe('the diagnosis of a network', () => {
  it('of a chain has the factors |w| and φ′(s) themselves, and the bound 4⁻ⁿ beside the real product', () => {
    const { study, diagnosis } = diagnosisOf(chain);
    assert.equal(diagnosis.of, 'loss');
    study.layers.forEach(({ slope }, layer) => {
      near(diagnosis.layers[layer].slope, slope?.values[0] ?? Number.NaN);
      near(diagnosis.layers[layer].weights, [2.5, 1.5, 2][layer]);
      near(diagnosis.layers[layer].log10Bound, (3 - layer) * Math.log10(1 / 4));
      assert.ok(diagnosis.layers[layer].log10Slopes < (3 - layer) * Math.log10(1 / 4));
    });
  });

  it('multiplies to the gradient that the backward pass has', () => {
    const { study, diagnosis } = diagnosisOf(chain);
    const atOutput = Math.abs(study.layers[2].outputGradient?.values[0] ?? Number.NaN);
    diagnosis.layers.forEach(({ log10, log10OfWeightGradient }, layer) => {
      near(
        10 ** log10 * atOutput,
        Math.abs(study.layers[layer].preActivationGradient?.values[0] ?? 0),
        1e-13,
      );
      near(
        10 ** log10OfWeightGradient * atOutput,
        Math.abs(study.gradients?.[layer].weights.values[0] ?? 0),
        1e-13,
      );
    });
  });

  it('of wide layers and many samples follows norms over all of them', () => {
    const { study, diagnosis } = diagnosisOf({
      layers: [
        {
          weights: [
            [0.5, -0.2],
            [0.1, 0.7],
            [0.3, 0.3],
          ],
          biases: [0.1, 0, -0.1],
          activation: 'tanh',
        },
        {
          weights: [
            [0.4, -0.6, 0.2],
            [0.9, 0.1, -0.5],
          ],
          activation: 'softmax',
        },
      ],
      input: [
        [1, 2],
        [-1, 0.5],
      ],
      target: [
        [1, 0],
        [0, 1],
      ],
    });
    const norm = (values: ArrayLike<number> | undefined) => Math.hypot(...Array.from(values ?? []));
    const whole = norm(study.layers[1].outputGradient?.values);
    diagnosis.layers.forEach(({ log10 }, layer) => {
      near(10 ** log10, norm(study.layers[layer].preActivationGradient?.values) / whole, 1e-13);
    });
    assert.equal(diagnosis.layers[1].log10Bound, null);
  });

  it('follows the sum of the outputs where the loss has no gradient', () => {
    const { diagnosis } = diagnosisOf({ ...chain, target: undefined });
    assert.equal(diagnosis.of, 'outputs');
    near(diagnosis.layers[0].weights, 2.5);
  });

  it('says −∞ where nothing arrives', () => {
    const dead = {
      layers: [{ weights: [[1]] }, { weights: [[-1]], activation: 'relu' }],
      input: [1],
      target: [1],
    };
    const { diagnosis } = diagnosisOf(dead);
    assert.equal(diagnosis.layers[0].log10, Number.NEGATIVE_INFINITY);
    assert.equal(diagnosis.layers[0].slope, null);
    assert.equal(diagnosis.layers[1].slope, 0);
    assert.deepEqual(diagnosis.layers[1].dead, [0]);
  });

  it('computes what other activations would give with the same weights, by running them', () => {
    const { diagnosis } = diagnosisOf(chain);
    const [own, ...others] = diagnosis.alternatives ?? [];
    assert.equal(own?.activation, 'sigmoid');
    near(own?.asWritten, diagnosis.layers[0].log10);
    for (const other of others) {
      const layers = chain.layers.map((layer) => ({ ...layer, activation: other.activation }));
      const swapped = networkStudyOf({ ...chain, layers });
      const slopes = swapped.layers.map(({ slope }) => Math.abs(slope?.values[0] ?? Number.NaN));
      near(10 ** other.asWritten, slopes[0] * slopes[1] * slopes[2] * 1.5 * 2, 1e-13);
    }
  });

  it('draws initialisations by seed: the same each time, and He keeps a deep rectifier alive where LeCun lets it fade', () => {
    const width = 16;
    const rows = Array.from({ length: width }, () => new Array(width).fill(0.1));
    const deep = {
      layers: Array.from({ length: 12 }, () => ({ weights: rows, activation: 'relu' })),
      input: Array.from({ length: width }, (_, i) => Math.sin(i + 1)),
      target: new Array(width).fill(0),
    };
    const { diagnosis } = diagnosisOf(deep);
    assert.deepEqual(diagnosisOf(deep).diagnosis.alternatives, diagnosis.alternatives);
    const relu = diagnosis.alternatives?.find(({ activation }) => activation === 'relu');
    const median = (name: string) =>
      relu?.drawn.find(({ initialisation }) => initialisation === name)?.median ?? Number.NaN;
    // The variance halves at each of 12 rectified layers unless the weights make up for it: 2⁻⁶ ≈ 10^−1.8.
    assert.ok(Math.abs(median('he')) < 1, String(median('he')));
    assert.ok(Math.abs(median('lecun') - median('he') + 11 * Math.log10(Math.SQRT2)) < 0.2);
  });
});
