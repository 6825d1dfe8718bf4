import { type AsymptoticTerm, combine, type LogAsymptotic } from '../families/asymptotics';

/** coefficient · t^power · (ln t)^logPower · exp(exponent), as t → ∞. */
export interface SeriesTerm {
  readonly coefficient: number;
  readonly power: number;
  readonly logPower: number;
  readonly exponent: LogAsymptotic;
}

/**
 * An expansion as t → ∞: terms that fall, and the order of what was left out (null where nothing was).
 * No terms and nothing left out is the function 0. Where an expansion is not known, null stands for it.
 */
export interface Series {
  readonly terms: readonly SeriesTerm[];
  readonly remainder: SeriesTerm | null;
}

const ORDER = 6;
const TERMS_AT_MOST = 16;

export function constantSeries(value: number): Series {
  return value === 0 ? { terms: [], remainder: null } : { terms: [term(value, 0)], remainder: null };
}
export function term(
  coefficient: number,
  power: number,
  logPower = 0,
  exponent: LogAsymptotic = [],
): SeriesTerm {
  return { coefficient, power, logPower, exponent };
}

/** Positive where a grows faster than b. */
function compareTerms(a: SeriesTerm, b: SeriesTerm): number {
  const difference = combine({ weight: 1, of: a.exponent }, { weight: -1, of: b.exponent })[0];
  if (difference !== undefined) return difference.coefficient;
  return a.power - b.power || a.logPower - b.logPower;
}
const one = term(1, 0);
const larger = (a: SeriesTerm | null, b: SeriesTerm | null) =>
  a === null ? b : b === null || compareTerms(a, b) >= 0 ? a : b;

function collect(terms: readonly SeriesTerm[], left: SeriesTerm | null): Series {
  const merged: { term: SeriesTerm; value: number; size: number }[] = [];
  for (const candidate of terms) {
    const same = merged.find((entry) => compareTerms(entry.term, candidate) === 0);
    const { coefficient } = candidate;
    if (same === undefined) merged.push({ term: candidate, value: coefficient, size: Math.abs(coefficient) });
    else {
      same.value += coefficient;
      same.size += Math.abs(coefficient);
    }
  }
  const kept = merged
    .filter(({ value, size }) => Math.abs(value) > 1e-13 * size)
    .map((entry) => ({ ...entry.term, coefficient: entry.value }))
    .sort((a, b) => compareTerms(b, a))
    .filter((entry) => left === null || compareTerms(entry, left) > 0);
  const dropped = kept[TERMS_AT_MOST] ?? null;
  return { terms: kept.slice(0, TERMS_AT_MOST), remainder: larger(left, dropped) };
}

export function addSeries(a: Series, b: Series): Series {
  return collect([...a.terms, ...b.terms], larger(a.remainder, b.remainder));
}

export function scaleSeries(a: Series, factor: number): Series {
  return { ...a, terms: a.terms.map((entry) => ({ ...entry, coefficient: entry.coefficient * factor })) };
}

/** Kept among the doubles: what a coefficient is matters less than that it is there, and its sign. */
function amongDoubles(size: number): number {
  return Math.min(Math.max(size, 1e-300), 1e300);
}

function multiplyTerms(a: SeriesTerm, b: SeriesTerm): SeriesTerm {
  return term(
    Math.sign(a.coefficient) *
      Math.sign(b.coefficient) *
      amongDoubles(Math.abs(a.coefficient * b.coefficient)),
    a.power + b.power,
    a.logPower + b.logPower,
    combine({ weight: 1, of: a.exponent }, { weight: 1, of: b.exponent }),
  );
}

export function multiplySeries(a: Series, b: Series): Series {
  const products = a.terms.flatMap((left) => b.terms.map((right) => multiplyTerms(left, right)));
  const times = (rest: SeriesTerm | null, other: Series) => {
    const leading = other.terms[0] ?? other.remainder;
    return rest === null || leading === null ? null : multiplyTerms(rest, leading);
  };
  return collect(products, larger(times(a.remainder, b), times(b.remainder, a)));
}

/** Σ cₖ vᵏ of a v that vanishes, to `ORDER` terms. */
function compose(coefficients: (k: number) => number, v: Series): Series {
  let result = constantSeries(coefficients(0));
  let power = constantSeries(1);
  const vanishing = v.terms[0] ?? v.remainder;
  if (vanishing === null) return result;
  for (let k = 1; k <= ORDER; k++) {
    power = multiplySeries(power, v);
    result = addSeries(result, scaleSeries(power, coefficients(k)));
  }
  const next = multiplySeries(power, v);
  return collect(result.terms, larger(result.remainder, next.terms[0] ?? next.remainder));
}

/** g = leading·(1 + v), v vanishing. */
function factorOut(g: Series): { readonly leading: SeriesTerm; readonly v: Series } | null {
  const leading = g.terms[0];
  if (leading === undefined) return null;
  const inverse = term(
    1 / leading.coefficient,
    -leading.power,
    -leading.logPower,
    combine({ weight: -1, of: leading.exponent }),
  );
  const whole = multiplySeries({ terms: [inverse], remainder: null }, g);
  return { leading, v: { ...whole, terms: whole.terms.slice(1) } };
}

