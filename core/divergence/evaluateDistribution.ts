import type { FailedStudy } from '../failedStudy';
import type { Kernels } from '../kernels/kernels';
import { typescriptKernels } from '../kernels/typescriptKernels';
import { createProblem, hasError, type Problem, type Span } from '../problem';
import type { Steps } from '../steps';
import type { DistributionReading, MeasureReading, NumberArray } from '../text/reading';
import { baseProblems } from './baseProblems';
import type { DistributionStudy, Measures, OutcomeTerms } from './distributionStudy';
import { type ExactForms, exactFormSteps } from './exactForms';
import { fillSteps } from './fill';
import { measureBlocksSteps } from './measureArrays';
import { measureAloneSteps, measurePairSteps } from './measures/evaluate';
import { renyi } from './measures/renyi';
import { outcomeName } from './outcomeName';
import { logRatio, type Pair } from './pair';
import { canNormalise, type PairOfReading, pairOfReadingSteps, pairSteps } from './pairOfReading';
import type { Side } from './side';

/** Outcomes named in one problem at most. */
const mostNamed = 20;

/** What distributions in a text mean, in numbers. */
export function* evaluateDistributionSteps(
  reading: DistributionReading,
  kernels: Kernels = typescriptKernels,
): Steps<DistributionStudy | FailedStudy> {
  const problems = [...reading.problems, ...invalid(reading)];
  if (hasError(problems)) return { kind: 'error', reading, problems };
  const sides = yield* pairOfReadingSteps(reading, kernels);
  const { p, q, pair } = sides;
  for (const [side, distribution] of [
    [p, 'P'],
    [q, 'Q'],
  ] as const) {
    if (side === null || side.isOne || Number.isNaN(side.total)) continue;
    problems.push(createProblem('not-normalised', side.span, { distribution, sum: side.sum }));
  }
  problems.push(...supportProblems(reading, pair));
  const { base } = reading;
  return {
    kind: 'distribution',
    reading,
    p: pair.p,
    q: q === null ? null : pair.q,
    sums: { p: p.sum, q: q?.sum ?? null },
    totals: { p: p.total, q: q?.total ?? null },
    measures: yield* measureSteps(sides, base, kernels),
    normalised: yield* normalisedSteps(sides, base, kernels),
    exact: yield* exactSteps(p, q, base),
    terms: q === null ? null : yield* termsSteps(pair, base),
    problems,
  };
}

function* measureSteps({ p, q, pair }: PairOfReading, base: number, kernels: Kernels): Steps<Measures> {
  if (q === null) return yield* measureAloneSteps(pair, base);
  if (!areDoubles(p, q)) return yield* measurePairSteps(pair, base);
  const asUsed = (values: Float64Array, excess: number) => ({ values, divisor: 1, excess });
  return yield* measureBlocksSteps(
    asUsed(p.doubles, pair.pExcess),
    asUsed(q.doubles, pair.qExcess),
    kernels,
    base,
  );
}

function* normalisedSteps(sides: PairOfReading, base: number, kernels: Kernels): Steps<Measures | null> {
  const { p, q } = sides;
  if (!canNormalise(sides)) return null;
  if (q !== null && areDoubles(p, q)) {
    const divided = ({ doubles, isOne, total }: Side) => ({
      values: doubles,
      divisor: isOne ? 1 : total,
      excess: 0,
    });
    return yield* measureBlocksSteps(divided(p), divided(q), kernels, base);
  }
  const pair = yield* pairSteps(p, q, true, kernels);
  return q === null ? yield* measureAloneSteps(pair, base) : yield* measurePairSteps(pair, base);
}

/** Numbers that are not all known exactly, however many: they are measured in the memory of one block. */
function areDoubles(p: Side, q: Side): boolean {
  return [p, q].every(({ logarithms }) => logarithms === null) && (p.exact === null || q.exact === null);
}

function* exactSteps(p: Side, q: Side | null, base: number): Steps<ExactForms> {
  if (p.exact === null || (q !== null && q.exact === null)) return {};
  return yield* exactFormSteps(p.exact, q?.exact ?? null, base);
}

function* termsSteps(pair: Pair, base: number): Steps<OutcomeTerms> {
  const { p, q } = pair;
  const unit = base === Math.E ? 1 : Math.log(base);
  const ratios = yield* fillSteps(p.length, 30, (i) => logRatio(pair, i) / unit);
  return {
    logRatio: ratios,
    klPQ: yield* fillSteps(p.length, 2, (i) => (p[i] === 0 ? 0 : p[i] * ratios[i])),
    klQP: yield* fillSteps(q.length, 2, (i) => (q[i] === 0 ? 0 : -q[i] * ratios[i])),
  };
}

/** Errors that leave nothing to compute: negative outcomes, a base that has no logarithm. */
function invalid({ p, q, base, baseSpan, alpha, span }: DistributionReading): readonly Problem[] {
  return [
    ...alphaProblems(alpha),

    ...negative(p, 'P'),
    ...(q === null ? [] : negative(q, 'Q')),
    ...baseProblems(base, baseSpan ?? span),
  ];
}

function alphaProblems(alpha: DistributionReading['alpha']): readonly Problem[] {
  const { accepts, domain } = renyi.parameter;
  if (alpha === undefined || accepts(alpha.value)) return [];
  const data = { owner: 'renyi', parameter: 'alpha', value: String(alpha.value), domain };
  return [createProblem('parameter-domain', alpha.span, data)];
}

function negative(
  { numbers, form, outcomeNames }: MeasureReading,
  distribution: 'P' | 'Q',
): readonly Problem[] {
  if (form === 'logits' || form === 'log-probabilities') return [];
  const problems: Problem[] = [];
  for (let outcome = 0; outcome < numbers.values.length && problems.length < mostNamed; outcome++) {
    if (!(numbers.values[outcome] < 0)) continue;
    const name = outcomeNames?.[outcome];
    const value = String(numbers.values[outcome]);
    const data = { distribution, outcome, ...(name === undefined ? {} : { name }), value };
    problems.push(createProblem('negative-probability', spanOf(numbers, outcome), data));
  }
  return problems;
}

function supportProblems(reading: DistributionReading, pair: Pair): readonly Problem[] {
  if (reading.q === null) return [];
  return [
    ...supportProblem('PQ', pair.logP, pair.logQ, reading.q),
    ...supportProblem('QP', pair.logQ, pair.logP, reading.p),
  ];
}

/** P has an outcome that Q leaves out, by their logarithms: said at the zero. */
function supportProblem(
  direction: 'PQ' | 'QP',
  present: Float64Array,
  absent: Float64Array,
  { numbers, outcomeNames }: MeasureReading,
): readonly Problem[] {
  const none = Number.NEGATIVE_INFINITY;
  const outcomes: number[] = [];
  for (let i = 0; i < present.length && outcomes.length < mostNamed; i++) {
    if (present[i] > none && absent[i] === none) outcomes.push(i);
  }
  if (outcomes.length === 0) return [];
  const named = outcomes.every((outcome) => outcomeNames?.[outcome] !== undefined);
  const names = outcomes.map((outcome) => outcomeName(outcome, outcomeNames));
  const data = { direction, outcomes, ...(named ? { names } : {}) };
  return [createProblem('support', spanOf(numbers, outcomes[0]), data)];
}

function spanOf({ places }: NumberArray, index: number): Span {
  return places.spanOf(index);
}
