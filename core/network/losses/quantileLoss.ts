import { frameworksAt, kinkAt } from '../activations/subgradient';
import { elementwiseLoss } from './elementwiseLoss';

export const quantileLoss = elementwiseLoss({
  name: 'quantile',
  aliases: ['quantile_loss', 'pinball', 'pinball_loss'],
  parameters: [{ name: 'q', default: 0.5, domain: 'in (0, 1)', accepts: (q) => q > 0 && q < 1 }],
  targetDomain: null,
  latex: '\\max(q (y - \\hat{y}), (q - 1)(y - \\hat{y}))',
  plain: 'max(q (y − ŷ), (q − 1)(y − ŷ))',
  source: 'R. Koenker and G. Bassett, Regression Quantiles, 1978',
  term: (output, target, { q }) => Math.max(q * (target - output), (q - 1) * (target - output)),
  slope: (output, target, { q }) => {
    if (output === target) return 0;
    return output < target ? -q : 1 - q;
  },
  kinks: (target, { q }) => kinkAt(target, -q, 1 - q, frameworksAt('not known')),
});
