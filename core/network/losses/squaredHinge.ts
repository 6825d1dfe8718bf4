import { elementwiseLoss, signs } from './elementwiseLoss';

export const squaredHinge = elementwiseLoss({
  name: 'squared_hinge',
  aliases: ['squared_hinge_loss'],
  parameters: [],
  targetDomain: signs,
  latex: '\\max(0, 1 - y \\hat{y})^2',
  plain: 'max(0, 1 − yŷ)²',
  source: 'keras.losses.squared_hinge with targets −1 and 1',
  term: (output, target) => Math.max(0, 1 - target * output) ** 2,
  slope: (output, target) => -2 * target * Math.max(0, 1 - target * output),
  curvatureJumps: (target) => [1 / target],
});
