import type { ContinuousDistribution, DiscreteDistribution, Interval } from '../families/distribution';

type OneVariable = ContinuousDistribution | DiscreteDistribution;

/** A part of the line without its ends, or the integers from `lower` to `upper`, both among them. */
export interface Stretch extends Interval {
  readonly integers?: true;
}

/** The intervals that hold mass, in order. */
export function partsOf({ support, gaps = [] }: OneVariable): readonly Interval[] {
  const parts: Interval[] = [];
  let from = support.lower;
  for (const { lower, upper } of [...gaps].sort((one, other) => one.lower - other.lower)) {
    parts.push({ lower: from, upper: lower });
    from = upper;
  }
  parts.push({ lower: from, upper: support.upper });
  return parts;
}

/** Where P may have mass and Q has none, as far as supports tell; empty where Q covers P. */
export function uncovered(p: OneVariable, q: OneVariable): readonly Stretch[] {
  const step = p.kind === 'discrete' ? 1 : 0;
  const found: Stretch[] = [];
  const add = (lower: number, upper: number) => {
    if (step === 1) {
      if (lower <= upper && lower < Number.POSITIVE_INFINITY) found.push({ lower, upper, integers: true });
    } else if (lower < upper) found.push({ lower, upper });
  };
  const covers = partsOf(q);
  for (const { lower, upper } of partsOf(p)) {
    let from = lower;
    for (const cover of covers) {
      if (cover.upper < from || cover.lower > upper) continue;
      add(from, cover.lower - step);
      from = Math.max(from, cover.upper + step);
    }
    add(from, upper);
  }
  return found;
}

export function disjoint(p: OneVariable, q: OneVariable): boolean {
  return partsOf(p).every((part) =>
    partsOf(q).every((other) => part.upper < other.lower || other.upper < part.lower),
  );
}
