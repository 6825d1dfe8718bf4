import { scaledErrorComplement } from './special/errorFunction';

/** e^(−x²/2)/√(2π), right to a few ulps: x² is taken apart so that its rounding does not show. */
export function normalDensity(x: number): number {
  if (Math.abs(x) > 40) return Number.isNaN(x) ? x : 0;
  const head = Math.round(x * 65_536) / 65_536;
  return (Math.exp((-head * head) / 2) * Math.exp((-(x - head) * (x + head)) / 2)) / Math.sqrt(2 * Math.PI);
}

/** Mills' ratio (1 − Φ(x))/φ(x) of the standard normal, for x ≥ 0. */
export function millsRatio(x: number): number {
  return Math.sqrt(Math.PI / 2) * scaledErrorComplement(x * Math.SQRT1_2);
}
