import { exponentOf } from '../../core/exact/logPrimeSum';
import type { ExactResult } from '../../extension/protocol/result';
import type { MeasureName } from './distributionModel';

/** Two distributions by what the text calls them. */
interface Labelled {
  readonly p: { readonly label: string };
  readonly q: { readonly label: string } | null;
}

/** The letter of a distribution in formulas: P for "P" and "p", a longer name upright. */
function letter(label: string): string {
  return label.length === 1 ? label.toUpperCase() : `\\mathrm{${label.replaceAll('_', '\\_')}}`;
}

export function letters(view: Labelled): { readonly p: string; readonly q: string } {
  return { p: letter(view.p.label), q: letter(view.q?.label ?? 'Q') };
}

const divergence = (one: string, other: string) => `D_{\\mathrm{KL}}(${one} \\,\\|\\, ${other})`;

/** LaTeX of a measure, or null where it has a name in words. */
export function measureName(view: Labelled, name: MeasureName): string | null {
  const { p, q } = letters(view);
  switch (name) {
    case 'klPQ':
      return divergence(p, q);
    case 'klQP':
      return divergence(q, p);
    case 'entropyP':
      return `H(${p})`;
    case 'entropyQ':
      return `H(${q})`;
    case 'crossEntropyPQ':
      return `H(${p}, ${q})`;
    case 'crossEntropyQP':
      return `H(${q}, ${p})`;
    case 'jensenShannon':
    case 'jeffreys':
    case 'totalVariation':
    case 'hellinger':
    case 'chiSquare':
    case 'renyi2':
      return null;
  }
}

/** ln, or the logarithm to the base that the text asked for. */
export function logarithm(base: number): string {
  return base === Math.E ? '\\ln' : `\\log_{${base}}`;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

function fraction(numerator: bigint, denominator: bigint): string {
  const divisor = gcd(numerator, denominator);
  const size = (numerator < 0n ? -numerator : numerator) / divisor;
  const sign = numerator < 0n ? '-' : '';
  return denominator === divisor ? `${sign}${size}` : `${sign}\\frac{${size}}{${denominator / divisor}}`;
}

/** Σ c·ln(prime) over one denominator; null where it has too many terms for a line. */
export function exactForm(exact: ExactResult | undefined, base: number, mostTerms = 5): string | null {
  if (exact === undefined || exact.terms.length > mostTerms) return null;
  if (exact.terms.length === 0) return '0';
  const fractions = exact.terms.map(({ prime, coefficient }) => {
    const [numerator, denominator = '1'] = coefficient.split('/');
    return { prime, numerator: BigInt(numerator), denominator: BigInt(denominator) };
  });
  const [first] = fractions;
  const power = fractions.length === 1 ? exponentOf(base, BigInt(first.prime)) : null;
  if (power !== null) return fraction(first.numerator, first.denominator * power);
  const common = fractions.reduce(
    (multiple, { denominator }) => (multiple / gcd(multiple, denominator)) * denominator,
    1n,
  );
  const sum = fractions
    .map(({ prime, numerator, denominator }, index) => {
      const whole = (numerator * common) / denominator;
      const size = whole < 0n ? -whole : whole;
      const sign = whole < 0n ? '-' : index === 0 ? '' : '+';
      return `${sign} ${size === 1n ? '' : size}\\ln ${prime}`;
    })
    .join(' ');
  const divisor = [common === 1n ? '' : String(common), base === Math.E ? '' : `\\ln ${base}`]
    .join(' ')
    .trim();
  if (sum.length > 90) return null;
  return divisor === '' ? sum : `\\frac{${sum}}{${divisor}}`;
}
