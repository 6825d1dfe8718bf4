import { addLogarithm, type LogPrimeSum, logPrimeSum, type PrimeLogs } from '../exact/logPrimeSum';
import { createFactoriser, type Factoriser } from '../exact/primes';
import type { Steps } from '../steps';
import type { ExactMeasure } from './distributionStudy';
import type { ExactWeights } from './weights';

export type ExactForms = Readonly<Partial<Record<ExactMeasure, LogPrimeSum>>>;

/** Modular multiplications that factorising may take: some 60 milliseconds. */
const factorWork = 200_000;

/** Outcomes between two pauses: each may need a number of sixteen digits factorised. */
const outcomesPerSlice = 4;

/**
 * Σ p ln p, Σ p ln q and what follows from them as sums of c·ln(prime). Infinite ones are left
 * out, and all of them where the integers are too hard to factorise.
 */
export function* exactFormSteps(p: ExactWeights, q: ExactWeights | null, base: number): Steps<ExactForms> {
  const factorise = createFactoriser(factorWork);
  const pp = yield* weightedLogarithms(p, p, factorise);
  if (pp === 'too hard' || pp === 'infinite') return {};
  const print = (sum: PrimeLogs, denominator: bigint) => logPrimeSum(sum, denominator, base);
  if (q === null) return { entropyP: print(minus(pp), p.denominator) };
  const qq = yield* weightedLogarithms(q, q, factorise);
  const pq = yield* weightedLogarithms(p, q, factorise);
  const qp = yield* weightedLogarithms(q, p, factorise);
  if (qq === 'too hard' || qq === 'infinite' || pq === 'too hard' || qp === 'too hard') return {};
  return {
    entropyP: print(minus(pp), p.denominator),
    entropyQ: print(minus(qq), q.denominator),
    ...(pq !== 'infinite' && {
      crossEntropyPQ: print(minus(pq), p.denominator),
      klPQ: print(plus(pp, minus(pq)), p.denominator),
    }),
    ...(qp !== 'infinite' && {
      crossEntropyQP: print(minus(qp), q.denominator),
      klQP: print(plus(qq, minus(qp)), q.denominator),
    }),
  };
}

/** A · Σ (aᵢ/A) ln(bᵢ/B) with a/A the weights and b/B the arguments: integer coefficients. */
function* weightedLogarithms(
  weights: ExactWeights,
  arguments_: ExactWeights,
  factorise: Factoriser,
): Steps<PrimeLogs | 'infinite' | 'too hard'> {
  const sum: PrimeLogs = new Map();
  let total = 0n;
  for (const [i, weight] of weights.numerators.entries()) {
    if (i % outcomesPerSlice === outcomesPerSlice - 1) yield;
    if (weight === 0n) continue;
    const argument = arguments_.numerators[i];
    if (argument === 0n) return 'infinite';
    if (!addLogarithm(sum, weight, argument, factorise)) return 'too hard';
    total += weight;
  }
  return addLogarithm(sum, -total, arguments_.denominator, factorise) ? sum : 'too hard';
}

function minus(sum: PrimeLogs): PrimeLogs {
  return new Map([...sum].map(([prime, coefficient]) => [prime, -coefficient]));
}

function plus(a: PrimeLogs, b: PrimeLogs): PrimeLogs {
  const sum = new Map(a);
  for (const [prime, coefficient] of b) sum.set(prime, (sum.get(prime) ?? 0n) + coefficient);
  return sum;
}
