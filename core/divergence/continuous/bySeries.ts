import type { Steps } from '../../steps';
import type { DiscreteDistribution } from '../families/distribution';
import type { PairIntegrals } from './byQuadrature';
import { addPairTerms, type Component, componentPlace, components, withMoment } from './pairTerms';

/** What is neglected of a sum may be this small part of one. */
const NEGLIGIBLE = 1e-19;
export const termsAtMost = 3_000_000;
const none = { p: Number.NaN, q: Number.NaN };

/** Of what a sum leaves out of the terms that P weights, that Q does, and of p²/q. */
interface Bounds {
  readonly ofP: number;
  readonly ofQ: number;
  readonly ofChi: number;
}

/** What all masses of each side add up to; NaN where that is not known beforehand. */
export interface Totals {
  readonly p: number;
  readonly q: number;
}
const TERMS_BETWEEN_YIELDS = 512;
/** The bound costs more than a term, so far out it is looked at now and then only. */
const TERMS_BETWEEN_BOUNDS = 64;

function logMass(distribution: DiscreteDistribution, k: number): number {
  const { lower, upper } = distribution.support;
  return k < lower || k > upper ? Number.NEGATIVE_INFINITY : distribution.logMass(k);
}

/**
 * A bound of Σ over j > k of every component: its terms are at most weight·(1 + |ln p| + |ln q|), which from
 * here on falls at least as fast as a geometric series with the weights' ratio, widened by (1 + 1/k)² for the
 * logarithms, which grow no faster than j ln j.
 */
function tailBound(k: number, ratio: number, weight: number, logarithms: number): number {
  const widened = ratio * (1 + 1 / Math.max(1, k)) ** 2;
  return widened < 1 ? (weight * (1 + logarithms) * widened) / (1 - widened) : Number.POSITIVE_INFINITY;
}

/** About the greatest ln(p²/q), 0 at least: at the modes, the ends, and between them. */
function greatestMoment(p: DiscreteDistribution, q: DiscreteDistribution): number {
  const last = Math.min(p.support.upper, Math.max(p.mode, q.mode) * 8 + 64);
  let greatest = 0;
  for (let step = 0; step <= 256; step++) {
    const k = Math.round(p.support.lower + ((last - p.support.lower) * step) / 256);
    const logP = logMass(p, k);
    if (logP > Number.NEGATIVE_INFINITY) greatest = Math.max(greatest, 2 * logP - logMass(q, k));
  }
  return greatest;
}

/**
 * The wanted components of two distributions on the integers: summed outwards from the modes, until the bound
 * of what is left is negligible. The errors are those bounds and the rounding of the sums.
 */
export function* sumPair(
  p: DiscreteDistribution,
  q: DiscreteDistribution,
  wanted: Uint8Array,
  totals: Totals = none,
): Steps<PairIntegrals> {
  const values = new Float64Array(components.length);
  const carries = new Float64Array(components.length);
  const sizes = new Float64Array(components.length);
  const out = new Float64Array(components.length);
  const chiSquare = componentPlace('chiSquare');
  const scaledMoment = componentPlace('scaledMoment');
  const logScale = wanted[chiSquare] === 1 ? greatestMoment(p, q) : 0;
  const chosen = withMoment(wanted, logScale);
  const add = (k: number): number => {
    out.fill(0);
    const logP = logMass(p, k);
    const logQ = logMass(q, k);
    addPairTerms(logP, logQ, 0, logScale, chosen, out);
    for (let c = 0; c < out.length; c++) {
      const term = (out[c] ?? 0) - (carries[c] ?? 0);
      const sum = (values[c] ?? 0) + term;
      carries[c] = sum - (values[c] ?? 0) - term;
      values[c] = sum;
      sizes[c] = (sizes[c] ?? 0) + Math.abs(out[c] ?? 0);
    }
    return (out[chiSquare] ?? 0) + (out[scaledMoment] ?? 0);
  };
  const lower = Math.min(p.support.lower, q.support.lower);
  const upper = Math.max(p.support.upper, q.support.upper);
  const modes = [...(p.modes ?? [p.mode]), ...(q.modes ?? [q.mode])];
  const start = Math.max(lower, Math.min(...modes));
  const turn = Math.max(...modes);
  let tail = 0;
  let terms = 0;
  let converged = true;
  let left: Bounds | null = null;
  const boundsAt = (k: number, chiTerm: number): Bounds => {
    const ratio = (of: DiscreteDistribution) => (k >= of.support.upper ? 0 : of.tailRatio(k));
    const logP = logMass(p, k);
    const logQ = logMass(q, k);
    const logarithms =
      (logP === Number.NEGATIVE_INFINITY ? 0 : Math.abs(logP)) +
      (logQ === Number.NEGATIVE_INFINITY ? 0 : Math.abs(logQ));
    const ratioP = ratio(p);
    const ratioQ = ratio(q);
    const ofP = tailBound(k, ratioP, Math.exp(logP), logarithms);
    const ofQ = tailBound(k, ratioQ, Math.exp(logQ), logarithms);
    const ofChi = wanted[chiSquare] === 1 && chiTerm > 0 ? tailBound(k, ratioOfSquares(k), chiTerm, 0) : 0;
    return { ofP, ofQ, ofChi };
  };
  const ratioOfSquares = (k: number): number =>
    k >= p.support.upper
      ? 0
      : Math.exp(2 * (logMass(p, k + 1) - logMass(p, k)) - (logMass(q, k + 1) - logMass(q, k)));
  for (let k = start; k <= upper; k++) {
    const chiTerm = add(k);
    if (++terms % TERMS_BETWEEN_YIELDS === 0) yield;
    if (terms > termsAtMost) {
      converged = false;
      if (k > turn) left = boundsAt(k, chiTerm);
      break;
    }
    if (k > turn && upper === Number.POSITIVE_INFINITY) {
      if (k - turn > TERMS_BETWEEN_BOUNDS && k % TERMS_BETWEEN_BOUNDS !== 0) continue;
      const { ofP, ofQ, ofChi } = boundsAt(k, chiTerm);
      const bound = ofP + ofQ + ofChi;
      if (bound < NEGLIGIBLE) {
        tail += bound;
        break;
      }
      const [endlessP, endlessQ] = [p, q].map((of) => isHopeless(of, k, termsAtMost - terms));
      if ((endlessP && (endlessQ || ofQ < NEGLIGIBLE)) || (endlessQ && Math.max(ofP, ofChi) < NEGLIGIBLE)) {
        converged = false;
        left = { ofP, ofQ, ofChi };
        break;
      }
    } else if (k > turn && finiteTailNegligible(p, q, k, upper - k)) {
      tail += NEGLIGIBLE;
      break;
    }
  }
  for (let k = start - 1; k >= lower; k--) {
    add(k);
    if (++terms % TERMS_BETWEEN_YIELDS === 0) yield;
    if (terms > termsAtMost) {
      converged = false;
      left = null;
      break;
    }
    if (finiteTailNegligible(p, q, k, k - lower)) {
      tail += NEGLIGIBLE;
      break;
    }
  }
  const errors = sizes.map((size) =>
    converged ? tail + 4 * Number.EPSILON * size : Number.POSITIVE_INFINITY,
  );
  if (left !== null) endWithOne(values, errors, sizes, left, totals);
  return { values, errors, converged, logScale, negativeAt: none, isAbove: { PQ: false, QP: false } };
}

