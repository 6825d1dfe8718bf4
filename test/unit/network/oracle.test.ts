import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Matrix } from '../../../core/matrix';
import { agrees, type Expected, type Tolerance } from '../support/agreement';
import { networkStudyOf } from '../support/reading';

interface NetworkCase {
  readonly name: string;
  readonly document: object;
  readonly expected: {
    readonly output: readonly (readonly Expected[])[];
    readonly loss: Expected;
    readonly gradients: {
      readonly weights: readonly (readonly (readonly Expected[])[])[];
      readonly biases: readonly (readonly Expected[] | null)[];
      readonly input: readonly (readonly Expected[])[];
      /** Of learnt slopes; left out where no layer has one. */
      readonly parameters?: readonly (readonly Expected[] | null)[];
    };
  };
  readonly tolerance: Tolerance;
}

const cases = ['networks', 'variants'].flatMap(
  (file) =>
    JSON.parse(
      readFileSync(new URL(`../../oracle/${file}.json`, import.meta.url), 'utf8'),
    ) as readonly NetworkCase[],
);

describe('networks of independent tools', () => {
  for (const { name, document, expected, tolerance } of cases) {
    it(`${name}: output, loss and every gradient agree`, () => {
      const { layers, loss, gradients, inputGradient } = networkStudyOf(document);
      const same = (what: string, values: ArrayLike<number>, wanted: readonly Expected[]) => {
        assert.equal(values.length, wanted.length, `${what} has ${values.length} numbers`);
        wanted.forEach((number, i) => {
          assert.ok(agrees(values[i], number, tolerance), `${what}[${i}] is ${values[i]}, not ${number}`);
        });
      };
      const sameMatrix = (
        what: string,
        matrix: Matrix | null | undefined,
        rows: readonly (readonly Expected[])[],
      ) => same(what, matrix?.values ?? [], rows.flat());
      sameMatrix('output', layers.at(-1)?.output, expected.output);
      same('loss', [loss ?? Number.NaN], [expected.loss]);
      sameMatrix('input gradient', inputGradient, expected.gradients.input);
      expected.gradients.weights.forEach((rows, layer) => {
        sameMatrix(`weights of layer ${layer}`, gradients?.[layer].weights, rows);
      });
      expected.gradients.biases.forEach((values, layer) => {
        const biases = gradients?.[layer].biases ?? null;
        if (values === null) assert.equal(biases, null);
        else same(`biases of layer ${layer}`, biases ?? [], values);
      });
      expected.gradients.parameters?.forEach((values, layer) => {
        const learnt = gradients?.[layer].parameters;
        if (values === null) assert.equal(learnt, undefined);
        else same(`learnt slopes of layer ${layer}`, learnt ?? [], values);
      });
    });
  }
});
