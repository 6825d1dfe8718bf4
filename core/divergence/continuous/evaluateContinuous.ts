import type { FailedStudy } from '../../failedStudy';
import { createProblem, hasError, type Problem } from '../../problem';
import type { Steps } from '../../steps';
import type { ContinuousReading } from '../../text/reading';
import { baseProblems } from '../baseProblems';
import { measures } from '../measures';
import { termsAtMost } from './bySeries';
import { compareMeasuresSteps } from './compareMeasures';
import type { MeasureName, MeasureValue, MeasureValues, ResolvedMeasure, SupportFact } from './comparison';
import type { ContinuousStudy } from './continuousStudy';

/** What families and densities in a text mean, in numbers. */
export function* evaluateContinuousSteps(reading: ContinuousReading): Steps<ContinuousStudy | FailedStudy> {
  const { base, span } = reading;
  const before = [...reading.problems, ...baseProblems(base, span)];
  if (hasError(before)) return { kind: 'error', reading, problems: before };
  const { p, q, values, normalised, supportFacts, problems } = yield* compareMeasuresSteps(
    reading.p,
    reading.q,
  );
  const found = [...before, ...problems];
  if (p === null || hasError(found)) return { kind: 'error', reading, problems: found };
  return {
    kind: 'continuous',
    reading,
    p,
    q,
    values: inBase(values, base),
    normalised: normalised === null ? null : inBase(normalised, base),
    supportFacts,
    problems: [...found, ...supportProblems(reading, supportFacts), ...undecidedProblems(p, values)],
  };
}

function inBase(values: MeasureValues, base: number): MeasureValues {
  if (base === Math.E) return values;
  const unit = Math.log(base);
  const entries = Object.entries(values) as readonly [MeasureName, MeasureValue][];
  return Object.fromEntries(
    entries.map(([name, found]) => {
      if (!measures[name].measure.isLogarithmic) return [name, found];
      return [name, { ...found, value: found.value / unit, error: found.error / Math.abs(unit) }];
    }),
  );
}

/** What is not known is said once, with the reason that it is not. */
function undecidedProblems(p: ResolvedMeasure, values: MeasureValues): readonly Problem[] {
  const unknown = Object.entries(values).filter(([, { method }]) => method === 'undecided');
  if (unknown.length === 0) return [];
  const terms = p.distribution.kind === 'discrete' ? termsAtMost : null;
  return [createProblem('undecided', p.spec.span, { values: unknown.map(([name]) => name), terms })];
}

/** Said at the distribution that leaves out what the other holds. */
function supportProblems({ p, q }: ContinuousReading, facts: readonly SupportFact[]): readonly Problem[] {
  return facts.flatMap(({ direction, where }) => {
    const absent = direction === 'PQ' ? q : p;
    if (absent === null) return [];
    return [createProblem('support', absent.span, { direction, outcomes: [], where })];
  });
}
