import type { TakenPoint } from '../../extension/protocol/activationView';
import type { Scales } from './grid';
import type { Frame, Point } from './placing';

/** Of more points the tangents would hide the curve. */
const mostTangents = 4;
/** Half of a tangent. */
const reach = 44;

/** A working point as it is drawn: on the curve, and where its stem meets the axis of x. */
export interface TakenMark {
  readonly name: string | null;
  readonly on: Point;
  readonly foot: Point;
  readonly tangent: readonly [Point, Point] | null;
}

export function marksOf(
  taken: readonly TakenPoint[],
  scales: Scales,
  { top, bottom }: Frame,
): readonly TakenMark[] {
  const within = (y: number) => Math.min(bottom, Math.max(top, y));
  const [unitX, unitY] = [scales.x(1) - scales.x(0), scales.y(1) - scales.y(0)];
  return taken.map(({ name, at, value, slope }) => {
    const on = { x: scales.x(at), y: within(scales.y(value)) };
    const length = Math.hypot(unitX, slope * unitY);
    const [dx, dy] = [(reach * unitX) / length, (reach * slope * unitY) / length];
    return {
      name,
      on,
      foot: { x: on.x, y: within(scales.y(0)) },
      tangent:
        taken.length > mostTangents
          ? null
          : [
              { x: on.x - dx, y: on.y - dy },
              { x: on.x + dx, y: on.y + dy },
            ],
    };
  });
}

/** The tangents lie under the curve's dots; a triangle under the axis says where each point stands. */
export function TakenPoints({ marks }: { readonly marks: readonly TakenMark[] }) {
  return (
    <>
      {marks.map(({ on, foot, tangent }, index) => (
        <g class="taken" key={index}>
          <line class="stem" x1={foot.x} x2={on.x} y1={foot.y} y2={on.y} />
          {tangent === null ? null : (
            <line class="tangent" x1={tangent[0].x} x2={tangent[1].x} y1={tangent[0].y} y2={tangent[1].y} />
          )}
          <path class="foot" d={`M${foot.x} ${foot.y + 1}l4 7h-8z`} />
          <circle class="dot" cx={on.x} cy={on.y} r={3.5} />
        </g>
      ))}
    </>
  );
}
