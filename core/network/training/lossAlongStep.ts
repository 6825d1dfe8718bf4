import type { Steps } from '../../steps';
import { lossAtSteps, type Objective } from './objective';
import type { BoundOptimizer } from './optimizers/optimizer';
import { firstStepSteps } from './step';
import { type Tensors, tensorsOf } from './tensors';

/** The loss after the optimizer's first step, as a function of the learning rate η. */
export interface LossAlongStep {
  /** dL/dη at 0. Not negative: then the step does not descend, however small. */
  readonly slope: number;
  /**
   * Where the loss is first back at its value before the step: every smaller η that was looked at
   * descends. 0 where none does, Infinity where none was found up to `mostDoublings` beyond the start.
   */
  readonly largestDescending: number;
  /** The lowest loss below that. */
  readonly best: { readonly rate: number; readonly loss: number };
}

/** The first η makes the loss fall by about this part of its size: far above rounding, far below the rest. */
const firstFall = 1e-8;

/** Each further η is so much larger; a hump of the loss that is narrower can be missed. */
const growth = Math.SQRT2;
const mostGrowths = 120;
const mostBisections = 60;
const goldenSteps = 60;
const golden = (Math.sqrt(5) - 1) / 2;

/** Looks along the step that `gradient` at the network's own parameters gives. */
export function* lossAlongStepSteps(
  objective: Objective,
  bound: BoundOptimizer,
  gradient: Tensors,
  lossBefore: number,
): Steps<LossAlongStep> {
  const tensors = tensorsOf(objective.network);
  const slope = yield* slopeAtZeroSteps(bound, tensors, gradient);
  const nowhere = { slope, largestDescending: 0, best: { rate: 0, loss: lossBefore } };
  if (!(slope < 0)) return nowhere;
  const at = (rate: number) => lossAfterSteps(objective, bound, tensors, gradient, rate);

  let rate = (firstFall * (Math.abs(lossBefore) || 1)) / -slope;
  let low = 0;
  let best = { rate: 0, loss: lossBefore };
  let high: number | null = null;
  for (let i = 0; i < mostGrowths && high === null; i++, rate *= growth) {
    yield;
    const loss = yield* at(rate);
    if (loss < lossBefore) {
      low = rate;
      if (loss < best.loss) best = { rate, loss };
    } else if (low > 0 || i > mostGrowths / 2) high = rate;
  }
  if (low === 0) return nowhere;
  if (high !== null) high = yield* crossingSteps(at, lossBefore, low, high);
  const largestDescending = high ?? Number.POSITIVE_INFINITY;
  best = yield* lowestSteps(at, best, Math.min(best.rate * growth, largestDescending));
  return { slope, largestDescending, best };
}

/** The losses after steps of the given rates. */
export function* lossCurveSteps(
  objective: Objective,
  bound: BoundOptimizer,
  gradient: Tensors,
  rates: readonly number[],
): Steps<readonly number[]> {
  const tensors = tensorsOf(objective.network);
  const losses: number[] = [];
  for (const rate of rates) {
    yield;
    losses.push(yield* lossAfterSteps(objective, bound, tensors, gradient, rate));
  }
  return losses;
}

function* lossAfterSteps(
  objective: Objective,
  bound: BoundOptimizer,
  tensors: Tensors,
  gradient: Tensors,
  rate: number,
): Steps<number> {
  return yield* lossAtSteps(objective, yield* firstStepSteps(bound, tensors, gradient, rate));
}

/** So far that θ itself is lost against the step, and the step keeps all its digits. */
const farRate = 2 ** 400;

/** g · dθ/dη: θ(η) of every optimizer here is a straight line in η, and far out its direction is all there is. */
function* slopeAtZeroSteps(bound: BoundOptimizer, tensors: Tensors, gradient: Tensors): Steps<number> {
  const moved = yield* firstStepSteps(bound, tensors, gradient, farRate);
  let slope = 0;
  for (const [i, values] of moved.entries()) {
    for (let j = 0; j < values.length; j++) slope += gradient[i][j] * ((values[j] - tensors[i][j]) / farRate);
    yield;
  }
  return slope;
}

/** Bisects between an η that descends and one that does not, to neighbouring doubles or nearly. */
function* crossingSteps(
  at: (rate: number) => Steps<number>,
  lossBefore: number,
  descending: number,
  rising: number,
): Steps<number> {
  let [low, high] = [descending, rising];
  for (let i = 0; i < mostBisections; i++) {
    yield;
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if ((yield* at(middle)) < lossBefore) low = middle;
    else high = middle;
  }
  return low;
}

/** Golden-section search around the best η of the scan; it has the digits that a minimum has, about half of all. */
function* lowestSteps(
  at: (rate: number) => Steps<number>,
  best: { readonly rate: number; readonly loss: number },
  end: number,
): Steps<{ readonly rate: number; readonly loss: number }> {
  let [low, high] = [best.rate / growth, end];
  let lowest = best;
  for (let i = 0; i < goldenSteps && high - low > 1e-9 * high; i++) {
    yield;
    const first = high - golden * (high - low);
    const second = low + golden * (high - low);
    const [atFirst, atSecond] = [yield* at(first), yield* at(second)];
    if (atFirst < atSecond) high = second;
    else low = first;
    const nearer = atFirst < atSecond ? { rate: first, loss: atFirst } : { rate: second, loss: atSecond };
    if (nearer.loss < lowest.loss) lowest = nearer;
  }
  return lowest;
}
