import type {
  Activation,
  ElementwiseActivation,
  Kink,
  Parameters,
} from '../../network/activations/activation';
import { type Ends, type Interval, limitAt } from '../../network/activations/shape';
import type { Problem } from '../../problem';
import type { ActivationReading } from '../../text/reading';
import { decimal, type Exact, exactPoint, specialPoints } from './constants';
import { type ActivationFormulas, formulasOf } from './formulas';
import type { StudiedPoint, StudiedRow } from './pointsOfInput';
import { signsOf } from './roots';
import { type Symmetry, symmetryOf } from './symmetry';
import { type Break, type Column, type EndLimits, type VariationTable, variationTable } from './variations';

/** An activation by itself: everything that an exercise asks of it. */
export interface ActivationStudy {
  readonly kind: 'activation';
  readonly reading: ActivationReading;
  readonly activation: Activation;
  readonly parameters: Parameters;
  /** Null for an activation of a whole row, such as softmax: it is no function of one number. */
  readonly shape: ShapeStudy | null;
  /** Of each number of the input; none of an activation of a whole row. */
  readonly points: readonly StudiedPoint[];
  /** What becomes of the input of an activation of a whole row; null for others, and without an input. */
  readonly row: StudiedRow | null;
  readonly problems: readonly Problem[];
}

export type Monotony = 'increasing' | 'decreasing' | 'constant' | 'neither';
export type Convexity = 'convex' | 'concave' | 'affine' | 'neither';

export interface ShapeStudy {
  readonly formulas: ActivationFormulas;
  readonly domain: Interval;
  readonly range: readonly Interval[];
  readonly ends: Ends;
  readonly limits: { readonly left: number | null; readonly right: number | null };
  /** Where φ repeats itself: then the tables are of one period around 0. */
  readonly period: Exact | null;
  readonly symmetry: Symmetry | null;
  readonly kinks: readonly Kink[];
  /** Of φ by the sign of φ′. */
  readonly variations: VariationTable;
  /** Of φ′ by the sign of φ″. */
  readonly convexities: VariationTable;
  /** `strictly`: there is no stretch on which φ is constant. */
  readonly monotony: { readonly kind: Monotony; readonly strictly: boolean };
  readonly convexity: Convexity;
  readonly extrema: readonly { readonly kind: 'minimum' | 'maximum'; readonly column: Column }[];
  /** Where φ has a tangent and changes between convex and concave. */
  readonly inflections: readonly Column[];
  /** Bounds of φ′: what one layer multiplies a gradient by. */
  readonly slopes: { readonly lowest: number; readonly highest: number };
  /** φ − max(0, x) of a smooth convex φ between the asymptotes y = 0 and y = x: largest at 0. */
  readonly reluGap: Exact | null;
}

/** The shape of φ from its own typed fields; zeros of φ′ and φ″ by their changes of sign. */
export function studyShape(activation: ElementwiseActivation, parameters: Parameters): ShapeStudy {
  const formula = formulasOf(activation, parameters);
  const special = specialPoints[activation.name]?.(parameters) ?? [];
  const kinks = [...activation.kinks(parameters)].sort((a, b) => a.at - b.at);
  const jumps = activation.curvatureJumps(parameters);
  const ends = activation.ends(parameters);
  const period = ends.left.kind === 'oscillation' ? decimalPeriod : null;
  const interval: readonly [number, number] =
    period === null ? [-Infinity, Infinity] : [-period.value / 2, period.value / 2];
  const slope = (x: number) => activation.derivative(x, parameters);
  const bend = (x: number) => activation.secondDerivative(x, parameters);
  const breaks = kinks.map(({ at, discontinuous }): Break => ({ at, kind: discontinuous ? 'jump' : 'kink' }));
  const allBreaks = [...breaks, ...jumps.map(({ at }): Break => ({ at, kind: 'kink' }))];
  const slopeSigns = signsOf(
    slope,
    breaks.map(({ at }) => at),
    interval,
  );
  const bendSigns = signsOf(
    bend,
    allBreaks.map(({ at }) => at),
    interval,
  );
  const limits = { left: limitAt('left', ends.left), right: limitAt('right', ends.right) };
  const endLimits = (side: 'left' | 'right', at: number): EndLimits =>
    Number.isFinite(at)
      ? { at, value: activation.value(at, parameters), slope: slope(at) }
      : { at, value: limits[side], slope: slopeAtEnd(activation, parameters, ends, side) };
  const atEnds = [endLimits('left', interval[0]), endLimits('right', interval[1])] as const;
  const bendEnds = atEnds.map(
    ({ at, slope: value }): EndLimits => ({
      at,
      value,
      slope: Number.isFinite(at) ? bend(at) : endBend(value),
    }),
  );
  const wanted = breaks.length + slopeSigns.roots.length === 0 ? special.map(({ at }) => at.value) : [];
  const variations = variationTable(
    { value: formula.value, slope: formula.derivative, atEnds },
    breaks,
    slopeSigns,
    special,
    wanted,
    true,
  );
  const convexities = variationTable(
    { value: formula.derivative, slope: formula.secondDerivative, atEnds: [bendEnds[0], bendEnds[1]] },
    allBreaks,
    bendSigns,
    special,
    [],
    false,
  );
  const convexity = convexityOf(convexities, breaks);
  const highest = Math.max(...slopesIn(convexities));
  return {
    formulas: formula,
    domain: activation.domain,
    range: activation.range(parameters),
    ends,
    limits,
    period,
    symmetry: symmetryOf((x) => activation.value(x, parameters)),
    kinks,
    variations,
    convexities,
    monotony: monotonyOf(variations),
    convexity,
    extrema: extremaOf(variations, breaks),
    inflections: convexities.columns.filter((column, index) =>
      isInflection(convexities, column, index, breaks),
    ),
    slopes: { lowest: Math.min(...slopesIn(convexities)), highest },
    reluGap:
      breaks.length === 0 && convexity === 'convex' && isSmoothRelu(ends)
        ? (exactPoint(special, 0)?.value ?? decimal(activation.value(0, parameters)))
        : null,
  };
}

