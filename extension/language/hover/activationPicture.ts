import type { ActivationPlot } from '../../protocol/activationView';
import type { Picture } from './markup';
import type { Palette } from './palette';

const width = 360;
const height = 132;
const margin = 6;

/** φ solid, φ′ dotted, asymptotes dashed, a ring at each corner. */
export function activationPicture(plot: ActivationPlot, twin: string, palette: Palette): Picture {
  const [left, right] = plot.x;
  const [low, high] = plot.y;
  const x = (at: number) => round(margin + ((at - left) / (right - left)) * (width - 2 * margin));
  const y = (value: number) =>
    round(height - margin - ((value - low) / (high - low)) * (height - 2 * margin));
  const path = (places: readonly number[], values: readonly number[]) =>
    `M${places.map((at, index) => `${x(at)} ${y(Math.min(high, Math.max(low, values[index] ?? 0)))}`).join('L')}`;
  const stroke = (d: string, color: string, rest: string) =>
    `<path d="${d}" fill="none" stroke="${color}" ${rest}/>`;
  const marks = [
    `<path d="M${x(left)} ${y(0)}H${x(right)}M${x(0)} ${y(low)}V${y(high)}" stroke="${palette.stroke}" stroke-width="1"/>`,
    ...plot.asymptotes.map(({ side, slope, intercept }) => {
      const places = side === 'left' ? [left, 0] : [0, right];
      const values = places.map((at) => slope * at + intercept);
      return stroke(path(places, values), palette.quiet, 'stroke-width="1" stroke-dasharray="6 4"');
    }),
    ...plot.segments.map((segment) =>
      stroke(
        path(segment.x, segment.slope),
        palette.quiet,
        'stroke-width="1.75" stroke-dasharray="1 4" stroke-linecap="round"',
      ),
    ),
    ...plot.segments.map((segment) =>
      stroke(path(segment.x, segment.value), palette.ink, 'stroke-width="2"'),
    ),
    ...plot.corners.map(
      ({ at, value }) =>
        `<circle cx="${x(at)}" cy="${y(value)}" r="3.5" fill="${palette.ground}" stroke="${palette.negative}" stroke-width="1.5"/>`,
    ),
  ];
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${marks.join('')}</svg>`,
    width,
    height,
    twin,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