/** g^exponent for a constant exponent; null where g is 0 or negative under a broken power. */
export function powerSeries(g: Series, exponent: number): Series | null {
  if (exponent === 0) return constantSeries(1);
  const parts = factorOut(g);
  if (parts === null) return g.remainder === null && exponent > 0 ? g : null;
  const { leading, v } = parts;
  if (leading.coefficient < 0 && !Number.isInteger(exponent)) return null;
  let binomial = 1;
  const coefficients = Array.from({ length: ORDER + 1 }, (_, k) => {
    const current = binomial;
    binomial *= (exponent - k) / (k + 1);
    return current;
  });
  const head = term(
    leading.coefficient ** exponent,
    leading.power * exponent,
    leading.logPower * exponent,
    combine({ weight: exponent, of: leading.exponent }),
  );
  return multiplySeries(
    { terms: [head], remainder: null },
    compose((k) => coefficients[k] ?? 0, v),
  );
}

/** ln g; null where g is not positive, or where ln ln t would enter. */
export function logSeries(g: Series): Series | null {
  const parts = factorOut(g);
  if (parts === null || parts.leading.coefficient < 0 || parts.leading.logPower !== 0) return null;
  const { leading, v } = parts;
  const head: SeriesTerm[] = leading.exponent.map((entry) =>
    term(
      entry.coefficient,
      entry.power,
      entry.logPower,
      entry.rate === 0 ? [] : [{ coefficient: entry.rate, rate: 0, power: 1, logPower: 0 }],
    ),
  );
  if (leading.power !== 0) head.push(term(leading.power, 0, 1));
  const logarithm = compose((k) => (k === 0 ? 0 : (k % 2 === 1 ? 1 : -1) / k), v);
  const constant = constantSeries(Math.log(leading.coefficient));
  return addSeries(addSeries({ terms: head, remainder: null }, constant), logarithm);
}

/** A term of an exponent as a factor of growth; null for e^{e^…} of more than one plain rate. */
function asExponent(entry: SeriesTerm): AsymptoticTerm | null {
  const { coefficient, power, logPower, exponent } = entry;
  const [first, second] = exponent;
  if (first === undefined) return { coefficient, rate: 0, power, logPower };
  const isRate = second === undefined && first.rate === 0 && first.power === 1 && first.logPower === 0;
  return isRate ? { coefficient, rate: first.coefficient, power, logPower } : null;
}

/** The parts of g that grow, stay and vanish; null where what was left out of g does not vanish. */
export function splitSeries(
  g: Series,
): { readonly growing: readonly SeriesTerm[]; readonly constant: number; readonly vanishing: Series } | null {
  if (g.remainder !== null && compareTerms(g.remainder, one) >= 0) return null;
  const growing = g.terms.filter((entry) => compareTerms(entry, one) > 0);
  const constant = g.terms.find((entry) => compareTerms(entry, one) === 0)?.coefficient ?? 0;
  const rest = g.terms.filter((entry) => compareTerms(entry, one) < 0);
  return { growing, constant, vanishing: { terms: rest, remainder: g.remainder } };
}

/** e^g; null where g grows like e^{e^t} or is not known well enough. */
export function exponentialSeries(g: Series): Series | null {
  const parts = splitSeries(g);
  if (parts === null) return null;
  let power = 0;
  const exponent: AsymptoticTerm[] = [];
  for (const entry of parts.growing) {
    const factor = asExponent(entry);
    if (factor === null) return null;
    if (factor.rate === 0 && factor.power === 0 && factor.logPower === 1) power += factor.coefficient;
    else exponent.push(factor);
  }
  let factorial = 1;
  const inverseFactorials = Array.from({ length: ORDER + 1 }, (_, k) => {
    factorial *= Math.max(1, k);
    return 1 / factorial;
  });
  const head = term(amongDoubles(Math.exp(parts.constant)), power, 0, combine({ weight: 1, of: exponent }));
  const rest = compose((k) => inverseFactorials[k] ?? 0, parts.vanishing);
  return multiplySeries({ terms: [head], remainder: null }, rest);
}

/** sin or cos of a g that stays bounded: `shift` 0 for sin, 1 for cos. Null where it oscillates. */
export function sineSeries(g: Series, shift: 0 | 1): Series | null {
  const parts = splitSeries(g);
  if (parts === null || parts.growing.length > 0) return null;
  const snap = (value: number) => (Math.abs(value) < 1e-15 ? 0 : value);
  const sine = snap(Math.sin(parts.constant));
  const cosine = snap(Math.cos(parts.constant));
  const cycle = [sine, cosine, -sine, -cosine];
  let factorial = 1;
  const coefficients = Array.from({ length: ORDER + 1 }, (_, k) => {
    factorial *= Math.max(1, k);
    return (cycle[(k + shift) % 4] ?? 0) / factorial;
  });
  return compose((k) => coefficients[k] ?? 0, parts.vanishing);
}
