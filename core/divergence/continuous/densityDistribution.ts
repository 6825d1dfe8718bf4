import type { Steps } from '../../steps';
import type { DensityExpression } from '../../text/densityExpression';
import { integrable } from '../families/asymptotics';
import type { ContinuousDistribution, Interval } from '../families/distribution';
import { densityAsymptotic } from './densityAsymptotics';
import { type DensityShape, scanDensity } from './densityScan';
import { densityValue } from './densityValue';

/** Below this part of its greatest value, a negative density is rounding and taken as 0. */
const LOG_ROUNDING = -28;

/** A distribution from a density as it was written, and where its integral diverges inside the support. */
export interface WrittenDensity {
  readonly distribution: ContinuousDistribution;
  readonly divergesAt: number | null;
}

/** NaN of `logDensity` marks a density that is negative or undefined there. */
export function* createDensity(expression: DensityExpression, support: Interval): Steps<WrittenDensity> {
  const shape: DensityShape = yield* scanDensity(expression, support);
  const { lower, upper } = support;
  const logDensity = (x: number, fromLower: number, toUpper: number): number => {
    const nearLower = fromLower < 1e-3 * Math.abs(lower);
    const nearUpper = toUpper < 1e-3 * Math.abs(upper);
    const { sign, log } =
      nearLower && Number.isFinite(lower)
        ? densityValue(expression, lower, fromLower)
        : nearUpper && Number.isFinite(upper)
          ? densityValue(expression, upper, -toUpper)
          : densityValue(expression, x);
    if (sign > 0) return log;
    if (sign === 0 || log < shape.logMaximum + LOG_ROUNDING) return Number.NEGATIVE_INFINITY;
    return Number.NaN;
  };
  let divergesAt: number | null = null;
  for (const at of shape.singular) {
    for (const side of ['below', 'above'] as const) {
      const terms = densityAsymptotic(expression, { at, side });
      if (terms !== null && !integrable(terms, 'point')) divergesAt = at;
    }
    yield;
  }
  const distribution: ContinuousDistribution = {
    kind: 'continuous',
    support,
    logDensity,
    landmarks: shape.landmarks,
    singular: shape.singular,
    lowerEnd: densityAsymptotic(expression, { at: lower, side: 'above' }),
    upperEnd: densityAsymptotic(expression, { at: upper, side: 'below' }),
    entropy: null,
    mean: null,
    variance: null,
  };
  return { distribution, divergesAt };
}
