import { logSumExp } from '../../numeric/logSumExp';
import type { Random } from '../../numeric/random';
import { combine, type LogAsymptotic } from '../families/asymptotics';
import type {
  ContinuousDistribution,
  DiscreteDistribution,
  Distribution,
  ExactSum,
  Interval,
  MultivariateDistribution,
} from '../families/distribution';
import { isEmptyBeside, logBeside, type Side } from './beside';
import { partsOf } from './supports';

interface Weighted<Part> {
  readonly weight: number;
  readonly of: Part;
}

/**
 * Σ wᵢ pᵢ with weights > 0, which need not sum to one: then neither does what is made. Null where the parts do not
 * live on one space: a density beside integers, or points of different lengths.
 */
export function createMixture(parts: readonly Weighted<Distribution>[]): Distribution | null {
  const continuous = parts.flatMap(({ weight, of }) => (of.kind === 'continuous' ? [{ weight, of }] : []));
  if (continuous.length === parts.length) return mixDensities(continuous);
  const discrete = parts.flatMap(({ weight, of }) => (of.kind === 'discrete' ? [{ weight, of }] : []));
  if (discrete.length === parts.length) return mixMasses(discrete);
  const points = parts.flatMap(({ weight, of }) => (of.kind === 'multivariate' ? [{ weight, of }] : []));
  const first = points[0]?.of;
  const alike = points.every(
    ({ of }) => first !== undefined && of.dimension === first.dimension && of.space === first.space,
  );
  return points.length === parts.length && alike ? mixPoints(points) : null;
}

function logTotal(logs: Float64Array): number {
  const { largest, excess } = logSumExp(logs);
  return Number.isFinite(largest) ? largest + excess : largest;
}

function mixDensities(parts: readonly Weighted<ContinuousDistribution>[]): ContinuousDistribution {
  const support = hullOf(parts.map(({ of }) => of.support));
  const logs = new Float64Array(parts.length);
  const logWeights = parts.map(({ weight }) => Math.log(weight));
  const points = [
    ...new Set(parts.flatMap(({ of }) => [of.support.lower, of.support.upper, ...singularOf(of)])),
  ];
  const inside = points.filter((at) => at > support.lower && at < support.upper);
  const beside = (at: number, side: Side) =>
    leading(parts.filter(({ of }) => !isEmptyBeside(of, at, side)).map(({ of }) => logBeside(of, at, side)));
  return {
    kind: 'continuous',
    support,
    gaps: gapsOf(parts.map(({ of }) => of)),
    logDensity: (x, fromLower, toUpper, sum) => {
      for (const [index, { of }] of parts.entries()) {
        logs[index] = (logWeights[index] ?? 0) + logOfPart(of, support, x, fromLower, toUpper, sum);
      }
      return logTotal(logs);
    },
    landmarks: parts.flatMap(({ of }) => of.landmarks),
    singular: inside.map((at) => ({ at, below: beside(at, 'below'), above: beside(at, 'above') })),
    lowerEnd: beside(support.lower, 'above'),
    upperEnd: beside(support.upper, 'below'),
    entropy: null,
    ...momentsOf(parts),
  };
}

function singularOf({ singular = [] }: ContinuousDistribution): readonly number[] {
  return singular.map(({ at }) => at);
}

/** ln of one part's density at x, with its own distances to its ends where the sum tells them. */
function logOfPart(
  part: ContinuousDistribution,
  whole: Interval,
  x: number,
  fromLower: number,
  toUpper: number,
  sum: ExactSum | undefined,
): number {
  const { lower, upper } = part.support;
  const from = lower === whole.lower ? fromLower : sum?.near === lower ? sum.distance : x - lower;
  const to = upper === whole.upper ? toUpper : sum?.near === upper ? -sum.distance : upper - x;
  return from < 0 || to < 0 ? Number.NEGATIVE_INFINITY : part.logDensity(x, from, to, sum);
}

