import assert from 'node:assert/strict';
import fc from 'fast-check';
import { histogramSteps } from '../../../core/linear/histogram';
import { createMatrix } from '../../../core/matrix';
import { bundleSteps } from '../../../core/network/bundles';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { detailSteps } from '../../../extension/language/details';
import { wordsOf } from '../../../extension/language/words/words';
import type { DetailQuestion } from '../../../extension/protocol/details';

const text = `{ "layers": [{ "weights": [[1, -2], [3, 4], [5, -6]], "biases": [0, 1, 2] },
  { "weights": [[1, 0, -1]] }], "input": [[1, 1], [2, -1]], "target": [[0], [0]] }`;

function answer<Name extends 'blocks' | 'incoming'>(question: DetailQuestion<Name>, of = text, offset = 0) {
  const evaluation = { study: evaluate(read(of)), offset, line: 0 };
  return finish(detailSteps(question, { evaluation, digits: 6, words: wordsOf('en') }));
}

describe('a network in blocks', () => {
  it('has the vectors of the sample that is asked for', () => {
    const vectors = answer({ topic: 'blocks', sample: 1 })?.vectors.map((vector) => vector?.values);
    assert.deepEqual(vectors, [[2, -1], [4, 3, 18], [-14]]);
  });

  it('has the weights of each layer in figures', () => {
    const [first] = answer({ topic: 'blocks', sample: 0 })?.weights ?? [];
    assert.ok(first !== null && first !== undefined);
    assert.equal(first.mean, 5 / 6);
    assert.equal(first.deviation, Math.sqrt((1 + 4 + 9 + 16 + 25 + 36) / 6 - 25 / 36));
    assert.deepEqual([first.low, first.high], [-6, 5]);
  });

  it('has no vectors and no bundles without an input', () => {
    const drawn = answer({ topic: 'blocks', sample: 0 }, 'W1 = [1 2; 3 4]\nW2 = [1 2]');
    assert.deepEqual(drawn?.vectors, [null, null, null]);
    assert.deepEqual(drawn?.bundles, []);
    assert.equal(drawn?.weights.length, 2);
  });

  it('is nothing for a sample that is not there, and for another kind of text', () => {
    assert.equal(answer({ topic: 'blocks', sample: 2 }), null);
    assert.equal(answer({ topic: 'blocks', sample: 0 }, '{"p": [0.5, 0.5]}'), null);
  });
});

describe('the bundles of a layer', () => {
  it('are its edges one by one where the layer is small', () => {
    const weights = { rows: 1, columns: 2, values: Float64Array.of(0.5, -2) };
    assert.deepEqual(finish(bundleSteps(weights, Float64Array.of(4, 3))), [
      { from: 0.25, to: 0.5, size: 2, sum: 2 },
      { from: 0.75, to: 0.5, size: 6, sum: -6 },
    ]);
  });

  it('carry together what the layer carries, but for those too thin to draw', () => {
    const sizes = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(sizes, sizes, fc.integer({ min: 0, max: 1000 }), (rows, columns, seed) => {
        const weights = createMatrix(rows, columns);
        for (let at = 0; at < weights.values.length; at++) weights.values[at] = 1.5 + Math.sin(seed + 3 * at);
        const source = Float64Array.from({ length: columns }, (_, at) => 1.5 + Math.cos(at));
        const bundles = finish(bundleSteps(weights, source));
        assert.ok(bundles.length <= 80);
        // All terms are of one size within a factor of 25, so that no bundle is under 3 % of the largest.
        const carried = bundles.reduce((total, { sum }) => total + sum, 0);
        const whole = weights.values.reduce((total, w, at) => total + w * source[at % columns], 0);
        assert.ok(Math.abs(carried - whole) <= 1e-12 * whole);
      }),
    );
  });
});

describe('a histogram', () => {
  it('counts both ends, and nothing outside', () => {
    const values = Float64Array.of(-2, -1, -0.5, 0, 0.5, 1, 2, Number.NaN);
    assert.deepEqual([...finish(histogramSteps(values, -1, 1, 4))], [1, 1, 1, 2]);
  });
});

describe('the weights into a neuron', () => {
  it('come with the numbers of the neuron and the place of the first', () => {
    const incoming = answer({ topic: 'incoming', layer: 0, neuron: 2, sample: 1 }, text, 100);
    assert.deepEqual(incoming?.weights, { length: 2, each: 1, values: [5, -6] });
    assert.deepEqual([incoming?.bias, incoming?.preActivation], [2, 18]);
    // ∂ℒ/∂s = ŷ · w with ŷ = −14 and w = −1.
    assert.equal(incoming?.preActivationGradient, 14);
    assert.equal(text.slice((incoming?.start ?? 0) - 100, (incoming?.end ?? 0) - 100), '5');
  });

  it('are nothing for a neuron that is not there', () => {
    assert.equal(answer({ topic: 'incoming', layer: 0, neuron: 3, sample: 0 }), null);
    assert.equal(answer({ topic: 'incoming', layer: 2, neuron: 0, sample: 0 }), null);
  });
});
