import { toNumber } from '../exact/toNumber';
import type { Kernels } from '../kernels/kernels';
import { typescriptKernels } from '../kernels/typescriptKernels';
import type { Span } from '../problem';
import type { Steps } from '../steps';
import type { MeasureReading } from '../text/reading';
import { doublesOfSteps } from './createPair';
import { fillSteps } from './fill';
import { type LogWeights, logTotalSteps, logWeightsSteps } from './logWeights';
import { printSum } from './printSum';
import {
  type ExactWeights,
  exactWeightsSteps,
  isRoundedOne,
  isRoundedOneInDoubles,
  normaliseWeights,
  roundingSteps,
  sumOfWeights,
} from './weights';

/** One distribution: exactly where its numbers are known exactly, else in doubles. */
export interface Side {
  /** After dividing out printed rounding, and counts by their sum. Null for logarithms. */
  readonly exact: ExactWeights | null;
  readonly doubles: Float64Array;
  /** Of logits and logarithms of probabilities, as written. */
  readonly logarithms: LogWeights | null;
  /** Whether the numbers, as they are used, sum to one. */
  readonly isOne: boolean;
  /** Of the numbers as written; of logarithms that of their powers. */
  readonly total: number;
  readonly sum: string;
  readonly span: Span;
}

/** What the numbers stand in. */
interface Written {
  readonly text: string;
}

export function* sideSteps(
  reading: Written,
  measure: MeasureReading,
  kernels: Kernels = typescriptKernels,
): Steps<Side> {
  switch (measure.form) {
    case 'logits':
    case 'log-probabilities':
      return yield* logarithmicSideSteps(reading, measure);
    case 'counts':
    case undefined:
      return yield* plainSideSteps(reading, measure, kernels);
  }
}

function* plainSideSteps(
  { text }: Written,
  { numbers, form }: MeasureReading,
  kernels: Kernels,
): Steps<Side> {
  const { span } = numbers;
  const written = yield* exactWeightsSteps(text, numbers);
  const rounding = yield* roundingSteps(text, numbers);
  const isCounts = form === 'counts';
  if (written === null) {
    const total = yield* kernels.sum(numbers.values);
    const isOne = isCounts ? total > 0 && Number.isFinite(total) : isRoundedOneInDoubles(total, rounding);
    const doubles = isOne ? yield* dividedSteps(numbers.values, total) : numbers.values;
    return { exact: null, doubles, logarithms: null, isOne, total, sum: String(total), span };
  }
  const sum = sumOfWeights(written);
  const isOne = isCounts ? sum.numerator > 0n : isRoundedOne(sum, rounding);
  const exact = isOne ? normaliseWeights(written) : written;
  const doubles = yield* doublesOfSteps(exact);
  return { exact, doubles, logarithms: null, isOne, total: toNumber(sum), sum: printSum(sum), span };
}

function* logarithmicSideSteps({ text }: Written, { numbers, form }: MeasureReading): Steps<Side> {
  const { span } = numbers;
  const logarithms = yield* logWeightsSteps(text, numbers);
  const logTotal = yield* logTotalSteps(logarithms);
  const total = Math.exp(logTotal.value);
  const isLogits = form === 'logits';
  const isOne = isLogits
    ? Number.isFinite(logTotal.value)
    : isRoundedOneInPowers(total, yield* roundingSteps(text, numbers));
  const doubles = yield* fillSteps(numbers.values.length, 30, (i) =>
    Math.exp(isOne ? logTotal.normalised(i) : numbers.values[i]),
  );
  const sum = isLogits && isOne ? '1' : String(Number(total.toPrecision(12)));
  return { exact: null, doubles, logarithms, isOne, total, sum, span };
}

/** A unit of the last digit of ln p is that share of p. */
function isRoundedOneInPowers(
  total: number,
  { decimals, places }: { decimals: number; places: number },
): boolean {
  return Math.abs(total - 1) <= Math.max(10 ** -places / 2, decimals * 4 * 2 ** -52);
}

export function* dividedSteps(values: Float64Array, divisor: number): Steps<Float64Array> {
  return yield* fillSteps(values.length, 2, (i) => values[i] / divisor);
}
