import { CompensatedSum } from '../../../core/numeric/compensatedSum';
import { inSlices, type Steps } from '../../../core/steps';
import type { ProfileAnswer, ProfileQuestion } from '../../protocol/details/profile';
import { wireNumbers } from '../wireArrays';
import type { DetailContext } from './context';

/** As many bars as a panel tells apart. */
const mostGroups = 100;

export function* profileSteps(
  _: ProfileQuestion,
  { evaluation: { study } }: DetailContext,
): Steps<ProfileAnswer | null> {
  if (study.kind !== 'distribution') return null;
  const { p, q, terms } = study;
  const each = Math.max(1, Math.ceil(p.length / mostGroups));
  return {
    each,
    p: wireNumbers(yield* groupSumSteps(p, each)),
    q: q === null ? null : wireNumbers(yield* groupSumSteps(q, each)),
    term: terms === null ? null : wireNumbers(yield* groupSumSteps(terms.klPQ, each)),
  };
}

/** Sums of `each` neighbours. A sum with an infinite term is infinite. */
function* groupSumSteps(values: Float64Array, each: number): Steps<Float64Array> {
  const sums = new Float64Array(Math.ceil(values.length / each));
  yield* inSlices(sums.length, 4 * each, (first, end) => {
    for (let group = first; group < end; group++) {
      const part = values.subarray(group * each, (group + 1) * each);
      const infinite = part.find((value) => !Number.isFinite(value));
      const sum = new CompensatedSum();
      if (infinite === undefined) for (const value of part) sum.add(value);
      sums[group] = infinite ?? sum.value;
    }
  });
  return sums;
}
