import {
  combine,
  type EndKind,
  expectationFinite,
  integrable,
  type LogAsymptotic,
} from '../families/asymptotics';
import type { ContinuousDistribution, DiscreteDistribution } from '../families/distribution';
import { isEmptyBeside, logBeside, type Side } from './beside';
import type { InfiniteReason } from './comparison';
import { type Stretch, uncovered } from './supports';

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

/** P's ends, and both sides of every singular point of P or Q inside P's support, with what is known of both there. */
function endsOf(p: OneVariable, q: OneVariable): readonly End[] {
  if (p.kind === 'discrete' || q.kind === 'discrete') {
    if (p.support.upper !== Number.POSITIVE_INFINITY) return [];
    return [{ at: Number.POSITIVE_INFINITY, kind: 'infinity', p: p.upperEnd, q: q.upperEnd }];
  }
  const { lower, upper } = p.support;
  const points = [...(p.singular ?? []), ...(q.singular ?? [])].map(({ at }) => at);
  const inside = [...new Set([...points, q.support.lower, q.support.upper])].filter(
    (at) => at > lower && at < upper,
  );
  const sides: readonly (readonly [number, Side])[] = [
    [lower, 'above'],
    [upper, 'below'],
    ...inside.flatMap((at) => [[at, 'below'] as const, [at, 'above'] as const]),
  ];
  return sides
    .filter(([at, side]) => !isEmptyBeside(p, at, side) && !isEmptyBeside(q, at, side))
    .map(([at, side]) => ({
      at,
      kind: Number.isFinite(at) ? 'point' : 'infinity',
      p: logBeside(p, at, side),
      q: logBeside(q, at, side),
    }));
}

function atEveryEnd(
  ends: readonly End[],
  test: (p: LogAsymptotic, q: LogAsymptotic, kind: EndKind) => boolean,
): Verdict {
  let known = true;
  const at = new Set<number>();
  for (const end of ends) {
    if (end.p === null || end.q === null) known = false;
    else if (!test(end.p, end.q, end.kind)) at.add(end.at);
  }
  if (at.size > 0) return { finite: false, reason: { kind: 'tail', at: [...at] } };
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
  const where = [...uncoveredOutcomes(p, q), ...uncovered(p, q)];
  if (where.length > 0) return { finite: false, reason: { kind: 'support', of, where } };
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

const OUTCOMES_AT_MOST = 1_000_000;
/** More are not named. */
const STRETCHES_AT_MOST = 8;

/** The outcomes to which P gives mass and Q none, inside both supports: zeros of a categorical. */
export function uncoveredOutcomes(p: OneVariable, q: OneVariable): readonly Stretch[] {
  if (p.kind !== 'discrete' || q.kind !== 'discrete') return [];
  const last = Math.min(p.support.upper, q.support.upper);
  const first = Math.max(p.support.lower, q.support.lower);
  if (!(last - first < OUTCOMES_AT_MOST)) return [];
  const found: { lower: number; upper: number; integers: true }[] = [];
  for (let k = first; k <= last; k++) {
    if (q.logMass(k) !== Number.NEGATIVE_INFINITY || p.logMass(k) === Number.NEGATIVE_INFINITY) continue;
    const before = found.at(-1);
    if (before?.upper === k - 1) before.upper = k;
    else if (found.length < STRETCHES_AT_MOST) found.push({ lower: k, upper: k, integers: true });
  }
  return found;
}
