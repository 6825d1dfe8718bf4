import type { Steps } from '../../steps';
import {
  childrenOf,
  type DensityExpression,
  dependsOnVariable,
  evaluateExpression,
} from '../../text/densityExpression';
import type { Interval } from '../families/distribution';
import { densityCentres } from './densityCentres';
import { densityValue } from './densityValue';

/** Where the rule of integration has to be split, found by looking at the density on a grid. */
export interface DensityShape {
  /** Maxima, and points around each at which the density has fallen by e, e⁸ and e⁴⁰. */
  readonly landmarks: readonly number[];
  /** Kinks, zeros and poles. */
  readonly singular: readonly number[];
  /** The greatest ln of the density that was seen. */
  readonly logMaximum: number;
}

const CENTRES_AT_MOST = 64;
const EVALUATIONS_BETWEEN_YIELDS = 64;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Some of all places, and those where the expression itself says that something is. */
function gridOf(expression: DensityExpression, support: Interval): readonly number[] {
  const { lower, upper } = support;
  const centres = new Set(densityCentres(expression).filter((x) => x > lower && x < upper));
  const points = new Set([...gridOver(support), ...[...centres].slice(0, CENTRES_AT_MOST)]);
  return [...points].sort((a, b) => a - b);
}

/** Evenly over a finite support; evenly around 0 (or the finite end) and by powers of ten to an infinite end. */
function gridOver({ lower, upper }: Interval): readonly number[] {
  if (Number.isFinite(lower) && Number.isFinite(upper)) {
    return Array.from({ length: 255 }, (_, k) => lower + ((upper - lower) * (k + 1)) / 256);
  }
  const distances = [0];
  for (let k = 1; k <= 80; k++) distances.push(k / 4);
  for (let power = -4; power <= 8; power++) {
    for (const digit of [1, 1.5, 2, 3, 4, 5, 6, 8]) distances.push(digit * 10 ** power);
  }
  const origin = Number.isFinite(lower) ? lower : Number.isFinite(upper) ? upper : 0;
  const points = distances.flatMap((distance) => [origin - distance, origin + distance]);
  return [...new Set(points)].filter((x) => x > lower && x < upper).sort((a, b) => a - b);
}

/** Subexpressions at whose zeros the density has a kink, a pole or a branch point. */
function criticalParts(expression: DensityExpression): readonly DensityExpression[] {
  const below = childrenOf(expression).flatMap(criticalParts);
  if (expression.kind === 'call') {
    const { name, argument } = expression;
    if (name === 'abs' || name === 'ln' || name === 'log' || name === 'sqrt') return [argument, ...below];
  }
  if (expression.kind !== 'binary') return below;
  if (expression.operator === '/' && dependsOnVariable(expression.right)) return [expression.right, ...below];
  if (expression.operator === '^' && !dependsOnVariable(expression.right)) {
    const exponent = evaluateExpression(expression.right, Number.NaN);
    if (exponent < 0 || !Number.isInteger(exponent)) return [expression.left, ...below];
  }
  return below;
}

/** The shortest decimal near x at which |g| is no greater. */
function snap(x: number, size: (x: number) => number): number {
  const short = Number(x.toPrecision(9));
  const candidates = Math.abs(x) < 1e-9 ? [0, short] : [short];
  return candidates.find((candidate) => size(candidate) <= size(x)) ?? x;
}

function zeroBetween(g: (x: number) => number, from: number, to: number): number {
  const sign = Math.sign(g(from));
  let low = from;
  let high = to;
  for (let k = 0; k < 80; k++) {
    const middle = low + (high - low) / 2;
    if (Math.sign(g(middle)) === sign) low = middle;
    else high = middle;
  }
  return snap(high, (x) => Math.abs(g(x)));
}

/** The least of f between two points that enclose a minimum, by golden section. */
function minimumBetween(f: (x: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let atLeft = f(left);
  let atRight = f(right);
  for (let k = 0; k < 72; k++) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = f(right);
    }
  }
  return snap(low + (high - low) / 2, f);
}

/** x − d and x + d for the distances d at which the density has fallen by e, e⁸ and e⁴⁰. */
function widthsAround(x: number, log: (x: number) => number, { lower, upper }: Interval): readonly number[] {
  const peak = log(x);
  const points: number[] = [];
  for (const direction of [-1, 1]) {
    let distance = 1e-7 * Math.max(1, Math.abs(x));
    for (const drop of [1, 8, 40]) {
      for (let k = 0; k < 80; k++) {
        const at = x + direction * distance;
        if (at <= lower || at >= upper || !(log(at) > peak - drop)) break;
        distance *= 2;
      }
      points.push(x + direction * distance);
    }
  }
  return points.filter((point) => point > lower && point < upper && Math.abs(point) < 1e100);
}

/** Looks at a density all over its support. */
export function* scanDensity(expression: DensityExpression, support: Interval): Steps<DensityShape> {
  const grid = gridOf(expression, support);
  const log = (x: number): number => {
    const value = densityValue(expression, x);
    return value.sign > 0 ? value.log : Number.NEGATIVE_INFINITY;
  };
  const singular: number[] = [];
  for (const part of criticalParts(expression)) {
    yield;
    const g = (x: number) => evaluateExpression(part, x);
    for (const [k, x] of grid.entries()) {
      const next = grid[k + 1];
      if (g(x) === 0) singular.push(x);
      else if (next !== undefined && g(x) * g(next) < 0) singular.push(zeroBetween(g, x, next));
    }
  }
  const logs: number[] = [];
  for (const [k, x] of grid.entries()) {
    logs.push(log(x));
    if (k % EVALUATIONS_BETWEEN_YIELDS === 0) yield;
  }
  const logMaximum = Math.max(...logs.filter((value) => value < Number.POSITIVE_INFINITY));
  const landmarks: number[] = [];
  for (const [k, value] of logs.entries()) {
    const before = logs[k - 1] ?? Number.NEGATIVE_INFINITY;
    const after = logs[k + 1] ?? Number.NEGATIVE_INFINITY;
    const from = grid[k - 1];
    const to = grid[k + 1];
    if (value >= before && value > after && value > logMaximum - 60) {
      yield;
      const seen = grid[k] ?? 0;
      const found =
        from === undefined || to === undefined ? seen : minimumBetween((at) => -log(at), from, to);
      const x = log(found) >= value ? found : seen;
      yield;
      landmarks.push(x, ...widthsAround(x, log, support));
    }
    if (from !== undefined && to !== undefined && value <= before && value < after) {
      yield;
      const x = minimumBetween(log, from, to);
      if (log(x) < Math.min(before, after) - 15) singular.push(x);
    }
  }
  return { landmarks: landmarks.slice(0, 64), singular: singular.slice(0, 64), logMaximum };
}
