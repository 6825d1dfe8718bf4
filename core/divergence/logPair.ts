import { add, subtract } from '../exact/rational';
import { toNumber } from '../exact/toNumber';
import { CompensatedSum } from '../numeric/compensatedSum';
import { inSlices, type Steps } from '../steps';
import { logarithmsOfSteps } from './createPair';
import { fillSteps } from './fill';
import { differenceOf, type LogWeights, logTotalSteps } from './logWeights';
import type { Pair } from './pair';
import type { Side } from './side';

/** Logarithms this close are compared by their differences, which then have digits that ln p − ln q has lost. */
const near = 1;

/** A pair of which at least one side is known by its logarithms. `isOne` says of each whether it is normalised. */
export function* logPairSteps(p: Side, q: Side, areOne: readonly [boolean, boolean]): Steps<Pair> {
  const [pIsOne, qIsOne] = areOne;
  const logP = yield* logarithmsSteps(p, pIsOne);
  const logQ = yield* logarithmsSteps(q, qIsOne);
  const work = 30;
  const length = logP.length;
  const doublesP = yield* fillSteps(length, work, (i) => Math.exp(logP[i]));
  const doublesQ = yield* fillSteps(length, work, (i) => Math.exp(logQ[i]));
  const ratios =
    p.logarithms !== null && q.logarithms !== null && pIsOne === qIsOne
      ? yield* nearRatiosSteps(p.logarithms, q.logarithms, doublesQ, pIsOne)
      : null;
  const difference = yield* fillSteps(length, work, (i) => {
    const ratio = ratios?.[i] ?? logP[i] - logQ[i];
    return Math.abs(ratio) <= 0.5 ? doublesQ[i] * Math.expm1(ratio) : doublesP[i] - doublesQ[i];
  });
  return {
    p: doublesP,
    q: doublesQ,
    difference,
    logP,
    logQ,
    pExcess: pIsOne ? 0 : p.total - 1,
    qExcess: qIsOne ? 0 : q.total - 1,
    outcomes: length,
    first: 0,
    kernels: null,
  };
}

function* logarithmsSteps(side: Side, isOne: boolean): Steps<Float64Array> {
  const { logarithms, exact, doubles, total } = side;
  if (logarithms !== null) {
    if (!isOne) return logarithms.values;
    const logTotal = yield* logTotalSteps(logarithms);
    return yield* fillSteps(logarithms.values.length, 30, logTotal.normalised);
  }
  const divisor = isOne && !side.isOne ? total : 1;
  if (exact !== null && divisor === 1) return yield* logarithmsOfSteps(exact);
  return yield* fillSteps(doubles.length, 30, (i) => Math.log(doubles[i] / divisor));
}

/**
 * ln(p/q) where it is small for every outcome: with r = x − y up to a constant, it is
 * r − ln Σ q eʳ = r − ln(1 + Σ q (eʳ − 1)). Null where some outcome is far, or the two are no probabilities
 * and their logarithms differ by what is written.
 */
function* nearRatiosSteps(
  x: LogWeights,
  y: LogWeights,
  q: Float64Array,
  areOne: boolean,
): Steps<Float64Array | null> {
  const anchor = areOne ? differenceOf(x, 0, y, 0) : 0;
  if (!Number.isFinite(anchor)) return null;
  const ratios = yield* fillSteps(q.length, 100, (i) =>
    areOne ? anchoredDifference(x, y, i) : differenceOf(x, i, y, i),
  );
  if (!ratios.every((ratio) => Math.abs(ratio) <= near)) return null;
  if (!areOne) return ratios;
  const change = new CompensatedSum();
  yield* inSlices(q.length, 30, (first, end) => {
    for (let i = first; i < end; i++) change.add(q[i] * Math.expm1(ratios[i]));
  });
  const shift = Math.log1p(change.value);
  return yield* fillSteps(q.length, 1, (i) => ratios[i] - shift);
}

/** (x − y) of outcome i less that of outcome 0: equal logits up to a constant leave nothing. */
function anchoredDifference(x: LogWeights, y: LogWeights, i: number): number {
  const [xi, yi, x0, y0] = [x.exact?.[i], y.exact?.[i], x.exact?.[0], y.exact?.[0]];
  if (!xi || !yi || !x0 || !y0) return x.values[i] - y.values[i] - (x.values[0] - y.values[0]);
  return toNumber(subtract(add(xi, y0), add(yi, x0)));
}
