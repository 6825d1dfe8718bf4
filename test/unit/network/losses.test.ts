import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMatrix } from '../../../core/matrix';
import { leastMagnitude } from '../../../core/network/activations/subgradient';
import { losses } from '../../../core/network/losses';
import type { Loss, Target } from '../../../core/network/losses/loss';
import { networkStudyOf, studyOf } from '../support/reading';

const [samples, width] = [2, 3];

function defaultsOf({ parameters }: Loss): Readonly<Record<string, number>> {
  return Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.default]));
}

/** Outputs inside (0.05, 0.95), where every loss is defined; targets that it takes. */
function settings(loss: Loss) {
  const outputs = fc.uniqueArray(fc.integer({ min: 5, max: 95 }), {
    minLength: samples * width,
    maxLength: samples * width,
  });
  const accepted = [-1, 0, 0.25, 1, 2].filter(
    (value) => loss.targetDomain === null || loss.targetDomain.accepts(value, defaultsOf(loss), width),
  );
  const rows = fc
    .array(fc.constantFrom(...accepted), { minLength: samples * width, maxLength: samples * width })
    .map((values): Target => ({ form: 'rows', rows: createMatrix(samples, width, values) }));
  const classes = fc
    .array(fc.nat({ max: width - 1 }), { minLength: samples, maxLength: samples })
    .map((values): Target => ({ form: 'classes', classes: Int32Array.from(values) }));
  const forms = [...(loss.takesRows ? [rows] : []), ...(loss.takesClasses ? [classes] : [])];
  return fc.record({
    output: outputs.map((values) => values.map((value) => value / 100 + 0.001)),
    target: fc.oneof(...forms),
    reduction: fc.constantFrom(...loss.reductions),
  });
}

