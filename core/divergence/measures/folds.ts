import type { Kernels } from '../../kernels/kernels';
import { CompensatedSum } from '../../numeric/compensatedSum';
import type { Steps } from '../../steps';
import type { Pair } from '../pair';

/** What outcome i adds. */
export type Term = (pair: Pair, i: number) => number;

/** Outcomes taken in one by one, in their order. */
export interface Accumulator {
  add(pair: Pair, i: number): void;
  /** All outcomes at once, of a pair of which the doubles are all that is known. */
  addDoubles?(pair: Pair, kernels: Kernels): Steps<void>;
  readonly value: number;
}

/** How outcomes become one number, in constant memory, so that they may be a hundred million. */
export type Fold = () => Accumulator;

/**
 * Σ of the terms, compensated. `ofDoubles` is the same sum by the kernels, for measures that have one there.
 */
export function sum(term: Term, ofDoubles?: (pair: Pair, kernels: Kernels) => Steps<number>): Fold {
  return () => {
    const total = new CompensatedSum();
    return {
      add: (pair, i) => total.add(term(pair, i)),
      ...(ofDoubles === undefined
        ? {}
        : {
            *addDoubles(pair: Pair, kernels: Kernels) {
              total.add(yield* ofDoubles(pair, kernels));
            },
          }),
      get value() {
        return total.value;
      },
    };
  };
}

/** The largest term; −Infinity without any, NaN where one is. */
export function maximum(term: Term): Fold {
  return () => {
    let largest = Number.NEGATIVE_INFINITY;
    return {
      add: (pair, i) => {
        largest = Math.max(largest, term(pair, i));
      },
      get value() {
        return largest;
      },
    };
  };
}

/** ln Σ exp(term), where a power alone may be beyond the doubles. A term of −Infinity adds nothing. */
export function logSum(term: Term): Fold {
  return () => {
    let largest = Number.NEGATIVE_INFINITY;
    let rest = 0;
    return {
      add: (pair, i) => {
        const logarithm = term(pair, i);
        if (logarithm === Number.NEGATIVE_INFINITY) return;
        if (logarithm <= largest) {
          rest += largest === Number.POSITIVE_INFINITY ? 0 : Math.exp(logarithm - largest);
        } else {
          rest = largest === Number.NEGATIVE_INFINITY ? 0 : (rest + 1) * Math.exp(largest - logarithm);
          largest = logarithm;
        }
      },
      get value() {
        return largest + Math.log1p(rest);
      },
    };
  };
}

/**
 * (Σ sizeᵉ)^(1/e) of sizes that are not negative. They are divided by the largest, so that no power overflows and
 * those that vanish are too small to count; where no power of ½ comes near zero, by a power of two, which rounds nothing.
 */
class PowerNorm {
  private scale = 0;
  private powers = new CompensatedSum();

  constructor(private readonly exponent: number) {}

  add(size: number): void {
    if (size === 0) return;
    if (!(size <= this.scale)) {
      const isRound = this.exponent <= 64 && size < 1e308;
      const scale = isRound ? 2 ** Math.ceil(Math.log2(size)) : size;
      const before = this.powers.value * (this.scale / scale) ** this.exponent;
      this.powers = new CompensatedSum();
      this.powers.add(before);
      this.scale = scale;
    }
    this.powers.add((size / this.scale) ** this.exponent);
  }

  get value(): number {
    if (this.scale === 0 || !Number.isFinite(this.scale)) return this.scale;
    const { value } = this.powers;
    return this.scale * (this.exponent === 2 ? Math.sqrt(value) : value ** (1 / this.exponent));
  }
}

/** (Σ termᵉ)^(1/e) of terms that are not negative. */
export function powerNorm(exponent: number, term: Term): Fold {
  return () => {
    const norm = new PowerNorm(exponent);
    return {
      add: (pair, i) => norm.add(term(pair, i)),
      get value() {
        return norm.value;
      },
    };
  };
}

/** F(i) − G(i), the difference of the distribution functions after each outcome but the last, where it is that of the sums. */
function alongDistributionFunctions(take: (difference: number) => void): Pick<Accumulator, 'add'> {
  const running = new CompensatedSum();
  return {
    add: (pair, i) => {
      running.add(pair.difference[i]);
      if (i < pair.outcomes - 1) take(running.value);
    },
  };
}

/** Σ |F(i) − G(i)|. */
export function sumOfDistributionFunctions(): Accumulator {
  const total = new CompensatedSum();
  return {
    ...alongDistributionFunctions((difference) => total.add(Math.abs(difference))),
    get value() {
      return total.value;
    },
  };
}

/** √Σ (F(i) − G(i))². */
export function normOfDistributionFunctions(): Accumulator {
  const norm = new PowerNorm(2);
  return {
    ...alongDistributionFunctions((difference) => norm.add(Math.abs(difference))),
    get value() {
      return norm.value;
    },
  };
}

/** The largest difference of the distribution functions. */
export function largestOverDistributionFunctions(): Accumulator {
  let largest = 0;
  return {
    ...alongDistributionFunctions((difference) => {
      largest = Math.max(largest, Math.abs(difference));
    }),
    get value() {
      return largest;
    },
  };
}
