import { sigmoidOf, softplusOf } from '../../numeric/logistic';
import { elementwiseLoss, probabilities, weightParameter } from './elementwiseLoss';

/** In terms that are never negative, so that nothing cancels for sure and right logits. */
export const binaryCrossEntropyWithLogits = elementwiseLoss({
  name: 'binary_cross_entropy_with_logits',
  aliases: ['bce_with_logits', 'bce_with_logits_loss', 'sigmoid_cross_entropy'],
  parameters: [weightParameter('weight', 'entries'), weightParameter('pos_weight', 'outputs')],
  targetDomain: probabilities,
  latex: '-y \\ln \\sigma(\\hat{y}) - (1 - y) \\ln \\sigma(-\\hat{y})',
  plain: '−y ln σ(ŷ) − (1 − y) ln σ(−ŷ)',
  source: 'torch.nn.functional.binary_cross_entropy_with_logits',
  term: (output, target, { weight, pos_weight: positive }) =>
    weight * (positive * target * softplusOf(-output) + (1 - target) * softplusOf(output)),
  slope: (output, target, { weight, pos_weight: positive }) =>
    weight * ((1 - target) * sigmoidOf(output) - positive * target * sigmoidOf(-output)),
});
