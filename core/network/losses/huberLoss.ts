import { elementwiseLoss } from './elementwiseLoss';

export const huberLoss = elementwiseLoss({
  name: 'huber_loss',
  aliases: ['huber'],
  parameters: [
    { name: 'delta', default: 1, domain: '> 0', accepts: (delta) => delta > 0 && Number.isFinite(delta) },
  ],
  targetDomain: null,
  latex:
    '\\begin{cases} \\tfrac{1}{2} (\\hat{y} - y)^2 & |\\hat{y} - y| \\le \\delta \\\\ \\delta (|\\hat{y} - y| - \\tfrac{\\delta}{2}) & \\text{else} \\end{cases}',
  plain: '½(ŷ − y)² for |ŷ − y| ≤ δ, else δ(|ŷ − y| − δ/2)',
  source: 'P. J. Huber, Robust Estimation of a Location Parameter, 1964; torch.nn.functional.huber_loss',
  term: (output, target, { delta }) => {
    const size = Math.abs(output - target);
    return size <= delta ? (size * size) / 2 : delta * (size - delta / 2);
  },
  slope: (output, target, { delta }) => Math.max(-delta, Math.min(delta, output - target)),
  curvatureJumps: (target, { delta }) => [target - delta, target + delta],
});
