import { visibleHeight } from '../../core/divergence/continuous/visibleHeight';
import { fromWire } from '../../extension/protocol/wire';
import { Hatch } from '../parts/hatch';
import { words } from '../words';
import { type Axis, AxisLine, px } from './axis';
import type { ContinuousModel, CurveNumbers } from './continuousModel';
import { Unsupported } from './densities';

const height = 190;

/** p ln(p/q) as signed area: what is over the line less what is under it is the divergence. */
export function Integrand({
  model,
  curves,
  axis,
}: {
  readonly model: ContinuousModel;
  readonly curves: CurveNumbers;
  readonly axis: Axis;
}) {
  const { term } = curves;
  if (term === null) return null;
  const finite = term.filter(Number.isFinite);
  const above = Math.max(...finite, 0) <= 0 ? 0 : visibleHeight([finite.map((value) => Math.max(0, value))]);
  const below = Math.min(...finite, 0) >= 0 ? 0 : visibleHeight([finite.map((value) => Math.max(0, -value))]);
  const bottom = height - 26;
  const scale = (bottom - 12) / (above + below || 1);
  const zero = 8 + above * scale;
  const y = (value: number) => zero - Math.max(-below, Math.min(above, value)) * scale;
  return (
    <svg
      class="chart"
      role="img"
      aria-label={words.continuous.integrandName(model.text('klPQ') ?? '')}
      viewBox={`0 0 ${axis.width} ${height}`}
      style={{ width: px(axis.width), height: px(height) }}
    >
      <Hatch />
      {curves.discrete ? (
        curves.x.map((at, index) => {
          const value = term[index];
          if (!Number.isFinite(value) || value === 0) return null;
          const top = Math.min(y(value), zero);
          return (
            <rect
              key={at}
              class={`step ${value < 0 ? 'negative' : 'positive'}`}
              x={axis.x(at) - axis.half}
              y={top}
              width={axis.half * 2}
              height={Math.max(0.5, Math.abs(y(value) - zero))}
            />
          );
        })
      ) : (
        <>
          <path class="step positive" d={area(curves.x, term, 1, axis, y, zero)} />
          <path class="step negative" d={area(curves.x, term, -1, axis, y, zero)} />
        </>
      )}
      <Unsupported model={model} axis={axis} bottom={bottom} />
      <Divergent model={model} axis={axis} />
      <AxisLine axis={axis} curves={curves} y={zero} below={bottom + 18} />
    </svg>
  );
}

/** Where the area grows without bound. */
function Divergent({ model, axis }: { readonly model: ContinuousModel; readonly axis: Axis }) {
  return (
    <>
      {model.view.divergesAt.map((place) => {
        const at = axis.x(fromWire(place));
        return (
          <g key={place}>
            <line class="step fault" x1={at} x2={at} y1={4} y2={height - 26} />
            <text class="fault-text" x={Math.min(axis.right - 16, Math.max(axis.left + 16, at))} y={19}>
              +∞
            </text>
          </g>
        );
      })}
    </>
  );
}

/** Where the values have one sign, the area between them and the line at 0. */
function area(
  x: readonly number[],
  values: readonly number[],
  sign: 1 | -1,
  axis: Axis,
  y: (value: number) => number,
  zero: number,
): string {
  const parts: string[] = [];
  let open = false;
  // What is thinner than a hair would only thicken the axis.
  const hair = 0.25;
  const point = (at: number, value: number) => `${axis.x(at).toFixed(1)} ${value.toFixed(1)}`;
  for (let index = 0; index < x.length; index++) {
    const value = values[index];
    const inside = Number.isFinite(value) && value * sign > 0 && Math.abs(y(value) - zero) > hair;
    if (inside) {
      if (!open) parts.push(`M${point(crossing(x, values, index, index - 1), zero)}`);
      parts.push(`L${point(x[index], y(value))}`);
    } else if (open) parts.push(`L${point(crossing(x, values, index - 1, index), zero)}Z`);
    open = inside;
  }
  if (open) parts.push(`L${point(x[x.length - 1], zero)}Z`);
  return parts.join('');
}

/** Where the line between an inner place and one beyond it meets 0. */
function crossing(x: readonly number[], values: readonly number[], inner: number, outer: number): number {
  const value = values[inner];
  const other = values[outer];
  if (other === undefined || !Number.isFinite(other) || other === value) return x[inner];
  return x[inner] + ((x[outer] - x[inner]) * value) / (value - other);
}
