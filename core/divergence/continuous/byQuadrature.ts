import { integrate } from '../../numeric/quadrature/adaptive';
import { type Node, nodeAt, type Piece, pieceEnds, pieceRange } from '../../numeric/quadrature/piece';
import { cutIntoPieces } from '../../numeric/quadrature/pieces';
import type { Steps } from '../../steps';
import type { ContinuousDistribution } from '../families/distribution';
import { addPairTerms, componentPlace, components, withMoment } from './pairTerms';

/** The components' integrals or sums, in the order of `components`. */
export interface PairIntegrals {
  readonly values: Float64Array;
  readonly errors: Float64Array;
  readonly converged: boolean;
  /** ln of the factor that was taken out of `scaledMoment`; above `SCALED_FROM` where it stands for χ². */
  readonly logScale: number;
  /** Where a density was negative; NaN for none. */
  readonly negativeAt: { readonly p: number; readonly q: number };
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
  const pieces = cutIntoPieces(lower, upper, [...p.landmarks, ...q.landmarks], singular);
  const negativeAt = { p: Number.NaN, q: Number.NaN };
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
      if (logP > Number.NEGATIVE_INFINITY && logMoment > logScale) logScale = logMoment;
    }
    yield;
  }
  const chosen = withMoment(wanted, logScale);
  const integrals = yield* integrate(
    (node, piece, out) => {
      const { logP, logQ } = logs(node, piece);
      if (Number.isNaN(logP)) negativeAt.p = node.x;
      else if (Number.isNaN(logQ)) negativeAt.q = node.x;
      else addPairTerms(logP, logQ, node.logJacobian, logScale, chosen, out);
    },
    pieces,
    components.length,
    tolerance,
  );
  return { ...integrals, logScale, negativeAt };
}
