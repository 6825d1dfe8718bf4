import type { Steps } from '../../../core/steps';
import type { IncomingAnswer, IncomingQuestion } from '../../protocol/details/incoming';
import { toWire } from '../../protocol/wire';
import type { DetailContext } from './context';
import { rowOf } from './sampleRow';
import { vectorCells } from './vectorCells';

/** One neuron: its weights as a vector, its numbers, its place in the text. */
// biome-ignore lint/correctness/useYield: a row of a matrix is at hand at once.
export function* incomingSteps(
  { layer, neuron, sample }: IncomingQuestion,
  { evaluation: { study, offset } }: DetailContext,
): Steps<IncomingAnswer | null> {
  if (study.kind !== 'network' || sample >= Math.max(1, study.samples)) return null;
  const shown = study.network.layers[layer];
  if (shown === undefined || neuron >= shown.weights.rows) return null;
  const { columns, values } = shown.weights;
  const trace = study.layers[layer];
  const delta = trace?.preActivationGradient ?? null;
  const { places } = study.reading.layers[layer].weights;
  return {
    weights: vectorCells(rowOf(values, columns, neuron)),
    bias: shown.biases === null ? null : toWire(shown.biases[neuron]),
    preActivation:
      trace === undefined ? null : toWire(trace.preActivation.values[sample * shown.weights.rows + neuron]),
    preActivationGradient: delta === null ? null : toWire(delta.values[sample * shown.weights.rows + neuron]),
    start: offset + places.startOf(neuron * columns),
    end: offset + places.endOf(neuron * columns),
  };
}
