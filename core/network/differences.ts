import type { Steps } from '../steps';
import { areEqual, type ParameterPlace, type Probe } from './lossProbe';

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
    return central === null ? null : { left: central.value, right: central.value, error: central.error };
  }
  const right = yield* retreatSteps(probe, place, sidedRow(1));
  const left = yield* retreatSteps(probe, place, sidedRow(-1));
  if (!isSharp(left) || !isSharp(right)) return null;
  return { left: left.value, right: right.value, error: Math.max(left.error, right.error) };
}

function isSharp(limit: Limit | null | 'crossed a kink'): limit is Limit {
  return (
    typeof limit === 'object' && limit !== null && limit.error <= sharpness * Math.abs(limit.value) + 1e-12
  );
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

function* extrapolateSteps(
  probe: Probe,
  place: ParameterPlace,
  centre: number,
  firstStep: number,
  take: QuotientSteps,
): Steps<Limit | null | 'crossed a kink'> {
  let best: Limit | null = null;
  let above: readonly number[] = [];
  let step = firstStep;
  const sides = { first: null };
  for (let halving = 0; halving < mostHalvings; halving++) {
    const found = yield* take(probe, place, centre, step, sides);
    if (found === 'crossed a kink') return found;
    if (found === null) return best;
    const row = [found.value];
    for (let order = 1; order <= above.length; order++) {
      const power = found.power ** order;
      row[order] = (power * row[order - 1] - above[order - 1]) / (power - 1);
      const change = Math.max(Math.abs(row[order] - row[order - 1]), Math.abs(row[order] - above[order - 1]));
      const error = change + found.rounding;
      if (best === null || error < best.error) best = { value: row[order], error };
    }
    const drift = Math.abs(row[row.length - 1] - (above[above.length - 1] ?? row[row.length - 1]));
    if (best !== null && drift > 2 * best.error) break;
    above = row;
    step /= 2;
  }
  return best;
}
