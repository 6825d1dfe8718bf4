import { formatNumber } from '../../../core/derivation/formatNumber';
import type { FeatureContext } from '../feature';
import { valuesOf } from '../result';
import type { Hint } from './hint';

/** After Q the divergence of P from it, in both directions for those who ask. */
export function divergenceHints({ study, words, digits }: FeatureContext): readonly Hint[] {
  if (study.kind !== 'distribution' && study.kind !== 'continuous') return [];
  const { klPQ, klQP } = study.kind === 'distribution' ? study.measures : valuesOf(study.values);
  if (klPQ === undefined) return [];
  const unit = words.mathematics.unit(study.reading.base);
  const value = `KL(P ‖ Q) = ${formatNumber(klPQ, digits)} ${unit}`;
  const other = klQP === undefined ? '' : `\nKL(Q ‖ P) = ${formatNumber(klQP, digits)} ${unit}`;
  return [{ at: endOfQ(study), label: value, tooltip: value + other }];
}

function endOfQ({
  reading,
}: Extract<FeatureContext['study'], { kind: 'distribution' | 'continuous' }>): number {
  const { offset, length } =
    reading.kind === 'distribution' ? (reading.q?.numbers.span ?? reading.span) : reading.span;
  return offset + length;
}
