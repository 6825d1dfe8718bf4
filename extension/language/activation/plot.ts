import type { ActivationStudy, ShapeStudy } from '../../../core/derivation/activationStudy/activationStudy';
import { decimal } from '../../../core/derivation/activationStudy/constants';
import { sidesOf } from '../../../core/derivation/activationStudy/variations';
import type { ElementwiseActivation, Parameters } from '../../../core/network/activations/activation';
import type { ActivationPlot } from '../../protocol/activationView';
import type { Words } from '../words/words';
import { equationOf, mathOf } from './ends';

type Say = Words['activation'];
type Window = Pick<ActivationPlot, 'x' | 'y'>;

const pointsPerUnit = 24;
/** What is drawn on each side at least, and how far a number of the input may stretch it. */
const leastReach = 4.6;
const mostReach = 12;

/** φ and φ′ with what stands on them, on the given stretch or on the one that shows them best. Null of a whole row. */
export function plotOf(study: ActivationStudy, say: Say, window?: Window): ActivationPlot | null {
  const { activation, parameters, shape } = study;
  if (!activation.elementwise || shape === null) return null;
  const { x, y } = window ?? windowOf(study) ?? { x: [0, 1], y: [0, 1] };
  const columns = shape.variations.columns.filter(({ kind }) => kind === 'root' || kind === 'special');
  return {
    x,
    y,
    segments: sampled(activation, parameters, shape, x),
    asymptotes: (['left', 'right'] as const).flatMap((side) => {
      const end = shape.ends[side];
      const equation = equationOf(end);
      if (end.kind !== 'asymptote' || equation === null) return [];
      return [{ side, slope: end.slope, intercept: end.intercept, equation }];
    }),
    corners: shape.kinks.map(({ at, discontinuous }) => ({
      at,
      value: activation.value(at, parameters),
      isJump: discontinuous === true,
      name: (discontinuous ? say.jump : say.kink)(decimal(at).plain),
    })),
    points: columns.flatMap(({ at, value }) =>
      value.at === null ? [] : [{ at: at.value, value: value.at.value, label: mathOf(value.at) }],
    ),
    taken: study.points
      .filter(({ at }) => at >= x[0] && at <= x[1])
      .map(({ name, at, value, derivative }) => ({ name, at, value, slope: derivative })),
    hasGap: shape.reluGap !== null,
  };
}

/** The part of the plane that shows every corner, extremum and inflection, and the way to the asymptotes. */
export function windowOf({ activation, parameters, shape, points }: ActivationStudy): Window | null {
  if (!activation.elementwise || shape === null) return null;
  const { variations, convexities, range, slopes } = shape;
  const value = (at: number) => activation.value(at, parameters);
  const places = [...variations.columns, ...convexities.columns]
    .map(({ at }) => at.value)
    .filter(Number.isFinite);
  const taken = points.map(({ at }) => at).filter((at) => Math.abs(at) <= mostReach);
  const reach = (side: -1 | 1) =>
    Math.max(leastReach, ...places.map((at) => at * side * 1.25), ...taken.map((at) => at * side + 0.5));
  const x = [-reach(-1), reach(1)] as const;
  const lowest = Math.min(...range.map(({ lower }) => lower));
  const highest = Math.max(...range.map(({ upper }) => upper));
  const width = x[1] - x[0];
  const seen = x.map(value);
  const bottom = Number.isFinite(lowest) ? lowest : Math.max(Math.min(...seen), -width / 2);
  const top = Number.isFinite(highest) ? highest : Math.min(Math.max(...seen), width / 2);
  const low = Math.min(bottom, Math.max(slopes.lowest, -width / 2), 0);
  const high = Math.max(top, Math.min(slopes.highest, width / 2), 0);
  const margin = 0.08 * (high - low) || 1;
  // The names of points stand under the axis.
  const foot = taken.length === 0 ? low : Math.min(low, -0.16 * (high - low));
  return { x, y: [foot - margin, high + margin] };
}

/** φ and φ′ between each two corners, at their ends by the limits from inside. */
function sampled(
  activation: ElementwiseActivation,
  parameters: Parameters,
  { kinks, formulas }: ShapeStudy,
  [first, last]: readonly [number, number],
): ActivationPlot['segments'] {
  const inside = kinks.map(({ at }) => at).filter((at) => at > first && at < last);
  const ends = [first, ...inside, last];
  return ends.slice(1).map((to, index) => {
    const from = ends[index];
    const count = Math.max(8, Math.ceil((to - from) * pointsPerUnit));
    const x = Array.from({ length: count + 1 }, (_, step) => from + ((to - from) * step) / count);
    const atEnd = (cases: typeof formulas.value, at: number, side: 'left' | 'right') =>
      sidesOf(cases, at)[side];
    const along = (cases: typeof formulas.value, own: (at: number) => number) =>
      x.map((at, step) => {
        if (step === 0 && index > 0) return atEnd(cases, at, 'right');
        if (step === count && index < inside.length) return atEnd(cases, at, 'left');
        return own(at);
      });
    return {
      x,
      value: along(formulas.value, (at) => activation.value(at, parameters)),
      slope: along(formulas.derivative, (at) => activation.derivative(at, parameters)),
    };
  });
}
