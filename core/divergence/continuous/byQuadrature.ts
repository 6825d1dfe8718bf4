import { integrate } from '../../numeric/quadrature/adaptive';
import {
  FARTHEST,
  type Node,
  nodeAt,
  type Piece,
  pieceEnds,
  pieceRange,
  SQUARE_IS_DOUBLE,
} from '../../numeric/quadrature/piece';
import { cutIntoPieces } from '../../numeric/quadrature/pieces';
import type { Steps } from '../../steps';
import { logOfFall } from '../families/asymptotics';
import type { ContinuousDistribution } from '../families/distribution';
import { addPairTerms, componentPlace, components, withMoment } from './pairTerms';

/** The components' integrals or sums, in the order of `components`. */
export interface PairIntegrals {
  readonly values: Float64Array;
  readonly errors: Float64Array;
  readonly converged: boolean;
  /** ln of the factor that was taken out of `scaledMoment`; above `SCALED_FROM` where it stands for χ². */
  readonly logScale: number;
  /** Whether ∫ p ln q is finite and above the greatest double, and ∫ q ln p. */
  readonly isAbove: { readonly PQ: boolean; readonly QP: boolean };
  /** Where a density was negative; NaN for none. */
  readonly negativeAt: { readonly p: number; readonly q: number };
}

/** The components in which ln q stands beside p, or ln p beside q. */
const surprised = {
  PQ: ['crossEntropyPQ', 'klPQ', 'jeffreys'],
  QP: ['crossEntropyQP', 'klQP', 'jeffreys'],
} as const;

/** ln(−ln f) inside the support where ln f is below the least double, from how f behaves at the ends. */
function logSurprisal({ support, lowerEnd, upperEnd }: ContinuousDistribution, x: number): number {
  const { lower, upper } = support;
  const below = lower === Number.NEGATIVE_INFINITY ? -x : 1 / (x - lower);
  const above = upper === Number.POSITIVE_INFINITY ? x : 1 / (upper - x);
  const falls = [logOfFall(lowerEnd ?? [], below), logOfFall(upperEnd ?? [], above)];
  return Math.max(...falls.filter((fall) => !Number.isNaN(fall)));
}

/** In each piece p²/q is looked at this often, to see how large it grows. */
const SAMPLES = 40;
const tolerance = { relative: 1e-12, absolute: 1e-14 };

/** ln of the density at a node, with distances to the support's ends that keep their digits next to them. */
export function logDensityAt(distribution: ContinuousDistribution, node: Node, piece: Piece): number {
  const { lower, upper } = distribution.support;
  const [from, to] = pieceEnds(piece);
  if (to <= lower || from >= upper) return Number.NEGATIVE_INFINITY;
  const fromLower = from <= lower ? node.fromLower : node.x - lower;
  const toUpper = to >= upper ? node.toUpper : upper - node.x;
  const sum =
    node.fromLower <= node.toUpper
      ? { near: from, distance: node.fromLower }
      : { near: to, distance: -node.toUpper };
  return distribution.logDensity(node.x, fromLower, toUpper, sum);
}

const none = Number.NEGATIVE_INFINITY;

function isInside({ support: { lower, upper }, gaps = [] }: ContinuousDistribution, x: number): boolean {
  return x > lower && x < upper && !gaps.some((gap) => gap.lower < x && x < gap.upper);
}

/** How far out both logarithms are doubles, or both densities are nothing. */
function reachOf(p: ContinuousDistribution, q: ContinuousDistribution, direction: 1 | -1): number {
  const x = direction * Math.exp(FARTHEST);
  const [logP, logQ] = [p, q].map(({ support: { lower, upper }, logDensity }) =>
    x < lower || x > upper ? null : logDensity(x, x - lower, upper - x),
  );
  const isSame = Number.isFinite(logP) === Number.isFinite(logQ);
  return isSame || logP === null || logQ === null ? FARTHEST : SQUARE_IS_DOUBLE;
}

/**
 * The wanted components of two densities, each density multiplied by e^shift, over the union of their
 * supports, cut at support ends, kinks and modes. NaN of `logDensity` marks a negative density.
 */
export function* integratePair(
  p: ContinuousDistribution,
  q: ContinuousDistribution,
  wanted: Uint8Array,
  shiftP: number,
  shiftQ: number,
): Steps<PairIntegrals> {
  const ends = [p.support.lower, p.support.upper, q.support.lower, q.support.upper];
  const lower = Math.min(p.support.lower, q.support.lower);
  const upper = Math.max(p.support.upper, q.support.upper);
  const inner = [...(p.singular ?? []), ...(q.singular ?? [])].map(({ at }) => at);
  const singular = [...ends, ...inner].filter(Number.isFinite);
  const reach = { lower: reachOf(p, q, -1), upper: reachOf(p, q, 1) };
  const pieces = cutIntoPieces(lower, upper, [...p.landmarks, ...q.landmarks], singular, reach);
  const negativeAt = { p: Number.NaN, q: Number.NaN };
  const isAbove = { PQ: false, QP: false };
  const putSurprise = (direction: 'PQ' | 'QP', logSize: number, out: Float64Array) => {
    const size = Math.exp(logSize);
    if (size === Number.POSITIVE_INFINITY) isAbove[direction] = true;
    for (const component of surprised[direction]) {
      if (chosen[componentPlace(component)] === 1) out[componentPlace(component)] = size;
    }
  };
  let logScale = 0;
  const logs = (node: Node, piece: Piece) => ({
    logP: logDensityAt(p, node, piece) + shiftP,
    logQ: logDensityAt(q, node, piece) + shiftQ,
  });
  const isScalable = wanted[componentPlace('chiSquare')] === 1;
  for (const piece of isScalable ? pieces : []) {
    const [from, to] = pieceRange(piece);
    for (let k = 0; k <= SAMPLES; k++) {
      const node = nodeAt(piece, from + ((to - from) * k) / SAMPLES);
      const { logP, logQ } = logs(node, piece);
      const logMoment = 2 * logP - logQ + node.logJacobian;
      if (logP > Number.NEGATIVE_INFINITY && logMoment > logScale && logMoment < Number.POSITIVE_INFINITY)
        logScale = logMoment;
    }
    yield;
  }
  const chosen = withMoment(wanted, logScale);
  const integrals = yield* integrate(
    (node, piece, out) => {
      const { logP, logQ } = logs(node, piece);
      if (Number.isNaN(logP)) negativeAt.p = node.x;
      else if (Number.isNaN(logQ)) negativeAt.q = node.x;
      else {
        addPairTerms(logP, logQ, node.logJacobian, logScale, chosen, out);
        if ((logP === none) === (logQ === none)) return;
        if (logQ === none && isInside(q, node.x))
          putSurprise('PQ', logP + node.logJacobian + logSurprisal(q, node.x), out);
        if (logP === none && isInside(p, node.x))
          putSurprise('QP', logQ + node.logJacobian + logSurprisal(p, node.x), out);
      }
    },
    pieces,
    components.length,
    tolerance,
  );
  return { ...integrals, logScale, negativeAt, isAbove };
}
