import type { InfiniteReason, MeasureName, MeasureValue, MeasureValues, ResolvedMeasure } from './comparison';
import { knownEntropy } from './knownValues';
import type { Stretch } from './supports';

/** The values of two distributions that share no mass: divergences as large as they can be. */
export function apart(whereP: readonly Stretch[], whereQ: readonly Stretch[]): MeasureValues {
  const exact = (value: number): MeasureValue => ({ value, method: 'support', error: 0 });
  const infinite = (reason: InfiniteReason): MeasureValue => ({
    ...exact(Number.POSITIVE_INFINITY),
    reason,
  });
  const ofP: InfiniteReason = { kind: 'support', of: 'P', where: whereP };
  const ofQ: InfiniteReason = { kind: 'support', of: 'Q', where: whereQ };
  return {
    klPQ: infinite(ofP),
    klQP: infinite(ofQ),
    jeffreys: infinite(ofP),
    chiSquare: infinite(ofP),
    renyi2: infinite(ofP),
    jensenShannon: { ...exact(Math.LN2), error: Number.EPSILON },
    totalVariation: exact(1),
    hellinger: exact(1),
  };
}

/** A density against a distribution on integers or on another space: each gives the other's whole support no mass. */
export function singularValues(p: ResolvedMeasure, q: ResolvedMeasure | null): MeasureValues {
  const values: Partial<Record<MeasureName, MeasureValue>> = {};
  const entropyP = knownEntropy(p);
  if (entropyP !== null) values.entropyP = entropyP;
  if (q === null) return values;
  const entropyQ = knownEntropy(q);
  if (entropyQ !== null) values.entropyQ = entropyQ;
  const supportOf = ({ distribution }: ResolvedMeasure): readonly Stretch[] => {
    if (distribution.kind === 'multivariate') return [];
    return [
      distribution.kind === 'discrete' ? { ...distribution.support, integers: true } : distribution.support,
    ];
  };
  return { ...values, ...apart(supportOf(p), supportOf(q)) };
}
