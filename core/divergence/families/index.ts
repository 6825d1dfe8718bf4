import { type Lookup, lookUp } from '../../network/names';
import { bernoulli } from './bernoulli';
import { beta } from './beta';
import { binomial } from './binomial';
import { categorical } from './categorical';
import { cauchy } from './cauchy';
import { chi } from './chi';
import { chi2 } from './chi2';
import { continuousBernoulli } from './continuousBernoulli';
import { dirichlet } from './dirichlet';
import { exponential } from './exponential';
import type { Family } from './family';
import { gamma } from './gamma';
import { geometric } from './geometric';
import { gumbel } from './gumbel';
import { halfCauchy } from './halfCauchy';
import { halfNormal } from './halfNormal';
import { inverseGamma } from './inverseGamma';
import { kumaraswamy } from './kumaraswamy';
import { laplace } from './laplace';
import { logistic } from './logistic';
import { logitNormal } from './logitNormal';
import { logNormal } from './logNormal';
import { moyal } from './moyal';
import { multivariateNormal } from './multivariateNormal';
import { negativeBinomial } from './negativeBinomial';
import { normal } from './normal';
import { pareto } from './pareto';
import { poisson } from './poisson';
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
  binomial,
  geometric,
  negativeBinomial,
  poisson,
  categorical,
  multivariateNormal,
  dirichlet,
];

/** By name or alias, in any case and with any separators (`StudentT`, `student_t`); else what may have been meant. */
export function findFamily(name: string): Lookup<Family> {
  return lookUp(name, families);
}
