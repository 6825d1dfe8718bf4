import { langevin, logSinhc } from '../../numeric/special/logarithms';
import { type ContinuousDistribution, unitInterval } from './distribution';
import { type Family, formula } from './family';
import { probabilityParameter } from './probability';

export type ProbabilityParameters = { readonly probs: number };

/** The natural parameter η = ln(p/(1 − p)); the density is e^{ηx} over its integral. */
export function naturalParameter(probs: number): number {
  return Math.log(probs) - Math.log1p(-probs);
}

/** ln ∫₀¹ e^{ηx} dx and its derivative, the mean. */
export function logPartition(eta: number): number {
  return eta / 2 + logSinhc(eta / 2);
}
export function meanOf(eta: number): number {
  return 0.5 + 0.5 * langevin(eta / 2);
}

export const continuousBernoulli: Family<ProbabilityParameters> = {
  name: 'continuous_bernoulli',
  aliases: ['cb'],
  parameters: [probabilityParameter('unit-open')],
  density: formula(
    'C(p)\\,p^x(1-p)^{1-x},\\ 0\\le x\\le1,\\ C(p)=\\frac{2\\operatorname{artanh}(1-2p)}{1-2p}',
    'C(p) p^x (1 − p)^(1−x), 0 ≤ x ≤ 1, C(p) = 2 artanh(1 − 2p)/(1 − 2p)',
  ),
  entropy: formula(
    '\\Lambda(\\eta)-\\eta\\Lambda^\\prime(\\eta),\\ \\eta=\\ln\\tfrac{p}{1-p},\\ \\Lambda(\\eta)=\\ln\\tfrac{e^\\eta-1}{\\eta}',
    'Λ(η) − η Λ′(η), η = ln(p/(1 − p)), Λ(η) = ln((e^η − 1)/η)',
  ),
  source: 'https://pytorch.org/docs/stable/distributions.html#continuousbernoulli',
  create({ probs }): ContinuousDistribution {
    const eta = naturalParameter(probs);
    const mean = meanOf(eta);
    const slope = langevin(eta / 2);
    const variance = eta === 0 ? 1 / 12 : 0.25 * (1 - slope * slope) - slope / eta;
    return {
      kind: 'continuous',
      support: unitInterval,
      logDensity: (x) => eta * x - logPartition(eta),
      landmarks: [0.5, Math.min(0.5, 8 / Math.abs(eta)), Math.max(0.5, 1 - 8 / Math.abs(eta))],
      lowerEnd: [],
      upperEnd: [],
      entropy: logPartition(eta) - eta * mean,
      mean,
      variance,
    };
  },
};
