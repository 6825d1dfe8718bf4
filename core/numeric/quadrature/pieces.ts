import type { Piece } from './piece';

/** A piece this many times wider than its neighbour may hide what happens at its ends from a plain rule. */
const WIDE = 6;
/** Breaks closer than this, relatively to their size, to a singular point are taken for it. */
const SAME = 1e-9;
/** No piece is narrower: the distances within it would be subnormal. */
const NARROWEST = 1e-250;

/**
 * Cuts [lower, upper] at the breaks inside it: exp-sinh pieces reach to infinite ends; tanh-sinh pieces to
 * finite ones, to `singular` points, and where scales change; plain pieces lie between.
 */
export function cutIntoPieces(
  lower: number,
  upper: number,
  breaks: readonly number[],
  singular: readonly number[] = [],
): readonly Piece[] {
  const within = (x: number) => x > lower && x < upper;
  const ends = new Set(distinct([...singular].filter(within), [lower, upper], 0));
  const plain = distinct([...breaks].filter(within), [lower, upper, ...ends], SAME);
  const inside = [...ends, ...plain].sort((a, b) => a - b);
  if (inside.length === 0) inside.push(middleOf(lower, upper));
  const first = inside[0] ?? 0;
  const last = inside[inside.length - 1] ?? 0;
  const span = last - first;
  const pieces: Piece[] = [];
  if (lower === Number.NEGATIVE_INFINITY) {
    pieces.push({ kind: 'tail', from: first, direction: -1, scale: span > 0 ? span : 1 });
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
    pieces.push({ kind: 'tail', from: last, direction: 1, scale });
  } else pieces.push({ kind: 'end', from: last, to: upper });
  return pieces;
}

/** The points that are apart from one another and from those given. */
function distinct(points: readonly number[], from: readonly number[], relative: number): readonly number[] {
  const kept: number[] = [];
  for (const x of points) {
    const near = (y: number) =>
      Math.abs(x - y) <= Math.max(NARROWEST, relative * Math.max(Math.abs(x), Math.abs(y)));
    if (![...from, ...kept].some((y) => Number.isFinite(y) && near(y))) kept.push(x);
  }
  return kept;
}

function middleOf(lower: number, upper: number): number {
  if (Number.isFinite(lower) && Number.isFinite(upper)) return lower + (upper - lower) / 2;
  if (Number.isFinite(lower)) return lower + 1;
  return Number.isFinite(upper) ? upper - 1 : 0;
}
