import {
  combine,
  type EndKind,
  expectationFinite,
  integrable,
  type LogAsymptotic,
} from '../families/asymptotics';
import type { ContinuousDistribution, DiscreteDistribution, Interval } from '../families/distribution';
import type { InfiniteReason } from './comparison';

/** Finite, infinite and why, or not known. Decided by support and tails alone, never by a number. */
export type Verdict =
  | { readonly finite: true }
  | { readonly finite: false; readonly reason: InfiniteReason }
  | { readonly finite: null };

type OneVariable = ContinuousDistribution | DiscreteDistribution;

interface End {
  readonly at: number;
  readonly kind: EndKind;
  readonly p: LogAsymptotic | null;
  readonly q: LogAsymptotic | null;
}

/** The first part of P's support that Q's leaves out; null where Q covers it. */
export function uncovered(p: Interval, q: Interval): Interval | null {
  if (p.lower < q.lower) return { lower: p.lower, upper: Math.min(p.upper, q.lower) };
  if (p.upper > q.upper) return { lower: Math.max(p.lower, q.upper), upper: p.upper };
  return null;
}

/** P's ends with what is known of both there; at an end of P inside Q's support ln q is bounded. */
function endsOf(p: OneVariable, q: OneVariable): readonly End[] {
  if (p.kind === 'discrete' || q.kind === 'discrete') {
    if (p.support.upper !== Number.POSITIVE_INFINITY) return [];
    return [{ at: Number.POSITIVE_INFINITY, kind: 'infinity', p: p.upperEnd, q: q.upperEnd }];
  }
  const end = (at: number, ofP: LogAsymptotic | null, qAt: number, ofQ: LogAsymptotic | null): End => ({
    at,
    kind: Number.isFinite(at) ? 'point' : 'infinity',
    p: ofP,
    q: at === qAt ? ofQ : [],
  });
  return [
    end(p.support.lower, p.lowerEnd, q.support.lower, q.lowerEnd),
    end(p.support.upper, p.upperEnd, q.support.upper, q.upperEnd),
    ...innerEnds(p, q),
  ];
}

/** Both sides of every singular point of P or Q inside P's support; the other's density is bounded there. */
function innerEnds(p: ContinuousDistribution, q: ContinuousDistribution): readonly End[] {
  const ofP = p.singular ?? [];
  const ofQ = q.singular ?? [];
  const points = new Set([...ofP, ...ofQ].map(({ at }) => at));
  const inside = [...points].filter((at) => at > p.support.lower && at < p.support.upper);
  return inside.flatMap((at) => {
    const first = ofP.find((point) => point.at === at) ?? { below: [], above: [] };
    const second = ofQ.find((point) => point.at === at) ?? { below: [], above: [] };
    return [
      { at, kind: 'point' as const, p: first.below, q: second.below },
      { at, kind: 'point' as const, p: first.above, q: second.above },
    ];
  });
}

function atEveryEnd(
  ends: readonly End[],
  test: (p: LogAsymptotic, q: LogAsymptotic, kind: EndKind) => boolean,
): Verdict {
  let known = true;
  for (const { at, kind, p, q } of ends) {
    if (p === null || q === null) known = false;
    else if (!test(p, q, kind)) return { finite: false, reason: { kind: 'tail', at } };
  }
  return known ? { finite: true } : { finite: null };
}

/** Whether ∫p converges. */
export function massFinite(p: OneVariable): Verdict {
  return atEveryEnd(endsOf(p, p), (ofP, _, kind) => integrable(ofP, kind));
}

/** Whether ∫ p |ln p| converges. */
export function entropyFinite(p: OneVariable): Verdict {
  return atEveryEnd(endsOf(p, p), (ofP, _, kind) => expectationFinite(ofP, ofP, kind));
}

function whereCovered(
  p: OneVariable,
  q: OneVariable,
  of: 'P' | 'Q',
  test: typeof expectationFinite,
): Verdict {
  const where = uncovered(p.support, q.support);
  if (where !== null) return { finite: false, reason: { kind: 'support', of, where } };
  return atEveryEnd(endsOf(p, q), test);
}

/** Whether ∫ p |ln q| converges; `of` names P in the answer. */
export function crossEntropyFinite(p: OneVariable, q: OneVariable, of: 'P' | 'Q'): Verdict {
  return whereCovered(p, q, of, (ofP, ofQ, kind) => expectationFinite(ofP, ofQ, kind));
}

/** Whether ∫ p |ln(p/q)| converges. */
export function divergenceFinite(p: OneVariable, q: OneVariable, of: 'P' | 'Q'): Verdict {
  return whereCovered(p, q, of, (ofP, ofQ, kind) =>
    expectationFinite(ofP, combine({ weight: 1, of: ofP }, { weight: -1, of: ofQ }), kind),
  );
}

/** Whether ∫ p²/q converges. */
export function chiSquareFinite(p: OneVariable, q: OneVariable): Verdict {
  return whereCovered(p, q, 'P', (ofP, ofQ, kind) =>
    integrable(combine({ weight: 2, of: ofP }, { weight: -1, of: ofQ }), kind),
  );
}

export function disjoint(p: Interval, q: Interval): boolean {
  return p.upper < q.lower || q.upper < p.lower;
}

const OUTCOMES_AT_MOST = 1_000_000;

/** The first outcome to which P gives mass and Q none, inside both supports: zeros of a categorical. */
export function uncoveredOutcome(p: OneVariable, q: OneVariable, of: 'P' | 'Q'): Verdict | null {
  if (p.kind !== 'discrete' || q.kind !== 'discrete') return null;
  const last = Math.min(p.support.upper, q.support.upper);
  const first = Math.max(p.support.lower, q.support.lower);
  if (!(last - first < OUTCOMES_AT_MOST)) return null;
  for (let k = first; k <= last; k++) {
    if (q.logMass(k) === Number.NEGATIVE_INFINITY && p.logMass(k) !== Number.NEGATIVE_INFINITY) {
      return { finite: false, reason: { kind: 'support', of, where: { lower: k, upper: k } } };
    }
  }
  return null;
}
