/**
 * One term c · e^{rate·t + shift} · t^{power} · (ln t)^{logPower} of ln f, where t → ∞ is |x| at an infinite end of the
 * support, 1/distance at a finite one, and the outcome itself for a lattice.
 */
export interface AsymptoticTerm {
  readonly coefficient: number;
  readonly rate: number;
  /** 0 where it is left out. Kept apart from the coefficient, since e^shift need not be a double. */
  readonly shift?: number;
  readonly power: number;
  readonly logPower: number;
  /** Of a term c · ln ln t, with every power 0. */
  readonly iterated?: true;
}

/** ln f near one end, every term that does not stay bounded; none at all: f stays between two positive bounds. */
export type LogAsymptotic = readonly AsymptoticTerm[];

/** Where t comes from, since dx = dt at infinity and dx = dt/t² at a finite point. */
export type EndKind = 'infinity' | 'point';

export const exponentialTerm = (coefficient: number, rate: number, shift: number): AsymptoticTerm => ({
  coefficient,
  rate,
  shift,
  power: 0,
  logPower: 0,
});
export const powerTerm = (coefficient: number, power: number, logPower = 0, shift = 0): AsymptoticTerm => ({
  coefficient,
  rate: 0,
  shift,
  power,
  logPower,
});
export const logTerm = (coefficient: number, logPower = 1): AsymptoticTerm => ({
  coefficient,
  rate: 0,
  power: 0,
  logPower,
});

/** c · ln ln t, by which convergence is decided where a density falls like 1/t. */
export const iteratedLogTerm = (coefficient: number): AsymptoticTerm => ({
  ...logTerm(coefficient, 0),
  iterated: true,
});

/** −1/(2σ²), kept among the doubles: at 0 or −∞ a tail would look as if it did not fall. */
export function gaussianCoefficient(scale: number): number {
  return -Math.min(Math.max(0.5 / scale / scale, Number.MIN_VALUE), Number.MAX_VALUE / 8);
}

/** ln of how large the terms are at t that make f fall there: where ln f itself is below the least double. */
export function logOfFall(terms: LogAsymptotic, t: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const { coefficient, rate, shift = 0, power, logPower } of terms) {
    const grown = power === 0 && logPower === 0 ? 0 : power * Math.log(t) + logPower * Math.log(Math.log(t));
    const logSize = Math.log(-coefficient) + shift + rate * t + grown;
    if (coefficient < 0 && logSize > largest) largest = logSize;
  }
  return largest;
}

/** Positive where a grows faster than b as t → ∞. */
function compareGrowth(a: AsymptoticTerm, b: AsymptoticTerm): number {
  const iterated = (term: AsymptoticTerm) => (term.iterated === true ? 1 : 0);
  return a.rate - b.rate || a.power - b.power || a.logPower - b.logPower || iterated(a) - iterated(b);
}

function grows(term: AsymptoticTerm): boolean {
  return compareGrowth(term, logTerm(1, 0)) > 0;
}

interface TermSum {
  readonly term: AsymptoticTerm;
  readonly value: number;
  readonly size: number;
}

/** The sum with the larger of both shifts, so that neither e^shift overflows. */
function addTo({ term, value, size }: TermSum, other: AsymptoticTerm, added: number): TermSum {
  const [shift, otherShift] = [term.shift ?? 0, other.shift ?? 0];
  const larger = Math.max(shift, otherShift);
  const [of, ofOther] = [Math.exp(shift - larger), Math.exp(otherShift - larger)];
  return {
    term: larger === shift ? term : other,
    value: value * of + added * ofOther,
    size: size * of + Math.abs(added) * ofOther,
  };
}

/**
 * Σ weightᵢ·asymptoticᵢ, like terms added, fastest first. Coefficients that cancel to a few units in the last
 * place count as equal: they came from the same written number.
 */
export function combine(
  ...parts: readonly { readonly weight: number; readonly of: LogAsymptotic }[]
): LogAsymptotic {
  const sums: TermSum[] = [];
  for (const { weight, of } of parts) {
    for (const term of of) {
      const value = weight * term.coefficient;
      const place = sums.findIndex((sum) => compareGrowth(sum.term, term) === 0);
      const same = sums[place];
      if (same === undefined) sums.push({ term, value, size: Math.abs(value) });
      else sums[place] = addTo(same, term, value);
    }
  }
  return sums
    .filter(({ term, value, size }) => grows(term) && Math.abs(value) > 8 * Number.EPSILON * size)
    .map(({ term, value }) => ({ ...term, coefficient: value }))
    .sort((a, b) => compareGrowth(b, a));
}

/** Whether ∫ e^{Σ terms} converges at this end (the sum, for a lattice at infinity). */
export function integrable(terms: LogAsymptotic, kind: EndKind): boolean {
  const measured = combine({ weight: 1, of: terms }, { weight: kind === 'point' ? -2 : 0, of: [logTerm(1)] });
  const [leading, second] = measured;
  if (leading === undefined || compareGrowth(leading, logTerm(1)) < 0) return false;
  if (compareGrowth(leading, logTerm(1)) !== 0) return leading.coefficient < 0;
  if (leading.coefficient !== -1 || second === undefined) return leading.coefficient < -1;
  return second.iterated === true ? second.coefficient < -1 : second.coefficient < 0;
}

/** Whether ∫ f |g| converges at this end, of ln f and g itself: E_f of a logarithm that grows as `g` says. */
export function expectationFinite(logDensity: LogAsymptotic, g: LogAsymptotic, kind: EndKind): boolean {
  const leading = combine({ weight: 1, of: g })[0];
  if (leading === undefined) return integrable(logDensity, kind);
  const growth = [powerTerm(leading.rate, 1), logTerm(leading.power), iteratedLogTerm(leading.logPower)];
  return integrable(combine({ weight: 1, of: logDensity }, { weight: 1, of: growth }), kind);
}
