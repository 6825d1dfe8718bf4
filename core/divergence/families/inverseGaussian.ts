import { scaledExponentialIntegral } from '../../numeric/special/exponentialIntegral';
import { HALF_LN_TWO_PI } from '../../numeric/special/logGamma';
import { logTerm, powerTerm } from './asymptotics';
import { type ContinuousDistribution, positiveLine } from './distribution';
import { type Family, formula } from './family';

export type InverseGaussianParameters = { readonly loc: number; readonly concentration: number };

/** `loc` is the mean; concentration λ as in TensorFlow Probability. */
export const inverseGaussian: Family<InverseGaussianParameters> = {
  name: 'inverse_gaussian',
  aliases: ['wald', 'invgauss'],
  parameters: [
    { name: 'loc', aliases: ['mu', 'mean'], symbol: formula('\\mu', 'μ'), domain: 'positive' },
    {
      name: 'concentration',
      aliases: ['lambda', 'shape'],
      symbol: formula('\\lambda', 'λ'),
      domain: 'positive',
    },
  ],
  density: formula(
    '\\sqrt{\\frac{\\lambda}{2\\pi x^3}}e^{-\\lambda(x-\\mu)^2/(2\\mu^2x)},\\ x>0',
    '√(λ/(2πx³)) exp(−λ(x − μ)²/(2μ²x)), x > 0',
  ),
  entropy: formula(
    '\\tfrac12\\ln\\frac{2\\pi e\\mu^3}{\\lambda}-\\tfrac32e^{2\\varphi}E_1(2\\varphi),\\ \\varphi=\\tfrac\\lambda\\mu',
    '½ ln(2πe μ³/λ) − 3/2 exp(2φ) E₁(2φ), φ = λ/μ',
  ),
  source: 'https://www.tensorflow.org/probability/api_docs/python/tfp/distributions/InverseGaussian',
  create({ loc, concentration }): ContinuousDistribution {
    const ratio = concentration / loc;
    const mode = loc * (Math.sqrt(1 + 2.25 / ratio ** 2) - 1.5 / ratio);
    return {
      kind: 'continuous',
      support: positiveLine,
      logDensity: (x) => {
        if (x === 0) return Number.NEGATIVE_INFINITY;
        const z = (x - loc) / loc;
        return (
          0.5 * Math.log(concentration) -
          HALF_LN_TWO_PI -
          1.5 * Math.log(x) -
          0.5 * concentration * z * (z / x)
        );
      },
      landmarks: [
        mode / 8,
        mode / 2,
        mode,
        loc,
        4 * loc,
        12 * loc,
        loc + 12 * Math.sqrt(loc ** 3 / concentration),
      ],
      lowerEnd: [powerTerm(-concentration / 2, 1), logTerm(1.5)],
      upperEnd: [powerTerm(-concentration / (2 * loc * loc), 1), logTerm(-1.5)],
      entropy:
        0.5 +
        HALF_LN_TWO_PI +
        1.5 * Math.log(loc) -
        0.5 * Math.log(concentration) -
        1.5 * scaledExponentialIntegral(2 * ratio),
      mean: loc,
      variance: loc ** 3 / concentration,
    };
  },
};
