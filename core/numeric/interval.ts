/**
 * Intervals of doubles with ends rounded outwards, so that the true value of what is computed from
 * numbers inside them is inside too. R. E. Moore, Interval Analysis, 1966.
 */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

const epsilon = 2 ** -52;
const smallest = 2 ** -1074;

/** A double below x by at least one unit of its last place. */
export function roundedDown(x: number): number {
  return Number.isFinite(x) ? x - (Math.abs(x) * epsilon + smallest) : x;
}

/** A double above x by at least one unit of its last place. */
export function roundedUp(x: number): number {
  return Number.isFinite(x) ? x + (Math.abs(x) * epsilon + smallest) : x;
}

/** Both ends moved outwards by `ulps` units of the last place, for functions that are right to so many. */
export function widened({ lower, upper }: Bounds, ulps: number): Bounds {
  const margin = (x: number) => (Number.isFinite(x) ? Math.abs(x) * epsilon * ulps + smallest * ulps : 0);
  return { lower: lower - margin(lower), upper: upper + margin(upper) };
}

export function around(value: number, radius: number): Bounds {
  return radius === 0
    ? { lower: value, upper: value }
    : { lower: roundedDown(value - radius), upper: roundedUp(value + radius) };
}

export function sumOf(a: Bounds, b: Bounds): Bounds {
  return { lower: roundedDown(a.lower + b.lower), upper: roundedUp(a.upper + b.upper) };
}

/** All products; 0 · ∞ counts as 0, for an end that is infinite is never reached. */
export function productOf(a: Bounds, b: Bounds): Bounds {
  const products = [
    times(a.lower, b.lower),
    times(a.lower, b.upper),
    times(a.upper, b.lower),
    times(a.upper, b.upper),
  ];
  return { lower: roundedDown(Math.min(...products)), upper: roundedUp(Math.max(...products)) };
}

function times(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : x * y;
}
