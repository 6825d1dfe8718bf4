import { digamma } from '../../numeric/special/digamma';
import { gammaEntropy } from '../../numeric/special/gammaEntropy';
import { xLogY } from '../../numeric/special/logarithms';
import { logBeta } from '../../numeric/special/logBeta';
import { logTerm } from './asymptotics';
import { type ContinuousDistribution, unitInterval } from './distribution';
import { type Family, formula, type Parameter } from './family';

export type BetaParameters = { readonly concentration1: number; readonly concentration0: number };

/** From a gamma variable's entropy, for X/(X + Y) of two of them. */
export function betaEntropy(a: number, b: number): number {
  return gammaEntropy(a) + gammaEntropy(b) - gammaEntropy(a + b) - digamma(a + b);
}

export const concentration1Parameter: Parameter = {
  name: 'concentration1',
  aliases: ['alpha', 'a'],
  symbol: formula('a', 'a'),
  domain: 'positive',
};
export const concentration0Parameter: Parameter = {
  name: 'concentration0',
  aliases: ['beta', 'b'],
  symbol: formula('b', 'b'),
  domain: 'positive',
};

export const beta: Family<BetaParameters> = {
  name: 'beta',
  aliases: [],
  parameters: [concentration1Parameter, concentration0Parameter],
  density: formula('\\frac{x^{a-1}(1-x)^{b-1}}{B(a,b)},\\ 0<x<1', 'x^(a−1) (1 − x)^(b−1)/B(a, b), 0 < x < 1'),
  entropy: formula(
    '\\ln B(a,b)-(a-1)\\psi(a)-(b-1)\\psi(b)+(a+b-2)\\psi(a+b)',
    'ln B(a, b) − (a − 1) ψ(a) − (b − 1) ψ(b) + (a + b − 2) ψ(a + b)',
  ),
  source: 'https://pytorch.org/docs/stable/distributions.html#beta',
  create({ concentration1: a, concentration0: b }): ContinuousDistribution {
    const normaliser = logBeta(a, b);
    const mean = a / (a + b);
    const variance = (a * b) / ((a + b) ** 2 * (a + b + 1));
    const deviation = Math.sqrt(variance);
    return {
      kind: 'continuous',
      support: unitInterval,
      logDensity: (_, fromLower, toUpper) => xLogY(a - 1, fromLower) + xLogY(b - 1, toUpper) - normaliser,
      landmarks: [-4, -1, 0, 1, 4].map((step) => mean + step * deviation).filter((x) => x > 0 && x < 1),
      lowerEnd: [logTerm(1 - a)],
      upperEnd: [logTerm(1 - b)],
      entropy: betaEntropy(a, b),
      mean,
      variance,
    };
  },
};
