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
import { nearestName } from './suggestion';
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

const key = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const byKey: ReadonlyMap<string, Family> = new Map(
  families.flatMap((family) =>
    [family.name, ...family.aliases].map((name): [string, Family] => [key(name), family]),
  ),
);

/** By name or alias; case, underscores and hyphens do not matter (`StudentT`, `student_t`). */
export function findFamily(name: string): Family | null {
  return byKey.get(key(name)) ?? null;
}

export function suggestFamily(name: string): string | null {
  return nearestName(
    name,
    families.flatMap((family) => [family.name, ...family.aliases.filter((alias) => alias.length > 2)]),
  );
}
