import type { Steps } from '../../steps';
import type { ContinuousDistribution } from '../families/distribution';
import { normal } from '../families/normal';
import { integratePair } from './byQuadrature';
import { divergenceFinite } from './finiteness';
import { momentsSteps } from './moments';
import { componentPlace, components } from './pairTerms';

interface Place {
  readonly loc: number;
  readonly scale: number;
}

/** A normal N with its two divergences from P, in nats. */
export interface Projection extends Place {
  /** KL(P‖N). */
  readonly forward: number;
  /** KL(N‖P). */
  readonly reverse: number;
}

/** The normals that are nearest to P in either direction. */
export interface Projections {
  /** argmin KL(P‖N), which has P's mean and variance. Null where P has none. */
  readonly forward: Projection | null;
  /** argmin KL(N‖P), the best of several searches. Null where it is infinite for every normal, or was not found. */
  readonly reverse: Projection | null;
}

/** Nodes of a trapezoidal rule over so many standard deviations: what it neglects is far below rounding. */
const NODES = 145;
const REACH = 9;
const STEPS_AT_MOST = 400;
const STARTS_AT_MOST = 10;
const NEAR = 1e-9;

/**
 * The normal nearest to P by KL(P‖N), which covers P, and by KL(N‖P), which keeps where P is large: the moment and
 * the information projection. Source: K. P. Murphy, Probabilistic Machine Learning: Advanced Topics, 2023, 5.1.4.
 * Of P divided by its mass. A generator that yields at least every 10 ms.
 */
export function* projectionsSteps(written: ContinuousDistribution, mass: number): Steps<Projections> {
  const shift = Math.log(mass);
  const p: ContinuousDistribution =
    shift === 0 ? written : { ...written, logDensity: (...place) => written.logDensity(...place) - shift };
  const moments = yield* momentsSteps(p);
  const { mean, variance } = moments ?? {};
  const covering =
    mean?.kind === 'value' && variance?.kind === 'value' && variance.value > 0
      ? { loc: mean.value, scale: Math.sqrt(variance.value) }
      : null;
  const isEverywhere = divergenceFinite(createNormal({ loc: 0, scale: 1 }), p, 'Q').finite === true;
  const seeking = isEverywhere ? yield* searched(p, covering) : null;
  return {
    forward: covering === null ? null : yield* measured(p, covering),
    reverse: seeking === null ? null : yield* measured(p, seeking),
  };
}

function createNormal(place: Place): ContinuousDistribution {
  const created = normal.create(place);
  if (created.kind !== 'continuous') throw new Error('a normal has a density');
  return created;
}

const wanted = Uint8Array.from(components, (component) =>
  component === 'klPQ' || component === 'klQP' ? 1 : 0,
);

function* measured(p: ContinuousDistribution, place: Place): Steps<Projection> {
  const n = createNormal(place);
  const { values } = yield* integratePair(p, n, wanted, 0, 0);
  const divergenceOf = (of: ContinuousDistribution, other: ContinuousDistribution, name: 'klPQ' | 'klQP') => {
    const { finite } = divergenceFinite(of, other, 'P');
    if (finite === false) return Number.POSITIVE_INFINITY;
    return Math.max(0, values[componentPlace(name)] ?? Number.NaN);
  };
  return { ...place, forward: divergenceOf(p, n, 'klPQ'), reverse: divergenceOf(n, p, 'klQP') };
}

/** KL(N‖P) of N by mean and ln of the standard deviation. */
function reverseDivergence(p: ContinuousDistribution): (loc: number, logScale: number) => number {
  const step = (2 * REACH) / (NODES - 1);
  const nodes = Array.from({ length: NODES }, (_, k) => k * step - REACH);
  const weights = nodes.map((z) => (Math.exp(-0.5 * z * z) * step) / Math.sqrt(2 * Math.PI));
  return (loc, logScale) => {
    const scale = Math.exp(logScale);
    let sum = -0.5 * Math.log(2 * Math.PI * Math.E) - logScale;
    for (const [k, z] of nodes.entries()) {
      const x = loc + scale * z;
      sum -= (weights[k] ?? 0) * p.logDensity(x, x - p.support.lower, p.support.upper - x);
    }
    return sum;
  };
}

/** From the covering normal and from beside every landmark, the lowest that descent finds. */
function* searched(p: ContinuousDistribution, covering: Place | null): Steps<Place | null> {
  const divergence = reverseDivergence(p);
  let best: { readonly place: Place; readonly value: number } | null = null;
  for (const start of startsOf(p, covering)) {
    const found = yield* descent(divergence, start);
    if (best === null || found.value < best.value - NEAR) best = found;
  }
  return best === null || !Number.isFinite(best.value) ? null : best.place;
}

function startsOf(p: ContinuousDistribution, covering: Place | null): readonly Place[] {
  const peaks = [...new Set(p.landmarks)]
    .map((x) => ({ x, log: p.logDensity(x, x - p.support.lower, p.support.upper - x) }))
    .filter(({ log }) => Number.isFinite(log))
    .sort((one, other) => other.log - one.log)
    .slice(0, STARTS_AT_MOST);
  // A normal that is as high as P there.
  const atPeaks = peaks.map(({ x, log }) => ({ loc: x, scale: Math.exp(-log) / Math.sqrt(2 * Math.PI) }));
  return covering === null ? atPeaks : [covering, ...atPeaks];
}

/** Nelder and Mead, Computer Journal 7 (1965) 308, in mean and ln of the standard deviation. */
function* descent(
  f: (loc: number, logScale: number) => number,
  start: Place,
): Steps<{ readonly place: Place; readonly value: number }> {
  type Vertex = readonly [number, number, number];
  const at = (loc: number, logScale: number): Vertex => {
    const value = f(loc, logScale);
    return [loc, logScale, Number.isNaN(value) ? Number.POSITIVE_INFINITY : value];
  };
  const logScale = Math.log(start.scale);
  let simplex: Vertex[] = [
    at(start.loc, logScale),
    at(start.loc + 0.5 * start.scale, logScale),
    at(start.loc, logScale + 0.4),
  ];
  for (let k = 0; k < STEPS_AT_MOST; k++) {
    if (k % 8 === 0) yield;
    simplex = [...simplex].sort((one, other) => one[2] - other[2]);
    const [low, middle, high] = simplex as [Vertex, Vertex, Vertex];
    const size = Math.hypot((high[0] - low[0]) / Math.exp(low[1]), high[1] - low[1]);
    if (size < NEAR || !Number.isFinite(low[2])) break;
    const centre = [(low[0] + middle[0]) / 2, (low[1] + middle[1]) / 2] as const;
    const along = (t: number) =>
      at(centre[0] + t * (high[0] - centre[0]), centre[1] + t * (high[1] - centre[1]));
    const reflected = along(-1);
    let next = reflected;
    if (reflected[2] < low[2]) {
      const expanded = along(-2);
      next = expanded[2] < reflected[2] ? expanded : reflected;
    } else if (reflected[2] >= middle[2]) next = along(reflected[2] < high[2] ? -0.5 : 0.5);
    if (next[2] < high[2]) simplex = [low, middle, next];
    else {
      const towards = (of: Vertex) => at((of[0] + low[0]) / 2, (of[1] + low[1]) / 2);
      simplex = [low, towards(middle), towards(high)];
    }
  }
  const [loc, logOfScale, value] = [...simplex].sort((one, other) => one[2] - other[2])[0] ?? [
    0,
    0,
    Number.NaN,
  ];
  return { place: { loc, scale: Math.exp(logOfScale) }, value };
}
