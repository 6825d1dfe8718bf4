import assert from 'node:assert/strict';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { gradientCheckSteps } from '../../../core/network/gradientCheck';
import type { LayerGradient } from '../../../core/network/layerGradient';
import type { GradientCheck } from '../../../core/network/networkStudy';
import { finish } from '../../../core/steps';
import { networkStudyOf } from '../support/reading';

const network = {
  layers: [
    {
      weights: [
        [0.5, -1],
        [2, 0.25],
      ],
      biases: [0.1, -0.3],
      activation: 'relu',
    },
    { weights: [[1.5, -0.75]], activation: 'sigmoid' },
  ],
  input: [1, 0.2],
  target: [0.9],
};

/** The check of given gradients instead of those of the backward pass. */
function checkOf(
  document: object,
  change: (gradients: readonly LayerGradient[]) => void,
): GradientCheck | null {
  const { network, input, gradients } = networkStudyOf(document);
  assert.ok(input !== null && gradients !== null);
  const rows = { rows: 1, columns: 1, values: Float64Array.of(0.9) };
  change(gradients);
  return finish(gradientCheckSteps(network, input, { form: 'rows', rows }, gradients, typescriptKernels));
}

describe('the check of gradients by differences', () => {
  it('agrees with the chain rule, far below its tolerance', () => {
    const check = checkOf(network, () => {});
    assert.equal(check?.verdict, 'agree');
    assert.ok((check?.largestRelativeDifference ?? 1) < 1e-9, String(check?.largestRelativeDifference));
  });

  it('disagrees with a gradient that is wrong in one entry, by a hundred-thousandth', () => {
    const wrong = (of: (gradients: readonly LayerGradient[]) => Float64Array | null) =>
      checkOf(network, (gradients) => {
        const values = of(gradients);
        if (values !== null) values[0] *= 1 + 1e-5;
      })?.verdict;
    assert.equal(
      wrong(([first]) => first.weights.values),
      'disagree',
    );
    assert.equal(
      wrong(([first]) => first.biases),
      'disagree',
    );
    assert.equal(
      wrong(([, second]) => second.weights.values),
      'disagree',
    );
  });

  it('disagrees with a derivative that was forgotten, and with one where there is none', () => {
    const set = (value: number) =>
      checkOf(network, ([, second]) => {
        second.weights.values[0] = value;
      })?.verdict;
    assert.equal(set(0), 'disagree');
    assert.equal(set(1), 'disagree');
  });

  it('steps smaller near a kink, and takes differences to each side exactly at one', () => {
    const near = { ...network, input: [1, 0.6 - 1e-6] };
    assert.equal(networkStudyOf(near).check?.verdict, 'agree');
    const at = { layers: [{ weights: [[1, -1]], activation: 'relu' }], input: [1, 1], target: [0.9] };
    const study = networkStudyOf(at);
    assert.equal(study.check?.verdict, 'agree');
    const outside = checkOf(at, ([only]) => {
      only.weights.values[0] = 0.01;
    });
    assert.equal(outside?.verdict, 'disagree');
    assert.deepEqual(study.problems[0], {
      code: 'kink',
      severity: 'information',
      span: study.problems[0].span,
      data: {
        owner: 'relu',
        at: 0,
        left: 0,
        right: 1,
        interval: [0, 1],
        chosen: 0,
        frameworks: { pytorch: 0, jax: 0, tensorflow: 'not known', keras: 'not known' },
        layer: 0,
        neuron: 0,
        verdict: 'admissible',
      },
    });
  });

  it('does not take a bend of the slope nearby for a smooth place', () => {
    const layer = (activation: string) => ({ weights: [[1]], activation });
    for (const name of ['elu', 'celu', 'selu', 'softsign']) {
      const near = { layers: [layer(name)], input: [1e-3], target: [0.25] };
      const { check } = networkStudyOf(near);
      assert.equal(check?.verdict, 'agree', name);
      assert.ok(
        (check?.largestRelativeDifference ?? 1) < 1e-8,
        `${name} ${check?.largestRelativeDifference}`,
      );
    }
    for (const loss of ['squared_hinge', 'huber_loss', 'smooth_l1_loss']) {
      const near = {
        layers: [{ weights: [[1.001]] }],
        input: [1],
        target: [loss === 'squared_hinge' ? 1 : 0],
        loss,
      };
      assert.equal(networkStudyOf(near).check?.verdict, 'agree', loss);
    }
  });

  it('does not believe steps that are too long for the function', () => {
    const fast = { layers: [{ weights: [[1]], activation: 'sine' }], input: [400], target: [0.25] };
    const { check } = networkStudyOf(fast);
    assert.equal(check?.verdict, 'agree');
    assert.ok((check?.largestRelativeDifference ?? 1) < 1e-7);
  });

  it('compares with both sides where one of them is 0, however large the loss', () => {
    const clipped = { layers: [{ weights: [[1]], activation: 'hardtanh' }], input: [1], target: [100] };
    assert.equal(networkStudyOf(clipped).check?.verdict, 'agree');
  });

  it('knows the edge of the support of sparsemax', () => {
    const at = (bias: number) =>
      networkStudyOf({
        layers: [{ weights: [[1], [0], [-1]], biases: [0, bias, 0], activation: 'sparsemax' }],
        input: [1],
        target: [0.2, 0.5, 0],
      });
    assert.equal(at(1e-3).check?.verdict, 'agree');
    const { check, problems } = at(0);
    assert.equal(check?.verdict, 'agree');
    const kinks = problems.flatMap((problem) => (problem.code === 'kink' ? [problem.data] : []));
    assert.deepEqual(
      kinks.map(({ neuron, at, left, right, chosen, verdict }) => [neuron, at, left, right, chosen, verdict]),
      [[1, 0, 0, 0.5, 0, 'admissible']],
    );
  });

  it('agrees that a derivative is 0 where complex steps leave their square', () => {
    const flat = { layers: [{ weights: [[1]], activation: 'tanhshrink' }], input: [0], target: [1] };
    const biased = { ...flat, layers: [{ weights: [[1]], biases: [0], activation: 'tanhshrink' }] };
    assert.equal(networkStudyOf(biased).check?.verdict, 'agree');
  });

  it('is undecided where rounding hides every derivative', () => {
    const saturated = { layers: [{ weights: [[1]], activation: 'elu' }], input: [-60], target: [0.9] };
    assert.equal(networkStudyOf(saturated).check?.verdict, 'undecided');
  });

  it('agrees that nothing changes behind a dead neuron', () => {
    const dead = { layers: [{ weights: [[-1]], activation: 'relu' }], input: [5], target: [0.9] };
    assert.equal(networkStudyOf(dead).check?.verdict, 'agree');
  });

  it('takes an evenly spread sample of a large network', () => {
    const rows = Array.from({ length: 20 }, (_, i) =>
      Array.from({ length: 20 }, (_, j) => Math.sin(i * 20 + j)),
    );
    const large = {
      layers: [{ weights: rows, activation: 'tanh' }, { weights: [rows[0]] }],
      input: rows[1],
      target: [0.9],
    };
    const { check } = networkStudyOf(large);
    assert.deepEqual([check?.parameters, check?.verdict], [420, 'agree']);
    const compared = check?.compared ?? 0;
    assert.ok(compared > 48 && compared <= 64, String(compared));
  });
});
