/** What φ(−x) says of φ(x), for every x. */
export type Symmetry =
  /** φ(−x) = φ(x) */
  | { readonly kind: 'even' }
  /** φ(−x) = −φ(x) */
  | { readonly kind: 'odd' }
  /** φ(x) + φ(−x) = sum: the curve is symmetric about the point (0, sum/2). */
  | { readonly kind: 'centre'; readonly sum: number }
  /** φ(x) − φ(−x) = slope · x */
  | { readonly kind: 'difference'; readonly slope: number };

/** Far apart and of no period, so that two functions that agree at all of them do everywhere. */
const places = Array.from({ length: 40 }, (_, index) => 0.0173 * 1.2167 ** index);

/** Found at many places: these functions are analytic by pieces, so that what holds there holds everywhere. */
export function symmetryOf(value: (x: number) => number): Symmetry | null {
  const holds = (left: (x: number) => number, right: (x: number) => number) =>
    places.every((x) => {
      const [one, other] = [left(x), right(x)];
      return Math.abs(one - other) <= 1e-13 * Math.max(1e-3, Math.abs(value(x)), Math.abs(value(-x)));
    });
  if (holds(value, (x) => value(-x))) return { kind: 'even' };
  if (holds(value, (x) => -value(-x))) return { kind: 'odd' };
  const sum = value(1) + value(-1);
  if (
    Number.isFinite(sum) &&
    holds(
      (x) => value(x) + value(-x),
      () => Number(sum.toPrecision(12)),
    )
  ) {
    return { kind: 'centre', sum: Number(sum.toPrecision(12)) };
  }
  const slope = Number((value(1) - value(-1)).toPrecision(12));
  if (
    holds(
      (x) => value(x) - value(-x),
      (x) => slope * x,
    )
  )
    return { kind: 'difference', slope };
  return null;
}
