import { HALF_LN_TWO_PI, logGamma, stirlingCorrection } from './logGamma';

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) for a, b > 0. Where an argument is 8 or more the large
 * parts of Stirling's formula are cancelled by hand, as in Didonato and Morris, ACM TOMS 18 (1992) 360.
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (!(small >= 0)) return Number.NaN;
  if (small === 0) return Number.POSITIVE_INFINITY;
  if (large < 8) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const correction = stirlingCorrection(large) - stirlingCorrection(small + large);
  if (small < 8) {
    const difference = small * (1 - Math.log(large)) - (small + large - 0.5) * Math.log1p(small / large);
    return logGamma(small) + difference + correction;
  }
  const ratio = small / large;
  return (
    HALF_LN_TWO_PI -
    0.5 * Math.log(large) +
    (small - 0.5) * Math.log(ratio / (1 + ratio)) -
    large * Math.log1p(ratio) +
    stirlingCorrection(small) +
    correction
  );
}