describe('every loss', () => {
  for (const loss of losses) {
    const parameters = defaultsOf(loss);

    it(`${loss.name}: the gradient is the limit of difference quotients, in every reduction`, () => {
      fc.assert(
        fc.property(settings(loss), ({ output, target, reduction }) => {
          const at = (values: readonly number[]) =>
            loss.value(createMatrix(samples, width, values), target, reduction, parameters);
          const gradient = loss.gradient(createMatrix(samples, width, output), target, reduction, parameters);
          const step = 1e-5;
          output.forEach((value, i) => {
            const moved = (by: number) => at(output.map((old, j) => (i === j ? value + by : old)));
            const quotient = (moved(step) - moved(-step)) / (2 * step);
            assert.ok(
              Math.abs(gradient.values[i] - quotient) < 1e-7 * Math.max(1, Math.abs(quotient)),
              `output ${i}: ${gradient.values[i]} is not ${quotient}`,
            );
          });
        }),
        { numRuns: 40 },
      );
    });

    it(`${loss.name}: its defaults are in their domains, and its reduction is one that it has`, () => {
      assert.ok(loss.parameters.every((parameter) => parameter.accepts(parameter.default)));
      assert.ok(loss.reductions.includes(loss.defaultReduction));
    });

    it(`${loss.name}: takes at each kink the derivative that it says`, () => {
      for (const target of [-1, 0, 1]) {
        for (const kink of loss.kinks(target, parameters)) {
          const wanted: Target = { form: 'rows', rows: createMatrix(1, 1, [target]) };
          const { values } = loss.gradient(createMatrix(1, 1, [kink.at]), wanted, 'sum', parameters);
          assert.equal(values[0], kink.chosen);
          assert.equal(kink.chosen, leastMagnitude(kink.left, kink.right));
        }
      }
    });
  }

  it('says where a target is outside its domain', () => {
    const of = (loss: string, target: unknown) =>
      studyOf({ layers: [{ weights: [[1], [2]] }], input: [1], target, loss }).problems.map(
        ({ code }) => code,
      );
    assert.deepEqual(of('binary_cross_entropy_with_logits', [0, 1.5]), ['target-domain']);
    assert.deepEqual(of('soft_margin_loss', [0, 1]), ['target-domain']);
    assert.deepEqual(of('poisson_nll_loss', [-1, 1]), ['target-domain']);
    assert.deepEqual(of('nll_loss', 2), ['target-domain']);
    assert.deepEqual(of('nll_loss', [1, 0]), ['length-mismatch']);
    assert.deepEqual(of('kl_div', [0, 1]), []);
  });

  it('does not count a sample whose class is ignored', () => {
    const layers = [{ weights: [[1], [2]] }];
    const loss = { name: 'cross_entropy', ignore_index: -100 };
    const two = networkStudyOf({ layers, input: [[1], [5]], target: [1, -100], loss });
    const one = networkStudyOf({ layers, input: [[1]], target: [1], loss });
    assert.equal(two.loss, one.loss);
    assert.deepEqual([...(two.inputGradient?.values ?? [])][1], 0);
  });

  it('leaves each loss by itself with none, and differentiates their sum', () => {
    const layers = [{ weights: [[1], [2]] }];
    const of = (loss: unknown, target: unknown) =>
      networkStudyOf({ layers, input: [[1], [3]], target, loss, reduction: 'none' });
    const rows = [
      [1, 0],
      [0, 0],
    ];
    const squared = of('mse_loss', rows);
    assert.deepEqual([...(squared.losses?.values ?? [])], [0, 4, 9, 36]);
    assert.equal(squared.loss, 49);
    assert.deepEqual([...(squared.inputGradient?.values ?? [])], [8, 30]);
    const classes = of({ name: 'cross_entropy', weight: [2, 3] }, [0, 1]);
    assert.deepEqual(
      [...(classes.losses?.values ?? [])],
      [2 * Math.log1p(Math.E), 3 * Math.log1p(Math.exp(-3))],
    );
    const weighted = of({ name: 'bce_with_logits', pos_weight: [1, 3] }, [
      [1, 1],
      [1, 1],
    ]);
    const positive = [1, 2, 3, 6].map((logit) => Math.log1p(Math.exp(-logit)));
    assert.deepEqual(
      [...(weighted.losses?.values ?? [])],
      [positive[0], 3 * positive[1], positive[2], 3 * positive[3]],
    );
    const labels = of('multilabel_soft_margin_loss', rows);
    assert.equal(labels.losses?.columns, 1);
    assert.ok(
      Math.abs((labels.losses?.values[0] ?? 0) - (Math.log1p(Math.exp(-1)) + Math.log1p(Math.exp(2))) / 2) <
        1e-15,
    );
  });

  it('multilabel_margin_loss compares each listed class with each that is not, as PyTorch documents', () => {
    const layers = [{ weights: [[0.1], [0.2], [0.4], [0.8]] }];
    const loss = 'multilabel_margin_loss';
    const of = (target: unknown) =>
      networkStudyOf({ layers, input: [[1]], target: [target], loss }).loss ?? 0;
    // 0.25 ((1 − (0.1 − 0.2)) + (1 − (0.1 − 0.4)) + (1 − (0.8 − 0.2)) + (1 − (0.8 − 0.4)))
    assert.ok(Math.abs(of([3, 0, -1, 1]) - 0.85) < 1e-15);
    const [problem] = studyOf({ layers, input: [[1]], target: [[3, 0, -1, 4]], loss }).problems;
    assert.equal(problem.code, 'target-domain');
  });

  it('categorical_hinge shares the derivative of a maximum that several outputs have', () => {
    const layers = [{ weights: [[0.5], [0.5], [0.2]] }];
    const { loss, layers: traces } = networkStudyOf({
      layers,
      input: [1],
      target: [0, 0, 1],
      loss: 'categorical_hinge',
    });
    assert.equal(loss, 1.3);
    assert.deepEqual([...(traces[0].outputGradient?.values ?? [])], [0.5, 0.5, -1]);
  });

  it('focal_loss with γ 0 and without α is binary cross-entropy', () => {
    const layers = [{ weights: [[0.5], [-2]] }];
    const of = (loss: unknown) => networkStudyOf({ layers, input: [1], target: [0, 1], loss }).loss;
    assert.equal(of({ name: 'focal', alpha: -1, gamma: 0 }), of('bce_with_logits'));
  });

  it('batchmean divides by the samples, mean also by the width', () => {
    const document = {
      layers: [{ weights: [[-1], [-2]] }],
      input: [[1], [2]],
      target: [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    };
    const of = (reduction: string) =>
      networkStudyOf({ ...document, loss: 'kl_div', reduction }).loss ?? Number.NaN;
    assert.equal(of('batchmean'), of('sum') / 2);
    assert.equal(of('mean'), of('sum') / 4);
  });

  // torch 1.13: F.cross_entropy and F.nll_loss of targets that are all −100 give NaN (mean) or 0 (sum), and gradients 0.
  for (const loss of ['cross_entropy', 'nll_loss']) {
    it(`${loss}: gives ignored samples the gradient 0 as PyTorch does, also where none counts`, () => {
      for (const reduction of ['mean', 'sum', 'none']) {
        const study = networkStudyOf({
          layers: [
            {
              weights: [
                [1, 0],
                [0, 1],
              ],
            },
          ],
          input: [
            [0.1, 0.7],
            [1, 2],
          ],
          target: [-100, -100],
          loss: { name: loss, ignore_index: -100 },
          reduction,
        });
        assert.equal(study.loss, reduction === 'mean' ? Number.NaN : 0, reduction);
        assert.ok(
          study.inputGradient?.values.every((value) => value === 0),
          reduction,
        );
        const codes = study.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
        assert.deepEqual(codes, reduction === 'mean' ? ['empty'] : []);
      }
    });
  }
});
