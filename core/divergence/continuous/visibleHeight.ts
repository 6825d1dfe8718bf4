/** A pole stands so many times above the rest of its curve before it is cut off. */
const tallest = 4;

/** The top of a drawing of densities: their greatest value, or below it where one goes to infinity. */
export function visibleHeight(curves: readonly (readonly number[])[]): number {
  const heights = curves.map((values) => {
    const sorted = values.filter((value) => Number.isFinite(value)).sort((one, other) => one - other);
    const greatest = sorted.at(-1) ?? 0;
    if (!values.includes(Number.POSITIVE_INFINITY)) return greatest;
    const ordinary = sorted[Math.floor(sorted.length * 0.75)] ?? 0;
    return Math.min(greatest, tallest * ordinary || greatest);
  });
  return Math.max(...heights, 0) || 1;
}
