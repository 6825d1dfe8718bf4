import { findClosedForm } from '../closedForms';
import { formula } from '../families/family';
import type { MeasureValue, ResolvedMeasure } from './comparison';

/** The rounding of a closed form: some units in the last place of its largest part, which is near one or above. */
function rounding(value: number): number {
  return 64 * Number.EPSILON * Math.max(1, Math.abs(value));
}

/** The entropy by its family's formula; null where there is none. */
export function knownEntropy({ family, distribution }: ResolvedMeasure): MeasureValue | null {
  const { entropy } = distribution;
  if (entropy === null) return null;
  const written = family?.entropy ?? null;
  return {
    value: entropy,
    method: 'closed-form',
    error: rounding(entropy),
    ...(written === null ? {} : { formula: written }),
    ...(family === null ? {} : { source: family.source }),
  };
}

/** KL(P‖Q) by its closed form; null where there is none. To be asked only where it is finite. */
export function knownDivergence(p: ResolvedMeasure, q: ResolvedMeasure): MeasureValue | null {
  if (p.family === null || q.family === null) return null;
  const form = findClosedForm(p.family.name, q.family.name, p.parameters, q.parameters);
  if (form === null) return null;
  const value = form.kl(p.parameters, q.parameters);
  if (Number.isNaN(value)) return null;
  return {
    value: Math.max(value, 0),
    method: 'closed-form',
    formula: form.formula,
    source: form.source,
    error: rounding(value),
  };
}

/** H(P, Q) = H(P) + KL(P‖Q), of two closed forms; with P and Q exchanged for the direction QP. */
export function knownCrossEntropy(
  entropy: MeasureValue | null,
  divergence: MeasureValue | null,
  direction: 'PQ' | 'QP',
): MeasureValue | null {
  if (entropy === null || divergence === null) return null;
  if (entropy.method !== 'closed-form' || divergence.method !== 'closed-form') return null;
  return {
    value: entropy.value + divergence.value,
    method: 'closed-form',
    formula:
      direction === 'PQ'
        ? formula('H(P)+\\mathrm{KL}(P\\|Q)', 'H(P) + KL(P ‖ Q)')
        : formula('H(Q)+\\mathrm{KL}(Q\\|P)', 'H(Q) + KL(Q ‖ P)'),
    error: entropy.error + divergence.error,
  };
}

/** KL(P‖Q) + KL(Q‖P), of two closed forms. */
export function knownJeffreys(pq: MeasureValue | null, qp: MeasureValue | null): MeasureValue | null {
  if (pq?.method !== 'closed-form' || qp?.method !== 'closed-form') return null;
  return {
    value: pq.value + qp.value,
    method: 'closed-form',
    formula: formula('\\mathrm{KL}(P\\|Q)+\\mathrm{KL}(Q\\|P)', 'KL(P ‖ Q) + KL(Q ‖ P)'),
    error: pq.error + qp.error,
  };
}
