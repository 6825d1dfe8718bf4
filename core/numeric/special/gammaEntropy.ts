import { digamma, digammaDeficit } from './digamma';
import { deviance } from './logarithms';
import { HALF_LN_TWO_PI, logGamma, stirlingCorrection } from './logGamma';

/** From here on the large parts of Stirling's formula are cancelled by hand. */
const LARGE = 10;

/** a + ln Γ(a) + (1 − a) ψ(a), the entropy of a gamma distribution of rate 1, without cancellation for large a. */
export function gammaEntropy(a: number): number {
  if (a < LARGE) return a + logGamma(a) + (1 - a) * digamma(a);
  return HALF_LN_TWO_PI + 0.5 * Math.log(a) + stirlingCorrection(a) + (a - 1) * digammaDeficit(a);
}

/**
 * ln Γ(to) − ln Γ(from) − (to − from) ψ(from): how far ln Γ, which is convex, lies above its tangent. The
 * divergences of gamma, beta and Dirichlet distributions are made of it.
 */
export function logGammaExcess(to: number, from: number): number {
  if (to < LARGE || from < LARGE) return logGamma(to) - logGamma(from) - (to - from) * digamma(from);
  return (
    deviance(to, from) -
    0.5 * Math.log1p((to - from) / from) +
    (to - from) * digammaDeficit(from) +
    (stirlingCorrection(to) - stirlingCorrection(from))
  );
}
