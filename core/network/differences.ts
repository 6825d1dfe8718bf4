import type { Kernels } from '../kernels/kernels';
import type { Matrix } from '../matrix';
import type { Steps } from '../steps';
import { createComplexProbe } from './complexStep/complexStep';
import { forwardSteps } from './forward';
import type { Target } from './losses/loss';
import { areEqual, createProbeSteps, type ParameterPlace, type Probe } from './lossProbe';
import type { Network } from './network';

/** Differences at most, each with half the step of the one before. */
export const mostHalvings = 10;

/** How often the first step may shrink by 16 to stay clear of a kink nearby. */
const mostRetreats = 8;

/** How far rounding may move a loss, relative to its size. */
const lossRounding = 16 * 2 ** -52;

/** A difference whose own error is larger than this part of it compares nothing. */
export const sharpness = 1e-3;

export interface Difference {
  /** From below and from above: equal unless the parameter stands exactly at a kink. */
  readonly left: number;
  readonly right: number;
  /** What rounding and extrapolation may have added to either. */
  readonly error: number;
  readonly method: DifferenceMethod;
}

/** One step along the imaginary axis, or real steps extrapolated to 0, to both sides at once or to each. */
export type DifferenceMethod = 'complex-step' | 'richardson' | 'one-sided';

/** The derivative of the loss by one parameter without a backward pass; null where it has no sharp limit. */
export type DifferenceProbe = (place: ParameterPlace) => Steps<Difference | null>;

/** Complex steps where the network is analytic and its numbers allow, else differences of real losses. */
export function* createDifferenceProbeSteps(
  network: Network,
  input: Matrix,
  target: Target,
  kernels: Kernels,
): Steps<DifferenceProbe> {
  const probe = yield* createProbeSteps(network, input, target, kernels);
  const passes = yield* forwardSteps(network.layers, input, kernels);
  const complex = createComplexProbe(network, input, passes, target);
  return function* (place) {
    const found = complex === null ? null : yield* complex(place);
    if (found === null) return yield* differenceSteps(probe, place);
    const { value, error } = found;
    return { left: value, right: value, error, method: 'complex-step' };
  };
}

interface Limit {
  readonly value: number;
  readonly error: number;
}

/**
 * The derivative of the loss by one parameter from losses alone: central differences,
 * (L(θ + h) − L(θ − h))/2h, extrapolated to h → 0 by Richardson's method in the form of Ridders.
 * Where every step crosses a kink, the limits of differences to each side. Null where a side has no
 * sharp limit, as at a jump, or where the loss is not finite.
 *
 * Source: C. J. F. Ridders, "Accurate computation of F′(x) and F′(x) F″(x)", 1982.
 */
export function* differenceSteps(probe: Probe, place: ParameterPlace): Steps<Difference | null> {
  const central = yield* retreatSteps(probe, place, centralRow);
  if (central !== 'crossed a kink') {
    if (central === null) return null;
    return { left: central.value, right: central.value, error: central.error, method: 'richardson' };
  }
  const right = yield* retreatSteps(probe, place, sidedRow(1));
  const left = yield* retreatSteps(probe, place, sidedRow(-1));
  if (!isLimit(left) || !isLimit(right)) return null;
  const error = Math.max(left.error, right.error);
  // One side may well be 0, with an error of its own.
  const size = Math.max(Math.abs(left.value), Math.abs(right.value));
  if (error > sharpness * size + 1e-12) return null;
  return { left: left.value, right: right.value, error, method: 'one-sided' };
}

function isLimit(limit: Limit | null | 'crossed a kink'): limit is Limit {
  return typeof limit === 'object' && limit !== null;
}

interface Quotient {
  readonly value: number;
  /** Of the loss, in the quotient. */
  readonly rounding: number;
  /** Each further order of the extrapolation removes the error of this power of the step. */
  readonly power: number;
}

type QuotientSteps = (
  probe: Probe,
  place: ParameterPlace,
  centre: number,
  step: number,
  sides: { first: readonly number[] | null },
) => Steps<Quotient | null | 'crossed a kink'>;

function* centralRow(
  probe: Probe,
  place: ParameterPlace,
  centre: number,
  step: number,
): ReturnType<QuotientSteps> {
  const high = yield* probe.lossSteps(place, centre + step);
  const low = yield* probe.lossSteps(place, centre - step);
  if (high.isAcrossKink || low.isAcrossKink) return 'crossed a kink';
  // The step that was really taken, after rounding of centre ± step.
  return quotient(high.loss, low.loss, centre + step - (centre - step), 4);
}

/** All steps to one side have to end on the same side of every kink. */
function sidedRow(sign: 1 | -1): QuotientSteps {
  return function* (probe, place, centre, step, sides) {
    const here = yield* probe.lossSteps(place, centre);
    const there = yield* probe.lossSteps(place, centre + sign * step);
    sides.first ??= there.sides;
    if (!areEqual(sides.first, there.sides)) return 'crossed a kink';
    return quotient(there.loss, here.loss, centre + sign * step - centre, 2);
  };
}

function quotient(high: number, low: number, width: number, power: number): Quotient | null {
  if (!Number.isFinite(high) || !Number.isFinite(low)) return null;
  const rounding = (lossRounding * Math.max(Math.abs(high), Math.abs(low))) / Math.abs(width);
  return { value: (high - low) / width, rounding, power };
}

function* retreatSteps(
  probe: Probe,
  place: ParameterPlace,
  take: QuotientSteps,
): Steps<Limit | null | 'crossed a kink'> {
  const centre = probe.parameter(place);
  let step = 2 ** -6 * Math.max(1, Math.abs(centre));
  for (let retreat = 0; retreat < mostRetreats; retreat++) {
    const limit = yield* extrapolateSteps(probe, place, centre, step, take);
    if (limit !== 'crossed a kink') return limit;
    step /= 16;
  }
  return 'crossed a kink';
}

/**
 * The sharpest entry of each row of the table counts only as far as the next row repeats it: two numbers of
 * one row can agree by chance, where the steps are still too long for the function.
 */
function* extrapolateSteps(
  probe: Probe,
  place: ParameterPlace,
  centre: number,
  firstStep: number,
  take: QuotientSteps,
): Steps<Limit | null | 'crossed a kink'> {
  let best: Limit | null = null;
  let before: Limit | null = null;
  let above: readonly number[] = [];
  let step = firstStep;
  const sides = { first: null };
  for (let halving = 0; halving < mostHalvings; halving++) {
    const found = yield* take(probe, place, centre, step, sides);
    if (found === 'crossed a kink') return found;
    if (found === null) return best;
    const row = [found.value];
    let sharpest: Limit | null = null;
    for (let order = 1; order <= above.length; order++) {
      const power = found.power ** order;
      row[order] = (power * row[order - 1] - above[order - 1]) / (power - 1);
      const change = Math.max(Math.abs(row[order] - row[order - 1]), Math.abs(row[order] - above[order - 1]));
      const error = change + found.rounding;
      if (sharpest === null || error < sharpest.error) sharpest = { value: row[order], error };
    }
    if (before !== null && sharpest !== null) {
      const repeated = Math.max(before.error, Math.abs(sharpest.value - before.value));
      if (best === null || repeated < best.error) best = { value: before.value, error: repeated };
    }
    // Rounding grows as steps shrink: what follows cannot be sharper.
    if (best !== null && best.error <= found.rounding) break;
    before = sharpest;
    above = row;
    step /= 2;
  }
  return best;
}
