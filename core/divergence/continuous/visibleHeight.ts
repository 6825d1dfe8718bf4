/** A pole or a spike may stand so many times above the rest of its curve before it is cut off. */
const tallest = 4;

/** The top of a drawing of densities: their greatest value, or below it where one goes to infinity. */
export function visibleHeight(curves: readonly (readonly number[])[]): number {
  const heights = curves.flatMap((values) => {
    const sorted = values.filter((value) => Number.isFinite(value)).sort((one, other) => one - other);
    const greatest = sorted.at(-1) ?? 0;
    const ordinary = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
    return values.some((value) => value === Number.POSITIVE_INFINITY) || greatest > 20 * ordinary
      ? [Math.min(greatest, tallest * ordinary || greatest)]
      : [greatest];
  });
  return Math.max(...heights, 0) || 1;
}
