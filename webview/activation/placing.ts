/** A point in the units of the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Sizes in the units of the drawing. */
export interface LabelBox {
  readonly width: number;
  readonly height: number;
}

/**
 * Puts labels one after the other where there is room: each beside one of its own points, the first if
 * possible, away from everything that is drawn and from the labels before it.
 */
export function createPlacing(frame: Frame, drawn: readonly Point[]) {
  const taken: Point[] = [...drawn];
  return function place(anchors: readonly Point[], { width, height }: LabelBox): Point {
    const candidates = gaps.flatMap((gap) =>
      anchors.flatMap(({ x, y }) =>
        directions.map(({ x: dx, y: dy }) => ({
          x: x + dx * (width / 2 + gap),
          y: y + dy * (height / 2 + gap),
        })),
      ),
    );
    const inside = candidates.filter(
      ({ x, y }) =>
        x - width / 2 >= frame.left &&
        x + width / 2 <= frame.right &&
        y - height / 2 >= frame.top &&
        y + height / 2 <= frame.bottom,
    );
    let best = inside[0] ?? anchors[0] ?? { x: frame.left, y: frame.top };
    let most = -1;
    for (const candidate of inside) {
      const room = Math.min(enough, roomAt(candidate, { width, height }, taken));
      if (room > most) {
        best = candidate;
        most = room;
      }
    }
    // The corners, edges and middle of the label keep the next ones away.
    for (const dx of [-0.5, -0.25, 0, 0.25, 0.5]) {
      for (const dy of [-0.5, 0, 0.5]) taken.push({ x: best.x + dx * width, y: best.y + dy * height });
    }
    return best;
  };
}

/** More room than this is no better; among places with enough, the first point's nearest wins. */
const enough = 6;

/** From a label to the point it belongs to. */
const gaps = [4, 14, 26];

const directions: readonly Point[] = [
  { x: 0, y: -1 },
  { x: 1, y: -0.6 },
  { x: -1, y: -0.6 },
  { x: 0, y: 1 },
  { x: 1, y: 0.6 },
  { x: -1, y: 0.6 },
  { x: 1, y: 0 },
  { x: -1, y: 0 },
];

/** The distance from the label's box to the nearest point. */
function roomAt(at: Point, { width, height }: LabelBox, points: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const { x, y } of points) {
    const dx = Math.max(0, Math.abs(x - at.x) - width / 2);
    const dy = Math.max(0, Math.abs(y - at.y) - height / 2);
    nearest = Math.min(nearest, Math.hypot(dx, dy));
  }
  return nearest;
}
