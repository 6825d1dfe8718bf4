/** γ, the Euler–Mascheroni constant. */
export const EULER_GAMMA = 0.5772156649015329;
/** ½ ln 2π. */
export const HALF_LN_TWO_PI = 0.9189385332046728;

/** (−1)ᵏ (ζ(k) − 1)/k for k = 2, 3, …: ln Γ(2 + z) = (1 − γ) z + Σ cₖ zᵏ (DLMF 5.7.3). */
const aroundTwo = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
  -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5,
  -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6,
  -2.039215753801366e-6, 9.55141213040742e-7, -4.492469198764566e-7, 2.1207184805554665e-7,
  -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8, 1.0838659214896955e-8,
  -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9, 5.731367241678862e-10,
  -2.7595228851242334e-10,
];

/** B₂ₖ/(2k(2k − 1)), Stirling's series (DLMF 5.11.1). */
const stirlingSeries = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
];

/**
 * What Stirling's formula leaves out: ln Γ(x) − (x − ½) ln x + x − ½ ln 2π, for x ≥ 8.
 * Source: DLMF 5.11.1.
 */
export function stirlingCorrection(x: number): number {
  const inverseSquare = 1 / (x * x);
  let sum = 0;
  for (let k = stirlingSeries.length - 1; k >= 0; k--) sum = sum * inverseSquare + (stirlingSeries[k] ?? 0);
  return sum / x;
}

/** ln Γ(2 + z) for |z| ≤ ½. */
function logGammaAroundTwo(z: number): number {
  let sum = 0;
  for (let k = aroundTwo.length - 1; k >= 0; k--) sum = sum * z + (aroundTwo[k] ?? 0);
  return z * (1 - EULER_GAMMA + z * sum);
}

/**
 * ln Γ(x) for x > 0, within 4 units in the last place, also at its zeros 1 and 2; +∞ at 0, NaN below.
 * Series around 2 by recurrence, Stirling's series from 8 on. Source: DLMF 5.7.3, 5.5.1, 5.11.1.
 */
export function logGamma(x: number): number {
  if (!(x >= 0)) return Number.NaN;
  if (x === 0 || x === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  if (x < 0.5) return logGammaAroundTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return logGammaAroundTwo(x - 1) - Math.log1p(x - 1);
  if (x >= 8) return (x - 0.5) * (Math.log(x) - 1) + (HALF_LN_TWO_PI - 0.5) + stirlingCorrection(x);
  let rest = x;
  let product = 1;
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return Math.log(product) + logGammaAroundTwo(rest - 2);
}
