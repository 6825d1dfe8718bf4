import { CompensatedSum } from '../../numeric/compensatedSum';
import type { Accumulator } from './folds';
import { haveEqualMass } from './mass';
import type { Measure } from './measure';

/** As Wasserstein-1, where a move over k steps costs k², and the root of it all. Masses are doubles: their rounding is in the square. */
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

/** Mass that waits for its partner, in the order in which it came. */
class Queue {
  private readonly outcomes: number[] = [];
  private readonly masses: number[] = [];
  private first = 0;

  push(outcome: number, mass: number): void {
    if (mass === 0) return;
    this.outcomes.push(outcome);
    this.masses.push(mass);
  }

  get isEmpty(): boolean {
    return this.first === this.masses.length;
  }

  get outcome(): number {
    return this.outcomes[this.first];
  }

  get mass(): number {
    return this.masses[this.first];
  }

  take(mass: number): void {
    this.masses[this.first] -= mass;
    if (this.masses[this.first] === 0) this.first++;
  }
}

/** Σ mass · distance² where the k-th quantile of P goes to the k-th of Q: the cheapest way for convex costs. */
function monotoneCoupling(): Accumulator {
  const [fromP, toQ] = [new Queue(), new Queue()];
  const cost = new CompensatedSum();
  let invalid = false;
  return {
    add: ({ p, q, first }, i) => {
      if (!(p[i] >= 0 && q[i] >= 0 && Number.isFinite(p[i] + q[i]))) invalid = true;
      if (invalid) return;
      fromP.push(first + i, p[i]);
      toQ.push(first + i, q[i]);
      while (!fromP.isEmpty && !toQ.isEmpty) {
        const mass = Math.min(fromP.mass, toQ.mass);
        cost.add(mass * (fromP.outcome - toQ.outcome) ** 2);
        fromP.take(mass);
        toQ.take(mass);
      }
    },
    get value() {
      return invalid ? Number.NaN : cost.value;
    },
  };
}
