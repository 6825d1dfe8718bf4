import { createProblem, hasError, type Problem } from '../../problem';
import { finish, type Steps } from '../../steps';
import type { Distribution } from '../families/distribution';
import type { MeasureComparison, ResolvedMeasure } from './comparison';
import { massFinite } from './finiteness';
import type { MeasureSpec } from './measureSpec';
import { compareMultivariate } from './multivariate';
import { compareOneVariable, type OneVariable } from './oneVariable';
import { resolveMeasure } from './resolveMeasure';
import { singularValues } from './singularPair';

function isOneVariable(distribution: Distribution): distribution is OneVariable {
  return distribution.kind !== 'multivariate';
}

function unanswered(
  p: ResolvedMeasure | null,
  q: ResolvedMeasure | null,
  problems: readonly Problem[],
): MeasureComparison {
  return { p, q, values: {}, normalised: null, supportFacts: [], problems };
}

/** A density whose tails make its integral diverge. */
function divergent(measure: ResolvedMeasure | null, distribution: 'P' | 'Q'): readonly Problem[] {
  if (measure === null || measure.spec.kind === 'family' || !isOneVariable(measure.distribution)) return [];
  const verdict = massFinite(measure.distribution);
  if (verdict.finite !== false) return [];
  const at = verdict.reason.kind === 'tail' ? (verdict.reason.at[0] ?? null) : null;
  return [createProblem('infinite-integral', measure.spec.span, { distribution, at })];
}

function differentDimensions(p: Distribution, q: Distribution, spec: MeasureSpec): readonly Problem[] {
  const expected = isOneVariable(p) ? 1 : p.dimension;
  const length = isOneVariable(q) ? 1 : q.dimension;
  const data = { what: 'outcomes', length, expected } as const;
  return length === expected ? [] : [createProblem('length-mismatch', spec.span, data)];
}

/** Of more than one variable, weights are divided by their sum, and that is said. */
function unnormalisedMixtures(p: ResolvedMeasure, q: ResolvedMeasure | null): readonly Problem[] {
  const said = (measure: ResolvedMeasure | null, distribution: 'P' | 'Q') => {
    if (measure === null || Math.abs(measure.integral - 1) <= 1e-9) return [];
    const sum = String(Number(measure.integral.toPrecision(12)));
    return [createProblem('not-normalised', measure.spec.span, { distribution, sum, taken: 'normalised' })];
  };
  return [...said(p, 'P'), ...said(q, 'Q')];
}

/**
 * Entropies, cross-entropies and divergences of two distributions, or the entropy of one (`q` null): by a
 * closed form where there is one, else by quadrature, as a series, or from points drawn at random, each value with its method and error.
 * +∞ is decided by supports and tails. In nats. What a person got wrong is among `problems`, and then `values`
 * is empty. A generator that yields at least every 10 ms.
 */
export function* compareMeasuresSteps(p: MeasureSpec, q: MeasureSpec | null): Steps<MeasureComparison> {
  const first = yield* resolveMeasure(p, 'P');
  const second = q === null ? null : yield* resolveMeasure(q, 'Q');
  const measureP = first.measure;
  const measureQ = second?.measure ?? null;
  const problems: readonly Problem[] = [
    ...first.problems,
    ...(second?.problems ?? []),
    ...divergent(measureP, 'P'),
    ...divergent(measureQ, 'Q'),
  ];
  if (measureP === null || (q !== null && measureQ === null) || hasError(problems)) {
    return unanswered(measureP, measureQ, problems);
  }
  const ofP = measureP.distribution;
  const ofQ = measureQ?.distribution ?? null;
  const mismatch = q === null || ofQ === null ? [] : differentDimensions(ofP, ofQ, q);
  if (mismatch.length > 0) return unanswered(measureP, measureQ, [...problems, ...mismatch]);
  if (isOneVariable(ofP) && (ofQ === null || (isOneVariable(ofQ) && ofQ.kind === ofP.kind))) {
    const comparison = yield* compareOneVariable(measureP, ofP, measureQ, ofQ);
    return { ...comparison, problems: [...problems, ...comparison.problems] };
  }
  if (!isOneVariable(ofP) && (ofQ === null || !isOneVariable(ofQ))) {
    const values = yield* compareMultivariate(measureP, ofP, measureQ, ofQ);
    return {
      ...unanswered(measureP, measureQ, []),
      values,
      problems: [...problems, ...unnormalisedMixtures(measureP, measureQ)],
    };
  }
  return { ...unanswered(measureP, measureQ, problems), values: singularValues(measureP, measureQ) };
}

/** `compareMeasuresSteps` driven to its end. */
export function compareMeasures(p: MeasureSpec, q: MeasureSpec | null): MeasureComparison {
  return finish(compareMeasuresSteps(p, q));
}
