import type { Piece } from './piece';

/**
 * Cuts [lower, upper] at the breaks inside it: exp-sinh pieces reach to infinite ends, tanh-sinh pieces to
 * finite ones (an end of the whole, or one of `singular`), plain pieces lie between.
 */
export function cutIntoPieces(
  lower: number,
  upper: number,
  breaks: readonly number[],
  singular: readonly number[] = [],
): readonly Piece[] {
  const inside = [...new Set([...breaks, ...singular])]
    .filter((x) => x > lower && x < upper)
    .sort((a, b) => a - b);
  if (inside.length === 0) inside.push(middleOf(lower, upper));
  const first = inside[0] ?? 0;
  const last = inside[inside.length - 1] ?? 0;
  const pieces: Piece[] = [];
  const width = last - first;
  if (lower === Number.NEGATIVE_INFINITY) {
    pieces.push({ kind: 'tail', from: first, direction: -1, scale: width > 0 ? width : 1 });
  } else pieces.push({ kind: 'end', from: lower, to: first });
  const ends = new Set(singular);
  for (let k = 1; k < inside.length; k++) {
    const from = inside[k - 1] ?? 0;
    const to = inside[k] ?? 0;
    pieces.push({ kind: ends.has(from) || ends.has(to) ? 'end' : 'inner', from, to });
  }
  if (upper === Number.POSITIVE_INFINITY) {
    const scale = width > 0 ? width : Number.isFinite(lower) && last > lower ? last - lower : 1;
    pieces.push({ kind: 'tail', from: last, direction: 1, scale });
  } else pieces.push({ kind: 'end', from: last, to: upper });
  return pieces;
}

function middleOf(lower: number, upper: number): number {
  if (Number.isFinite(lower) && Number.isFinite(upper)) return lower + (upper - lower) / 2;
  if (Number.isFinite(lower)) return lower + 1;
  return Number.isFinite(upper) ? upper - 1 : 0;
}
