import { formula, type LocationScale } from '../families/family';
import { type ClosedForm, DERIVED, TORCH } from './closedForm';

function klCauchy(p: LocationScale, q: LocationScale): number {
  const apart = ((p.scale - q.scale) ** 2 + (p.loc - q.loc) ** 2) / (4 * p.scale * q.scale);
  return Math.log1p(apart);
}

const cauchyCauchy: ClosedForm<LocationScale, LocationScale> = {
  p: 'cauchy',
  q: 'cauchy',
  formula: formula(
    '\\ln\\frac{(\\gamma_1+\\gamma_2)^2+(\\mu_1-\\mu_2)^2}{4\\gamma_1\\gamma_2}',
    'ln(((γ₁ + γ₂)² + (μ₁ − μ₂)²)/(4γ₁γ₂))',
  ),
  source: TORCH,
  kl: klCauchy,
};

const halfCauchyHalfCauchy: ClosedForm<{ readonly scale: number }, { readonly scale: number }> = {
  p: 'half_cauchy',
  q: 'half_cauchy',
  formula: formula('\\ln\\frac{(\\gamma_1+\\gamma_2)^2}{4\\gamma_1\\gamma_2}', 'ln((γ₁ + γ₂)²/(4γ₁γ₂))'),
  source: DERIVED,
  kl: (p, q) => klCauchy({ loc: 0, scale: p.scale }, { loc: 0, scale: q.scale }),
};

/** P Cauchy. */
export const cauchyClosedForms = [cauchyCauchy, halfCauchyHalfCauchy];
