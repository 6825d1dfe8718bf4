import { elementwiseLoss, probabilities, weightParameter } from './elementwiseLoss';

/**
 * Of probabilities. As in PyTorch each logarithm is at least −100, so that the loss stays finite at 0
 * and 1; its derivative there is not that of the clamped loss, but (ŷ − y)/max(ŷ(1 − ŷ), 1e−12).
 */
export const binaryCrossEntropy = elementwiseLoss({
  name: 'binary_cross_entropy',
  aliases: ['bce', 'bce_loss'],
  parameters: [weightParameter('weight', 'entries')],
  targetDomain: probabilities,
  outputDomain: () => probabilities,
  latex: '-y \\ln \\hat{y} - (1 - y) \\ln(1 - \\hat{y})',
  plain: '−y ln ŷ − (1 − y) ln(1 − ŷ)',
  source: 'torch.nn.functional.binary_cross_entropy',
  term: (output, target, { weight }) =>
    weight * (weighted(target, Math.log(output)) + weighted(1 - target, Math.log1p(-output))),
  slope: (output, target, { weight }) =>
    (weight * (output - target)) / Math.max(output * (1 - output), smallestVariance),
});

const smallestVariance = 1e-12;

function weighted(weight: number, logarithm: number): number {
  return weight === 0 ? 0 : -weight * Math.max(logarithm, -100);
}
