import { type Family, formula, scaleParameter } from './family';
import { createWeibull } from './weibull';

export const rayleigh: Family<{ readonly scale: number }> = {
  name: 'rayleigh',
  aliases: [],
  parameters: [scaleParameter],
  density: formula('\\frac{x}{\\sigma^2} e^{-x^2/(2\\sigma^2)},\\ x\\ge0', '(x/σ²) exp(−x²/(2σ²)), x ≥ 0'),
  entropy: formula('1+\\ln\\tfrac{\\sigma}{\\sqrt2}+\\tfrac\\gamma2', '1 + ln(σ/√2) + γ/2'),
  source: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.rayleigh.html',
  create: ({ scale }) => createWeibull(scale * Math.SQRT2, 2),
};
