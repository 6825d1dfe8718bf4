import { deviance, xLog1p, xLogY } from './logarithms';
import { logBeta } from './logBeta';
import { HALF_LN_TWO_PI, stirlingCorrection } from './logGamma';

/**
 * ln of C(k + rest, k) p^k (1 − p)^rest for k, rest ≥ 0, whole or not, and 0 ≤ p ≤ 1. Where both are 8 or more
 * the large parts are cancelled by hand. Source: C. Loader, Fast and Accurate Computation of Binomial
 * Probabilities, 2000.
 */
export function logBinomialTerm(k: number, rest: number, p: number): number {
  const n = k + rest;
  if (k < 8 || rest < 8 || p === 0 || p === 1) {
    const coefficient = k === 0 || rest === 0 ? 0 : -Math.log(n + 1) - logBeta(k + 1, rest + 1);
    return coefficient + xLogY(k, p) + xLog1p(rest, -p);
  }
  return (
    stirlingCorrection(n) -
    stirlingCorrection(k) -
    stirlingCorrection(rest) -
    deviance(k, n * p) -
    deviance(rest, n * (1 - p)) -
    HALF_LN_TWO_PI -
    0.5 * (Math.log(k) + Math.log(rest / n))
  );
}
