import { formatShort } from '../../core/derivation/formatNumber';
import { ticks } from '../../core/derivation/ticks';
import { px } from '../continuous/axis';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Series {
  readonly points: readonly Point[];
  /** A second line is dashed. */
  readonly isSecond?: boolean;
  /** Each point is a thing of its own, such as a layer. */
  readonly hasDots?: boolean;
}

/** A place on the horizontal axis with a name over the drawing. */
export interface Mark {
  readonly x: number;
  readonly name: string;
}

const height = 184;
const left = 64;
const bottom = height - 36;
/** Room for the names of marks. */
const top = 16;

/** Where values span more than this factor the vertical axis counts powers of ten. */
const logarithmicFrom = 100;

/** Lines over a common axis; points that are not finite are left out. */
export function LineChart({
  name,
  width,
  series,
  marks = [],
  xName,
  yName,
  xIsWhole = false,
}: {
  readonly name: string;
  readonly width: number;
  readonly series: readonly Series[];
  readonly marks?: readonly Mark[];
  readonly xName: string;
  yName(isLogarithmic: boolean): string;
  readonly xIsWhole?: boolean;
}) {
  const all = series.flatMap(({ points }) => points).filter(({ y }) => Number.isFinite(y));
  if (all.length === 0) return null;
  const right = width - 12;
  const [firstX, lastX] = rangeOf(all.map(({ x }) => x));
  const [low, high] = rangeOf(all.map(({ y }) => y));
  const isLogarithmic = low > 0 && high / low > logarithmicFrom;
  const scaled = (y: number) => (isLogarithmic ? Math.log10(y) : y);
  const [bottomValue, topValue] = widened(scaled(low), scaled(high));
  const xAt = (x: number) => left + ((x - firstX) / (lastX - firstX || 1)) * (right - left);
  const yAt = (y: number) => bottom - ((scaled(y) - bottomValue) / (topValue - bottomValue)) * (bottom - top);
  const xTicks = ticks(firstX, lastX, (right - left) / 110).filter((x) => !xIsWhole || x % 1 === 0);
  const yTicks = isLogarithmic
    ? powers(bottomValue, topValue)
    : ticks(bottomValue, topValue, (bottom - top) / 34);
  return (
    <>
      <p class="chart-head quiet">{yName(isLogarithmic)}</p>
      <svg
        class="chart line-chart"
        role="img"
        aria-label={name}
        viewBox={`0 0 ${width} ${height}`}
        style={{ width: px(width), height: px(height) }}
      >
        {yTicks.map((y) => (
          <g key={y}>
            <line class="grid" x1={left} x2={right} y1={yAt(y)} y2={yAt(y)} />
            <text class="tick" x={left - 8} y={yAt(y) + 4}>
              {formatShort(y, 3)}
            </text>
          </g>
        ))}
        <line class="axis" x1={left} x2={right} y1={bottom} y2={bottom} />
        {(firstX === lastX ? [firstX] : xTicks).map((x) => (
          <g key={x}>
            <line class="axis" x1={xAt(x)} x2={xAt(x)} y1={bottom} y2={bottom + 4} />
            <text class="outcome-name" x={xAt(x)} y={bottom + 17}>
              {formatShort(x, 3)}
            </text>
          </g>
        ))}
        <text class="axis-name end" x={right} y={height - 4}>
          {xName}
        </text>
        {series.map(({ points, isSecond, hasDots }, index) => (
          <g key={String(index)} class={isSecond === true ? 'series second' : 'series'}>
            <path d={pathOf(points, xAt, yAt)} />
            {hasDots === true
              ? points
                  .filter(({ y }) => Number.isFinite(y))
                  .map(({ x, y }) => <circle key={x} cx={xAt(x)} cy={yAt(y)} r={3} />)
              : null}
          </g>
        ))}
        {marks
          .filter(({ x }) => x >= firstX && x <= lastX)
          .map(({ x, name: label }) => (
            <g key={label} class="mark">
              <line x1={xAt(x)} x2={xAt(x)} y1={top} y2={bottom} />
              <text x={Math.min(right - 14, Math.max(left + 14, xAt(x)))} y={top - 4}>
                {label}
              </text>
            </g>
          ))}
      </svg>
    </>
  );
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

/** A little room over and under; a level line stands in the middle. */
function widened(low: number, high: number): readonly [number, number] {
  const room = (high - low) * 0.04 || Math.abs(high) * 0.1 || 1;
  return [low - room, high + room];
}

/** Powers of ten, so many that they do not touch. */
function powers(low: number, high: number): readonly number[] {
  const first = Math.ceil(low);
  const count = Math.floor(high) - first + 1;
  const every = Math.max(1, Math.ceil(count / 5));
  return Array.from({ length: Math.ceil(count / every) }, (_, i) => 10 ** (first + i * every));
}

function pathOf(points: readonly Point[], xAt: (x: number) => number, yAt: (y: number) => number): string {
  let open = false;
  let path = '';
  for (const { x, y } of points) {
    if (!Number.isFinite(y)) {
      open = false;
      continue;
    }
    path += `${open ? 'L' : 'M'}${xAt(x).toFixed(1)} ${yAt(y).toFixed(1)}`;
    open = true;
  }
  return path;
}
