import type { Kernels } from '../kernels/kernels';
import { createMatrix, type Matrix } from '../matrix';
import { createProblem, type Problem } from '../problem';
import type { Steps } from '../steps';
import type { NetworkReading } from '../text/reading';
import { unite } from '../text/shapes';
import { forwardSteps } from './forward';
import type { Target } from './losses/loss';
import { lossOf } from './lossPass';
import type { Network } from './network';

/** Weights of a network whose other reading is computed too. */
const mostWeights = 10_000;

/**
 * Where the weights fit both ways round: the problem that says so, with the losses of both readings.
 * None where transposing changes nothing, or where the text or the person settled it.
 */
export function* orientationSteps(
  reading: NetworkReading,
  network: Network,
  input: Matrix,
  target: Target | null,
  taken: { readonly output: Matrix; readonly loss: number | null },
  kernels: Kernels,
): Steps<Problem | null> {
  const size = network.layers.reduce((sum, { weights }) => sum + weights.values.length, 0);
  if (reading.isOrientationOpen !== true || size > mostWeights) return null;
  if (reading.layers.some(({ written }) => written === 'augmented')) return null;
  const layers = network.layers.map((layer) => ({ ...layer, weights: transposed(layer.weights) }));
  if (!chains(layers, input)) return null;
  const passes = yield* forwardSteps(layers, input, kernels);
  const last = passes[passes.length - 1];
  if (last.output.columns !== taken.output.columns) return null;
  if (last.output.values.every((value, i) => value === taken.output.values[i])) return null;
  const other = target === null ? null : lossOf({ ...network, layers }, last, target);
  const span = reading.layers.map(({ weights }) => weights.span).reduce(unite);
  const losses = taken.loss === null || other === null ? {} : { losses: [taken.loss, other] as const };
  return createProblem('ambiguous-reading', span, {
    taken: 'rows-are-destinations',
    other: 'rows-are-sources',
    ...losses,
  });
}

function transposed({ rows, columns, values }: Matrix): Matrix {
  const result = createMatrix(columns, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result.values[column * rows + row] = values[row * columns + column];
    }
  }
  return result;
}

function chains(layers: Network['layers'], input: Matrix): boolean {
  let width = input.columns;
  return layers.every(({ weights, biases, activation: { activation } }) => {
    const meets = weights.columns === width && (biases === null || biases.length === weights.rows);
    width = activation.elementwise ? weights.rows : activation.outputWidth(weights.rows);
    return meets;
  });
}
