import { adaptiveMoments } from './adaptiveMoments';
import { flag } from './specs';

export const adam = adaptiveMoments({
  name: 'adam',
  aliases: [],
  latex: '\\theta \\leftarrow \\theta - \\eta\\, \\frac{\\hat{m}}{\\sqrt{\\hat{v}} + \\varepsilon}',
  plain: 'θ ← θ − η m̂/(√v̂ + ε)',
  source: 'torch.optim.Adam; D. P. Kingma and J. Ba, Adam: A Method for Stochastic Optimization, 2015',
  weightDecay: 0,
  further: [flag('decoupled_weight_decay')],
  isDecoupled: ({ parameters }) => parameters.decoupled_weight_decay === 1,
});
