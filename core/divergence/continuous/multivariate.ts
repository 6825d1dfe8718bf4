import type { Steps } from '../../steps';
import { cholesky, logDeterminant, solveLower } from '../families/cholesky';
import { type DirichletParameters, logMultivariateBeta } from '../families/dirichlet';
import type { MultivariateDistribution } from '../families/distribution';
import { type Formula, formula } from '../families/family';
import type { MultivariateNormalParameters } from '../families/multivariateNormal';
import type { MeasureName, MeasureValue, MeasureValues, ResolvedMeasure } from './comparison';
import { knownCrossEntropy, knownDivergence, knownEntropy, knownJeffreys } from './knownValues';
import { estimateEntropy, estimatePair } from './monteCarlo';
import { singularValues } from './singularPair';

/**
 * Two distributions of more than one variable, or one of them: by closed forms where there are some, else estimated
 * from points drawn from both. On different spaces they share no mass.
 */
export function* compareMultivariate(
  p: ResolvedMeasure,
  ofP: MultivariateDistribution,
  q: ResolvedMeasure | null,
  ofQ: MultivariateDistribution | null,
): Steps<MeasureValues> {
  const known = knownValues(p, q);
  if (q === null || ofQ === null) {
    return known.entropyP === undefined ? yield* estimateEntropy(massOne(p, ofP)) : known;
  }
  if (ofP.space !== ofQ.space) return { ...known, ...singularValues(p, q) };
  return { ...(yield* estimatePair(massOne(p, ofP), massOne(q, ofQ))), ...known };
}

/** Divided by the sum of its weights. */
function massOne(measure: ResolvedMeasure, of: MultivariateDistribution): MultivariateDistribution {
  const shift = Math.log(measure.integral);
  return shift === 0 ? of : { ...of, logDensity: (x) => of.logDensity(x) - shift };
}

function knownValues(p: ResolvedMeasure, q: ResolvedMeasure | null): MeasureValues {
  const values: Partial<Record<MeasureName, MeasureValue>> = {};
  const put = (name: MeasureName, value: MeasureValue | null) => {
    if (value !== null) values[name] = value;
  };
  const entropyP = knownEntropy(p);
  put('entropyP', entropyP);
  if (q === null) return values;
  const entropyQ = knownEntropy(q);
  const pq = knownDivergence(p, q);
  const qp = knownDivergence(q, p);
  put('entropyQ', entropyQ);
  put('klPQ', pq);
  put('klQP', qp);
  put('crossEntropyPQ', knownCrossEntropy(entropyP, pq, 'PQ'));
  put('crossEntropyQP', knownCrossEntropy(entropyQ, qp, 'QP'));
  put('jeffreys', knownJeffreys(pq, qp));
  return { ...values, ...overlaps(p, q) };
}

/** Hellinger, χ² and Rényi's divergence of two normals or two Dirichlets. */
function overlaps(p: ResolvedMeasure, q: ResolvedMeasure): MeasureValues {
  if (p.family === null || p.family.name !== q.family?.name) return {};
  const first: unknown = p.parameters;
  const second: unknown = q.parameters;
  switch (p.family.name) {
    case 'multivariate_normal':
      return ofNormals(first as MultivariateNormalParameters, second as MultivariateNormalParameters);
    case 'dirichlet':
      return ofDirichlets(first as DirichletParameters, second as DirichletParameters);
    default:
      return {};
  }
}

function overlapValues(
  logBhattacharyya: number,
  renyi: number,
  hellingerForm: Formula,
  renyiForm: Formula,
): MeasureValues {
  const closed = (value: number, form: Formula): MeasureValue => ({
    value,
    method: 'closed-form',
    formula: form,
    error: 64 * Number.EPSILON * Math.max(1, Math.abs(value)),
  });
  const infinite: MeasureValue = {
    value: Number.POSITIVE_INFINITY,
    method: 'tail',
    error: 0,
    reason: { kind: 'tail', at: [] },
  };
  const hellinger = closed(Math.sqrt(Math.max(0, -Math.expm1(logBhattacharyya))), hellingerForm);
  if (renyi === Number.POSITIVE_INFINITY) return { hellinger, renyi2: infinite, chiSquare: infinite };
  return {
    hellinger,
    renyi2: closed(renyi, renyiForm),
    chiSquare: closed(Math.expm1(renyi), formula('e^{R_2}-1', 'exp(R₂) − 1')),
  };
}

