import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { objectiveOf } from '../../../core/network/training/objective';
import { tensorPlaces } from '../../../core/network/training/tensors';
import { beginTrainingSteps, type TrainingRun, trainSteps } from '../../../core/network/training/train';
import { createProblem } from '../../../core/problem';
import type { Steps } from '../../../core/steps';
import type { TrainingAnswer, TrainingQuestion } from '../../protocol/details/training';
import { toWire } from '../../protocol/wire';
import { sentence } from '../problemWords';
import { wireNumbers } from '../wireArrays';
import type { Words } from '../words/words';
import type { DetailContext } from './context';

/** Steps that are taken at most. */
export const mostSteps = 100_000;
/** Points of the curve. */
const mostPoints = 400;
/** Weights and biases that are sent. */
const mostLearned = 5_000;

/** The longest run of each study that is still known, so that more steps go on where it ended. */
const runs = new WeakMap<NetworkStudy, TrainingRun>();

export function* trainingSteps(
  { steps }: TrainingQuestion,
  { evaluation: { study }, kernels = typescriptKernels, words }: DetailContext,
): Steps<TrainingAnswer | null> {
  if (study.kind !== 'network') return null;
  const { optimizer, learningRate } = study.network;
  const objective = objectiveOf(study, kernels);
  if (objective === null || optimizer === null) return null;
  const wanted = Math.min(mostSteps, Math.max(0, Math.floor(steps)));
  const known = runs.get(study);
  const start =
    known !== undefined && known.state.step <= wanted
      ? known
      : yield* beginTrainingSteps(objective, optimizer);
  const run = yield* trainSteps(objective, optimizer, learningRate, start, wanted - start.state.step);
  runs.set(study, run);
  return {
    optimizer: optimizer.optimizer.name,
    learningRate,
    steps: run.state.step,
    ...curveOf(run),
    end: run.end?.reason ?? null,
    problem: problemOf(study, run, words),
    learned: learnedOf(study, run),
  };
}

function curveOf({ losses }: TrainingRun): Pick<TrainingAnswer, 'curve' | 'lowest'> {
  const last = losses.length - 1;
  const count = Math.min(last, mostPoints);
  const places = Array.from({ length: count + 1 }, (_, i) =>
    count === 0 ? 0 : Math.round((i * last) / count),
  );
  const point = (step: number) => ({ step, loss: toWire(losses[step]) });
  const lowest = losses.reduce((best, loss, step) => (loss < losses[best] ? step : best), 0);
  return { curve: places.map(point), lowest: point(lowest) };
}

function problemOf(study: NetworkStudy, { end }: TrainingRun, words: Words): TrainingAnswer['problem'] {
  if (end === null || end.reason === 'stationary') return null;
  const { reading, network } = study;
  const data = { step: end.step, rate: network.learningRate, reason: end.reason };
  const problem = createProblem('diverged', reading.learningRate?.span ?? reading.span, data);
  return { code: problem.code, severity: problem.severity, message: sentence(problem, words) };
}

function learnedOf({ network }: NetworkStudy, { tensors }: TrainingRun): TrainingAnswer['learned'] {
  if (tensors.reduce((sum, { length }) => sum + length, 0) > mostLearned) return null;
  const places = tensorPlaces(network);
  const find = (layer: number, of: 'weights' | 'biases') => {
    const index = places.findIndex((place) => place.layer === layer && place.of === of);
    return index < 0 ? null : tensors[index];
  };
  return {
    weights: network.layers.map(({ weights: { rows, columns } }, layer) =>
      Array.from({ length: rows }, (_, row) =>
        wireNumbers(
          (find(layer, 'weights') ?? new Float64Array()).subarray(row * columns, (row + 1) * columns),
        ),
      ),
    ),
    biases: network.layers.map((_, layer) => {
      const biases = find(layer, 'biases');
      return biases === null ? null : wireNumbers(biases);
    }),
  };
}
