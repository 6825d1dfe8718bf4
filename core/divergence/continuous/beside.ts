import type { LogAsymptotic } from '../families/asymptotics';
import type { ContinuousDistribution } from '../families/distribution';

export type Side = 'below' | 'above';

/** ln of a density on one side of a point of its support; bounded where nothing else is said, null where it is not known. */
export function logBeside(of: ContinuousDistribution, at: number, side: Side): LogAsymptotic | null {
  if (at === of.support.lower && side === 'above') return of.lowerEnd;
  if (at === of.support.upper && side === 'below') return of.upperEnd;
  const point = of.singular?.find((singular) => singular.at === at);
  return point === undefined ? [] : point[side];
}

/** Whether the density is 0 just beside a point: in a gap, or beyond the support. */
export function isEmptyBeside(
  { support, gaps = [] }: ContinuousDistribution,
  at: number,
  side: Side,
): boolean {
  const { lower, upper } = support;
  if (side === 'below')
    return at <= lower || at > upper || gaps.some((gap) => gap.lower < at && at <= gap.upper);
  return at < lower || at >= upper || gaps.some((gap) => gap.lower <= at && at < gap.upper);
}
