import { certifiedDecimal, certifiedFixed, signOf } from '../exact/certified';
import type { LogPrimeSum } from '../exact/logPrimeSum';
import type { DistributionStudy, ExactMeasure, Measures } from './distributionStudy';
import { exactBaseOf } from './logarithmBase';

/** Sums of more logarithms are certified only where someone asks for that. */
const mostTerms = 60;

export interface Certificate {
  /** Exactly: 0 where the value is zero and nowhere else. */
  readonly sign: -1 | 0 | 1;
  /** To so many significant digits, all of them right. */
  decimal(digits: number): string;
  /** To so many decimals, all of them right. */
  fixed(decimals: number): string;
}

/** What is certain of a value in exact form; null where it has none, or too long a one to be certified at once. */
export function certificateOf(study: DistributionStudy, name: keyof Measures): Certificate | null {
  const sum = exactSum(study, name);
  if (sum === null || sum.terms.length > mostTerms) return null;
  const base = exactBaseOf(study.reading);
  return {
    sign: inBase(signOf(sum), study.reading.base),
    decimal: (digits) => certifiedDecimal(sum, digits, base),
    fixed: (decimals) => certifiedFixed(sum, decimals, base),
  };
}

export function exactSum({ exact }: DistributionStudy, name: keyof Measures): LogPrimeSum | null {
  return (exact as Readonly<Partial<Record<keyof Measures, LogPrimeSum>>>)[name] ?? null;
}

export const exactMeasures: readonly ExactMeasure[] = [
  'klPQ',
  'klQP',
  'entropyP',
  'entropyQ',
  'crossEntropyPQ',
  'crossEntropyQP',
];

/** Logarithms to a base below one have the other sign. */
export function inBase(sign: -1 | 0 | 1, base: number): -1 | 0 | 1 {
  if (sign === 0 || base > 1) return sign;
  return sign === 1 ? -1 : 1;
}
