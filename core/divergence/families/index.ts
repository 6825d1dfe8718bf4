import { type Lookup, lookUp } from '../../network/names';
import { bernoulli } from './bernoulli';
import { beta } from './beta';
import { binomial } from './binomial';
import { categorical } from './categorical';
import { cauchy } from './cauchy';
import { chi } from './chi';
import { chi2 } from './chi2';
import { continuousBernoulli } from './continuousBernoulli';
import { deterministic } from './deterministic';
import { dirichlet } from './dirichlet';
import { exponential } from './exponential';
import type { Family } from './family';
import { gamma } from './gamma';
import { geometric } from './geometric';
import { gumbel } from './gumbel';
import { halfCauchy } from './halfCauchy';
import { halfNormal } from './halfNormal';
import { inverseGamma } from './inverseGamma';
import { inverseGaussian } from './inverseGaussian';
import { kumaraswamy } from './kumaraswamy';
import { laplace } from './laplace';
import { logistic } from './logistic';
import { logitNormal } from './logitNormal';
import { logNormal } from './logNormal';
import { lowRankMultivariateNormal } from './lowRankMultivariateNormal';
import { moyal } from './moyal';
import { multivariateNormal } from './multivariateNormal';
import { negativeBinomial } from './negativeBinomial';
import { normal } from './normal';
import { orderedLogistic, stoppingRatioLogistic } from './ordinal';
import { pareto } from './pareto';
import { poisson } from './poisson';
import { probitBernoulli } from './probitBernoulli';
import { rayleigh } from './rayleigh';
import { studentT } from './studentT';
import { uniform } from './uniform';
import { vonMises } from './vonMises';
import { weibull } from './weibull';

/** Every family, in the order of `docs/families.md`. */
export const families: readonly Family[] = [
  normal,
  laplace,
  logistic,
  gumbel,
  cauchy,
  studentT,
  moyal,
  uniform,
  exponential,
  gamma,
  chi2,
  chi,
  inverseGamma,
  inverseGaussian,
  weibull,
  rayleigh,
  halfNormal,
  halfCauchy,
  logNormal,
  pareto,
  beta,
  kumaraswamy,
  continuousBernoulli,
  logitNormal,
  vonMises,
  bernoulli,
  probitBernoulli,
  binomial,
  geometric,
  negativeBinomial,
  poisson,
  categorical,
  orderedLogistic,
  stoppingRatioLogistic,
  deterministic,
  multivariateNormal,
  lowRankMultivariateNormal,
  dirichlet,
];

/** By name or alias, in any case and with any separators (`StudentT`, `student_t`); else what may have been meant. */
export function findFamily(name: string): Lookup<Family> {
  return lookUp(name, families);
}
