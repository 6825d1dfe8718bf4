import { besselRatio, logScaledBesselI0 } from '../../numeric/special/bessel';
import { formula } from '../families/family';
import type { VonMisesParameters } from '../families/vonMises';
import { type ClosedForm, PROBABILITY } from './closedForm';

const vonMisesVonMises: ClosedForm<VonMisesParameters, VonMisesParameters> = {
  p: 'von_mises',
  q: 'von_mises',
  formula: formula(
    '(\\kappa_1-\\kappa_2\\cos(\\mu_1-\\mu_2))\\frac{I_1(\\kappa_1)}{I_0(\\kappa_1)}+\\ln\\frac{I_0(\\kappa_2)}{I_0(\\kappa_1)}',
    '(κ₁ − κ₂ cos(μ₁ − μ₂)) I₁(κ₁)/I₀(κ₁) + ln(I₀(κ₂)/I₀(κ₁))',
  ),
  source: PROBABILITY,
  kl: (p, q) => {
    const ratio = besselRatio(p.concentration);
    const turn = 2 * q.concentration * ratio * Math.sin((p.loc - q.loc) / 2) ** 2;
    const scaled = logScaledBesselI0(q.concentration) - logScaledBesselI0(p.concentration);
    return (q.concentration - p.concentration) * (1 - ratio) + scaled + turn;
  },
};

/** P von Mises. */
export const vonMisesClosedForms = [vonMisesVonMises];
