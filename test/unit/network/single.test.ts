import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';

interface Case {
  readonly seed: number;
  readonly widths: readonly number[];
  readonly samples: number;
  readonly activations: readonly string[];
  readonly loss: string;
  readonly arrays: readonly (readonly number[])[];
}

const oracle = JSON.parse(readFileSync(new URL('../../oracle/single.json', import.meta.url), 'utf8')) as {
  readonly kept: number;
  readonly whole: number;
  readonly cases: readonly Case[];
};

/** How far float32 of one library may be from that of another: in 2⁻²⁴ of the largest number of an array. */
const mostUlps = 32;

/** As single.py makes them. */
function made(seed: number, count: number, scale: number): readonly number[] {
  let state = seed + 1;
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647;
    return ((state % (2 * scale + 1)) - scale) / 1000;
  });
}

function inRows(values: readonly number[], columns: number): readonly (readonly number[])[] {
  return Array.from({ length: values.length / columns }, (_, row) =>
    values.slice(row * columns, (row + 1) * columns),
  );
}

function documentOf({ seed, widths, samples, activations, loss }: Case, dtype: string): string {
  const layers = activations.map((activation, at) => {
    const [fanIn, fanOut] = [widths[at], widths[at + 1]];
    const scale = Math.max(5, Math.floor(1700 / Math.sqrt(fanIn) + 0.5));
    return {
      weights: inRows(made(seed * 97 + 2 * at, fanIn * fanOut, scale), fanIn),
      biases: made(seed * 97 + 2 * at + 1, fanOut, 300),
      activation,
    };
  });
  const outputs = widths[widths.length - 1];
  const isOfClasses = ['cross_entropy', 'nll_loss'].includes(loss);
  const wanted = made(seed * 97 + 51, samples * (isOfClasses ? 1 : outputs), 1000);
  const isOfProbabilities = loss.startsWith('binary');
  const target = isOfClasses
    ? wanted.map((value) => Math.round(Math.abs(value) * 1000) % outputs)
    : inRows(isOfProbabilities ? wanted.map(Math.abs) : wanted, outputs);
  const input = inRows(made(seed * 97 + 50, samples * widths[0], 1500), widths[0]);
  return JSON.stringify({ layers, input, target, loss, dtype });
}

function studyOf(text: string): NetworkStudy {
  const study = evaluate(read(text));
  assert.equal(study.kind, 'network', JSON.stringify(study.problems[0]));
  return study as NetworkStudy;
}

function arraysOf({ layers, loss, gradients, inputGradient }: NetworkStudy): readonly Float64Array[] {
  const output = layers.at(-1)?.output.values;
  assert.ok(output !== undefined && loss !== null && gradients !== null && inputGradient !== null);
  return [
    output,
    Float64Array.of(loss),
    ...gradients.flatMap(({ weights, biases }) => [weights.values, ...(biases === null ? [] : [biases])]),
    inputGradient.values,
  ];
}

function keptOf(values: Float64Array): readonly number[] {
  const { whole, kept } = oracle;
  if (values.length <= whole) return [...values];
  return Array.from({ length: kept }, (_, i) => values[Math.floor((i * values.length) / kept)]);
}

describe('a network in float32', () => {
  for (const one of oracle.cases) {
    const { widths, samples, activations, loss } = one;
    it(`is PyTorch’s within ${mostUlps} ulps: ${widths.join('-')} × ${samples}, ${activations.join(', ')}, ${loss}`, () => {
      const study = studyOf(documentOf(one, 'float32'));
      let farthest = 0;
      for (const [index, values] of arraysOf(study).entries()) {
        assert.ok(values.every((value) => Math.fround(value) === value));
        const ours = keptOf(values);
        const theirs = one.arrays[index];
        assert.equal(ours.length, theirs.length);
        const largest = Math.max(...values.map(Math.abs)) || 1;
        for (const [i, value] of ours.entries())
          farthest = Math.max(farthest, (Math.abs(value - theirs[i]) / largest) * 2 ** 24);
      }
      assert.notEqual(study.check?.verdict ?? 'agree', 'disagree');
      assert.ok((study.single?.partOfBound ?? 2) <= 1, 'what rounding may do');
      assert.ok(farthest <= mostUlps, `${farthest} ulps`);
    });
  }
});
