import { finish, type Steps } from '../../steps';
import { integratePair } from '../continuous/byQuadrature';
import { sumPair } from '../continuous/bySeries';
import type { MeasureValues, ResolvedMeasure } from '../continuous/comparison';
import type { ContinuousStudy } from '../continuous/continuousStudy';
import { curvesOf } from '../continuous/curves';
import { componentPlace, components } from '../continuous/pairTerms';
import { partsOf, uncovered } from '../continuous/supports';
import type { ContinuousDistribution, DiscreteDistribution } from '../families/distribution';
import { type Facts, factsFrom, type JensenPoint } from './facts';

/** Places that share P evenly. */
const quantiles = 24;

/** The facts on two families or densities; null for one alone, or where nothing is known of their divergence. */
export function* continuousFactsSteps(study: ContinuousStudy): Steps<Facts | null> {
  const { p, q, values, reading, supportFacts } = study;
  const { klPQ, crossEntropyPQ, entropyP } = values;
  if (q === null || klPQ === undefined) return null;
  const measured = (found: MeasureValues[keyof MeasureValues]) => found?.value ?? Number.NaN;
  const isOne = ({ integral }: ResolvedMeasure) => Math.abs(integral - 1) <= 1e-7;
  const errors = [klPQ, crossEntropyPQ, entropyP].map((found) => found?.error ?? 0);
  const missed = klPQ.method === 'support';
  const mean = yield* massWhere(p, q);
  return factsFrom({
    base: reading.base,
    entropy: measured(entropyP),
    crossEntropy: measured(crossEntropyPQ),
    divergence: klPQ.value,
    error: errors.reduce((sum, error) => sum + error, 0),
    mean,
    pIsOne: isOne(p),
    qIsOne: isOne(q),
    isCovered: !missed && !supportFacts.some(({ direction }) => direction === 'PQ'),
    isSame: isSame(p, q, klPQ.value, klPQ.error),
    points: pointsOf(study),
  });
}

/** The same family with the same parameters, or a divergence that no error makes 0. */
function isSame(p: ResolvedMeasure, q: ResolvedMeasure, divergence: number, error: number): boolean | null {
  if (divergence > 4 * error) return false;
  const same = p.family !== null && p.family === q.family;
  return same && JSON.stringify(p.parameters) === JSON.stringify(q.parameters) ? true : null;
}

/** The mass of Q where P has some. */
function* massWhere(p: ResolvedMeasure, q: ResolvedMeasure): Steps<number> {
  const [ofP, ofQ] = [p.distribution, q.distribution];
  if (ofP.kind === 'multivariate' && ofQ.kind === 'multivariate') {
    return ofP.space === ofQ.space ? q.integral : 0;
  }
  if (ofP.kind === 'continuous' && ofQ.kind === 'continuous') {
    return uncovered(ofQ, ofP).length === 0 ? q.integral : yield* massInside(ofQ, ofP);
  }
  if (ofP.kind === 'discrete' && ofQ.kind === 'discrete') return yield* massAt(ofQ, ofP);
  return 0;
}

const massAlone = Uint8Array.from(components, (component) => (component === 'massP' ? 1 : 0));

function* massInside(q: ContinuousDistribution, p: ContinuousDistribution): Steps<number> {
  let mass = 0;
  for (const part of partsOf(p)) {
    const support = {
      lower: Math.max(part.lower, q.support.lower),
      upper: Math.min(part.upper, q.support.upper),
    };
    if (!(support.lower < support.upper)) continue;
    const inside: ContinuousDistribution = {
      ...q,
      support,
      logDensity: (x, fromLower, toUpper, sum) =>
        q.logDensity(
          x,
          support.lower === q.support.lower ? fromLower : x - q.support.lower,
          support.upper === q.support.upper ? toUpper : q.support.upper - x,
          sum,
        ),
    };
    const { values } = yield* integratePair(inside, inside, massAlone, 0, 0);
    mass += values[componentPlace('massP')];
  }
  return mass;
}

function* massAt(q: DiscreteDistribution, p: DiscreteDistribution): Steps<number> {
  const isInside = (k: number) => k >= p.support.lower && k <= p.support.upper;
  const inside: DiscreteDistribution = {
    ...q,
    logMass: (k) =>
      isInside(k) && p.logMass(k) > Number.NEGATIVE_INFINITY ? q.logMass(k) : Number.NEGATIVE_INFINITY,
  };
  const { values } = yield* sumPair(inside, inside, massAlone);
  return values[componentPlace('massP')];
}

function pointsOf({ p, q, reading }: ContinuousStudy): readonly JensenPoint[] {
  const curves = curvesOf(p.distribution, q?.distribution ?? null, reading.base);
  if (curves === null || curves.q === null) return [];
  const unit = reading.base === Math.E ? 1 : Math.log(reading.base);
  const { x, p: ofP, q: ofQ } = curves;
  const point = (index: number, weight: number): JensenPoint => {
    const ratio = ofQ[index] / ofP[index];
    return { at: x[index], x: ratio, y: -Math.log(ratio) / unit, weight };
  };
  if (curves.discrete) return x.flatMap((_, index) => (ofP[index] > 0 ? [point(index, ofP[index])] : []));
  const widths = x.map((at, index) => ((x[index + 1] ?? at) - (x[index - 1] ?? at)) / 2);
  const masses = x.map((_, index) => (Number.isFinite(ofP[index]) ? ofP[index] * widths[index] : 0));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const points: JensenPoint[] = [];
  let reached = 0;
  masses.forEach((mass, index) => {
    reached += mass;
    if (reached >= ((points.length + 0.5) / quantiles) * total && points.length < quantiles) {
      points.push(point(index, 1 / quantiles));
    }
  });
  return points;
}

/** `continuousFactsSteps` driven to its end. */
export function continuousFacts(study: ContinuousStudy): Facts | null {
  return finish(continuousFactsSteps(study));
}
