import type { ParameterValues } from '../families/family';
import { betaClosedForms } from './beta';
import { momentClosedForms } from './byMoments';
import { cauchyClosedForms } from './cauchy';
import type { ClosedForm } from './closedForm';
import { continuousBernoulliClosedForms } from './continuousBernoulli';
import { discreteClosedForms } from './discrete';
import { exponentialClosedForms } from './exponential';
import { gammaClosedForms } from './gamma';
import { gumbelClosedForms } from './gumbel';
import { inverseGaussianClosedForms } from './inverseGaussian';
import { laplaceClosedForms } from './laplace';
import { multivariateClosedForms } from './multivariate';
import { normalClosedForms } from './normal';
import { paretoClosedForms } from './pareto';
import { uniformClosedForms } from './uniform';
import { vonMisesClosedForms } from './vonMises';

/** Every closed form of KL(P‖Q), ordered by the family of P. */
export const closedForms: readonly ClosedForm[] = [
  ...normalClosedForms,
  ...laplaceClosedForms,
  ...gumbelClosedForms,
  ...exponentialClosedForms,
  ...gammaClosedForms,
  ...inverseGaussianClosedForms,
  ...paretoClosedForms,
  ...uniformClosedForms,
  ...betaClosedForms,
  ...continuousBernoulliClosedForms,
  ...cauchyClosedForms,
  ...vonMisesClosedForms,
  ...discreteClosedForms,
  ...multivariateClosedForms,
  ...momentClosedForms,
];

const byPair: ReadonlyMap<string, ClosedForm> = new Map(
  closedForms.map((form) => [`${form.p} ${form.q}`, form]),
);

/** The closed form of KL(P‖Q) of two families by their proper names; null where there is none for these parameters. */
export function findClosedForm(
  p: string,
  q: string,
  parametersP: ParameterValues,
  parametersQ: ParameterValues,
): ClosedForm | null {
  const form = byPair.get(`${p} ${q}`);
  if (form === undefined || form.applies?.(parametersP, parametersQ) === false) return null;
  return form;
}
