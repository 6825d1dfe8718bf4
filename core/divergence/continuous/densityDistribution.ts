import type { Steps } from '../../steps';
import type { DensityExpression } from '../../text/densityExpression';
import { integrable, type LogAsymptotic } from '../families/asymptotics';
import type { ContinuousDistribution, ExactSum, Interval, SingularPoint } from '../families/distribution';
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
  const logDensity = (x: number, _fromLower: number, _toUpper: number, sum?: ExactSum): number => {
    const isNear = sum !== undefined && Math.abs(sum.distance) < 1e-3 * Math.abs(sum.near);
    const { sign, log } = isNear
      ? densityValue(expression, sum.near, sum.distance)
      : densityValue(expression, x);
    if (sign > 0) return log;
    if (sign === 0 || log < shape.logMaximum + LOG_ROUNDING) return Number.NEGATIVE_INFINITY;
    return Number.NaN;
  };
  const singular: SingularPoint[] = [];
  for (const at of shape.singular) {
    const below = densityAsymptotic(expression, { at, side: 'below' });
    const above = densityAsymptotic(expression, { at, side: 'above' });
    singular.push({ at, below, above });
    yield;
  }
  const diverges = (terms: LogAsymptotic | null) => terms !== null && !integrable(terms, 'point');
  const divergent = singular.find(({ below, above }) => diverges(below) || diverges(above));
  const distribution: ContinuousDistribution = {
    kind: 'continuous',
    support,
    logDensity,
    landmarks: shape.landmarks,
    singular,
    lowerEnd: densityAsymptotic(expression, { at: support.lower, side: 'above' }),
    upperEnd: densityAsymptotic(expression, { at: support.upper, side: 'below' }),
    entropy: null,
    mean: null,
    variance: null,
  };
  return { distribution, divergesAt: divergent?.at ?? null };
}
