import { logTerm } from './asymptotics';
import type { ContinuousDistribution } from './distribution';
import { type Family, formula, scaleParameter } from './family';

export type ParetoParameters = { readonly scale: number; readonly alpha: number };

export const pareto: Family<ParetoParameters> = {
  name: 'pareto',
  aliases: [],
  parameters: [
    { ...scaleParameter, aliases: ['xm', 'minimum'], symbol: formula('s', 's') },
    {
      name: 'alpha',
      aliases: ['shape', 'concentration'],
      symbol: formula('\\alpha', 'α'),
      domain: 'positive',
    },
  ],
  density: formula('\\frac{\\alpha s^\\alpha}{x^{\\alpha+1}},\\ x\\ge s', 'α s^α/x^(α+1), x ≥ s'),
  entropy: formula('\\ln\\tfrac{s}{\\alpha}+1+\\tfrac1\\alpha', 'ln(s/α) + 1 + 1/α'),
  source: 'https://pytorch.org/docs/stable/distributions.html#pareto',
  create({ scale, alpha }): ContinuousDistribution {
    return {
      kind: 'continuous',
      support: { lower: scale, upper: Number.POSITIVE_INFINITY },
      logDensity: (x) => Math.log(alpha / scale) - (alpha + 1) * Math.log(x / scale),
      landmarks: [1, 4, 16].map((step) => scale * Math.exp(Math.min(step / alpha, 100))),
      lowerEnd: [],
      upperEnd: [logTerm(-alpha - 1)],
      entropy: Math.log(scale / alpha) + 1 + 1 / alpha,
      mean: alpha > 1 ? (alpha * scale) / (alpha - 1) : Number.POSITIVE_INFINITY,
      variance:
        alpha > 2 ? (scale ** 2 * alpha) / ((alpha - 1) ** 2 * (alpha - 2)) : Number.POSITIVE_INFINITY,
    };
  },
};
