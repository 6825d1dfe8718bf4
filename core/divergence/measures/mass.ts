import type { Totals } from './measure';

/** Whether P can be moved to Q: their sums are the same but for rounding. */
export function haveEqualMass({ pExcess, qExcess }: Totals): boolean {
  return Math.abs(pExcess - qExcess) <= 1e-12 * Math.max(1, Math.abs(1 + pExcess));
}
