import type { Factoriser } from './primes';
import { add, greatestCommonDivisor, negate, printRational, type Rational, rational } from './rational';

/** Σ c·ln(prime), the one normal form of a sum of logarithms of rationals. Primes ascend, no coefficient is zero. */
export interface LogPrimeSum {
  readonly terms: readonly LogPrimeTerm[];
  /** Such as `(32 ln 2 + 55 ln 3 − 50 ln 5)/25`; `0` for no terms; `7/4` in bits where it is rational. */
  readonly text: string;
}

export interface LogPrimeTerm {
  readonly prime: bigint;
  readonly coefficient: Rational;
}

/** Coefficients of ln(prime), integers over one denominator that is kept outside. */
export type PrimeLogs = Map<bigint, bigint>;

/**
 * Adds weight · ln(argument) to a sum, for a positive integer argument. False, and nothing added,
 * where factorising it is too hard.
 */
export function addLogarithm(
  sum: PrimeLogs,
  weight: bigint,
  argument: bigint,
  factorise: Factoriser,
): boolean {
  if (weight === 0n) return true;
  const factors = factorise(argument);
  if (factors === null) return false;
  for (const [prime, multiplicity] of factors) {
    sum.set(prime, (sum.get(prime) ?? 0n) + weight * BigInt(multiplicity));
  }
  return true;
}

/**
 * The normal form of (Σ c ln prime)/denominator. In another base the text also divides by ln(base), and is a
 * fraction where that leaves one.
 */
export function logPrimeSum(sum: PrimeLogs, denominator: bigint, base = Math.E): LogPrimeSum {
  const terms = [...sum]
    .filter(([, coefficient]) => coefficient !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([prime, coefficient]) => ({ prime, coefficient: rational(coefficient, denominator) }));
  return { terms, text: print(terms, base) };
}

function print(terms: readonly LogPrimeTerm[], base: number): string {
  if (terms.length === 0) return '0';
  const [{ prime, coefficient: only }] = terms;
  const power = terms.length === 1 ? exponentOf(base, prime) : null;
  if (power !== null) {
    return printRational(rational(only.numerator, only.denominator * power)).replace('-', '\u2212');
  }
  const denominator = terms.reduce((common, { coefficient }) => {
    return (common / greatestCommonDivisor(common, coefficient.denominator)) * coefficient.denominator;
  }, 1n);
  const numerator = terms
    .map(({ prime, coefficient }, i) => {
      const multiple = coefficient.numerator * (denominator / coefficient.denominator);
      return `${signOf(multiple, i === 0)}${sizeOf(multiple)}ln ${prime}`;
    })
    .join('');
  const isNatural = base === Math.E;
  if (isNatural) return denominator === 1n ? numerator : `(${numerator})/${denominator}`;
  return denominator === 1n ? `(${numerator})/ln ${base}` : `(${numerator})/(${denominator} ln ${base})`;
}

/** The power of a prime that an integer is; null where it is none. In that base its logarithm is rational. */
export function exponentOf(base: number, prime: bigint): bigint | null {
  if (!Number.isSafeInteger(base) || base < 2) return null;
  let exponent = 0n;
  for (let power = 1n; power < BigInt(base); power *= prime) {
    exponent++;
    if (power * prime === BigInt(base)) return exponent;
  }
  return null;
}

function signOf(coefficient: bigint, isFirst: boolean): string {
  if (isFirst) return coefficient < 0n ? '\u2212' : '';
  return coefficient < 0n ? ' \u2212 ' : ' + ';
}

function sizeOf(coefficient: bigint): string {
  const size = coefficient < 0n ? -coefficient : coefficient;
  return size === 1n ? '' : `${size} `;
}

/** A sum of such sums in normal form. */
export function addSums(sums: readonly Pick<LogPrimeSum, 'terms'>[], base = Math.E): LogPrimeSum {
  const total = new Map<bigint, Rational>();
  for (const { prime, coefficient } of sums.flatMap(({ terms }) => terms)) {
    const known = total.get(prime);
    total.set(prime, known === undefined ? coefficient : add(known, coefficient));
  }
  const terms = [...total]
    .filter(([, { numerator }]) => numerator !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([prime, coefficient]) => ({ prime, coefficient }));
  return { terms, text: print(terms, base) };
}

export function negateSum({ terms }: Pick<LogPrimeSum, 'terms'>): Pick<LogPrimeSum, 'terms'> {
  return { terms: terms.map(({ prime, coefficient }) => ({ prime, coefficient: negate(coefficient) })) };
}
