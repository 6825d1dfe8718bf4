import { type Family, formula, type Parameter } from './family';
import { createGamma } from './gamma';

export const degreesParameter: Parameter = {
  name: 'df',
  aliases: ['nu', 'k'],
  symbol: formula('\\nu', 'ν'),
  domain: 'positive',
};

export const chi2: Family<{ readonly df: number }> = {
  name: 'chi2',
  aliases: ['chi_squared', 'chisquare', 'chisq', 'chi_square'],
  parameters: [degreesParameter],
  density: formula(
    '\\frac{x^{\\nu/2-1} e^{-x/2}}{2^{\\nu/2}\\Gamma(\\nu/2)},\\ x>0',
    'x^(ν/2−1) exp(−x/2)/(2^(ν/2) Γ(ν/2)), x > 0',
  ),
  entropy: formula(
    '\\tfrac\\nu2+\\ln2+\\ln\\Gamma(\\tfrac\\nu2)+(1-\\tfrac\\nu2)\\psi(\\tfrac\\nu2)',
    'ν/2 + ln 2 + ln Γ(ν/2) + (1 − ν/2) ψ(ν/2)',
  ),
  source: 'https://pytorch.org/docs/stable/distributions.html#chi2',
  create: ({ df }) => createGamma(df / 2, 0.5),
};
