import { besselRatio, logScaledBesselI0 } from '../../numeric/special/bessel';
import type { ContinuousDistribution } from './distribution';
import { type Family, formula, locParameter } from './family';

export type VonMisesParameters = { readonly loc: number; readonly concentration: number };

/** On the circle, written as [−π, π]: angles in radians, `loc` taken modulo 2π. */
export const vonMises: Family<VonMisesParameters> = {
  name: 'von_mises',
  aliases: ['circular_normal'],
  parameters: [
    locParameter,
    { name: 'concentration', aliases: ['kappa'], symbol: formula('\\kappa', 'κ'), domain: 'positive' },
  ],
  density: formula(
    '\\frac{e^{\\kappa\\cos(x-\\mu)}}{2\\pi I_0(\\kappa)},\\ -\\pi\\le x\\le\\pi',
    'exp(κ cos(x − μ))/(2π I₀(κ)), −π ≤ x ≤ π',
  ),
  entropy: formula(
    '\\ln(2\\pi I_0(\\kappa))-\\kappa\\frac{I_1(\\kappa)}{I_0(\\kappa)}',
    'ln(2π I₀(κ)) − κ I₁(κ)/I₀(κ)',
  ),
  source: 'https://pytorch.org/docs/stable/distributions.html#vonmises',
  create({ loc, concentration }): ContinuousDistribution {
    const logI0 = logScaledBesselI0(concentration);
    const mode = Math.atan2(Math.sin(loc), Math.cos(loc));
    const deviation = Math.min(1, 1 / Math.sqrt(concentration));
    const points = [-9, -3, -1, 0, 1, 3, 9].map((step) => mode + step * deviation);
    const opposite = mode > 0 ? mode - Math.PI : mode + Math.PI;
    return {
      kind: 'continuous',
      support: { lower: -Math.PI, upper: Math.PI },
      logDensity: (x) => -2 * concentration * Math.sin((x - loc) / 2) ** 2 - Math.log(2 * Math.PI) - logI0,
      landmarks: [...points, opposite].map((x) => Math.atan2(Math.sin(x), Math.cos(x))),
      lowerEnd: [],
      upperEnd: [],
      entropy: Math.log(2 * Math.PI) + logI0 + concentration * (1 - besselRatio(concentration)),
      mean: null,
      variance: null,
    };
  },
};
