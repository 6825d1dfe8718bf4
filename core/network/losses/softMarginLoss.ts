import { sigmoidOf, softplusOf } from '../../numeric/logistic';
import { elementwiseLoss, signs } from './elementwiseLoss';

export const softMarginLoss = elementwiseLoss({
  name: 'soft_margin_loss',
  aliases: ['soft_margin', 'logistic_loss'],
  parameters: [],
  targetDomain: signs,
  latex: '\\ln(1 + e^{-y \\hat{y}})',
  plain: 'ln(1 + e^(−yŷ))',
  source: 'torch.nn.functional.soft_margin_loss',
  term: (output, target) => softplusOf(-target * output),
  slope: (output, target) => -target * sigmoidOf(-target * output),
});
