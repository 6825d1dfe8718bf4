import { elementwiseLoss, switchParameter } from './elementwiseLoss';

/**
 * The outputs are logarithms of probabilities, the targets probabilities (or logarithms too, with
 * `log_target`). Only the reduction batchmean gives KL(y‖e^ŷ); mean also divides by the width.
 */
export const klDiv = elementwiseLoss({
  name: 'kl_div',
  aliases: ['kl_divergence', 'kl_div_loss', 'kullback_leibler'],
  parameters: [switchParameter('log_target', false)],
  reductions: ['mean', 'batchmean', 'sum', 'none'],
  targetDomain: {
    domain: '≥ 0',
    accepts: (value, { log_target: isLogarithm }) => isLogarithm === 1 || value >= 0,
  },
  latex: 'y (\\ln y - \\hat{y})',
  plain: 'y (ln y − ŷ)',
  source: 'torch.nn.functional.kl_div',
  term: (output, target, { log_target: isLogarithm }) => {
    if (isLogarithm === 1) return Math.exp(target) * (target - output);
    return target === 0 ? 0 : target * (Math.log(target) - output);
  },
  slope: (_output, target, { log_target: isLogarithm }) => -(isLogarithm === 1 ? Math.exp(target) : target),
});
