import { frameworksAt, kinkAt } from '../activations/subgradient';
import { elementwiseLoss } from './elementwiseLoss';

/** Huber's loss divided by its β; with β = 0 it is l1_loss. */
export const smoothL1Loss = elementwiseLoss({
  name: 'smooth_l1_loss',
  aliases: ['smooth_l1'],
  parameters: [
    { name: 'beta', default: 1, domain: '≥ 0', accepts: (beta) => beta >= 0 && Number.isFinite(beta) },
  ],
  targetDomain: null,
  latex:
    '\\begin{cases} \\frac{(\\hat{y} - y)^2}{2 \\beta} & |\\hat{y} - y| < \\beta \\\\ |\\hat{y} - y| - \\frac{\\beta}{2} & \\text{else} \\end{cases}',
  plain: '(ŷ − y)²/2β for |ŷ − y| < β, else |ŷ − y| − β/2',
  source: 'R. Girshick, Fast R-CNN, 2015; torch.nn.functional.smooth_l1_loss',
  term: (output, target, { beta }) => {
    const size = Math.abs(output - target);
    return size < beta ? (size * size) / (2 * beta) : size - beta / 2;
  },
  slope: (output, target, { beta }) => {
    const difference = output - target;
    return Math.abs(difference) < beta ? difference / beta : Math.sign(difference);
  },
  kinks: (target, { beta }) => (beta === 0 ? kinkAt(target, -1, 1, frameworksAt(0)) : []),
  curvatureJumps: (target, { beta }) => (beta === 0 ? [] : [target - beta, target + beta]),
});