/** Whether masses are still not negligible after so many more terms, if they fall as fast as anywhere among these. */
function isHopeless(distribution: DiscreteDistribution, k: number, more: number): boolean {
  const fall = (at: number) => logMass(distribution, at) - logMass(distribution, at + 1);
  const fastest = Math.max(fall(k), fall(k + more));
  return logMass(distribution, k) - fastest * more > Math.log(NEGLIGIBLE);
}

/**
 * Where the masses of one side are done and those of the other are not: what is weighted with the first is known,
 * and what both make together too, for beyond the last term only the rest of the other's mass is left.
 */
function endWithOne(
  values: Float64Array,
  errors: Float64Array,
  sizes: Float64Array,
  { ofP, ofQ, ofChi }: Bounds,
  totals: Totals,
): void {
  const isQDone = ofQ < NEGLIGIBLE;
  if (isQDone === ofP < NEGLIGIBLE) return;
  const done = isQDone ? ofQ : ofP;
  const [massLeft, total] = isQDone ? (['massP', totals.p] as const) : (['massQ', totals.q] as const);
  const rest = Math.max(0, total - (values[componentPlace(massLeft)] ?? Number.NaN));
  const know = (component: Component, more: number, error = done) => {
    const place = componentPlace(component);
    values[place] = (values[place] ?? 0) + more;
    errors[place] = Number.isNaN(more)
      ? Number.POSITIVE_INFINITY
      : error + 4 * Number.EPSILON * ((sizes[place] ?? 0) + more);
  };
  know(isQDone ? 'massQ' : 'massP', 0);
  know(isQDone ? 'entropyQ' : 'entropyP', 0);
  know(isQDone ? 'crossEntropyQP' : 'crossEntropyPQ', 0);
  know(massLeft, rest);
  // Of q ln(q/p) + p − q, of the halves of JS and of the two distances the rest is a multiple of the mass alone.
  know(isQDone ? 'klQP' : 'klPQ', rest);
  know('jensenShannon', (Math.LN2 / 2) * rest);
  know('totalVariation', rest / 2);
  know('squaredHellinger', rest / 2, Math.sqrt(done));
  // Of p²/q − 2p + q, where p²/q is done too.
  if (!isQDone && ofChi < NEGLIGIBLE) know('chiSquare', rest, ofChi);
}

/** Past the modes of log-concave masses with `left` outcomes still to come, each of them smaller than this one. */
function finiteTailNegligible(
  p: DiscreteDistribution,
  q: DiscreteDistribution,
  k: number,
  left: number,
): boolean {
  if (left < 1000) return false;
  const logP = logMass(p, k);
  const logQ = logMass(q, k);
  const weight = Math.exp(Math.max(logP, logQ, 2 * logP - logQ));
  return weight * left * (1 + 4 * Math.abs(logP) + 4 * Math.abs(logQ)) < NEGLIGIBLE;
}
