import { formatShort } from '../../core/derivation/formatNumber';
import { ticks } from '../../core/derivation/ticks';
import type { Frame } from './placing';

export interface Scales {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

export interface GridLines {
  readonly across: readonly number[];
  readonly up: readonly number[];
  /** Where the numbers under the axis stand. */
  readonly foot: number;
}

export function gridOf(
  x: readonly [number, number],
  y: readonly [number, number],
  frame: Frame,
  scales: Scales,
): GridLines {
  return {
    across: ticks(x[0], x[1], (frame.right - frame.left) / 140),
    up: ticks(y[0], y[1], (frame.bottom - frame.top) / 100),
    foot: Math.min(frame.bottom - 4, scales.y(0) + 15),
  };
}

export function Grid({
  grid: { across, up, foot },
  scales,
  frame,
}: {
  readonly grid: GridLines;
  readonly scales: Scales;
  readonly frame: Frame;
}) {
  return (
    <>
      {across.map((at) => (
        <line
          class={at === 0 ? 'axis' : 'hair'}
          key={at}
          x1={scales.x(at)}
          x2={scales.x(at)}
          y1={frame.top}
          y2={frame.bottom}
        />
      ))}
      {up.map((at) => (
        <line
          class={at === 0 ? 'axis' : 'hair'}
          key={at}
          x1={frame.left}
          x2={frame.right}
          y1={scales.y(at)}
          y2={scales.y(at)}
        />
      ))}
      {across.map((at) =>
        at === 0 ? null : (
          <text class="tick" key={at} x={scales.x(at)} y={foot}>
            {formatShort(at, 3)}
          </text>
        ),
      )}
      {up.map((at) =>
        at === 0 ? null : (
          <text class="tick side" key={at} x={frame.left - 5} y={scales.y(at) + 4}>
            {formatShort(at, 3)}
          </text>
        ),
      )}
    </>
  );
}
