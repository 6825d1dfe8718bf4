import { createMatrix } from '../matrix';
import type {
  Activation,
  BoundActivation,
  ElementwiseActivation,
  Kink,
  Parameters,
} from './activations/activation';
import type { BoundLoss, Loss } from './losses/loss';
import { reductionDivisor } from './losses/reduction';
import { rowsOf } from './losses/target';

/** What the derivative is where there is none: the element of least magnitude, or what PyTorch returns. */
export type KinkRule = 'least-magnitude' | 'pytorch';

/** The activation with PyTorch's derivatives at its kinks, where they are known. */
export function activationUnder(rule: KinkRule, bound: BoundActivation): BoundActivation {
  const { activation } = bound;
  if (rule === 'least-magnitude' || !hasKinks(activation, bound)) return bound;
  return { ...bound, activation: asInPyTorch(activation) };
}

function hasKinks(activation: Activation, bound: BoundActivation): activation is ElementwiseActivation {
  const all = bound.perNeuron ?? [bound.parameters];
  return activation.elementwise && all.some((parameters) => activation.kinks(parameters).length > 0);
}

function asInPyTorch(activation: ElementwiseActivation): ElementwiseActivation {
  const known = new Map<Parameters, readonly Kink[]>();
  const kinks = (parameters: Parameters) => {
    const found = known.get(parameters) ?? activation.kinks(parameters).map(chosenByPyTorch);
    known.set(parameters, found);
    return found;
  };
  return {
    ...activation,
    kinks,
    derivative: (x, parameters) =>
      kinks(parameters).find(({ at }) => at === x)?.chosen ?? activation.derivative(x, parameters),
  };
}

function chosenByPyTorch(kink: Kink): Kink {
  const { pytorch } = kink.frameworks;
  return typeof pytorch === 'number' ? { ...kink, chosen: pytorch } : kink;
}

/** The loss with PyTorch's derivatives at its kinks, where they are known. */
export function lossUnder(rule: KinkRule, bound: BoundLoss): BoundLoss {
  const { loss } = bound;
  if (rule === 'least-magnitude' || !loss.elementwise) return bound;
  const kinks: Loss['kinks'] = (target, parameters) => loss.kinks(target, parameters).map(chosenByPyTorch);
  const gradient: Loss['gradient'] = (output, target, reduction, parameters, lists) => {
    const result = loss.gradient(output, target, reduction, parameters, lists);
    const divisor = reductionDivisor(reduction, output.values.length, output.rows);
    const wanted = rowsOf(target).values;
    const values = result.values.map((slope, i) => {
      const kink = kinks(wanted[i], parameters).find(({ at }) => at === output.values[i]);
      return kink === undefined ? slope : kink.chosen / divisor;
    });
    return createMatrix(result.rows, result.columns, values);
  };
  const isSmooth = [-1, 0, 1].every((target) => loss.kinks(target, bound.parameters).length === 0);
  return isSmooth ? bound : { ...bound, loss: { ...loss, kinks, gradient } };
}
