import { CompensatedSum } from '../../numeric/compensatedSum';
import type { DistributionStudy } from '../distributionStudy';
import { type Facts, factsFrom, type JensenPoint } from './facts';

/** More points make no clearer picture; sums are over all outcomes. */
const mostPoints = 200;

/** The facts on two distributions of a text; null for one alone. Values are of the numbers as given. */
export function discreteFacts(study: DistributionStudy): Facts | null {
  const { p, q, measures, reading, problems, exact } = study;
  const { klPQ, crossEntropyPQ, entropyP } = measures;
  if (q === null || klPQ === undefined || crossEntropyPQ === undefined) return null;
  const isOff = (distribution: 'P' | 'Q') =>
    problems.some(
      (problem) => problem.code === 'not-normalised' && problem.data.distribution === distribution,
    );
  const mass = new CompensatedSum();
  let isPositive = true;
  let isSame = true;
  for (let i = 0; i < p.length; i++) {
    if (p[i] > 0) mass.add(q[i]);
    else if (p[i] === 0 && q[i] !== 0) isPositive = false;
    if (p[i] !== q[i]) isSame = false;
  }
  const qIsOne = !isOff('Q');
  const pIsOne = !isOff('P');
  return factsFrom({
    base: reading.base,
    entropy: entropyP,
    crossEntropy: crossEntropyPQ,
    divergence: klPQ,
    error: 0,
    mean: qIsOne && isPositive ? 1 : mass.value,
    pIsOne,
    qIsOne,
    isCovered: !problems.some((problem) => problem.code === 'support' && problem.data.direction === 'PQ'),
    // The exact sum of logarithms is 0 for equal probabilities alone.
    isSame: exact.klPQ !== undefined && pIsOne && qIsOne ? exact.klPQ.terms.length === 0 : isSame,
    points: pointsOf(p, q, reading.base),
  });
}

function pointsOf(p: Float64Array, q: Float64Array, base: number): readonly JensenPoint[] {
  const unit = base === Math.E ? 1 : Math.log(base);
  const points: JensenPoint[] = [];
  for (let at = 0; at < p.length && points.length < mostPoints; at++) {
    if (!(p[at] > 0)) continue;
    const x = q[at] / p[at];
    points.push({ at, x, y: -Math.log(x) / unit, weight: p[at] });
  }
  return points;
}
