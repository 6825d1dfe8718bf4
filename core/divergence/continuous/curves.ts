import type {
  ContinuousDistribution,
  DiscreteDistribution,
  Distribution,
  Interval,
} from '../families/distribution';

/** Densities, or probabilities of integers, at the places worth a drawing. As written: not divided by an integral. */
export interface Curves {
  /** Integers with a probability each, or places on a line. */
  readonly discrete: boolean;
  readonly x: readonly number[];
  readonly p: readonly number[];
  /** Null for one distribution alone. */
  readonly q: readonly number[] | null;
  /** p ln(p/q) in the base; +∞ where q is 0 and p is not. */
  readonly term: readonly number[] | null;
}

const points = 240;
/** A curve is drawn where it has at least that part of its largest value. */
const logVisible = Math.log(1e-2);
/** Each narrows the view to what is visible, until it hardly does. */
const mostPasses = 24;

/** Null for more than one variable, and for an integer beside a number of the line: they share no axis. */
export function curvesOf(p: Distribution, q: Distribution | null, base: number): Curves | null {
  if (p.kind === 'continuous' && (q === null || q.kind === 'continuous')) {
    return sampled(lineOf(p, q), false, logOf(p), q === null ? null : logOf(q), base);
  }
  if (p.kind === 'discrete' && (q === null || q.kind === 'discrete')) {
    return sampled(integersOf(p, q), true, massOf(p), q === null ? null : massOf(q), base);
  }
  return null;
}

type LogDensity = (x: number) => number;

/** ln of the density anywhere: −∞ outside the support. */
function logOf({ support, logDensity }: ContinuousDistribution): LogDensity {
  return (x) =>
    x < support.lower || x > support.upper
      ? Number.NEGATIVE_INFINITY
      : logDensity(x, x - support.lower, support.upper - x);
}

function massOf({ support, logMass }: DiscreteDistribution): LogDensity {
  return (k) => (k < support.lower || k > support.upper ? Number.NEGATIVE_INFINITY : logMass(k));
}

function sampled(
  x: readonly number[],
  discrete: boolean,
  logP: LogDensity,
  logQ: LogDensity | null,
  base: number,
): Curves | null {
  if (x.length === 0) return null;
  const unit = base === Math.E ? 1 : Math.log(base);
  const term = (at: number) => {
    const log = logP(at);
    return log === Number.NEGATIVE_INFINITY ? 0 : (Math.exp(log) * (log - (logQ ?? logP)(at))) / unit;
  };
  return {
    discrete,
    x,
    p: x.map((at) => Math.exp(logP(at))),
    q: logQ === null ? null : x.map((at) => Math.exp(logQ(at))),
    term: logQ === null ? null : x.map(term),
  };
}

function evenly({ lower, upper }: Interval, count: number): number[] {
  return Array.from({ length: count }, (_, index) => lower + ((upper - lower) * index) / (count - 1));
}

/** Even steps over what is visible of both, with the landmarks inside, so that no spike falls between two steps. */
function lineOf(p: ContinuousDistribution, q: ContinuousDistribution | null): readonly number[] {
  const both = q === null ? [p] : [p, q];
  const ranges = both.map(visibleRange).filter((range) => range !== null);
  if (ranges.length === 0) return [];
  const range = {
    lower: Math.min(...ranges.map(({ lower }) => lower)),
    upper: Math.max(...ranges.map(({ upper }) => upper)),
  };
  const margin = (range.upper - range.lower) * 0.03;
  const wide = { lower: range.lower - margin, upper: range.upper + margin };
  const own = both.flatMap(({ support, landmarks }) => [...landmarks, ...beside(support, margin / 100)]);
  const inside = own.filter((at) => at > wide.lower && at < wide.upper);
  return [...new Set([...evenly(wide, points), ...inside])].sort((one, other) => one - other);
}

/** A support's ends, where a density may be infinite, and both sides of them, where it may jump. */
function beside({ lower, upper }: Interval, step: number): readonly number[] {
  return [lower - step, lower, lower + step, upper - step, upper, upper + step].filter(Number.isFinite);
}

function visibleRange(distribution: ContinuousDistribution): Interval | null {
  const { support, landmarks } = distribution;
  const log = logOf(distribution);
  const anchors = [support.lower, support.upper, ...landmarks].filter(Number.isFinite);
  if (anchors.length === 0) return null;
  let range: Interval = { lower: Math.min(...anchors), upper: Math.max(...anchors) };
  if (range.lower === range.upper) range = { lower: range.lower - 1, upper: range.upper + 1 };
  for (let pass = 0; pass < mostPasses; pass++) {
    const grid = [...evenly(range, 4 * points), ...landmarks].sort((one, other) => one - other);
    const logs = grid.map(log);
    const largest = Math.max(...logs.filter(Number.isFinite));
    const visible = grid.filter((_, index) => logs[index] > largest + logVisible);
    const [first, last] = [visible[0], visible.at(-1)];
    if (first === undefined || last === undefined) return range;
    const step = (range.upper - range.lower) / (4 * points);
    const before = range.upper - range.lower;
    range = {
      lower: Math.max(support.lower, first - step),
      upper: Math.min(support.upper, last + step),
    };
    if (range.upper - range.lower > before / 1.5) break;
  }
  return range;
}

/** The integers whose probability is visible; evenly chosen ones where they are too many. */
function integersOf(p: DiscreteDistribution, q: DiscreteDistribution | null): readonly number[] {
  const ends = (q === null ? [p] : [p, q]).map((distribution) => {
    const { mode, support } = distribution;
    const log = massOf(distribution);
    const floor = log(mode) + logVisible;
    const isVisible = (k: number) => log(k) > floor;
    return {
      lower: mode - reach(mode - support.lower, (step) => isVisible(mode - step)),
      upper: mode + reach(support.upper - mode, (step) => isVisible(mode + step)),
    };
  });
  const lower = Math.min(...ends.map((end) => end.lower));
  const upper = Math.max(...ends.map((end) => end.upper));
  if (!Number.isSafeInteger(lower) || !Number.isSafeInteger(upper)) return [];
  const stride = Math.ceil((upper - lower + 1) / points);
  const length = Math.floor((upper - lower) / stride) + 1;
  return Array.from({ length }, (_, index) => lower + index * stride);
}

/** How far one can step and still see, at most `most`: by doubling, then by halving. */
function reach(most: number, isVisible: (step: number) => boolean): number {
  let far = 1;
  while (far <= most && isVisible(far)) far *= 2;
  let [seen, unseen] = [Math.floor(far / 2), Math.min(far, most + 1)];
  while (unseen - seen > 1) {
    const middle = Math.floor((seen + unseen) / 2);
    if (isVisible(middle)) seen = middle;
    else unseen = middle;
  }
  return seen;
}
