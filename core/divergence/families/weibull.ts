import { EULER_GAMMA, logGamma } from '../../numeric/special/logGamma';
import { type AsymptoticTerm, logTerm, powerTerm } from './asymptotics';
import { type ContinuousDistribution, positiveLine } from './distribution';
import { type Family, formula, scaleParameter } from './family';

export type WeibullParameters = { readonly scale: number; readonly concentration: number };

/** −(t/scale)^k, also where scale^k is no double. */
function fall(scale: number, concentration: number): AsymptoticTerm {
  const factor = scale ** -concentration;
  return factor > 0 && Number.isFinite(factor)
    ? powerTerm(-factor, concentration)
    : powerTerm(-1, concentration, 0, -concentration * Math.log(scale));
}

export function createWeibull(scale: number, concentration: number): ContinuousDistribution {
  const moment = (n: number) => scale ** n * Math.exp(logGamma(1 + n / concentration));
  return {
    kind: 'continuous',
    support: positiveLine,
    logDensity: (x) => {
      const power = concentration === 1 ? 0 : (concentration - 1) * Math.log(x / scale);
      return Math.log(concentration / scale) + power - (x / scale) ** concentration;
    },
    landmarks: [1e-4, 0.01, 0.2, 1, 4, 20].map((y) => scale * y ** (1 / concentration)),
    lowerEnd: [logTerm(1 - concentration)],
    upperEnd: [fall(scale, concentration), logTerm(concentration - 1)],
    entropy: EULER_GAMMA * (1 - 1 / concentration) + Math.log(scale / concentration) + 1,
    mean: moment(1),
    variance: moment(2) - moment(1) ** 2,
  };
}

export const weibull: Family<WeibullParameters> = {
  name: 'weibull',
  aliases: ['weibull_min'],
  parameters: [
    { ...scaleParameter, aliases: ['lambda'], symbol: formula('\\lambda', 'λ') },
    { name: 'concentration', aliases: ['shape', 'k', 'c'], symbol: formula('k', 'k'), domain: 'positive' },
  ],
  density: formula(
    '\\frac k\\lambda\\left(\\frac x\\lambda\\right)^{k-1} e^{-(x/\\lambda)^k},\\ x>0',
    '(k/λ) (x/λ)^(k−1) exp(−(x/λ)^k), x > 0',
  ),
  entropy: formula('\\gamma(1-\\tfrac1k)+\\ln\\tfrac\\lambda k+1', 'γ(1 − 1/k) + ln(λ/k) + 1'),
  source: 'https://pytorch.org/docs/stable/distributions.html#weibull',
  create: ({ scale, concentration }) => createWeibull(scale, concentration),
};
