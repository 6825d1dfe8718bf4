import type { Problem } from '../../problem';
import type { ContinuousReading } from '../../text/reading';
import type { MeasureValues, ResolvedMeasure, SupportFact } from './comparison';

/** Families or densities, and what was found of them. Logarithmic values are in the unit of the reading's base. */
export interface ContinuousStudy {
  readonly kind: 'continuous';
  readonly reading: ContinuousReading;
  readonly p: ResolvedMeasure;
  /** Null for one alone. */
  readonly q: ResolvedMeasure | null;
  /** Of the densities as written. */
  readonly values: MeasureValues;
  /** Of the densities divided by their integrals; null where both integrate to one. */
  readonly normalised: MeasureValues | null;
  readonly supportFacts: readonly SupportFact[];
  readonly problems: readonly Problem[];
}
