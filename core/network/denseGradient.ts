import type { DenseGradient, GradientHost } from '../kernels/denseGradient';
import type { Numbers } from '../kernels/gradientMemory';
import type { DenseActivation } from '../kernels/gradientPlan';
import type { Kernels } from '../kernels/kernels';
import type { Matrix } from '../matrix';
import { inSlices, type Steps } from '../steps';
import type { BoundActivation } from './activations/activation';
import { identity } from './activations/identity';
import { relu } from './activations/relu';
import { sigmoid } from './activations/sigmoid';
import { softplus } from './activations/softplus';
import { tanh } from './activations/tanh';
import { activationWork } from './forward';
import { neuronParameters } from './learnt';
import { halfSquaredError } from './losses/halfSquaredError';
import type { Target } from './losses/loss';
import { reductionDivisor } from './losses/reduction';
import { isOfLogits } from './lossPass';
import type { Network } from './network';

/**
 * The gradient of a network's loss with respect to its weights and biases, prepared in the kernels' memory with
 * input, target and parameters filled in. Null for what only the general path knows: activations that mix or learn,
 * a loss that is computed from the logits, and what the kernels are no faster at.
 */
export function createDenseGradient(
  network: Network,
  input: Matrix,
  target: Target,
  kernels: Kernels,
): DenseGradient | null {
  const { layers, loss } = network;
  if (isOfLogits(network)) return null;
  const rows = target.form === 'rows' ? target.rows : null;
  const activations: (DenseActivation | null)[] = layers.map(({ activation }) => denseActivation(activation));
  if (!activations.every((activation) => activation !== null)) return null;
  const isHalfSquared =
    loss.loss === halfSquaredError && rows !== null && Object.keys(loss.lists).length === 0;
  const shape = {
    samples: input.rows,
    layers: layers.map(({ weights, biases }, index) => ({
      fanIn: weights.columns,
      fanOut: weights.rows,
      hasBiases: biases !== null,
      activation: activations[index],
    })),
    divisor: isHalfSquared ? reductionDivisor(loss.reduction, input.rows, input.rows) : null,
  };
  const prepared = kernels.gradient(shape, hostOf(network, input.rows, target));
  if (prepared === null) return null;
  prepared.input.set(input.values);
  if (isHalfSquared) prepared.target.set(rows.values);
  const parameters = layers.flatMap(({ weights, biases }) =>
    biases === null ? [weights.values] : [weights.values, biases],
  );
  for (const [index, values] of parameters.entries()) prepared.parameters[index].set(values);
  return prepared;
}

function denseActivation({ activation, parameters, perNeuron }: BoundActivation): DenseActivation | null {
  if (!activation.elementwise || activation.learnt !== undefined) return null;
  switch (activation) {
    case identity:
      return 'identity';
    case relu:
      return 'relu';
    case sigmoid:
      return 'sigmoid';
    case tanh:
      return 'tanh';
    case softplus: {
      const isUsual = parameters.beta === 1 && parameters.threshold === Number.POSITIVE_INFINITY;
      return isUsual && perNeuron === undefined ? 'softplus' : 'foreign';
    }
    default:
      return 'foreign';
  }
}

/** What the module asks for: activations and losses that it does not know. */
function hostOf({ layers, loss }: Network, samples: number, target: Target): GradientHost {
  return {
    *activate(layer, values, slope) {
      const { activation, weights } = layers[layer];
      yield* activateSteps(activation, weights.rows, values, slope);
    },
    compare: (output, gradient) => {
      const { reduction, parameters, lists } = loss;
      // A loss takes doubles: those of float32 are copied.
      const values = output instanceof Float64Array ? output : Float64Array.from(output);
      const matrix = { rows: samples, columns: output.length / samples, values };
      gradient.set(loss.loss.gradient(matrix, target, reduction, parameters, lists).values);
      return loss.loss.value(matrix, target, reduction, parameters, lists);
    },
  };
}

function* activateSteps(
  bound: BoundActivation,
  fanOut: number,
  values: Numbers,
  slope: Numbers,
): Steps<void> {
  const { activation } = bound;
  if (!activation.elementwise) return;
  const parametersAt = neuronParameters(bound);
  yield* inSlices(values.length, 2 * activationWork, (first, end) => {
    for (let i = first; i < end; i++) {
      const s = values[i];
      const parameters = parametersAt(i % fanOut);
      values[i] = activation.value(s, parameters);
      slope[i] = activation.derivative(s, parameters);
    }
  });
}
