import { frameworksAt, kinkAt } from '../activations/subgradient';
import { elementwiseLoss, signs } from './elementwiseLoss';

export const hingeEmbeddingLoss = elementwiseLoss({
  name: 'hinge_embedding_loss',
  aliases: ['hinge_embedding'],
  parameters: [{ name: 'margin', default: 1, domain: 'finite', accepts: Number.isFinite }],
  targetDomain: signs,
  latex: '\\begin{cases} \\hat{y} & y = 1 \\\\ \\max(0, m - \\hat{y}) & y = -1 \\end{cases}',
  plain: 'ŷ for y = 1, max(0, margin − ŷ) for y = −1',
  source: 'torch.nn.functional.hinge_embedding_loss',
  term: (output, target, { margin }) => (target === 1 ? output : Math.max(0, margin - output)),
  slope: (output, target, { margin }) => (target === 1 ? 1 : output < margin ? -1 : 0),
  kinks: (target, { margin }) => (target === 1 ? [] : kinkAt(margin, -1, 0, frameworksAt(-1))),
});
