/** B₂ₖ (DLMF 24.2). */
const bernoulliNumbers = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];

/**
 * ψ′(x) for x > 0, within 4 units in the last place; +∞ at 0, NaN below.
 * Recurrence up to 10, then the asymptotic series. Source: DLMF 5.15.5, 5.15.8.
 */
export function trigamma(x: number): number {
  if (!(x >= 0)) return Number.NaN;
  let shift = 0;
  let rest = x;
  while (rest < 10) {
    shift += 1 / (rest * rest);
    rest += 1;
  }
  const inverseSquare = 1 / (rest * rest);
  let sum = 0;
  for (let k = bernoulliNumbers.length - 1; k >= 0; k--) {
    sum = sum * inverseSquare + (bernoulliNumbers[k] ?? 0);
  }
  return shift + (1 + (0.5 + sum / rest) / rest) / rest;
}
