import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { objectiveOf } from '../../../core/network/training/objective';
import { beginTrainingSteps, trainSteps } from '../../../core/network/training/train';
import { finish } from '../../../core/steps';
import { networkStudyOf } from '../support/reading';

interface OptimizerCase {
  readonly document: { readonly optimizer: object; readonly loss: string };
  readonly losses: readonly number[];
  readonly after: Readonly<Record<string, readonly (readonly number[])[]>>;
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../oracle/optimizers.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly OptimizerCase[] };

/** Relative to the larger of the value and 1: the order of sums differs, and 100 steps carry it on. */
const tolerance = 1e-12;

describe('optimizers of PyTorch over 100 steps', () => {
  for (const { document, losses, after } of cases) {
    it(`${JSON.stringify(document.optimizer)} on ${document.loss}: every loss and parameter agrees`, () => {
      const study = networkStudyOf(document);
      const objective = objectiveOf(study, typescriptKernels);
      const { optimizer, learningRate } = study.network;
      assert.ok(objective !== null && optimizer !== null, JSON.stringify(study.problems));
      const first = finish(beginTrainingSteps(objective, optimizer));
      const one = finish(trainSteps(objective, optimizer, learningRate, first, 1));
      const all = finish(trainSteps(objective, optimizer, learningRate, one, 99));
      same('loss', all.losses, losses);
      for (const [steps, run] of [
        ['1', one],
        ['100', all],
      ] as const) {
        after[steps].forEach((wanted, i) => {
          same(`tensor ${i} after ${steps}`, run.tensors[i], wanted);
        });
      }
    });
  }
});

describe('RMSprop that swings across a minimum', () => {
  it('stays as near to exact arithmetic as PyTorch does, where every last digit grows with the swings', () => {
    const { document, parameters, distanceOfTorch } = JSON.parse(
      readFileSync(new URL('../../oracle/rmspropExact.json', import.meta.url), 'utf8'),
    ) as { document: object; parameters: readonly number[]; distanceOfTorch: number };
    const study = networkStudyOf(document);
    const objective = objectiveOf(study, typescriptKernels);
    const { optimizer, learningRate } = study.network;
    assert.ok(objective !== null && optimizer !== null);
    const first = finish(beginTrainingSteps(objective, optimizer));
    const { tensors } = finish(trainSteps(objective, optimizer, learningRate, first, 100));
    const values = tensors.flatMap((tensor) => [...tensor]);
    const distance = Math.max(...parameters.map((exact, i) => Math.abs(values[i] - exact)));
    assert.ok(distance <= 10 * distanceOfTorch, `${distance}, PyTorch ${distanceOfTorch}`);
    assert.ok(distance > tolerance, 'the swings no longer show');
  });
});

function same(what: string, values: ArrayLike<number>, wanted: readonly number[]): void {
  assert.equal(values.length, wanted.length, `${what}: ${values.length} numbers`);
  wanted.forEach((number, i) => {
    const difference = Math.abs(values[i] - number);
    assert.ok(
      difference <= tolerance * Math.max(1, Math.abs(number)),
      `${what}[${i}] is ${values[i]}, not ${number}`,
    );
  });
}
