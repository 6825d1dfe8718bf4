import { EULER_GAMMA } from './logGamma';

/** Σ (−1)ᵏ⁺¹ zᵏ/(k k!). */
function entireSeries(z: number): number {
  let power = 1;
  let sum = 0;
  for (let k = 1; k < 1000; k++) {
    power *= -z / k;
    const term = -power / k;
    sum += term;
    if (Math.abs(term) <= Math.abs(sum) * 1e-18) break;
  }
  return sum;
}

/** The continued fraction e^{−x}/(x + 1 − 1/(x + 3 − 4/(x + 5 − …))) by Lentz's rule, without e^{−x}. */
function scaledFraction(x: number): number {
  let b = x + 1;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 500; k++) {
    b += 2;
    d = 1 / (b - k * k * d);
    c = b - (k * k) / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}

/** E₁(x) = ∫ₓ^∞ e^{−t}/t dt for x > 0, to 1e-14 relative; +∞ at 0. Source: DLMF 6.6.2, 6.9.1. */
export function exponentialIntegral(x: number): number {
  if (x === 0) return Number.POSITIVE_INFINITY;
  if (!(x > 0)) return Number.NaN;
  return x < 1.5 ? entireSeries(x) - Math.log(x) - EULER_GAMMA : Math.exp(-x) * scaledFraction(x);
}

/** eˣ E₁(x) for x > 0, which neither under- nor overflows; +∞ at 0. */
export function scaledExponentialIntegral(x: number): number {
  return x < 1.5 ? Math.exp(x) * exponentialIntegral(x) : scaledFraction(x);
}

/**
 * Ein(z) = ∫₀ᶻ (1 − e^{−t})/t dt, entire, real z, to 1e-14 relative; −∞ where it leaves the doubles.
 * Source: DLMF 6.2.3, 6.6.4.
 */
export function entireExponentialIntegral(z: number): number {
  if (z < 1.5) return z < -720 ? Number.NEGATIVE_INFINITY : entireSeries(z);
  return exponentialIntegral(z) + Math.log(z) + EULER_GAMMA;
}
