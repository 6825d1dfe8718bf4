import { CompensatedSum } from '../numeric/compensatedSum';
import type { Steps } from '../steps';
import type { Kernels } from './kernels';
import {
  crossEntropyInTypescript,
  relativeEntropyInTypescript,
  sumInTypescript,
} from './typescriptReductions';
import { addressOf, blockLength, type VectorMemory } from './vectorMemory';

/** Fewer terms are added before a module is called. */
const leastTerms = 256;

/** Terms in one turn of the module. */
const lanes = 8;

/** The module may leave out terms below 10⁻²⁹⁰: a sum as small as this is taken again by the twin. */
const leastTrusted = 1e-270;

/** What one call of the module sums at once: one sum or two. */
type Sums = readonly [number, number];

interface Reduction {
  readonly name: 'sum' | 'relativeEntropy' | 'crossEntropy';
  /** A term of this, in every array, adds nothing. */
  readonly neutral: number;
  twin(x: Float64Array, y: Float64Array): Steps<Sums>;
}

const sumReduction: Reduction = {
  name: 'sum',
  neutral: 0,
  *twin(x) {
    return [yield* sumInTypescript(x), 0];
  },
};

const relativeEntropyReduction: Reduction = {
  name: 'relativeEntropy',
  neutral: 1,
  *twin(p, q) {
    const { brackets, difference } = yield* relativeEntropyInTypescript(p, q);
    return [brackets, difference];
  },
};

/** The module sums p ln q. */
const crossEntropyReduction: Reduction = {
  name: 'crossEntropy',
  neutral: 1,
  *twin(p, q) {
    return [-(yield* crossEntropyInTypescript(p, q)), 0];
  },
};

/**
 * Sums through the module, in blocks that are copied into its memory. Blocks with terms outside the module's domain
 * (see `assembly/reductions.ts`), and sums that are not finite, are the twin's.
 */
export function createVectorReductions({
  module,
  arrays: [first, second, results],
}: VectorMemory): Pick<Kernels, 'sum' | 'relativeEntropy' | 'crossEntropy'> {
  const sums = results.subarray(0, lanes);

  /** Writes `sums` of the terms from `start` to `end`, and says whether they can be trusted. */
  function run(
    { name, neutral }: Reduction,
    x: Float64Array,
    y: Float64Array,
    start: number,
    end: number,
  ): boolean {
    const count = end - start;
    const whole = Math.ceil(count / lanes) * lanes;
    first.set(x.subarray(start, end));
    first.fill(neutral, count, whole);
    if (y !== x) {
      second.set(y.subarray(start, end));
      second.fill(neutral, count, whole);
    }
    sums.fill(0);
    const isInDomain =
      name === 'sum'
        ? module.sum(addressOf(0), whole, addressOf(2))
        : module[name](addressOf(0), addressOf(y === x ? 0 : 1), whole, addressOf(2));
    return isInDomain !== 0 && sums.every(Number.isFinite);
  }

  function* reduce(reduction: Reduction, x: Float64Array, y: Float64Array): Steps<Sums> {
    if (x.length < leastTerms) return yield* reduction.twin(x, y);
    const totals = [new CompensatedSum(), new CompensatedSum()] as const;
    for (let start = 0; start < x.length; start += blockLength) {
      const end = Math.min(x.length, start + blockLength);
      if (run(reduction, x, y, start, end)) {
        for (const [lane, part] of sums.entries()) totals[lane < lanes / 2 ? 0 : 1].add(part);
      } else {
        const parts = yield* reduction.twin(x.subarray(start, end), y.subarray(start, end));
        totals[0].add(parts[0]);
        totals[1].add(parts[1]);
      }
      yield;
    }
    const [{ value }, { value: other }] = totals;
    return Math.abs(value) > leastTrusted ? [value, other] : yield* reduction.twin(x, y);
  }

  return {
    *sum(x) {
      const [total] = yield* reduce(sumReduction, x, x);
      return total;
    },
    *relativeEntropy(p, q) {
      const [brackets, difference] = yield* reduce(relativeEntropyReduction, p, q);
      return { brackets, difference };
    },
    *crossEntropy(p, q) {
      const [total] = yield* reduce(crossEntropyReduction, p, q);
      return -total;
    },
  };
}
