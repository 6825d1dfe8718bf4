import type { Point } from './layout';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boxAround({ x, y }: Point, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

export interface WantedLabel {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** Places along its edge, the best first. */
  readonly places: readonly Point[];
}

/**
 * Gives each label the first of its places where it covers neither an obstacle nor an earlier
 * label. A label without such a place is left out: its number stands in the table.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  obstacles: readonly Box[],
): ReadonlyMap<string, Point> {
  const taken = [...obstacles];
  const placed = new Map<string, Point>();
  for (const { key, width, height, places } of wanted) {
    const place = places.find((point) => {
      const box = boxAround(point, width, height);
      return !taken.some((other) => overlap(box, other));
    });
    if (place === undefined) continue;
    placed.set(key, place);
    taken.push(boxAround(place, width, height));
  }
  return placed;
}

/** The width that a number of so many characters takes in tabular figures. */
export function textWidth(text: string): number {
  return text.length * 7.1;
}
