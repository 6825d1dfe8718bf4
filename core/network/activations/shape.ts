/** Real numbers from `lower` to `upper`; an end that is infinite is never closed. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly includesLower: boolean;
  readonly includesUpper: boolean;
}

/** What φ does far out at one side. */
export type End =
  /** φ(x) − (slope · x + intercept) tends to 0; a horizontal asymptote has the slope 0. */
  | { readonly kind: 'asymptote'; readonly slope: number; readonly intercept: number }
  /** φ(x) tends to `limit`, ∞ or −∞, away from every line. */
  | { readonly kind: 'divergence'; readonly limit: number }
  /** φ(x) has no limit, and comes back to both bounds again and again. */
  | { readonly kind: 'oscillation'; readonly lowest: number; readonly highest: number };

export interface Ends {
  /** As x → −∞. */
  readonly left: End;
  /** As x → ∞. */
  readonly right: End;
}

/** A point where φ has a derivative, and φ′ has two one-sided ones. */
export interface CurvatureJump {
  readonly at: number;
  readonly left: number;
  readonly right: number;
}

/** (lower, upper), or all real numbers. */
export function openInterval(lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY): Interval {
  return { lower, upper, includesLower: false, includesUpper: false };
}

/** [lower, upper], a single point where both are equal, or [lower, ∞). */
export function closedInterval(lower: number, upper = Number.POSITIVE_INFINITY): Interval {
  return { lower, upper, includesLower: true, includesUpper: Number.isFinite(upper) };
}

export const realLine = openInterval();

export function includes({ lower, upper, includesLower, includesUpper }: Interval, x: number): boolean {
  return (includesLower ? x >= lower : x > lower) && (includesUpper ? x <= upper : x < upper);
}

/** The asymptote y = slope · x + intercept. */
export function line(slope: number, intercept = 0): End {
  return { kind: 'asymptote', slope, intercept: intercept || 0 };
}

/** The horizontal asymptote y = `height`. */
export function level(height: number): End {
  return line(0, height);
}

export function divergesTo(limit: number): End {
  return { kind: 'divergence', limit };
}

/** lim φ(x) as x → −∞ or ∞; null where there is none. */
export function limitAt(side: keyof Ends, end: End): number | null {
  switch (end.kind) {
    case 'asymptote':
      if (end.slope === 0) return end.intercept;
      return end.slope > 0 === (side === 'right') ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    case 'divergence':
      return end.limit;
    case 'oscillation':
      return null;
  }
}

/** φ″ of a function that consists of straight lines. */
export function flat(): number {
  return 0;
}
