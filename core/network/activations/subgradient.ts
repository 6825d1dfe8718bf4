import type { Kink } from './activation';

/** The element of least magnitude of the interval between two one-sided derivatives. */
export function leastMagnitude(left: number, right: number): number {
  if (Math.min(left, right) <= 0 && Math.max(left, right) >= 0) return 0;
  return Math.abs(left) <= Math.abs(right) ? left : right;
}

/** What frameworks return at a kink, where that was found by running or reading them. */
export type KnownFrameworks = Kink['frameworks'];

/**
 * A point where a continuous function has two one-sided derivatives; none where both agree.
 * The derivative chosen there is the least-magnitude element of the Clarke subdifferential.
 */
export function kinkAt(
  at: number,
  left: number,
  right: number,
  frameworks: KnownFrameworks,
): readonly Kink[] {
  return left === right ? [] : [{ at, left, right, chosen: leastMagnitude(left, right), frameworks }];
}
