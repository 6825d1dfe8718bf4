import type { Matrix } from '../matrix';
import { createProblem, type Problem, type Span } from '../problem';
import { inSlices, type Steps } from '../steps';
import type { NetworkReading } from '../text/reading';
import type { BoundActivation, Kink } from './activations/activation';
import { frameworksAt } from './activations/subgradient';
import { type LayerForward, rowOf } from './forward';
import { neuronKinks } from './learnt';
import type { Target } from './losses/loss';
import { reductionDivisor } from './losses/reduction';
import { sampleTarget } from './losses/target';
import type { Network } from './network';

/** Said for so many neurons of a layer at most: a layer of dead inputs can hit its kink a thousand times. */
const mostPerLayer = 12;

/** A problem for every neuron whose pre-activation is exactly at a kink, and for outputs at a kink of the loss. */
export function* hitKinkSteps(
  reading: NetworkReading,
  network: Network,
  passes: readonly LayerForward[],
  target: Target | null,
): Steps<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const [layer, { activation: bound }] of network.layers.entries()) {
    const { preActivation } = passes[layer];
    const span = reading.layers[layer].activation?.span ?? reading.layers[layer].span;
    for (const { neuron, kink } of yield* activationHitSteps(bound, preActivation)) {
      problems.push(kinkProblem(span, bound.activation.name, kink, { layer, neuron }));
    }
  }
  if (target?.form === 'rows') {
    const { loss, parameters } = network.loss;
    const { output } = passes[passes.length - 1];
    const span = reading.loss?.span ?? reading.target?.span ?? reading.span;
    const kinksOf = (i: number) => loss.kinks(target.rows.values[i], parameters);
    for (const { neuron, kink } of yield* hitSteps(output, kinksOf)) {
      problems.push(kinkProblem(span, loss.name, kink, { neuron }));
    }
  }
  problems.push(...(yield* tieSteps(reading, network, passes[passes.length - 1].output, target)));
  return problems;
}

/** Outputs whose samples are looked through for ties, at the cost of a loss along each of them. */
const mostOutputs = 64;

/** The kinks of a loss that lie on differences of outputs, seen from each output alone. */
function* tieSteps(
  reading: NetworkReading,
  { loss: { loss, reduction, parameters, lists } }: Network,
  output: Matrix,
  target: Target | null,
): Steps<readonly Problem[]> {
  const { along } = loss;
  if (along === undefined || target === null || output.columns > mostOutputs) return [];
  const span = reading.loss?.span ?? reading.target?.span ?? reading.span;
  const divisor = reductionDivisor(reduction, output.rows, output.rows);
  const gradient = loss.gradient(output, target, reduction, parameters, lists);
  const hits = new Map<number, Kink>();
  yield* inSlices(output.rows, 10 * output.columns ** 2, (first, end) => {
    for (let sample = first; sample < end; sample++) {
      const row = rowOf(output, sample);
      const wanted = sampleTarget(target, sample);
      for (let neuron = 0; neuron < row.length; neuron++) {
        const direction = new Float64Array(row.length);
        direction[neuron] = 1;
        const right = along(row, wanted, direction, parameters, lists) / divisor;
        direction[neuron] = -1;
        const left = -along(row, wanted, direction, parameters, lists) / divisor || 0;
        if (left === right || hits.has(neuron) || hits.size >= mostPerLayer) continue;
        const chosen = gradient.values[sample * row.length + neuron];
        hits.set(neuron, { at: row[neuron], left, right, chosen, frameworks: frameworksAt('not known') });
      }
    }
  });
  return [...hits].map(([neuron, kink]) => kinkProblem(span, loss.name, kink, { neuron }));
}

interface Hit {
  readonly neuron: number;
  readonly kink: Kink;
}

function* activationHitSteps(bound: BoundActivation, preActivation: Matrix): Steps<readonly Hit[]> {
  const { activation } = bound;
  if (activation.elementwise) {
    const kinksOf = neuronKinks(bound);
    return kinksOf === null ? [] : yield* hitSteps(preActivation, (i) => kinksOf(i % preActivation.columns));
  }
  const { kinksAt } = activation;
  if (kinksAt === undefined) return [];
  const hits = new Map<number, Hit>();
  yield* inSlices(preActivation.rows, 10 * preActivation.columns, (first, end) => {
    for (let sample = first; sample < end && hits.size < mostPerLayer; sample++) {
      for (const hit of kinksAt(rowOf(preActivation, sample)).slice(0, mostPerLayer)) {
        hits.set(hit.neuron, hit);
      }
    }
  });
  return [...hits.values()].slice(0, mostPerLayer);
}

function* hitSteps(values: Matrix, kinksOf: (index: number) => readonly Kink[]): Steps<readonly Hit[]> {
  const hits = new Map<number, Hit>();
  yield* inSlices(values.values.length, 10, (first, end) => {
    for (let i = first; i < end && hits.size < mostPerLayer; i++) {
      const neuron = i % values.columns;
      const kink = kinksOf(i).find(({ at }) => at === values.values[i]);
      if (kink !== undefined) hits.set(neuron, { neuron, kink });
    }
  });
  return [...hits.values()];
}

export function kinkProblem(
  span: Span,
  owner: string,
  kink: Kink,
  place: { readonly layer?: number; readonly neuron?: number },
): Problem {
  const { at, left, right, chosen, frameworks, discontinuous } = kink;
  const interval = [Math.min(left, right), Math.max(left, right)] as const;
  const data = { owner, at, left, right, interval, chosen, frameworks, ...place };
  return createProblem('kink', span, discontinuous ? { ...data, discontinuous } : data);
}