const decimalPeriod: Exact = { value: 2 * Math.PI, latex: '2\\pi', plain: '2π', isExact: true };

/** An asymptote's slope; where φ grows faster than every line, what φ′ does far out. */
function slopeAtEnd(
  activation: ElementwiseActivation,
  parameters: Parameters,
  ends: Ends,
  side: 'left' | 'right',
): number | null {
  const end = ends[side];
  switch (end.kind) {
    case 'asymptote':
      return end.slope;
    case 'divergence':
      return activation.derivative(side === 'left' ? -1e300 : 1e300, parameters);
    case 'oscillation':
      return null;
  }
}

/** φ″ tends to 0 where φ′ has a finite limit; where φ′ is unbounded here, so is φ″. */
function endBend(slope: number | null): number | null {
  if (slope === null) return null;
  return Number.isFinite(slope) ? 0 : slope;
}

function isSmoothRelu({ left, right }: Ends): boolean {
  return (
    left.kind === 'asymptote' &&
    left.slope === 0 &&
    left.intercept === 0 &&
    right.kind === 'asymptote' &&
    right.slope === 1 &&
    right.intercept === 0
  );
}

function monotonyOf({ stretches, columns }: VariationTable): ShapeStudy['monotony'] {
  const steps = columns.flatMap(({ kind, value }) =>
    kind === 'jump' ? [stepOf(value.left, value.at), stepOf(value.at, value.right)] : [],
  );
  const all = [...stretches, ...steps];
  const strictly = stretches.every((sign) => sign !== 0);
  if (all.every((sign) => sign === 0)) return { kind: 'constant', strictly: false };
  if (all.every((sign) => sign >= 0)) return { kind: 'increasing', strictly };
  if (all.every((sign) => sign <= 0)) return { kind: 'decreasing', strictly };
  return { kind: 'neither', strictly };
}

function stepOf(from: Exact | null, to: Exact | null): number {
  return from === null || to === null ? 0 : Math.sign(to.value - from.value);
}

/** Along the whole line: of φ″ between the corners, and of the slopes at each. */
function convexityOf({ stretches, columns }: VariationTable, breaks: readonly Break[]): Convexity {
  if (breaks.some(({ kind }) => kind === 'jump')) return 'neither';
  const turns = columns.map(({ value }) =>
    value.left === null || value.right === null ? 0 : stepOf(value.left, value.right),
  );
  const all = [...stretches, ...turns];
  if (all.every((sign) => sign === 0)) return 'affine';
  if (all.every((sign) => sign >= 0)) return 'convex';
  return all.every((sign) => sign <= 0) ? 'concave' : 'neither';
}

/** Strict on both sides; at a jump both sides and the point itself have to agree. */
function extremaOf({ columns, stretches }: VariationTable, breaks: readonly Break[]): ShapeStudy['extrema'] {
  return columns.flatMap((column, index): ShapeStudy['extrema'] => {
    const [before, after] = [stretches[index - 1], stretches[index]];
    if (before === undefined || after === undefined) return [];
    if (breaks.some(({ at, kind }) => kind === 'jump' && at === column.at.value)) return [];
    if (before > 0 && after < 0) return [{ kind: 'maximum', column }];
    return before < 0 && after > 0 ? [{ kind: 'minimum', column }] : [];
  });
}

function isInflection(
  { stretches }: VariationTable,
  { at }: Column,
  index: number,
  breaks: readonly Break[],
): boolean {
  const [before, after] = [stretches[index - 1], stretches[index]];
  if (before === undefined || after === undefined) return false;
  return before * after < 0 && breaks.every((point) => point.at !== at.value);
}

/** φ′ is monotone between the columns of the table of convexity, so its bounds are among these. */
function slopesIn({ columns }: VariationTable): readonly number[] {
  return columns.flatMap(({ value }) =>
    [value.left, value.right].flatMap((slope) =>
      slope === null || Number.isNaN(slope.value) ? [] : [slope.value],
    ),
  );
}
