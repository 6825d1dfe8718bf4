import { visibleHeight } from '../../core/divergence/continuous/visibleHeight';
import { fromWire } from '../../extension/protocol/wire';
import { words } from '../words';
import { type Axis, AxisLine, px } from './axis';
import type { ContinuousModel, CurveNumbers } from './continuousModel';

const height = 200;
const base = height - 26;

/** P solid, Q an outline; dashed lines stand at the ends of supports, and a frame where the other has no mass. */
export function Densities({
  model,
  curves,
  axis,
}: {
  readonly model: ContinuousModel;
  readonly curves: CurveNumbers;
  readonly axis: Axis;
}) {
  const { view } = model;
  const top = visibleHeight([curves.p, curves.q ?? []]);
  const y = (value: number) => base - (Math.min(value, top) / top) * (base - 24);
  const titles = [view.p.title, ...(view.q === null ? [] : [view.q.title])].join(', ');
  return (
    <svg
      class="chart"
      role="img"
      aria-label={words.continuous.curves(titles)}
      viewBox={`0 0 ${axis.width} ${height}`}
      style={{ width: px(axis.width), height: px(height) }}
    >
      {curves.discrete ? (
        <Bars curves={curves} axis={axis} y={y} />
      ) : (
        <>
          <path class="bar-P" d={`${line(curves.x, curves.p, axis, y, base)}Z`} />
          {curves.q === null ? null : <path class="bar-Q" d={line(curves.x, curves.q, axis, y, null)} />}
        </>
      )}
      <SupportEnds model={model} axis={axis} curves={curves} />
      <Unsupported model={model} axis={axis} bottom={base} />
      <AxisLine axis={axis} curves={curves} y={base} below={base + 18} />
    </svg>
  );
}

/** A curve; closed down to `floor` where it is to be filled. */
function line(
  x: readonly number[],
  values: readonly number[],
  axis: Axis,
  y: (value: number) => number,
  floor: number | null,
): string {
  const points = x.map((at, index) => `${axis.x(at).toFixed(1)} ${y(values[index]).toFixed(1)}`);
  const path = `M${points.join('L')}`;
  return floor === null
    ? path
    : `${path}L${axis.x(x[x.length - 1]).toFixed(1)} ${floor}L${axis.x(x[0]).toFixed(1)} ${floor}`;
}

function Bars({
  curves,
  axis,
  y,
}: {
  readonly curves: CurveNumbers;
  readonly axis: Axis;
  readonly y: (value: number) => number;
}) {
  const { half } = axis;
  const alone = curves.q === null;
  return (
    <>
      {curves.x.map((at, index) => {
        const x = axis.x(at);
        const [p, q] = [y(curves.p[index]), y(curves.q?.[index] ?? 0)];
        return (
          <g key={at}>
            <rect
              class="bar-P"
              x={x - half}
              y={p}
              width={alone ? half * 2 : Math.max(0.5, half - 1)}
              height={base - p}
            />
            {alone ? null : (
              <rect class="bar-Q" x={x + 1} y={q} width={Math.max(0.5, half - 1)} height={base - q} />
            )}
          </g>
        );
      })}
    </>
  );
}

function SupportEnds({
  model,
  axis,
  curves,
}: {
  readonly model: ContinuousModel;
  readonly axis: Axis;
  readonly curves: CurveNumbers;
}) {
  if (curves.discrete) return null;
  const { p, q } = model.view;
  const [first, last] = [curves.x[0], curves.x[curves.x.length - 1]];
  const ends = [p, q].flatMap((measure) => measure?.support ?? []).map(fromWire);
  const inside = [...new Set(ends)].filter((end) => end > first && end < last);
  return (
    <>
      {inside.map((end) => (
        <line class="carry" key={end} x1={axis.x(end)} x2={axis.x(end)} y1={20} y2={base} />
      ))}
    </>
  );
}

/** Where P has mass and Q has none: there the divergence is infinite. Down to `bottom`, above the places' numbers. */
export function Unsupported({
  model,
  axis,
  bottom,
}: {
  readonly model: ContinuousModel;
  readonly axis: Axis;
  readonly bottom: number;
}) {
  return (
    <>
      {model.view.unsupported
        .filter(({ direction }) => direction === 'PQ')
        .map(({ from, to }) => {
          const half = model.curves?.discrete === true ? axis.half : 0;
          const left = axis.x(fromWire(from)) - half;
          const right = axis.x(fromWire(to)) + half;
          return (
            <g key={`${from} ${to}`}>
              <rect class="step fault" x={left} y={4} width={Math.max(2, right - left)} height={bottom - 4} />
              <text
                class="fault-text"
                x={Math.max(axis.left + 20, Math.min(axis.right - 20, (left + right) / 2))}
                y={19}
              >
                {words.continuous.absent('q')}
              </text>
            </g>
          );
        })}
    </>
  );
}
