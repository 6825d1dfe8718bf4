import { CompensatedSum } from '../numeric/compensatedSum';
import { relativeEntropyBracket } from '../numeric/relativeEntropy';
import { inSlices, type Steps } from '../steps';
import type { RelativeEntropy } from './kernels';

/** A logarithm and what is around it, in multiply-adds. */
const logarithmWork = 30;

export function* sumInTypescript(x: Float64Array): Steps<number> {
  const total = new CompensatedSum();
  yield* inSlices(x.length, 10, (first, end) => {
    for (let i = first; i < end; i++) total.add(x[i]);
  });
  return total.value;
}

export function* relativeEntropyInTypescript(p: Float64Array, q: Float64Array): Steps<RelativeEntropy> {
  const brackets = new CompensatedSum();
  const difference = new CompensatedSum();
  yield* inSlices(p.length, 2 * logarithmWork, (first, end) => {
    for (let i = first; i < end; i++) {
      brackets.add(relativeEntropyBracket(p[i], q[i]));
      difference.add(p[i]);
      difference.add(-q[i]);
    }
  });
  return { brackets: brackets.value, difference: difference.value };
}

export function* crossEntropyInTypescript(p: Float64Array, q: Float64Array): Steps<number> {
  const total = new CompensatedSum();
  yield* inSlices(p.length, logarithmWork, (first, end) => {
    for (let i = first; i < end; i++) {
      if (p[i] !== 0) total.add(p[i] > 0 ? -p[i] * Math.log(q[i]) : Number.NaN);
    }
  });
  return total.value;
}
