import type { DistributionStudy, Measures } from '../distributionStudy';
import type { Printed, Printer } from './printer';

/** How what a tool prints stands to the definition. */
export type PrintVerdict =
  /** The value of the numbers as they are. */
  | 'same'
  /** The value after normalising. */
  | 'same-normalised'
  | 'differs'
  /** So near to zero that what is printed is the tool's own rounding. */
  | 'rounding'
  /** One number an outcome: their sum is the value. */
  | 'terms';

/** The value that a printer's measure has by definition, in the unit that it prints in. */
export function definitionOf(
  { measure, conventions }: Printer,
  { reading }: DistributionStudy,
  measures: Measures,
): number | null {
  const value = measures[measure === 'jensenShannonDistance' ? 'jensenShannon' : measure];
  if (value === undefined) return null;
  // Their logarithms are in the reading's base; every tool has its own.
  const nats = isLogarithmic(measure)
    ? value * (reading.base === Math.E ? 1 : Math.log(reading.base))
    : value;
  if (measure === 'jensenShannonDistance') return Math.sqrt(nats);
  return conventions.includes('base-2') ? nats / Math.LN2 : nats;
}

function isLogarithmic(measure: Printer['measure']): boolean {
  return measure !== 'hellinger' && measure !== 'totalVariation' && measure !== 'chiSquare';
}

export function verdictOf(printer: Printer, printed: Printed, study: DistributionStudy): PrintVerdict {
  if (printer.conventions.includes('unreduced')) return 'terms';
  const asGiven = definitionOf(printer, study, study.measures);
  const after = study.normalised === null ? null : definitionOf(printer, study, study.normalised);
  const [value] = printed.values;
  const isNear = (wanted: number | null) =>
    wanted !== null &&
    (Object.is(value, wanted) ||
      (Number.isFinite(wanted) &&
        Math.abs(value - wanted) <= Math.max(16 * printed.rounding, 1e-12 * Math.abs(wanted))));
  const wanted = after ?? asGiven;
  const isTiny =
    wanted !== null && wanted !== 0 && Number.isFinite(wanted) && Math.abs(wanted) <= 16 * printed.rounding;
  if (isTiny && !(Math.abs(value) > 32 * printed.rounding)) return 'rounding';
  if (isNear(asGiven)) return 'same';
  return isNear(after) ? 'same-normalised' : 'differs';
}
