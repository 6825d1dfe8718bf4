import { CompensatedSum } from '../../numeric/compensatedSum';
import type { Accumulator } from './folds';
import { haveEqualMass } from './mass';
import type { Measure } from './measure';

/** As Wasserstein-1, where a move over k steps costs k², and the root of it all. */
export const wasserstein2: Measure = {
  role: 'difference',
  isLogarithmic: false,
  latex: '\\sqrt{\\int_0^1 \\left(F_P^{-1}(u) - F_Q^{-1}(u)\\right)^2 \\mathrm{d}u}',
  plain: '√(∫₀¹ (F_P⁻¹ − F_Q⁻¹)² du)',
  domain: 'Σ p = Σ q',
  source: 'C. Villani, Topics in Optimal Transportation, 2003, theorem 2.18',
  isSymmetric: true,
  isMetric: true,
  folds: [monotoneCoupling],
  combine: ([cost], totals) => (haveEqualMass(totals) ? Math.sqrt(cost) : Number.NaN),
};

/** Mass of one side that waits for its partner, in the order in which it came. */
class Queue {
  private outcomes: number[] = [];
  private masses: number[] = [];
  private first = 0;

  push(outcome: number, mass: number): void {
    if (mass === 0) return;
    if (this.first === this.masses.length) {
      this.outcomes = [];
      this.masses = [];
      this.first = 0;
    }
    this.outcomes.push(outcome);
    this.masses.push(mass);
  }

  /** Sends the first `mass` of what waits, or all of it, to `outcome`; adds what that costs. */
  send(outcome: number, mass: number, cost: CompensatedSum): void {
    let left = mass;
    while (left > 0 && this.first < this.masses.length) {
      const taken = Math.min(left, this.masses[this.first]);
      cost.add(taken * (this.outcomes[this.first] - outcome) ** 2);
      left -= taken;
      this.masses[this.first] -= taken;
      if (this.masses[this.first] === 0) this.first++;
    }
  }
}

/**
 * Σ mass · distance² where the k-th quantile of P goes to the k-th of Q: the cheapest way for convex costs. Mass of
 * one side alone waits, and how much it is says the difference of the distribution functions, which has its digits
 * also where P and Q are nearly equal.
 */
function monotoneCoupling(): Accumulator {
  const waiting = new Queue();
  const ahead = new CompensatedSum();
  const cost = new CompensatedSum();
  let invalid = false;
  return {
    add: ({ p, q, difference, first }, i) => {
      if (!(p[i] >= 0 && q[i] >= 0 && Number.isFinite(p[i] + q[i]))) invalid = true;
      if (invalid) return;
      const before = ahead.value;
      ahead.add(difference[i]);
      const [same, other] = before > 0 ? [p[i], q[i]] : [q[i], p[i]];
      if (other < Math.abs(before)) {
        waiting.send(first + i, other, cost);
        waiting.push(first + i, same);
      } else {
        waiting.send(first + i, Number.POSITIVE_INFINITY, cost);
        waiting.push(first + i, Math.abs(ahead.value));
      }
    },
    get value() {
      return invalid ? Number.NaN : cost.value;
    },
  };
}
