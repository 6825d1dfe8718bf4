import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { networkStudyOf } from '../support/reading';

const layers = [
  {
    weights: [
      [0.5, -1],
      [2, 0.25],
    ],
    biases: [0.1, -0.3],
    activation: 'tanh',
  },
  { weights: [[1.5, -0.75]] },
];
const base = { layers, input: [1, 0.2], target: [0.9] };

function rightOf(document: object) {
  const { gradients, inputGradient } = networkStudyOf(document);
  assert.ok(gradients !== null && inputGradient !== null);
  return {
    weights: gradients.map(({ weights }) =>
      Array.from({ length: weights.rows }, (_, row) => [
        ...weights.values.subarray(row * weights.columns, (row + 1) * weights.columns),
      ]),
    ),
    biases: gradients.map(({ biases }) => (biases === null ? null : [...biases])),
    input: [[...inputGradient.values]],
  };
}

function findingsOf(gradient: unknown) {
  const text = JSON.stringify({ ...base, gradient });
  const study = evaluate(read(text));
  assert.ok(study.kind === 'network', JSON.stringify(study.problems));
  const { claim, problems } = study;
  return {
    claim,
    problems,
    places: problems.map(({ span }) => text.slice(span.offset, span.offset + span.length)),
  };
}

describe('a gradient that the text claims', () => {
  it('agrees where it is right, number for number', () => {
    const { claim, problems } = findingsOf(rightOf(base));
    assert.deepEqual(problems, []);
    assert.deepEqual(claim, { compared: 6 + 2 + 2, wrong: 0 });
  });

  it('is named where it is wrong, at its number, with the right value beside it', () => {
    const right = rightOf(base);
    const wrong = structuredClone(right);
    wrong.weights[0][1][0] = 7.25;
    wrong.biases[0] = [right.biases[0]?.[0] ?? 0, -3.5];
    wrong.input[0][1] = 123;
    const { claim, problems, places } = findingsOf(wrong);
    assert.deepEqual(places, ['7.25', '-3.5', '123']);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['gradient-mismatch', 'gradient-mismatch', 'gradient-mismatch'],
    );
    assert.deepEqual(problems[0].data, {
      parameter: 'w₁₂⁰',
      claimed: 7.25,
      value: right.weights[0][1][0],
    });
    assert.equal('parameter' in problems[1].data && problems[1].data.parameter, 'b₂¹');
    assert.equal('parameter' in problems[2].data && problems[2].data.parameter, 'x₂');
    assert.equal(claim?.wrong, 3);
  });

  it('may be rounded to the decimals that it is written with, and no further', () => {
    const { weights } = rightOf(base);
    const rounded = weights.map((rows) => rows.map((row) => row.map((value) => Number(value.toFixed(3)))));
    assert.deepEqual(findingsOf({ weights: rounded }).problems, []);
    const [[[first]]] = weights;
    rounded[0][0][0] = Number((first + 0.002).toFixed(3));
    assert.equal(findingsOf({ weights: rounded }).problems.length, 1);
  });

  it('is not right with a bare 0 where the derivative is small', () => {
    const { problems } = findingsOf({ weights: [null, [[0, 0]]] });
    assert.equal(problems.length, 2);
  });

  it('may leave layers out', () => {
    const { weights, biases } = rightOf(base);
    const { claim, problems } = findingsOf({ weights: [null, weights[1]], biases });
    assert.deepEqual(problems, []);
    assert.equal(claim?.compared, 4);
  });

  it('does not fit where it has another number of entries, and the loss is still there', () => {
    const { problems, places } = findingsOf({ weights: [[[1, 2, 3]]], biases: [null, [1]] });
    assert.deepEqual(
      problems.map(({ code, data }) => [code, 'expected' in data && data.expected]),
      [
        ['length-mismatch', 4],
        ['length-mismatch', 0],
      ],
    );
    assert.deepEqual(places, ['[[1,2,3]]', '[1]']);
  });

  it('covers the slope that prelu learns', () => {
    const document = {
      layers: [{ weights: [[1]], activation: { name: 'prelu', weight: 0.5 } }],
      input: [-2],
      target: [0],
      gradient: { parameters: [[2]], weights: [[[1]]] },
    };
    assert.deepEqual(networkStudyOf(document).problems, []);
  });
});
