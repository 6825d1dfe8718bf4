import type { Kink } from './activation';

/** The element of least magnitude of the interval between two one-sided derivatives. */
export function leastMagnitude(left: number, right: number): number {
  if (Math.min(left, right) <= 0 && Math.max(left, right) >= 0) return 0;
  return Math.abs(left) <= Math.abs(right) ? left : right;
}

/** What frameworks return at a kink: PyTorch as it was run (1.13); the others where their sources were read. */
export function frameworksAt(
  pytorch: number | 'not known',
  read: Readonly<Record<string, number>> = {},
): Kink['frameworks'] {
  return { pytorch, jax: 'not known', tensorflow: 'not known', keras: 'not known', ...read };
}

/**
 * A point where a continuous function has two one-sided derivatives; none where both agree.
 * The derivative chosen there is the least-magnitude element of the Clarke subdifferential.
 */
export function kinkAt(
  at: number,
  left: number,
  right: number,
  frameworks: Kink['frameworks'],
): readonly Kink[] {
  return left === right ? [] : [{ at, left, right, chosen: leastMagnitude(left, right), frameworks }];
}

/** A point where the function jumps, up or down: no derivative exists, and 0 stands in for it. */
export function jumpAt(at: number, left: number, right: number, frameworks: Kink['frameworks']): Kink {
  return { at, left, right, chosen: 0, discontinuous: true, frameworks };
}
