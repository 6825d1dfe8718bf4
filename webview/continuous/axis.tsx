import { formatShort } from '../../core/derivation/formatNumber';
import { ticks } from '../../core/derivation/ticks';
import type { CurveNumbers } from './continuousModel';

/** Where a place on the line stands in a drawing; both drawings of a panel share it. */
export interface Axis {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** Half the width of an integer's bar. */
  readonly half: number;
  x(value: number): number;
}

export function axisOf({ x, discrete }: CurveNumbers, width: number): Axis {
  const left = 10;
  const right = width - 10;
  const margin = discrete ? 0.6 : 0;
  const first = x[0] - margin;
  const range = x[x.length - 1] + margin - first || 1;
  const scale = (right - left) / range;
  return {
    width,
    left,
    right,
    half: Math.min(22, scale * 0.4),
    x: (value) => Math.min(right, Math.max(left, left + (value - first) * scale)),
  };
}

export const px = (value: number) => `calc(${value} * var(--u))`;

/** The line at 0 with its round places; their numbers stand at `below`. */
export function AxisLine({
  axis,
  curves,
  y,
  below,
}: {
  readonly axis: Axis;
  readonly curves: CurveNumbers;
  readonly y: number;
  readonly below: number;
}) {
  const places = roundPlaces(curves, axis);
  return (
    <>
      <line class="axis" x1={axis.left} x2={axis.right} y1={y} y2={y} />
      {places.map((at) => {
        const x = axis.x(at);
        return (
          <g key={at}>
            <line class="axis" x1={x} x2={x} y1={y} y2={y + 4} />
            <text class="outcome-name" x={Math.min(axis.right - 8, Math.max(axis.left + 8, x))} y={below}>
              {formatShort(at, 3)}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** Each has room for its number. */
function roundPlaces({ x, discrete }: CurveNumbers, { left, right }: Axis): readonly number[] {
  const [first, last] = [x[0], x[x.length - 1]];
  if (first === last) return [first];
  return ticks(first, last, (right - left) / 60).filter((at) => !discrete || at % 1 === 0);
}
