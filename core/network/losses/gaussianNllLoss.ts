import { elementwiseLoss, switchParameter } from './elementwiseLoss';

/** With a variance that is given, not learnt, and is at least eps. */
export const gaussianNllLoss = elementwiseLoss({
  name: 'gaussian_nll_loss',
  aliases: ['gaussian_nll'],
  parameters: [
    { name: 'variance', default: 1, domain: '≥ 0', accepts: (variance) => variance >= 0, list: 'variances' },
    switchParameter('full', false),
    { name: 'eps', default: 1e-6, domain: '> 0', accepts: (eps) => eps > 0 && Number.isFinite(eps) },
  ],
  targetDomain: null,
  latex: '\\tfrac{1}{2} \\left( \\ln v + \\frac{(\\hat{y} - y)^2}{v} \\right)',
  plain: '½(ln v + (ŷ − y)²/v)',
  source: 'torch.nn.functional.gaussian_nll_loss',
  term: (output, target, { variance, full, eps }) => {
    const v = Math.max(variance, eps);
    return (Math.log(v) + (output - target) ** 2 / v + (full === 1 ? Math.log(2 * Math.PI) : 0)) / 2;
  },
  slope: (output, target, { variance, eps }) => (output - target) / Math.max(variance, eps),
});
