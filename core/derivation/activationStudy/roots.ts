/** A zero of a function: exact where the function is 0 at it, else between two points with opposite signs. */
export interface Root {
  readonly at: number;
  /** The function has opposite signs at both ends; a single point where it is exactly 0 there. */
  readonly between: readonly [number, number];
  /** False where the function touches 0 and keeps its sign. */
  readonly crosses: boolean;
}

export type Sign = -1 | 0 | 1;

/** A stretch between two breakpoints or roots, with the sign that the function has on it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly sign: Sign;
}

export interface Signs {
  readonly roots: readonly Root[];
  /** From one end to the other, without gaps. */
  readonly stretches: readonly Stretch[];
}

/** Points in each half of a piece. */
const density = 400;
/** An infinite end is looked at so far out; beyond, all activations follow their asymptotes. */
const far = 60;
/** Half the width in which a crossing is enclosed, relative to the larger of 1 and its place. */
const enclosure = 2 ** -34;

/**
 * The zeros and signs of a function that is analytic between its breakpoints. A crossing is found by the
 * change of sign between two points and enclosed; a piece on which every point gives 0 is flat; zeros
 * that only touch are seen at the points looked at, 0 and both sides of it among them.
 */
export function signsOf(
  f: (x: number) => number,
  breakpoints: readonly number[],
  [lower, upper]: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): Signs {
  const inside = breakpoints.filter((at) => at > lower && at < upper);
  const ends = [lower, ...[...new Set(inside)].sort((a, b) => a - b), upper];
  const pieces = ends.slice(1).map((to, index) => signsOnPiece(f, ends[index], to));
  return {
    roots: pieces.flatMap(({ roots }) => roots),
    stretches: pieces.flatMap(({ stretches }) => stretches),
  };
}

function signsOnPiece(f: (x: number) => number, from: number, to: number): Signs {
  const points = trimmed(
    pointsWithin(from, to).map((x) => ({ x, sign: Math.sign(f(x)) as Sign })),
    { from, to },
  );
  if (points.every(({ sign }) => sign === 0)) return { roots: [], stretches: [{ from, to, sign: 0 }] };
  const roots: Root[] = [];
  const stretches: Stretch[] = [];
  let start = from;
  let last: (typeof points)[number] | undefined;
  let zero: number | null = null;
  for (const point of points) {
    if (point.sign === 0) {
      zero = point.x;
      continue;
    }
    if (last !== undefined && (zero !== null || point.sign !== last.sign)) {
      const crosses = point.sign !== last.sign;
      const root: Root =
        zero === null ? enclosed(f, last.x, point.x) : { at: zero, between: [zero, zero], crosses };
      roots.push(root);
      stretches.push({ from: start, to: root.at, sign: last.sign });
      start = root.at;
    }
    last = point;
    zero = null;
  }
  stretches.push({ from: start, to, sign: last?.sign ?? 0 });
  return { roots, stretches };
}

/** Denser towards both ends and 0. */
function pointsWithin(from: number, to: number): readonly number[] {
  const first = Number.isFinite(from) ? from : Math.min(-far, to - far);
  const last = Number.isFinite(to) ? to : Math.max(far, from + far);
  const even = Array.from({ length: 2 * density - 1 }, (_, index) => {
    const share = (index + 1) / (2 * density);
    return first + (last - first) * share * share * (3 - 2 * share);
  });
  const near = Array.from({ length: density }, (_, index) => 2 ** (-10 + (index * 16) / density));
  const all = [...even, 0, ...near, ...near.map((x) => -x)].filter((x) => x > from && x < to);
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Zeros at an infinite end are results below the doubles. */
function trimmed<Point extends { readonly sign: Sign }>(
  points: readonly Point[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Point[] {
  const nonZero = points.map(({ sign }) => sign !== 0);
  const first = Number.isFinite(from) ? 0 : Math.max(0, nonZero.indexOf(true));
  const last = Number.isFinite(to) ? points.length - 1 : nonZero.lastIndexOf(true);
  return last < 0 ? points : points.slice(first, last + 1);
}

function enclosed(f: (x: number) => number, left: number, right: number): Root {
  const sign = Math.sign(f(left));
  let [low, high] = [left, right];
  while (high - low > 1e-16 * Math.max(1, Math.abs(low))) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (Math.sign(f(middle)) === sign) low = middle;
    else high = middle;
  }
  const at = low + (high - low) / 2;
  const short = Number(at.toPrecision(12));
  if (f(short) === 0) return { at: short, between: [short, short], crosses: true };
  const margin = enclosure * Math.max(1, Math.abs(at));
  const between = [Math.max(left, at - margin), Math.min(right, at + margin)] as const;
  return { at, between, crosses: true };
}
