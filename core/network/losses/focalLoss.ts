import { logisticSlope, sigmoidOf, softplusOf } from '../../numeric/logistic';
import { elementwiseLoss, probabilities } from './elementwiseLoss';

/**
 * Binary cross-entropy of logits times αₜ (1 − pₜ)^γ, pₜ the probability that the network gives to what
 * is right: easy examples count less. αₜ is α for y = 1 and 1 − α for y = 0; a negative α leaves it out.
 * The mean by default, where torchvision returns every term.
 */
export const focalLoss = elementwiseLoss({
  name: 'focal_loss',
  aliases: ['focal', 'sigmoid_focal_loss', 'binary_focal_loss'],
  parameters: [
    { name: 'alpha', default: 0.25, domain: '≤ 1', accepts: (alpha) => alpha <= 1 },
    { name: 'gamma', default: 2, domain: '≥ 0', accepts: (gamma) => gamma >= 0 && Number.isFinite(gamma) },
  ],
  targetDomain: probabilities,
  latex: '-\\alpha_t (1 - p_t)^\\gamma \\ln p_t',
  plain: '−αₜ (1 − pₜ)^γ ln pₜ, pₜ = σ(ŷ) for y = 1, σ(−ŷ) for y = 0',
  source: 'T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017; torchvision.ops.sigmoid_focal_loss',
  term: (output, target, { alpha, gamma }) =>
    balance(target, alpha) * entropy(output, target) * wrongness(output, target) ** gamma,
  slope: (output, target, { alpha, gamma }) => {
    const wrong = wrongness(output, target);
    const entropySlope = (1 - target) * sigmoidOf(output) - target * sigmoidOf(-output);
    const wrongSlope = (1 - 2 * target) * logisticSlope(output);
    const ofFactor =
      gamma === 0 || wrongSlope === 0
        ? 0
        : entropy(output, target) * gamma * wrong ** (gamma - 1) * wrongSlope;
    return balance(target, alpha) * (entropySlope * wrong ** gamma + ofFactor);
  },
});

function balance(target: number, alpha: number): number {
  return alpha < 0 ? 1 : alpha * target + (1 - alpha) * (1 - target);
}

function entropy(output: number, target: number): number {
  return target * softplusOf(-output) + (1 - target) * softplusOf(output);
}

/** 1 − pₜ, without cancellation. */
function wrongness(output: number, target: number): number {
  return (1 - target) * sigmoidOf(output) + target * sigmoidOf(-output);
}
