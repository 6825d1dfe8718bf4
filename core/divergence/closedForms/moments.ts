import { excessOverLog1p } from '../../numeric/special/logarithms';
import { logBeta } from '../../numeric/special/logBeta';
import { HALF_LN_TWO_PI, logGamma } from '../../numeric/special/logGamma';
import type { BetaParameters } from '../families/beta';
import type { LocationScale } from '../families/family';
import type { GammaParameters } from '../families/gamma';

/** −E[ln q] of a normal Q, of a variable with this mean and variance. */
export function normalCrossEntropy(mean: number, variance: number, q: LocationScale): number {
  return (
    Math.log(q.scale) + HALF_LN_TWO_PI + 0.5 * (((mean - q.loc) / q.scale) ** 2 + variance / q.scale ** 2)
  );
}

/** −E[ln q] of a gamma Q, from the mean and E ln X. */
export function gammaCrossEntropy(mean: number, logMean: number, q: GammaParameters): number {
  return (
    logGamma(q.concentration) -
    q.concentration * Math.log(q.rate) -
    (q.concentration - 1) * logMean +
    q.rate * mean
  );
}

/** −E[ln q] of a beta Q, from E ln X and E ln(1 − X). */
export function betaCrossEntropy(logMean: number, logRestMean: number, q: BetaParameters): number {
  const { concentration1: a, concentration0: b } = q;
  const first = a === 1 ? 0 : (a - 1) * logMean;
  const second = b === 1 ? 0 : (b - 1) * logRestMean;
  return logBeta(a, b) - first - second;
}

/** −E[ln q] of a Laplace Q, from E|X − μ₂|. */
export function laplaceCrossEntropy(absoluteDeviation: number, q: LocationScale): number {
  return Math.log(2 * q.scale) + absoluteDeviation / q.scale;
}

/** E ln X of X uniform on [low, high], low ≥ 0. */
export function uniformLogMean(low: number, high: number): number {
  if (low < 1e-300 * high) return Math.log(high) - 1;
  const ratio = (high - low) / low;
  return Math.log(high) - excessOverLog1p(ratio) / ratio;
}
