import { toNumber } from '../exact/toNumber';
import type { FailedStudy } from '../failedStudy';
import { createProblem, hasError, type Problem, type Span } from '../problem';
import type { Steps } from '../steps';
import type { DistributionReading, MeasureReading, NumberArray } from '../text/reading';
import { baseProblems } from './baseProblems';
import { doublePairSteps, doublesOfSteps, exactPairSteps } from './createPair';
import type { DistributionStudy, Measures, OutcomeTerms } from './distributionStudy';
import { type ExactForms, exactFormSteps } from './exactForms';
import { fillSteps } from './fill';
import { measureAloneSteps, measurePairSteps } from './measures/evaluate';
import { logRatio, type Pair } from './pair';
import { printSum } from './printSum';
import {
  type ExactWeights,
  exactWeightsSteps,
  isRoundedOne,
  isRoundedOneInDoubles,
  normaliseWeights,
  roundingSteps,
  sumOfDoublesSteps,
  sumOfWeights,
} from './weights';

/** Outcomes named in one problem at most. */
const mostNamed = 20;

/** What distributions in a text mean, in numbers. */
export function* evaluateDistributionSteps(
  reading: DistributionReading,
): Steps<DistributionStudy | FailedStudy> {
  const problems = [...reading.problems, ...invalid(reading)];
  if (hasError(problems)) return { kind: 'error', reading, problems };
  const p = yield* sideSteps(reading, reading.p);
  const q = reading.q === null ? null : yield* sideSteps(reading, reading.q);
  for (const [side, distribution] of [
    [p, 'P'],
    [q, 'Q'],
  ] as const) {
    if (side === null || side.isOne || Number.isNaN(side.total)) continue;
    problems.push(createProblem('not-normalised', side.span, { distribution, sum: side.sum }));
  }
  const pair = yield* pairSteps(p, q, false);
  problems.push(...supportProblems(reading, pair));
  const { base } = reading;
  return {
    kind: 'distribution',
    reading,
    p: pair.p,
    q: q === null ? null : pair.q,
    sums: { p: p.sum, q: q?.sum ?? null },
    measures: yield* measureSteps(pair, q !== null, base),
    normalised: yield* normalisedSteps(p, q, base),
    exact: yield* exactSteps(p, q, base),
    terms: q === null ? null : yield* termsSteps(pair, base),
    problems,
  };
}

/** One distribution: exactly where its numbers are known exactly, else in doubles. */
interface Side {
  /** After dividing out printed rounding. */
  readonly exact: ExactWeights | null;
  readonly doubles: Float64Array;
  /** Whether the numbers, as they are used, sum to one. */
  readonly isOne: boolean;
  /** Of the numbers as written. */
  readonly total: number;
  readonly sum: string;
  readonly span: Span;
}

function* sideSteps({ text }: DistributionReading, { numbers }: MeasureReading): Steps<Side> {
  const { span } = numbers;
  const written = yield* exactWeightsSteps(text, numbers);
  const rounding = yield* roundingSteps(text, numbers);
  if (written === null) {
    const total = yield* sumOfDoublesSteps(numbers.values);
    const isOne = isRoundedOneInDoubles(total, rounding);
    const doubles = isOne ? yield* dividedSteps(numbers.values, total) : numbers.values;
    return { exact: null, doubles, isOne, total, sum: String(total), span };
  }
  const sum = sumOfWeights(written);
  const isOne = isRoundedOne(sum, rounding);
  const exact = isOne ? normaliseWeights(written) : written;
  const doubles = yield* doublesOfSteps(exact);
  return { exact, doubles, isOne, total: toNumber(sum), sum: printSum(sum), span };
}

function* dividedSteps(values: Float64Array, divisor: number): Steps<Float64Array> {
  return yield* fillSteps(values.length, 2, (i) => values[i] / divisor);
}

/** With one distribution alone, Q is P. */
function* pairSteps(p: Side, q: Side | null, afterNormalising: boolean): Steps<Pair> {
  const second = q ?? p;
  if (p.exact !== null && second.exact !== null) {
    return afterNormalising
      ? yield* exactPairSteps(normaliseWeights(p.exact), normaliseWeights(second.exact))
      : yield* exactPairSteps(p.exact, second.exact);
  }
  if (!afterNormalising) return yield* doublePairSteps(p.doubles, second.doubles, p.isOne && second.isOne);
  const normalised = (side: Side) => dividedSteps(side.doubles, side.isOne ? 1 : side.total);
  return yield* doublePairSteps(yield* normalised(p), yield* normalised(second), true);
}

function* measureSteps(pair: Pair, isPair: boolean, base: number): Steps<Measures> {
  return isPair ? yield* measurePairSteps(pair, base) : yield* measureAloneSteps(pair, base);
}

function* normalisedSteps(p: Side, q: Side | null, base: number): Steps<Measures | null> {
  const sides = q === null ? [p] : [p, q];
  const isPossible = sides.every(({ total }) => total > 0 && Number.isFinite(total));
  if (!isPossible || sides.every(({ isOne }) => isOne)) return null;
  return yield* measureSteps(yield* pairSteps(p, q, true), q !== null, base);
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
function invalid({ p, q, base, span }: DistributionReading): readonly Problem[] {
  return [...negative(p, 'P'), ...(q === null ? [] : negative(q, 'Q')), ...baseProblems(base, span)];
}

function negative({ numbers }: MeasureReading, distribution: 'P' | 'Q'): readonly Problem[] {
  const problems: Problem[] = [];
  for (let outcome = 0; outcome < numbers.values.length && problems.length < mostNamed; outcome++) {
    if (!(numbers.values[outcome] < 0)) continue;
    const data = { distribution, outcome, value: String(numbers.values[outcome]) };
    problems.push(createProblem('negative-probability', spanOf(numbers, outcome), data));
  }
  return problems;
}

function supportProblems(reading: DistributionReading, pair: Pair): readonly Problem[] {
  if (reading.q === null) return [];
  return [
    ...supportProblem('PQ', pair.p, pair.q, reading.q.numbers),
    ...supportProblem('QP', pair.q, pair.p, reading.p.numbers),
  ];
}

/** P has an outcome that Q leaves out: said at the zero. */
function supportProblem(
  direction: 'PQ' | 'QP',
  present: Float64Array,
  absent: Float64Array,
  numbers: NumberArray,
): readonly Problem[] {
  const outcomes: number[] = [];
  for (let i = 0; i < present.length && outcomes.length < mostNamed; i++) {
    if (present[i] > 0 && absent[i] === 0) outcomes.push(i);
  }
  if (outcomes.length === 0) return [];
  return [createProblem('support', spanOf(numbers, outcomes[0]), { direction, outcomes })];
}

function spanOf({ starts, ends }: NumberArray, index: number): Span {
  return { offset: starts[index], length: ends[index] - starts[index] };
}
