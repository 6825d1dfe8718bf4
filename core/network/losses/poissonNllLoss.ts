import { elementwiseLoss, notNegative, switchParameter } from './elementwiseLoss';

/** The outputs are logarithms of rates, or rates without `log_input`: then ŷ − y ln(ŷ + eps). */
export const poissonNllLoss = elementwiseLoss({
  name: 'poisson_nll_loss',
  aliases: ['poisson_nll', 'poisson'],
  parameters: [
    switchParameter('log_input', true),
    switchParameter('full', false),
    { name: 'eps', default: 1e-8, domain: '≥ 0', accepts: (eps) => eps >= 0 && Number.isFinite(eps) },
  ],
  targetDomain: notNegative,
  outputDomain: ({ log_input: isLogarithm, eps }) =>
    isLogarithm === 1
      ? null
      : { domain: eps === 0 ? '≥ 0' : `≥ −${eps}`, accepts: (rate) => rate + eps >= 0 },
  latex: 'e^{\\hat{y}} - y \\hat{y}',
  plain: 'e^ŷ − y ŷ',
  source: 'torch.nn.functional.poisson_nll_loss',
  term: (output, target, { log_input: isLogarithm, full, eps }) =>
    (isLogarithm === 1 ? Math.exp(output) - target * output : output - target * Math.log(output + eps)) +
    (full === 1 ? stirling(target) : 0),
  slope: (output, target, { log_input: isLogarithm, eps }) =>
    isLogarithm === 1 ? Math.exp(output) - target : 1 - target / (output + eps),
});

/** Stirling's approximation of ln y!, which `full` adds for y > 1. */
function stirling(y: number): number {
  return y > 1 ? y * Math.log(y) - y + Math.log(2 * Math.PI * y) / 2 : 0;
}
