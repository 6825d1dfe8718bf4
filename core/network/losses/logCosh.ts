import { elementwiseLoss } from './elementwiseLoss';

export const logCosh = elementwiseLoss({
  name: 'log_cosh',
  aliases: ['log_cosh_loss', 'logcosh'],
  parameters: [],
  targetDomain: null,
  latex: '\\ln \\cosh(\\hat{y} - y)',
  plain: 'ln cosh(ŷ − y)',
  source: 'keras.losses.log_cosh',
  term: (output, target) => logarithmOfCosh(Math.abs(output - target)),
  slope: (output, target) => Math.tanh(output - target),
});

/** ln cosh r for r ≥ 0: as ln(1 + 2 sinh²(r/2)) where it is small, and without overflow where it is large. */
function logarithmOfCosh(r: number): number {
  return r < 1 ? Math.log1p(2 * Math.sinh(r / 2) ** 2) : r + Math.log1p(Math.exp(-2 * r)) - Math.LN2;
}
