import { binaryCrossEntropyWithLogits } from './binaryCrossEntropyWithLogits';
import { weightParameter } from './elementwiseLoss';
import type { Loss } from './loss';
import { mapEntries } from './reduction';

/** binary_cross_entropy_with_logits with the mean over the labels of each sample, whatever the reduction. */
export const multilabelSoftMarginLoss: Loss = {
  ...binaryCrossEntropyWithLogits,
  name: 'multilabel_soft_margin_loss',
  aliases: ['multilabel_soft_margin', 'multi_label_soft_margin_loss'],
  parameters: [weightParameter('weight', 'outputs')],
  isMeanOfOutputs: true,
  latex: '-\\tfrac{1}{C} \\sum_j y_j \\ln \\sigma(\\hat{y}_j) + (1 - y_j) \\ln \\sigma(-\\hat{y}_j)',
  plain: '−(1/C) Σⱼ yⱼ ln σ(ŷⱼ) + (1 − yⱼ) ln σ(−ŷⱼ)',
  source: 'torch.nn.functional.multilabel_soft_margin_loss',
  value: (output, target, reduction, parameters, lists) =>
    binaryCrossEntropyWithLogits.value(output, target, reduction, { ...parameters, pos_weight: 1 }, lists) /
    (reduction === 'mean' ? 1 : output.columns),
  gradient: (output, target, reduction, parameters, lists) => {
    const gradient = binaryCrossEntropyWithLogits.gradient(
      output,
      target,
      reduction,
      { ...parameters, pos_weight: 1 },
      lists,
    );
    if (reduction === 'mean') return gradient;
    return mapEntries(gradient, gradient, (value) => value / output.columns);
  },
};
