import { decimal, type Exact, exactPoint, type SpecialPoint } from './constants';
import { evaluateFormula } from './formula';
import type { Cases } from './formulas';
import type { Root, Sign, Signs, Stretch } from './roots';

export type ColumnKind = 'end' | 'kink' | 'jump' | 'root' | 'special';

/** What stands at one x of a table: both sides, which are the same where the function is continuous there. */
export interface Column {
  readonly kind: ColumnKind;
  readonly at: Exact;
  /** Of φ′ (or φ″), on each side; null where there is no side, or no limit. */
  readonly slope: { readonly left: Exact | null; readonly right: Exact | null };
  /** Of φ (or φ′), on each side and at the point itself. */
  readonly value: { readonly left: Exact | null; readonly at: Exact | null; readonly right: Exact | null };
  /** Of a root without a closed form. */
  readonly between?: readonly [number, number];
}

/** A table of variations or of convexity: a stretch stands between each two columns. */
export interface VariationTable {
  readonly columns: readonly Column[];
  readonly stretches: readonly Sign[];
}

export interface Break {
  readonly at: number;
  readonly kind: 'kink' | 'jump';
}

/** A function and its derivative by cases, with the limits of both at the two ends. */
export interface Pair {
  readonly value: Cases;
  readonly slope: Cases;
  readonly atEnds: readonly [EndLimits, EndLimits];
}

export interface EndLimits {
  readonly at: number;
  readonly value: number | null;
  readonly slope: number | null;
}

/** One column at each end, break, root and wanted point; its stretches have the signs of the slope. */
export function variationTable(
  pair: Pair,
  breaks: readonly Break[],
  signs: Signs,
  special: readonly SpecialPoint[],
  wanted: readonly number[],
  /** Whether closed forms of `special` are of this pair's value and slope. */
  isFirst: boolean,
): VariationTable {
  const [first, last] = pair.atEnds;
  const inside = (at: number) => at > first.at && at < last.at;
  const columns: Column[] = [endColumn(first, 'right', special, isFirst)];
  const places = new Map<number, { readonly kind: ColumnKind; readonly root?: Root }>();
  for (const at of wanted) if (inside(at)) places.set(at, { kind: 'special' });
  for (const root of signs.roots) {
    const at = exactPoint(special, root.at)?.at.value ?? root.at;
    places.set(at, { kind: 'root', root });
  }
  for (const { at, kind } of breaks) if (inside(at)) places.set(at, { kind });
  for (const [at, { kind, root }] of [...places].sort(([a], [b]) => a - b)) {
    columns.push(columnAt(pair, at, kind, root, special, isFirst));
  }
  columns.push(endColumn(last, 'left', special, isFirst));
  const stretches = columns
    .slice(1)
    .map((column, index) => signBetween(signs.stretches, columns[index], column));
  return { columns, stretches };
}

function signBetween(stretches: readonly Stretch[], before: Column, after: Column): Sign {
  const [low, high] = [before.at.value, after.at.value];
  const middle = Number.isFinite(low)
    ? Number.isFinite(high)
      ? (low + high) / 2
      : low + 1
    : Number.isFinite(high)
      ? high - 1
      : 0;
  return stretches.find(({ from, to }) => middle >= from && middle <= to)?.sign ?? 0;
}

function endColumn(
  { at, value, slope }: EndLimits,
  side: 'left' | 'right',
  special: readonly SpecialPoint[],
  isFirst: boolean,
): Column {
  const point = exactPoint(special, at);
  const limit = (number: number | null, exact: Exact | undefined) =>
    number === null ? null : (exact ?? decimal(tidy(number)));
  const known = limit(value, isFirst ? point?.value : point?.slope);
  const slopes = { left: null, right: null, [side]: limit(slope, isFirst ? point?.slope : undefined) };
  return {
    kind: 'end',
    at: point?.at ?? decimal(at),
    slope: slopes,
    value: { left: null, at: null, right: null, [side]: known },
  };
}

function columnAt(
  pair: Pair,
  at: number,
  kind: ColumnKind,
  root: Root | undefined,
  special: readonly SpecialPoint[],
  isFirst: boolean,
): Column {
  const point = exactPoint(special, at);
  const exactValue = isFirst ? point?.value : point?.slope;
  const slope = sidesOf(pair.slope, at);
  const value = sidesOf(pair.value, at);
  const shown = (number: number | null) => (number === null ? null : (exactValue ?? decimal(tidy(number))));
  const isRoot = kind === 'root';
  const shownSlope = (number: number) => {
    if (isRoot) return decimal(0);
    return (isFirst ? point?.slope : undefined) ?? decimal(tidy(number));
  };
  return {
    kind,
    at: point?.at ?? decimal(at),
    slope: { left: shownSlope(slope.left), right: shownSlope(slope.right) },
    value: { left: shown(value.left), at: shown(value.at), right: shown(value.right) },
    ...(root === undefined || point !== undefined || root.between[0] === root.between[1]
      ? {}
      : { between: root.between }),
  };
}

/** Formulas as people write them lose a last digit here and there: 1e−17 is 0. */
function tidy(value: number): number {
  const short = Number(value.toPrecision(12));
  return Math.abs(value) < 1e-14 ? 0 : Math.abs(short - value) <= 4e-16 * Math.abs(value) ? short : value;
}

/** Limits from both sides, by the cases that meet there; `at` is null where no case has the point. */
export function sidesOf(
  cases: Cases,
  at: number,
): { readonly left: number; readonly at: number | null; readonly right: number } {
  const valueIn = (index: number) => (index < 0 ? Number.NaN : evaluateFormula(cases[index].formula, at));
  const own = cases.findIndex(
    ({ on }) =>
      (on.includesLower ? at >= on.lower : at > on.lower) &&
      (on.includesUpper ? at <= on.upper : at < on.upper),
  );
  return {
    left: valueIn(cases.findIndex(({ on }) => on.lower < at && on.upper >= at)),
    at: own < 0 ? null : valueIn(own),
    right: valueIn(cases.findIndex(({ on }) => on.lower <= at && on.upper > at)),
  };
}