function mixMasses(parts: readonly Weighted<DiscreteDistribution>[]): DiscreteDistribution {
  const support = hullOf(parts.map(({ of }) => of.support));
  const logs = new Float64Array(parts.length);
  const logWeights = parts.map(({ weight }) => Math.log(weight));
  const logMass = (k: number): number => {
    for (const [index, { of }] of parts.entries()) {
      const isInside = k >= of.support.lower && k <= of.support.upper;
      logs[index] = isInside ? (logWeights[index] ?? 0) + of.logMass(k) : Number.NEGATIVE_INFINITY;
    }
    return logTotal(logs);
  };
  const modes = parts.flatMap(({ of }) => of.modes ?? [of.mode]);
  const endless = parts.filter(({ of }) => of.support.upper === Number.POSITIVE_INFINITY);
  return {
    kind: 'discrete',
    support,
    logMass,
    mode: modes.reduce((best, mode) => (logMass(mode) > logMass(best) ? mode : best)),
    modes,
    upperEnd: leading(endless.map(({ of }) => of.upperEnd)) ?? [],
    tailRatio: (k) => Math.max(0, ...parts.map(({ of }) => (k >= of.support.upper ? 0 : of.tailRatio(k)))),
    entropy: null,
    ...momentsOf(parts),
  };
}

function mixPoints(parts: readonly Weighted<MultivariateDistribution>[]): MultivariateDistribution {
  const [first] = parts;
  if (first === undefined) throw new Error('a mixture of nothing');
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const logs = new Float64Array(parts.length);
  const logWeights = parts.map(({ weight }) => Math.log(weight));
  return {
    kind: 'multivariate',
    dimension: first.of.dimension,
    space: first.of.space,
    entropy: parts.length === 1 ? first.of.entropy : null,
    work: parts.reduce((sum, { of }) => sum + of.work, 0),
    mean: first.of.mean.map((_, axis) =>
      parts.reduce((sum, { weight, of }) => sum + (weight / total) * (of.mean[axis] ?? 0), 0),
    ),
    logDensity: (x) => {
      for (const [index, { of }] of parts.entries())
        logs[index] = (logWeights[index] ?? 0) + of.logDensity(x);
      return logTotal(logs);
    },
    sample: (random: Random) => {
      let left = random.uniform() * total;
      for (const { weight, of } of parts) {
        left -= weight;
        if (left <= 0) return of.sample(random);
      }
      return first.of.sample(random);
    },
  };
}

/** Mean and variance of the mixture divided by its mass; null where a part's is not known. */
function momentsOf(parts: readonly Weighted<ContinuousDistribution | DiscreteDistribution>[]): {
  readonly mean: number | null;
  readonly variance: number | null;
} {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  let mean = 0;
  for (const { weight, of } of parts) {
    if (of.mean === null) return { mean: null, variance: null };
    mean += (weight / total) * of.mean;
  }
  let variance = 0;
  for (const { weight, of } of parts) {
    if (of.mean === null || of.variance === null) return { mean, variance: null };
    variance += (weight / total) * (of.variance + (Number.isFinite(mean) ? (of.mean - mean) ** 2 : 0));
  }
  return { mean, variance };
}

function hullOf(intervals: readonly Interval[]): Interval {
  return {
    lower: Math.min(...intervals.map(({ lower }) => lower)),
    upper: Math.max(...intervals.map(({ upper }) => upper)),
  };
}

/** What no part covers between the first and the last. */
function gapsOf(parts: readonly ContinuousDistribution[]): readonly Interval[] {
  const covers = parts.flatMap(partsOf).sort((one, other) => one.lower - other.lower);
  const gaps: Interval[] = [];
  let reached = covers[0]?.upper ?? 0;
  for (const { lower, upper } of covers) {
    if (lower > reached) gaps.push({ lower: reached, upper: lower });
    reached = Math.max(reached, upper);
  }
  return gaps;
}

/** Of several ln f, the one that outgrows the others: that of their sum, up to a bounded factor. Null where one is not known. */
function leading(asymptotics: readonly (LogAsymptotic | null)[]): LogAsymptotic | null {
  let best: LogAsymptotic | null = null;
  for (const of of asymptotics) {
    if (of === null) return null;
    if (best === null) best = of;
    else {
      const [growth] = combine({ weight: 1, of }, { weight: -1, of: best });
      if (growth !== undefined && growth.coefficient > 0) best = of;
    }
  }
  return best ?? [];
}
