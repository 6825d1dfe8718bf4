import type { Measures } from '../distributionStudy';

/** A convention in which a tool may differ from the definition. */
export type Convention =
  /** Divides P and Q by their sums without a word. */
  | 'normalises'
  /** Takes the numbers as they are, whatever their sums. */
  | 'as-given'
  /** 0 ln 0 is 0, p > 0 where q = 0 is infinite. */
  | 'true-zeros'
  /** 0 ln 0 of P is 0, yet an outcome that is zero in both makes it NaN. */
  | 'zero-times-infinity'
  /** A zero of Q stands for 10⁻⁵. */
  | 'floor-1e-5'
  /** Everything below 10⁻⁷ stands for 10⁻⁷, also in P, and everything above 1 for 1. */
  | 'clips-1e-7'
  /** Everything below 2⁻⁵² that is not zero stands for 2⁻⁵². */
  | 'clamps-epsilon'
  | 'base-e'
  | 'base-2'
  /** The first argument is ln q and the second p. */
  | 'logarithm-first'
  /** Adds Σ q − Σ p. */
  | 'adds-masses'
  /** The root of the divergence. */
  | 'root'
  /** 2√(1 − Σ√(pq)), twice the Hellinger distance here. */
  | 'twice'
  /** Divides by the number of outcomes. */
  | 'mean-over-outcomes'
  /** Divides by the length of the first dimension: of one vector that is the number of outcomes. */
  | 'mean-over-first-dimension'
  /** One number an outcome. */
  | 'unreduced'
  | 'single-precision';

/** What a tool prints, and how far its own rounding may have moved that. */
export interface Printed {
  readonly values: readonly number[];
  /** Of each value, in the arithmetic that the tool has. */
  readonly rounding: number;
}

/** What a call of another library prints for the same numbers. */
export interface Printer {
  readonly tool: 'SciPy' | 'PyTorch' | 'Keras' | 'philentropy';
  /** As one writes it, P and Q by their names. */
  readonly call: string;
  /** Those that were run, or the commit whose source was read. */
  readonly versions: string;
  /** Whether someone ran it or read its source. */
  readonly known: 'run' | 'source';
  readonly link: string;
  /** What of a study it stands for; null where that has no name there. */
  readonly measure: keyof Measures | 'jensenShannonDistance';
  readonly conventions: readonly Convention[];
  /** Of doubles that are not negative, as a person would hand them over. */
  print(p: Float64Array, q: Float64Array): Printed;
}

const unit = 2 ** -53;

/** A sum of terms in doubles, with what rounding may have moved it. */
export function printedSum(terms: readonly number[]): Printed {
  const value = terms.reduce((sum, term) => sum + term, 0);
  const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
  return { values: [value], rounding: 4 * terms.length * unit * size };
}

export function sharesOf(values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}

export function termsOf(
  p: Float64Array,
  q: Float64Array,
  term: (p: number, q: number) => number,
): readonly number[] {
  return Array.from(p, (value, i) => term(value, q[i]));
}

/** x ln(x/y) as SciPy's `rel_entr` defines it. */
export function relativeEntropy(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x > 0 && y > 0) {
    const ratio = x / y;
    return 0.5 < ratio && ratio < 2 ? x * Math.log1p((x - y) / y) : x * Math.log(ratio);
  }
  return x === 0 && y >= 0 ? 0 : Number.POSITIVE_INFINITY;
}
