import type { Matrix } from '../matrix';
import { logisticSlope } from '../numeric/logistic';
import { sigmoid } from './activations/sigmoid';
import type { LayerForward } from './forward';
import { binaryCrossEntropy } from './losses/binaryCrossEntropy';
import { binaryCrossEntropyWithLogits } from './losses/binaryCrossEntropyWithLogits';
import type { Target } from './losses/loss';
import { mapEntries } from './losses/reduction';
import type { Network } from './network';

export interface LossGradient {
  /** ∂L/∂o of the last layer, samples × width. */
  readonly output: Matrix;
  /** ∂L/∂s of the last layer, where it is known better than by way of the output; else null. */
  readonly preActivation: Matrix | null;
}

/** The loss of what the last layer computed. */
export function lossOf(network: Network, { preActivation, output }: LayerForward, target: Target): number {
  const { loss, reduction, parameters, lists } = network.loss;
  return isOfLogits(network)
    ? binaryCrossEntropyWithLogits.value(preActivation, target, reduction, ofLogits(network), lists)
    : loss.value(output, target, reduction, parameters, lists);
}

/** The loss's gradient with respect to what the last layer computed. */
export function lossGradientOf(network: Network, last: LayerForward, target: Target): LossGradient {
  const { loss, reduction, parameters, lists } = network.loss;
  const ofOutput = loss.gradient(last.output, target, reduction, parameters, lists);
  if (!isOfLogits(network)) return { output: ofOutput, preActivation: null };
  const { preActivation: s } = last;
  const delta = binaryCrossEntropyWithLogits.gradient(s, target, reduction, ofLogits(network), lists);
  const output = mapEntries(s, delta, (logit, slope, i) => {
    const factor = logisticSlope(logit);
    return factor === 0 ? ofOutput.values[i] : slope / factor;
  });
  return { output, preActivation: delta };
}

/**
 * Binary cross-entropy of a sigmoid is computed from the logits: 1 − σ(40) has no digits left among
 * the doubles, and σ(−40) has all of them. So PyTorch's clamp of the logarithm at −100 is not needed,
 * and the gradient is that of the loss also where PyTorch's is not.
 */
export function isOfLogits({ layers, loss }: Network): boolean {
  return loss.loss === binaryCrossEntropy && layers.at(-1)?.activation.activation === sigmoid;
}

function ofLogits({ loss }: Network) {
  return { ...loss.parameters, pos_weight: 1 };
}
