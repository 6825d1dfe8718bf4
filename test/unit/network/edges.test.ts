import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { networkStudyOf } from '../support/reading';

interface Edges {
  readonly rows: readonly {
    readonly row: readonly number[];
    readonly softmax: readonly number[];
    readonly logSoftmax: readonly number[];
    /** Of each label. */
    readonly crossEntropy: readonly number[];
    readonly gradients: readonly (readonly number[])[];
  }[];
  readonly logits: readonly {
    readonly logit: number;
    readonly target: number;
    readonly loss: number;
    readonly derivative: number;
  }[];
  readonly chain: { readonly output: number; readonly weights: readonly number[]; readonly input: number };
}

const edges = JSON.parse(readFileSync(join(process.cwd(), 'test/oracle/edges.json'), 'utf8')) as Edges;

/** In units of the last place, of the smallest double where the number is below the normal ones. */
function ulps(a: number, b: number): number {
  if (a === b) return 0;
  const exponent = Math.floor(Math.log2(Math.max(Math.abs(a), Math.abs(b))));
  return Math.abs(a - b) / Math.max(2 ** (exponent - 52), Number.MIN_VALUE);
}

function assertNear(values: ArrayLike<number>, wanted: readonly number[], most: number, what: string): void {
  wanted.forEach((value, i) => {
    const distance = ulps(values[i], value);
    assert.ok(distance <= most, `${what} ${i}: ${values[i]} is ${distance} ulps from ${value}`);
  });
}

/** A layer whose pre-activations are exactly the numbers given. */
function at(row: readonly number[], activation: string, rest: object = {}) {
  return networkStudyOf({
    layers: [{ weights: row.map(() => [0]), biases: row, activation }],
    input: [1],
    ...rest,
  });
}

describe('numbers at the edges of the doubles', () => {
  // A power is right to 1 ulp; a sum of three, a quotient and a difference of logits add three.
  it('softmax, log-sum-exp and cross-entropy keep their digits from −745 to 745', () => {
    for (const { row, softmax, logSoftmax, crossEntropy, gradients } of edges.rows) {
      assertNear(at(row, 'softmax').layers[0].output.values, softmax, 4, `softmax of ${row}`);
      assertNear(at(row, 'log_softmax').layers[0].output.values, logSoftmax, 4, `log_softmax of ${row}`);
      row.forEach((_, target) => {
        const study = at(row, 'identity', { target, loss: 'cross_entropy' });
        assertNear([study.loss ?? Number.NaN], [crossEntropy[target]], 4, `cross_entropy of ${row} to`);
        const slopes = study.gradients?.[0].biases ?? [];
        assertNear(slopes, gradients[target], 4, `its gradient to ${target} at ${row}`);
      });
    }
  });

  it('binary cross-entropy keeps its digits, of logits and of a sigmoid', () => {
    for (const { logit, target, loss, derivative } of edges.logits) {
      for (const [name, activation] of [
        ['binary_cross_entropy_with_logits', 'identity'],
        ['binary_cross_entropy', 'sigmoid'],
      ] as const) {
        const study = at([logit], activation, { target: [target], loss: name });
        assertNear([study.loss ?? Number.NaN], [loss], 8, `${name} at ${logit} to ${target}:`);
        // σ(x) − ¼ at x = 1 ends in the digits that are left of ¾ and ¼.
        assertNear(
          study.gradients?.[0].biases ?? [],
          [derivative],
          8,
          `its derivative at ${logit} to ${target}:`,
        );
      }
    }
  });

  it('a chain of 200 sigmoids has every derivative right, down to 1e−130', () => {
    const layers = Array.from({ length: 200 }, () => ({ weights: [[1]], activation: 'sigmoid' }));
    const { gradients, inputGradient, layers: traces } = networkStudyOf({ layers, input: [1], target: [0] });
    assertNear(traces[199].output.values, [edges.chain.output], 4, 'output');
    const derivatives = gradients?.map(({ weights }) => weights.values[0]) ?? [];
    // Each of up to 400 factors is right to 1.5 ulps.
    assertNear(derivatives, edges.chain.weights, 600, 'derivative of weight');
    assertNear(inputGradient?.values ?? [], [edges.chain.input], 600, 'derivative of input');
    assert.ok(Math.abs(edges.chain.input) < 1e-129);
  });
});
