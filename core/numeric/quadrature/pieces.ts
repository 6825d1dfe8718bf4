import { FARTHEST, type Piece } from './piece';

/** A piece this many times wider than its neighbour may hide what happens at its ends from a plain rule. */
const WIDE = 6;
/** Breaks closer than this, relatively to their size, are taken for one. */
const SAME = 1e-9;
/** Nearer than this to a singular point, breaks would cut where distances to it have lost their digits. */
const NEAR = 1e-4;
/** No piece is narrower: the distances within it would be subnormal. */
const NARROWEST = 1e-250;

/** ln of how far out tails are followed. */
export interface Reach {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Cuts [lower, upper] at the breaks inside it: exp-sinh pieces reach to infinite ends; tanh-sinh pieces to
 * finite ones, to `singular` points, and where scales change; plain pieces lie between.
 */
export function cutIntoPieces(
  lower: number,
  upper: number,
  breaks: readonly number[],
  singular: readonly number[] = [],
  reach: Reach = { lower: FARTHEST, upper: FARTHEST },
): readonly Piece[] {
  const within = (x: number) => x > lower && x < upper;
  const ends = new Set(distinct([...singular].filter(within), [lower, upper], 0, 0));
  const apart = distinct([...breaks].filter(within), [lower, upper, ...ends], NEAR, SAME);
  const inside = [...ends, ...apart].sort((a, b) => a - b);
  if (inside.length === 0) inside.push(middleOf(lower, upper));
  const first = inside[0] ?? 0;
  const last = inside[inside.length - 1] ?? 0;
  const span = last - first;
  const pieces: Piece[] = [];
  if (lower === Number.NEGATIVE_INFINITY) {
    const scale = span > 0 ? span : 1;
    const finest = span > 0 ? (inside[1] ?? first) - first : scale;
    pieces.push({ kind: 'tail', from: first, direction: -1, scale, finest, reach: reach.lower });
  } else pieces.push({ kind: 'end', from: lower, to: first });
  const all = [lower, ...inside, upper];
  for (let k = 1; k < inside.length; k++) {
    const from = inside[k - 1] ?? 0;
    const to = inside[k] ?? 0;
    const before = from - (all[k - 1] ?? from);
    const after = (all[k + 2] ?? to) - to;
    const wide = to - from > WIDE * Math.min(before, after);
    pieces.push({ kind: wide || ends.has(from) || ends.has(to) ? 'end' : 'inner', from, to });
  }
  if (upper === Number.POSITIVE_INFINITY) {
    const scale = span > 0 ? span : Number.isFinite(lower) && last > lower ? last - lower : 1;
    const finest = span > 0 ? last - (inside.at(-2) ?? last) : scale;
    pieces.push({ kind: 'tail', from: last, direction: 1, scale, finest, reach: reach.upper });
  } else pieces.push({ kind: 'end', from: last, to: upper });
  return pieces;
}

/** The points that are apart from those given by the first part of their size, from one another by the second. */
function distinct(
  points: readonly number[],
  from: readonly number[],
  fromOthers: number,
  amongThem: number,
): readonly number[] {
  const kept: number[] = [];
  const near = (x: number, relative: number) => (y: number) =>
    Math.abs(x - y) <= Math.max(NARROWEST, relative * Math.max(Math.abs(x), Math.abs(y)));
  const fixed = from.filter(Number.isFinite);
  for (const x of points) {
    if (!fixed.some(near(x, fromOthers)) && !kept.some(near(x, amongThem))) kept.push(x);
  }
  return kept;
}

function middleOf(lower: number, upper: number): number {
  if (Number.isFinite(lower) && Number.isFinite(upper)) return lower + (upper - lower) / 2;
  if (Number.isFinite(lower)) return lower + 1;
  return Number.isFinite(upper) ? upper - 1 : 0;
}
