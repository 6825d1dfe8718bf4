import { greatestCommonDivisor, type Rational } from './rational';

/** Rationals as integers over one denominator, so that a sum of products needs no fractions inside. */
export interface CommonDenominator {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

export function toCommonDenominator(values: readonly Rational[]): CommonDenominator {
  let denominator = 1n;
  for (const { denominator: own } of values) {
    if (denominator % own !== 0n) denominator *= own / greatestCommonDivisor(denominator, own);
  }
  return {
    numerators: values.map((value) => value.numerator * (denominator / value.denominator)),
    denominator,
  };
}
