import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createMatrix } from '../../../core/matrix';
import { directionalDerivative } from '../../../core/network/directionalDerivative';
import type { KinkRule } from '../../../core/network/kinkRule';
import { lossGradientOf } from '../../../core/network/lossPass';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { agrees, type Tolerance } from '../support/agreement';
import { networkStudyOf } from '../support/reading';

function studyUnder(kinks: KinkRule, document: object): NetworkStudy {
  const study = evaluate(read(JSON.stringify(document)), { kinks });
  assert.ok(study.kind === 'network');
  return study;
}

/** relu(x) − relu(−x), which is x. */
const identityByRelus = {
  layers: [
    { weights: [[1], [-1]], biases: [0, 0], activation: 'relu' },
    { weights: [[1, -1]], biases: [0] },
  ],
  input: [0],
  target: [1],
};

describe('the verdict at kinks', () => {
  it('admits a derivative between the one-sided ones', () => {
    const { check, problems } = networkStudyOf({
      layers: [{ weights: [[1]], biases: [0], activation: 'relu' }],
      input: [0],
      target: [1],
    });
    assert.equal(check?.edges?.verdict, 'admissible');
    const [kink] = problems;
    assert.ok(kink.code === 'kink');
    assert.equal(kink.data.verdict, 'admissible');
  });

  it('refutes choices that do not add up, and names the true derivative', () => {
    const { layers } = identityByRelus;
    // The first bias moves one relu alone; a layer before moves both.
    const document = { ...identityByRelus, layers: [{ weights: [[1]], biases: [0] }, ...layers] };
    const { gradients, check, problems } = networkStudyOf(document);
    assert.equal(gradients?.[0].biases?.[0], 0);
    assert.deepEqual(check?.edges?.outside, { parameter: 'b₁¹', chosen: 0, left: -1, right: -1 });
    assert.equal(check?.edges?.verdict, 'not-admissible');
    assert.equal(check?.verdict, 'disagree');
    assert.deepEqual(
      problems.map(({ code, data }) => [code, 'verdict' in data && data.verdict]),
      [
        ['kink', 'not-admissible'],
        ['kink', 'not-admissible'],
      ],
    );
  });

  it('names the one-sided derivatives where they differ, each on its side', () => {
    // 2 relu(x) − relu(−x): slope 1 on the left and 2 on the right, and ∂L/∂ŷ is −1.
    const document = {
      layers: [
        { weights: [[1]], biases: [0] },
        { weights: [[1], [-1]], activation: 'relu' },
        { weights: [[2, -1]] },
      ],
      input: [0],
      target: [1],
    };
    const { check } = networkStudyOf(document);
    assert.deepEqual(check?.edges?.outside, { parameter: 'b₁¹', chosen: 0, left: -1, right: -2 });
  });

  it('is undecided at a jump', () => {
    const { check } = networkStudyOf({
      layers: [{ weights: [[1]], biases: [0], activation: 'heaviside' }],
      input: [0],
      target: [1],
    });
    assert.equal(check?.edges?.verdict, 'undecided');
  });

  it('takes the one-sided derivatives of a loss at its kink', () => {
    const { check } = networkStudyOf({
      layers: [{ weights: [[1]] }],
      input: [2],
      target: [2],
      loss: 'l1_loss',
    });
    assert.equal(check?.edges?.verdict, 'admissible');
  });
});

describe('the one-sided derivative of the loss', () => {
  it('takes the side of the loss to which the output moves', () => {
    const document = {
      layers: [{ weights: [[1]], biases: [0] }],
      input: [2],
      target: [2],
      loss: { name: 'quantile', q: 0.25 },
    };
    const { network, input, layers: passes } = networkStudyOf(document);
    assert.ok(input !== null);
    const target = { form: 'rows', rows: createMatrix(1, 1, [2]) } as const;
    const ofLoss = lossGradientOf(network, passes[0], target);
    const along = (sign: 1 | -1) =>
      directionalDerivative(
        { network, input, passes, target, ofLoss },
        { layer: 0, of: 'biases', index: 0 },
        sign,
      )?.value;
    assert.equal(along(1), 0.75);
    assert.equal(along(-1), 0.25);
  });
});

describe('the chain rule edge by edge', () => {
  const number = fc.integer({ min: -200, max: 200 }).map((value) => value / 64);
  const matrix = (rows: number, columns: number) =>
    fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    });
  const activation = fc.constantFrom(
    'tanh',
    'softmax',
    'gelu',
    'prelu',
    'sigmoid',
    'glu',
    'softplus',
    'log_softmax',
  );

  it('agrees with the matrix form on random networks, to rounding', () => {
    const document = fc
      .tuple(
        activation,
        activation,
        matrix(4, 3),
        matrix(4, 2),
        matrix(4, 4),
        matrix(2, 3),
        fc.constantFrom('mse_loss', 'cross_entropy'),
      )
      .map(([first, second, w, narrow, wide, input, loss]) => ({
        layers: [
          { weights: w, biases: [0.1, -0.2, 0.3, 0.4], activation: first },
          { weights: first === 'glu' ? narrow : wide, activation: second },
        ],
        input,
        loss,
        target: Array.from({ length: 2 }, () =>
          Array.from({ length: second === 'glu' ? 2 : 4 }, (_, i) => i / 6),
        ),
      }));
    fc.assert(
      fc.property(document, (given) => {
        const { check, problems } = networkStudyOf(given);
        if (problems.some(({ code }) => code === 'kink')) return;
        assert.equal(check?.edges?.verdict, 'admissible');
        assert.ok((check?.edges?.largestRelativeDifference ?? 1) < 1e-12);
      }),
      { numRuns: 150 },
    );
  });
});

interface TorchCase {
  readonly name: string;
  readonly document: { readonly layers?: unknown };
  readonly expected: {
    readonly torch: {
      readonly gradients: {
        readonly weights: readonly (readonly (readonly number[])[])[];
        readonly input: readonly (readonly number[])[];
      };
    };
  };
  readonly tolerance: Tolerance;
}

const cases = (
  JSON.parse(
    readFileSync(new URL('../../oracle/kinks.json', import.meta.url), 'utf8'),
  ) as readonly TorchCase[]
).filter(({ document }) => 'layers' in document);

describe("PyTorch's derivatives at kinks", () => {
  for (const { name, document, expected, tolerance } of cases) {
    // A lone hardswish at 3 and four of them are computed by other code in PyTorch 1.13.
    if (name.includes('hardswish-at-3')) continue;
    it(`${name}: every gradient is PyTorch's under its rule`, () => {
      const { gradients, inputGradient } = studyUnder('pytorch', document);
      expected.torch.gradients.weights.forEach((rows, layer) => {
        rows.flat().forEach((value, i) => {
          const own = gradients?.[layer].weights.values[i] ?? Number.NaN;
          assert.ok(agrees(own, value, tolerance), `layer ${layer}: ${own} is not ${value}`);
        });
      });
      expected.torch.gradients.input.flat().forEach((value, i) => {
        assert.ok(agrees(inputGradient?.values[i] ?? Number.NaN, value, tolerance));
      });
    });
  }

  it('hold for losses too', () => {
    const document = {
      layers: [{ weights: [[1]], biases: [0] }],
      input: [1],
      target: [-1],
      loss: { name: 'hinge_embedding_loss', margin: 1 },
    };
    assert.equal(networkStudyOf(document).gradients?.[0].biases?.[0], 0);
    assert.equal(studyUnder('pytorch', document).gradients?.[0].biases?.[0], -1);
  });
});
