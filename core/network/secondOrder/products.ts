import { createMatrix, type Matrix } from '../../matrix';
import { createProblem, type Problem } from '../../problem';
import type { Steps } from '../../steps';
import type { GradientClaim, NetworkReading, NumberArray } from '../../text/reading';
import type { BackwardPass } from '../backward';
import { learntOf } from '../learnt';
import type { Network } from '../network';
import type { Tensors } from '../training/tensors';
import { tensorPlaces, tensorsOf } from '../training/tensors';
import { type Computed, vectorJacobianSteps } from './jacobian';
import { pushforwardSteps } from './pushforward';

/** J v and Jᵀ u of the outputs, for the v and the u that the text gives. */
export interface Products {
  /** dŷ, samples × outputs: how the outputs move as parameters and input move along v. */
  readonly jvp: Matrix | null;
  /** Σ u ŷ by every parameter and by the input. */
  readonly vjp: BackwardPass | null;
}

/** Both, of a network of any size; null where the text gives no such vector or one that does not fit. */
export function* productsSteps(reading: NetworkReading, computed: Computed): Steps<Products> {
  const { network, input, layers } = computed;
  const { output } = layers[layers.length - 1];
  const { direction, covector } = reading;
  const misfits = productProblems(reading, network, input, output);
  const fits = (part: GradientClaim | NumberArray) =>
    misfits.every(
      ({ span }) => span.offset < part.span.offset || span.offset >= part.span.offset + part.span.length,
    );
  let jvp: Matrix | null = null;
  if (direction !== undefined && fits(direction)) {
    const along = direction.input === null ? null : { ...input, values: direction.input.values };
    const movements = yield* pushforwardSteps(computed, layers, tensorsAlong(network, direction), along);
    jvp = movements[movements.length - 1].output;
  }
  const vjp =
    covector === undefined || !fits(covector)
      ? null
      : yield* vectorJacobianSteps(computed, createMatrix(output.rows, output.columns, covector.values));
  return { jvp, vjp };
}

/** Where a direction or a covector of the text is not of the shape of what it moves. */
export function productProblems(
  { direction, covector }: NetworkReading,
  network: Network,
  input: Matrix,
  output: Matrix,
): readonly Problem[] {
  const problems: Problem[] = [];
  const check = (array: NumberArray | null, what: 'direction' | 'covector', expected: number) => {
    if (array === null || array.values.length === expected) return;
    const { length } = array.values;
    problems.push(createProblem('length-mismatch', array.span, { what, length, expected }));
  };
  if (direction !== undefined) {
    const sizeOf = (of: 'weights' | 'biases' | 'parameters', layer: number) => {
      const own = network.layers[layer];
      if (own === undefined) return 0;
      if (of === 'weights') return own.weights.values.length;
      return (of === 'biases' ? own.biases : learntOf(own.activation))?.length ?? 0;
    };
    for (const of of ['weights', 'biases', 'parameters'] as const) {
      direction[of].forEach((array, layer) => {
        check(array, 'direction', sizeOf(of, layer));
      });
    }
    check(direction.input, 'direction', input.values.length);
  }
  if (covector !== undefined) check(covector, 'covector', output.values.length);
  return problems;
}

/** What the text leaves out stays where it is. */
function tensorsAlong(network: Network, direction: GradientClaim): Tensors {
  const places = tensorPlaces(network);
  return tensorsOf(network).map((tensor, index) => {
    const { layer, of } = places[index];
    return direction[of][layer]?.values ?? new Float64Array(tensor.length);
  });
}
