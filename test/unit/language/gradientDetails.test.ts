import assert from 'node:assert/strict';
import { finish } from '../../../core/steps';
import { detailSteps } from '../../../extension/language/details';
import { resultOf } from '../../../extension/language/result';
import type { GradientCheckAnswer } from '../../../extension/protocol/details/gradientCheck';
import { assertRenders, spoken } from './allowedMarkup';
import { hoverOfText, network, studyOfText, words } from './texts';

/** ŷ = −29/160, ℒ = ½(ŷ − 9/10)²: all of it by hand. */
const rational = `{ "layers": [{ "weights": [["1/2", -1], [2, "1/3"]], "biases": ["1/10", "-3/10"], "activation": "relu" },
  { "weights": [["3/2", "-3/4"]], "activation": "prelu" }],
  "input": [1, "1/5"], "target": [0.9], "gradient": { "weights": [null, [[-0.4, -0.48]]] } }`;

const atKink =
  '{ "layers": [{ "weights": [[1, -1]], "activation": "relu" }], "input": [1, 1], "target": [0.9] }';

function checkOf(text: string, first = 0): GradientCheckAnswer {
  const evaluation = { study: studyOfText(text), offset: 0, line: 0 };
  const answer = finish(detailSteps({ topic: 'gradientCheck', first }, { evaluation, digits: 6, words }));
  assert.ok(answer !== null);
  return answer;
}

function lines(text: string): string {
  const hover = hoverOfText(text) ?? '';
  assertRenders(hover);
  return spoken(hover);
}

describe('the check of a gradient, parameter by parameter', () => {
  it('gives every engine’s derivative, the fraction, and whether a claim is right', () => {
    const { parameters, rows } = checkOf(rational);
    assert.equal(parameters, 9);
    const [weight] = rows.slice(6);
    assert.deepEqual(weight.name, { of: 'weights', layer: 1, from: 0, to: 0 });
    assert.equal(weight.written, '3/2');
    assert.ok(Math.abs(Number(weight.matrix) + 173 / 1600) < 1e-15);
    assert.equal(weight.exact, '-173/1600');
    assert.deepEqual(
      rows.map(({ claimed }) => claimed?.isRight),
      [undefined, undefined, undefined, undefined, undefined, undefined, false, true, undefined],
    );
    assert.ok(rows.every(({ verdict }) => verdict === 'agree'));
    assert.deepEqual(rows[8].name, { of: 'parameters', layer: 1, to: 0 });
  });

  it('shows both sides at a kink, by both engines', () => {
    const [row] = checkOf(atKink).rows;
    assert.equal(row.matrix, 0);
    assert.deepEqual(
      row.edges?.map((side) => Number(side).toFixed(9)),
      ['0.000000000', '-0.900000000'],
    );
    assert.deepEqual(
      row.differences?.map((side) => Number(side).toFixed(9)),
      ['0.000000000', '-0.900000000'],
    );
    assert.equal(row.verdict, 'agree');
  });

  it('has no limit of differences at a jump, and decides nothing there', () => {
    const [row] = checkOf(atKink.replace('relu', 'heaviside')).rows;
    assert.deepEqual([row.edges, row.differences, row.verdict], [null, null, 'undecided']);
  });

  it('turns pages, and keeps a page within the parameters', () => {
    assert.equal(checkOf(rational, 7).rows.length, 2);
    assert.equal(checkOf(rational, 900).first, 8);
    assert.equal(checkOf(rational, Number.NaN).first, 0);
  });

  it('says in the result how many parameters each engine compared', () => {
    const result = resultOf(studyOfText(rational), words);
    assert.ok(result.kind === 'network');
    assert.deepEqual(
      result.check?.engines.map(({ engine, compared }) => [engine, compared]),
      [
        ['differences', 9],
        ['edges', 9],
        ['exact', 9],
      ],
    );
    assert.ok(Number(result.check?.largestRelativeDifference) < 1e-9);
  });
});

describe('the hover of a network of rationals', () => {
  it('has the fractions beside the decimals', () => {
    assert.match(lines(rational), /\n\nexactly ŷ = −29\/160, ℒ = 29929\/51200\n\n/);
  });

  it('says at which step they end, where some came before it', () => {
    const later = rational.replace('"prelu"', '"tanh"');
    assert.match(lines(later), /\n\nFractions end at layer 2: tanh leaves the rationals\.\n\n/);
    assert.doesNotMatch(lines(network), /ractions/);
  });

  it('names the factor of other conventions in a line', () => {
    assert.match(
      lines(rational),
      /\n\nmse_loss \((?:sum, mean|mean, sum)\) would multiply gradients by 2\n\n/,
    );
  });

  it('has the gradient of what an activation learns', () => {
    assert.match(lines(rational), /∂ℒ\/∂a 2 = 0\.783906/);
  });
});
