import { excessOfExp, logOnePlusExp } from '../../numeric/special/logarithms';

/** The places of the integrals in an integrand's output. */
export const components = [
  'massP',
  'massQ',
  'entropyP',
  'entropyQ',
  'crossEntropyPQ',
  'crossEntropyQP',
  'klPQ',
  'klQP',
  'jensenShannon',
  'jeffreys',
  'totalVariation',
  'squaredHellinger',
  'chiSquare',
  'scaledMoment',
] as const;
export type Component = (typeof components)[number];

const place = Object.fromEntries(components.map((name, index) => [name, index])) as Readonly<
  Record<Component, number>
>;
export function componentPlace(component: Component): number {
  return place[component];
}

/** p ln(p/q) + q − p from p, q and d = ln q − ln p; never negative, and exact to the last digits where p ≈ q. */
function relativeTerm(p: number, q: number, d: number): number {
  if (p === 0) return q;
  return Math.abs(d) < 0.5 ? p * excessOfExp(d) : q - p - p * d;
}

/** ln((1 + eᵈ)/2). */
function logMeanWithOne(d: number): number {
  return d < 1 ? Math.log1p(Math.expm1(d) / 2) : logOnePlusExp(d) - Math.LN2;
}

/** From here on e^x is near the end of the doubles: χ² is then got from the scaled moment. */
export const SCALED_FROM = 600;

/** The wanted components, with χ² or the scaled moment for it. */
export function withMoment(wanted: Uint8Array, logScale: number): Uint8Array {
  const result = Uint8Array.from(wanted);
  const isScaled = logScale > SCALED_FROM;
  result[place.scaledMoment] = isScaled ? (wanted[place.chiSquare] ?? 0) : 0;
  if (isScaled) result[place.chiSquare] = 0;
  return result;
}

function put(wanted: Uint8Array, out: Float64Array, index: number, value: number): void {
  if (wanted[index] === 1) out[index] = value;
}

/**
 * The integrands (summands) of every component at one point, from ln p, ln q and the logarithm of the weight
 * of that point. Components with `wanted` 0 are left 0: they are known to diverge.
 * `scaledMoment` is p²/q times e^−logScale, which may be a double where p²/q is not.
 * KL is of p ln(p/q) + q − p, whose integral differs by the two masses, so that no sign is lost to cancellation.
 */
export function addPairTerms(
  logP: number,
  logQ: number,
  logWeight: number,
  logScale: number,
  wanted: Uint8Array,
  out: Float64Array,
): void {
  const p = Math.exp(logP + logWeight);
  const q = Math.exp(logQ + logWeight);
  put(wanted, out, place.massP, p);
  put(wanted, out, place.massQ, q);
  if (p > 0) {
    put(wanted, out, place.entropyP, -p * logP);
    put(wanted, out, place.crossEntropyPQ, -p * logQ);
  }
  if (q > 0) {
    put(wanted, out, place.entropyQ, -q * logQ);
    put(wanted, out, place.crossEntropyQP, -q * logP);
  }
  const logMoment = logP === Number.NEGATIVE_INFINITY ? logP : 2 * logP - logQ + logWeight;
  put(wanted, out, place.scaledMoment, Math.exp(logMoment - logScale));
  put(wanted, out, place.chiSquare, Math.exp(logMoment) - 2 * p + q);
  if (p === 0 && q === 0) return;
  const d = logQ - logP;
  put(wanted, out, place.klPQ, relativeTerm(p, q, d));
  put(wanted, out, place.klQP, relativeTerm(q, p, -d));
  const middle = (p + q) / 2;
  put(
    wanted,
    out,
    place.jensenShannon,
    0.5 * (relativeTerm(p, middle, logMeanWithOne(d)) + relativeTerm(q, middle, logMeanWithOne(-d))),
  );
  const close = Math.abs(d) < 1;
  put(wanted, out, place.totalVariation, 0.5 * (close ? Math.abs(p * Math.expm1(d)) : Math.abs(p - q)));
  put(
    wanted,
    out,
    place.squaredHellinger,
    0.5 * (close ? p * Math.expm1(d / 2) ** 2 : (Math.sqrt(p) - Math.sqrt(q)) ** 2),
  );
  put(wanted, out, place.jeffreys, close ? p * Math.expm1(d) * d : (q - p) * d);
  if (close) put(wanted, out, place.chiSquare, q * Math.expm1(-d) ** 2);
}
