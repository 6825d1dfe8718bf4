import { printRational, rational } from '../exact/rational';
import { CompensatedSum } from '../numeric/compensatedSum';
import { inSlices, type Steps } from '../steps';
import { fillSteps } from './fill';
import { logRatio, type Pair } from './pair';
import type { ExactWeights } from './weights';

/**
 * Derivatives of KL(P‖Q) and H(P, Q), in nats. By Q both are −p/q; where Q is the softmax of logits z,
 * both are q − p by z (for P that sums to one): the transpose of the Jacobian of softmax,
 * diag(q) − q qᵀ, times the derivative by Q. By P, KL has ln(p/q) + 1.
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning, 2006, equations 4.106 to 4.109.
 */
export interface DivergenceGradients {
  /** −p/q: −∞ where q alone is zero, 0 where p is. */
  readonly byQ: Float64Array;
  /** q − p. */
  readonly byLogits: Float64Array;
  /** ln(p/q) + 1 of KL; −∞ where p alone is zero. NaN where both are. */
  readonly byP: Float64Array;
  /** p (ln(p/q) − KL) of KL where P is a softmax too; 0 where p is. */
  readonly byLogitsOfP: Float64Array;
  /** The largest difference of Jᵀ · byQ from byLogits; NaN where an entry of byQ is infinite. */
  readonly disagreement: number;
}

export function* divergenceGradientsSteps(pair: Pair, kl: number): Steps<DivergenceGradients> {
  const { p, q, difference } = pair;
  const byQ = yield* fillSteps(p.length, 2, (i) => (p[i] === 0 ? 0 : -p[i] / q[i]));
  const byLogits = yield* fillSteps(p.length, 1, (i) => (difference[i] === 0 ? 0 : -difference[i]));
  const byP = yield* fillSteps(p.length, 30, (i) => logRatio(pair, i) + 1);
  const byLogitsOfP = yield* fillSteps(p.length, 30, (i) =>
    p[i] === 0 ? 0 : p[i] * (logRatio(pair, i) - kl),
  );
  const mean = new CompensatedSum();
  let disagreement = 0;
  yield* inSlices(p.length, 4, (first, end) => {
    for (let i = first; i < end; i++) mean.add(q[i] * byQ[i]);
  });
  yield* inSlices(p.length, 4, (first, end) => {
    for (let i = first; i < end; i++) {
      disagreement = Math.max(disagreement, Math.abs(q[i] * (byQ[i] - mean.value) - byLogits[i]));
    }
  });
  return { byQ, byLogits, byP, byLogitsOfP, disagreement };
}

/** −p/q and q − p of one outcome as fractions; null for a derivative that is not finite. */
export function exactGradients(
  p: ExactWeights,
  q: ExactWeights,
  outcome: number,
): { readonly byQ: string | null; readonly byLogits: string } {
  const [a, b] = [p.numerators[outcome], q.numerators[outcome]];
  const byQ =
    b === 0n ? (a === 0n ? '0' : null) : printRational(rational(-a * q.denominator, b * p.denominator));
  const byLogits = rational(b * p.denominator - a * q.denominator, p.denominator * q.denominator);
  return { byQ, byLogits: printRational(byLogits) };
}

/** ∂qᵢ/∂zⱼ = qᵢ (δᵢⱼ − qⱼ), row by row. */
export function softmaxJacobian(q: Float64Array): readonly Float64Array[] {
  return Array.from(q, (row, i) => q.map((column, j) => (i === j ? row * (1 - row) : -row * column)));
}
