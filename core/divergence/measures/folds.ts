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

/** (Σ termᵉ)^(1/e) of terms that are not negative, scaled by the largest so that no power vanishes or overflows. */
export function powerNorm(exponent: number, term: Term): Fold {
  return () => {
    let largest = 0;
    let powers = 0;
    return {
      add: (pair, i) => {
        const size = term(pair, i);
        if (size === 0) return;
        if (size <= largest)
          powers += largest === Number.POSITIVE_INFINITY ? 0 : (size / largest) ** exponent;
        else {
          powers = largest === 0 ? 1 : powers * (largest / size) ** exponent + 1;
          largest = size;
        }
      },
      get value() {
        return largest === 0 ? powers : largest * powers ** (1 / exponent);
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

/** Σ of a function of the difference of the distribution functions. */
export function sumOverDistributionFunctions(term: (difference: number) => number): Fold {
  return () => {
    const total = new CompensatedSum();
    return {
      ...alongDistributionFunctions((difference) => total.add(term(difference))),
      get value() {
        return total.value;
      },
    };
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
