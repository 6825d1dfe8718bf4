import type { ShapeStudy } from '../../../core/derivation/activationStudy/activationStudy';
import { sidesOf } from '../../../core/derivation/activationStudy/variations';
import type { ElementwiseActivation, Parameters } from '../../../core/network/activations/activation';
import type { ActivationPlot } from '../../protocol/activationView';

const pointsPerUnit = 24;
/** What is drawn on each side at least. */
const leastReach = 4.6;

/** The part of the plane that shows every corner, extremum and inflection, and the way to the asymptotes. */
export function windowOf(
  { variations, convexities, range, slopes }: ShapeStudy,
  value: (x: number) => number,
): Pick<ActivationPlot, 'x' | 'y'> {
  const places = [...variations.columns, ...convexities.columns]
    .map(({ at }) => at.value)
    .filter(Number.isFinite);
  const reach = (side: -1 | 1) => Math.max(leastReach, ...places.map((at) => at * side * 1.25));
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
  return { x, y: [low - margin, high + margin] };
}

/** φ and φ′ between each two corners, at their ends by the limits from inside. */
export function sampled(
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
