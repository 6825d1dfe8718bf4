import { integrate } from '../../numeric/quadrature/adaptive';
import { cutIntoPieces } from '../../numeric/quadrature/pieces';
import type { Steps } from '../../steps';
import { combine, integrable, type LogAsymptotic, logTerm } from '../families/asymptotics';
import type { ContinuousDistribution, Distribution } from '../families/distribution';
import { logDensityAt } from './byQuadrature';

/** A moment, or why there is none. */
export type Moment =
  | {
      readonly kind: 'value';
      readonly value: number;
      readonly error: number;
      readonly method: 'closed-form' | 'quadrature';
    }
  /** The integral diverges to +∞, or to −∞. */
  | { readonly kind: 'infinite'; readonly sign: 1 | -1 }
  /** ∞ − ∞: it does not exist. */
  | { readonly kind: 'undefined' }
  | { readonly kind: 'unknown' };

export interface Moments {
  readonly mean: Moment;
  readonly variance: Moment;
}

const tolerance = { relative: 1e-12, absolute: 1e-300 };
const unknown: Moment = { kind: 'unknown' };

/** Mean and variance of a distribution on the line divided by its mass: by its family's formula, else by quadrature. */
export function* momentsSteps(of: Distribution): Steps<Moments | null> {
  if (of.kind === 'multivariate') return null;
  if (of.mean !== null && of.variance !== null) return { mean: known(of.mean), variance: known(of.variance) };
  return of.kind === 'continuous' ? yield* integrated(of) : { mean: unknown, variance: unknown };
}

function known(value: number): Moment {
  if (Number.isNaN(value)) return { kind: 'undefined' };
  if (!Number.isFinite(value)) return { kind: 'infinite', sign: value > 0 ? 1 : -1 };
  return { kind: 'value', value, error: 8 * Number.EPSILON * Math.abs(value), method: 'closed-form' };
}

/** Whether ∫ |x|^power p converges at an infinite end; null where it is not known. */
function converges(end: LogAsymptotic | null, at: number, power: number): boolean | null {
  if (Number.isFinite(at)) return true;
  if (end === null) return null;
  return integrable(combine({ weight: 1, of: end }, { weight: power, of: [logTerm(1)] }), 'infinity');
}

function* integrated(of: ContinuousDistribution): Steps<Moments> {
  const { support } = of;
  const ends = (power: number) => [
    converges(of.lowerEnd, support.lower, power),
    converges(of.upperEnd, support.upper, power),
  ];
  const [belowOnce, aboveOnce] = ends(1);
  const [belowTwice, aboveTwice] = ends(2);
  if (belowOnce === null || aboveOnce === null || belowTwice === null || aboveTwice === null) {
    return { mean: unknown, variance: unknown };
  }
  if (!belowOnce && !aboveOnce) return { mean: { kind: 'undefined' }, variance: { kind: 'undefined' } };
  if (!belowOnce || !aboveOnce) {
    return { mean: { kind: 'infinite', sign: aboveOnce ? -1 : 1 }, variance: { kind: 'undefined' } };
  }
  const hasVariance = belowTwice && aboveTwice;
  const about = yield* integralsAbout(of, centreOf(of), hasVariance);
  const mean = about.centre + about.first / about.mass;
  const closer = yield* integralsAbout(of, mean, hasVariance);
  const meanError = about.firstError / about.mass + 4 * Number.EPSILON * Math.abs(mean);
  return {
    mean: measured(mean, meanError),
    variance: hasVariance
      ? measured(closer.second / closer.mass, closer.secondError / closer.mass)
      : { kind: 'infinite', sign: 1 },
  };
}

function measured(value: number, error: number): Moment {
  const isWorth = error <= 1e-5 * Math.max(1, Math.abs(value));
  return isWorth ? { kind: 'value', value, error, method: 'quadrature' } : unknown;
}

function centreOf({ support, landmarks }: ContinuousDistribution): number {
  const [landmark] = landmarks;
  if (landmark !== undefined) return landmark;
  return Number.isFinite(support.lower) ? support.lower : Number.isFinite(support.upper) ? support.upper : 0;
}

/** ∫p, ∫(x − c)p and ∫(x − c)²p. */
function* integralsAbout(of: ContinuousDistribution, centre: number, hasVariance: boolean) {
  const { support, landmarks, singular = [] } = of;
  const inner = [support.lower, support.upper, ...singular.map(({ at }) => at)].filter(Number.isFinite);
  const pieces = cutIntoPieces(support.lower, support.upper, [...landmarks, centre], inner);
  const { values, errors } = yield* integrate(
    (node, piece, out) => {
      const logP = logDensityAt(of, node, piece);
      if (!(logP > Number.NEGATIVE_INFINITY)) return;
      const weight = Math.exp(logP + node.logJacobian);
      if (weight === 0) return;
      const distance = node.x - centre;
      out[0] = weight;
      out[1] = weight * distance;
      if (hasVariance) out[2] = weight * distance * distance;
    },
    pieces,
    3,
    tolerance,
  );
  return {
    centre,
    mass: values[0],
    first: values[1],
    firstError: errors[1],
    second: values[2],
    secondError: errors[2],
  };
}
