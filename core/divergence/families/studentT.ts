import { digammaDeficit } from '../../numeric/special/digamma';
import { logBeta } from '../../numeric/special/logBeta';
import { logTerm } from './asymptotics';
import { logOnePlusSquare } from './cauchy';
import { degreesParameter } from './chi2';
import { around, type ContinuousDistribution, offsetFrom, realLine } from './distribution';
import { type Family, formula, locParameter, scaleParameter } from './family';

export type StudentParameters = { readonly df: number; readonly loc: number; readonly scale: number };

export const studentT: Family<StudentParameters> = {
  name: 'student_t',
  aliases: ['t', 'student'],
  parameters: [degreesParameter, { ...locParameter, default: 0 }, { ...scaleParameter, default: 1 }],
  density: formula(
    '\\frac{(1+z^2/\\nu)^{-(\\nu+1)/2}}{\\sigma\\sqrt\\nu\\,B(\\nu/2,1/2)},\\ z=\\frac{x-\\mu}{\\sigma}',
    '(1 + z²/ν)^(−(ν+1)/2)/(σ√ν B(ν/2, ½)), z = (x − μ)/σ',
  ),
  entropy: formula(
    '\\tfrac{\\nu+1}2\\left(\\psi(\\tfrac{\\nu+1}2)-\\psi(\\tfrac\\nu2)\\right)+\\ln\\left(\\sigma\\sqrt\\nu\\,B(\\tfrac\\nu2,\\tfrac12)\\right)',
    '(ν+1)/2 (ψ((ν+1)/2) − ψ(ν/2)) + ln(σ√ν B(ν/2, ½))',
  ),
  source: 'https://pytorch.org/docs/stable/distributions.html#studentt',
  create({ df, loc, scale }): ContinuousDistribution {
    const normaliser = logBeta(df / 2, 0.5) + 0.5 * Math.log(df) + Math.log(scale);
    const half = (df + 1) / 2;
    const root = Math.sqrt(df) * scale;
    return {
      kind: 'continuous',
      support: realLine,
      logDensity: (x, _from, _to, sum) =>
        -half * logOnePlusSquare(offsetFrom(loc, x, sum) / root) - normaliser,
      landmarks: around(loc, scale),
      lowerEnd: [logTerm(-df - 1)],
      upperEnd: [logTerm(-df - 1)],
      entropy: half * (Math.log1p(1 / df) + digammaDeficit(df / 2) - digammaDeficit(half)) + normaliser,
      mean: df > 1 ? loc : Number.NaN,
      variance: df > 2 ? (scale ** 2 * df) / (df - 2) : df > 1 ? Number.POSITIVE_INFINITY : Number.NaN,
    };
  },
};
