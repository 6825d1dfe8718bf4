import type { Steps } from '../steps';
import * as layout from './gradientLayout';
import { type Numbers, viewOf, writePlan } from './gradientMemory';
import { type DenseShape, type GradientPlan, type HostTask, planGradient, roomBytes } from './gradientPlan';
import { type ChunkRun, openChunks, progressOf, runOpenChunks, type SharedModule } from './gradientRun';
import type { KernelThreads } from './kernelThreads';

/** What the module is helped with, between two of its calls. */
export interface GradientHost {
  /** s of a foreign activation becomes o, with φ′(s) written beside it; both samples × fan-out. */
  activate(layer: number, values: Numbers, slope: Numbers): Steps<void>;
  /** The loss of the output, with ∂L/∂o written; both samples × outputs. */
  compare(output: Numbers, gradient: Numbers): number;
}

/**
 * The gradient of a network with its arrays in the module's own memory: fill in what is given, take the steps, read
 * what is found. The arrays are views of that memory and are written over by the next steps.
 */
export interface DenseGradient {
  /** Weights (destination × source) and biases, layer by layer; biases left out where a layer has none. */
  readonly parameters: readonly Numbers[];
  readonly gradient: readonly Numbers[];
  readonly input: Numbers;
  readonly target: Numbers;
  /** The loss at the parameters, with its gradient written. */
  steps(): Steps<number>;
  /** Of the steps that are being taken: how much is done, from 0 to 1. */
  progress(): number;
  /** The same without a pause, in one call; null where it may take longer than a slice, or threads help. */
  readonly atOnce: (() => number) | null;
}

/** Between two pauses: about 3 ms, and 10 on a slow machine. */
const sliceWork = 30_000_000;
/** From here on another thread is worth its waking: about 1 ms on one. */
const workForThreads = 10_000_000;
const pageBytes = 65_536;

/** Null where the module is no good for it, or there is no memory for it. */
export function createDenseGradient(
  module: SharedModule,
  shape: DenseShape,
  host: GradientHost,
  threads: KernelThreads | null,
): DenseGradient | null {
  const plan = planGradient(shape, module.tileRows, module.dtype);
  if (plan === null) return null;
  const work = plan.chunks.reduce((sum, chunk) => sum + chunk.work, 0);
  const helpers = threads !== null && work >= workForThreads ? threads : null;
  const rooms = 1 + (helpers?.count ?? 0);
  const instance = module.instantiate(Math.ceil((plan.bytes + rooms * roomBytes) / pageBytes));
  if (instance === null) return null;
  const { memory, run } = instance;
  const { buffer } = memory;
  instance.workIn(plan.bytes);
  writePlan(buffer, plan);
  const loss = new Float64Array(buffer, layout.lossAt, 1);
  const count = plan.chunks.length;
  const ends = plan.tasks.map(({ at }) => at);
  const tasks = plan.tasks.map((task) => createTask(buffer, plan, task, host, loss));
  const chunkRun: ChunkRun = { plan, instance, words: new Int32Array(buffer), helpers, sliceWork };

  function* steps(): Steps<number> {
    openChunks(chunkRun);
    for (const [index, task] of tasks.entries()) {
      yield* runOpenChunks(chunkRun, ends[index]);
      const rest = task();
      if (rest !== null) yield* rest;
    }
    yield* runOpenChunks(chunkRun, count);
    return lossOf(module, loss[0]);
  }

  const atOnce = () => {
    run(0, count);
    return lossOf(module, loss[0]);
  };

  return {
    parameters: plan.layers.flatMap(({ weights, biases }) => views(buffer, plan, weights, biases)),
    gradient: plan.layers.flatMap((layer) => views(buffer, plan, layer.weightGradient, layer.biasGradient)),
    input: viewOf(buffer, plan.dtype, plan.input),
    target: viewOf(buffer, plan.dtype, plan.target),
    steps,
    progress: () => progressOf(chunkRun),
    atOnce: work <= sliceWork && tasks.length === 0 && helpers === null ? atOnce : null,
  };
}

/** The module sums in doubles. */
function lossOf({ dtype }: SharedModule, loss: number): number {
  return dtype === 'float32' ? Math.fround(loss) : loss;
}

function views(
  buffer: ArrayBufferLike,
  { dtype }: GradientPlan,
  weights: GradientPlan['input'],
  biases: GradientPlan['input'] | null,
) {
  return biases === null
    ? [viewOf(buffer, dtype, weights)]
    : [viewOf(buffer, dtype, weights), viewOf(buffer, dtype, biases)];
}

function createTask(
  buffer: ArrayBufferLike,
  plan: GradientPlan,
  { kind, layer }: HostTask,
  host: GradientHost,
  loss: Float64Array,
): () => Steps<void> | null {
  const { output, slope, delta } = plan.layers[layer];
  const values = viewOf(buffer, plan.dtype, output);
  if (kind === 'compare') {
    const gradient = viewOf(buffer, plan.dtype, delta);
    return () => {
      loss[0] = host.compare(values, gradient);
      return null;
    };
  }
  const slopes = slope === null ? new Float64Array(0) : viewOf(buffer, plan.dtype, slope);
  return () => host.activate(layer, values, slopes);
}