type Rows = readonly (readonly number[])[];

const weighted = (a: number, first: Rows, b: number, second: Rows): Rows =>
  first.map((row, i) => row.map((entry, j) => a * entry + b * (second[i]?.[j] ?? 0)));

function ofNormals(p: MultivariateNormalParameters, q: MultivariateNormalParameters): MeasureValues {
  const first = cholesky(p.covariance_matrix) ?? [];
  const second = cholesky(q.covariance_matrix) ?? [];
  const middle = cholesky(weighted(0.5, p.covariance_matrix, 0.5, q.covariance_matrix)) ?? [];
  const difference = p.loc.map((x, i) => x - (q.loc[i] ?? 0));
  const distance = (lower: Rows) =>
    solveLower(lower, difference).reduce((sum, entry) => sum + entry * entry, 0);
  const logBhattacharyya =
    -distance(middle) / 8 -
    0.5 * (logDeterminant(middle) - 0.5 * (logDeterminant(first) + logDeterminant(second)));
  // ∫p²/q converges where 2Σ₁⁻¹ − Σ₂⁻¹ is positive definite, and so is 2Σ₂ − Σ₁.
  const spread = cholesky(weighted(2, q.covariance_matrix, -1, p.covariance_matrix));
  const renyi =
    spread === null
      ? Number.POSITIVE_INFINITY
      : distance(spread) -
        0.5 * (logDeterminant(spread) + logDeterminant(first) - 2 * logDeterminant(second));
  return overlapValues(
    logBhattacharyya,
    renyi,
    formula(
      '\\sqrt{1-\\frac{(\\det\\Sigma_1\\det\\Sigma_2)^{1/4}}{\\sqrt{\\det\\bar\\Sigma}}e^{-\\frac18d^\\top\\bar\\Sigma^{-1}d}},\\ \\bar\\Sigma=\\tfrac{\\Sigma_1+\\Sigma_2}2,\\ d=\\mu_1-\\mu_2',
      '√(1 − (det Σ₁ det Σ₂)^(1/4)/√(det Σ̄) exp(−dᵀ Σ̄⁻¹ d/8)), Σ̄ = (Σ₁ + Σ₂)/2, d = μ₁ − μ₂',
    ),
    formula(
      'd^\\top S^{-1}d-\\tfrac12\\ln\\frac{\\det S\\det\\Sigma_1}{(\\det\\Sigma_2)^2},\\ S=2\\Sigma_2-\\Sigma_1,\\ d=\\mu_1-\\mu_2',
      'dᵀ S⁻¹ d − ½ ln(det S det Σ₁/(det Σ₂)²), S = 2Σ₂ − Σ₁, d = μ₁ − μ₂',
    ),
  );
}

function ofDirichlets(
  { concentration: a }: DirichletParameters,
  { concentration: b }: DirichletParameters,
): MeasureValues {
  const pairs = a.map((entry, i) => [entry, b[i] ?? 0] as const);
  const middle = logMultivariateBeta(pairs.map(([x, y]) => (x + y) / 2));
  const spread = pairs.map(([x, y]) => 2 * x - y);
  const [first, second] = [logMultivariateBeta(a), logMultivariateBeta(b)];
  return overlapValues(
    middle - (first + second) / 2,
    spread.every((entry) => entry > 0)
      ? logMultivariateBeta(spread) + second - 2 * first
      : Number.POSITIVE_INFINITY,
    formula(
      '\\sqrt{1-\\frac{B((\\alpha^{(1)}+\\alpha^{(2)})/2)}{\\sqrt{B(\\alpha^{(1)})B(\\alpha^{(2)})}}}',
      '√(1 − B((α₁ + α₂)/2)/√(B(α₁) B(α₂)))',
    ),
    formula(
      '\\ln\\frac{B(2\\alpha^{(1)}-\\alpha^{(2)})B(\\alpha^{(2)})}{B(\\alpha^{(1)})^2}',
      'ln(B(2α₁ − α₂) B(α₂)/B(α₁)²)',
    ),
  );
}
