import { integratePanel, type PanelIntegral } from './gaussKronrod';
import { logDistance, type Node, nodeAt, type Piece, pieceRange } from './piece';

export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

export interface Integrals {
  readonly values: Float64Array;
  /** The sum of the panels' estimates, which are cautious for smooth integrands. */
  readonly errors: Float64Array;
  /** False where the number of panels ran out before the tolerance was met. */
  readonly converged: boolean;
  readonly evaluations: number;
}

/** Adds the components at a node, each already multiplied by dx/du, to `out`. */
export type NodeIntegrand = (node: Node, piece: Piece, out: Float64Array) => void;

interface Panel extends PanelIntegral {
  readonly piece: Piece;
  /** How many halvings in a row have not made the error less: the integrand's own rounding is reached. */
  readonly stalls: number;
}

const PANELS_AT_MOST = 4000;
/** In one sweep every panel is halved whose error is at least this part of the worst one's. */
const SHARE = 0.1;
const PANELS_BETWEEN_YIELDS = 4;
const STALLS_AT_MOST = 3;
const STEP = 0.05;
const FIRST_PANELS: Readonly<Record<Piece['kind'], number>> = { inner: 1, end: 4, tail: 6 };

/** How far a panel is from what it may add to the error; 0 where splitting cannot help. */
function excess(panel: Panel, allowed: Float64Array): number {
  if (panel.stalls >= STALLS_AT_MOST) return 0;
  let most = 0;
  for (let c = 0; c < allowed.length; c++) {
    const error = panel.errors[c] ?? 0;
    if (error > (panel.floors[c] ?? 0)) most = Math.max(most, error / (allowed[c] ?? 1));
  }
  return panel.to - panel.from < 1e-13 * Math.max(1, Math.abs(panel.from)) ? 0 : most;
}

interface Beyond {
  readonly values: Float64Array;
  readonly errors: Float64Array;
}

/**
 * Adds the integral beyond one end of a piece's range, where the doubles end: there an integrand falls like a power
 * of the distance, by which a logarithm may be multiplied. The power is that of its last two values, which a
 * logarithm changes by the square of (power · ln distance)⁻¹. The error is not finite where it does not fall.
 */
function addBeyond(f: NodeIntegrand, piece: Piece, end: number, inwards: 1 | -1, beyond: Beyond): void {
  const { values, errors } = beyond;
  const last = new Float64Array(values.length);
  const before = new Float64Array(values.length);
  f(nodeAt(piece, end), piece, last);
  f(nodeAt(piece, end + inwards * STEP), piece, before);
  const there = logDistance(piece, end);
  const inside = logDistance(piece, end + inwards * STEP);
  for (let c = 0; c < values.length; c++) {
    const size = Math.abs(last[c] ?? 0) / there.slope;
    if (!(size > 1e-300)) continue;
    const sizeInside = Math.abs(before[c] ?? 0) / inside.slope;
    const power = Math.log(sizeInside / size) / Math.abs(there.value - inside.value);
    if (power > 0) {
      const rest = size / power;
      values[c] = (values[c] ?? 0) + Math.sign(last[c] ?? 0) * rest;
      errors[c] = (errors[c] ?? 0) + rest * (0.01 + 8 / (power * there.value) ** 2);
    } else errors[c] = Number.POSITIVE_INFINITY;
  }
}

/** Whether halving made the error of some component that is still too large less by a tenth at least. */
function improves(panel: Panel, left: Panel, right: Panel, allowed: Float64Array): boolean {
  for (let c = 0; c < allowed.length; c++) {
    const before = panel.errors[c] ?? 0;
    const open = before > (panel.floors[c] ?? 0) && before > 1e-3 * (allowed[c] ?? 0);
    if (open && (left.errors[c] ?? 0) + (right.errors[c] ?? 0) < 0.9 * before) return true;
  }
  return false;
}

/**
 * ∫ of a vector-valued integrand over the pieces: Gauss–Kronrod panels in each piece's own variable, the
 * worst panels halved until every component meets max(relative·|I|, absolute) or 4000 panels are made.
 * A generator that yields every 4 panels.
 */
export function* integrate(
  f: NodeIntegrand,
  pieces: readonly Piece[],
  components: number,
  tolerance: Tolerance,
): Generator<undefined, Integrals> {
  const panels: Panel[] = [];
  const beyond: Beyond = { values: new Float64Array(components), errors: new Float64Array(components) };
  let made = 0;
  const make = (piece: Piece, from: number, to: number): Panel => {
    made++;
    const panel = integratePanel((u, out) => f(nodeAt(piece, u), piece, out), from, to, components);
    return { ...panel, piece, stalls: 0 };
  };
  for (const piece of pieces) {
    const [from, to] = pieceRange(piece);
    const count = FIRST_PANELS[piece.kind];
    if (piece.kind !== 'inner') addBeyond(f, piece, from, 1, beyond);
    if (piece.kind !== 'inner') addBeyond(f, piece, to, -1, beyond);
    for (let k = 0; k < count; k++) {
      const end = k === count - 1 ? to : from + ((k + 1) * (to - from)) / count;
      panels.push(make(piece, from + (k * (to - from)) / count, end));
      if (made % PANELS_BETWEEN_YIELDS === 0) yield;
    }
  }
  for (;;) {
    const { values, errors } = total(panels, components);
    const allowed = values.map((value, c) => {
      const most = Math.max(tolerance.absolute, tolerance.relative * Math.abs(value));
      return (errors[c] ?? 0) <= most ? Number.POSITIVE_INFINITY : most;
    });
    const met = allowed.every((most) => most === Number.POSITIVE_INFINITY);
    const sizes = panels.map((panel) => excess(panel, allowed));
    const worst = sizes.reduce((most, size) => Math.max(most, size), 0);
    if (met || worst === 0 || made >= PANELS_AT_MOST) {
      return {
        values: values.map((value, c) => value + (beyond.values[c] ?? 0)),
        errors: errors.map((error, c) => error + (beyond.errors[c] ?? 0)),
        converged: met || worst === 0,
        evaluations: made * 21,
      };
    }
    for (const [place, size] of sizes.entries()) {
      const panel = panels[place];
      if (panel === undefined || size < SHARE * worst) continue;
      const middle = (panel.from + panel.to) / 2;
      const left = make(panel.piece, panel.from, middle);
      const right = make(panel.piece, middle, panel.to);
      const stalls = improves(panel, left, right, allowed) ? 0 : panel.stalls + 1;
      panels[place] = { ...left, stalls };
      panels.push({ ...right, stalls });
      if (made % PANELS_BETWEEN_YIELDS < 2) yield;
    }
  }
}

function total(panels: readonly Panel[], components: number) {
  const values = new Float64Array(components);
  const errors = new Float64Array(components);
  for (const panel of panels) {
    for (let c = 0; c < components; c++) {
      values[c] = (values[c] ?? 0) + (panel.values[c] ?? 0);
      errors[c] = (errors[c] ?? 0) + (panel.errors[c] ?? 0);
    }
  }
  return { values, errors };
}
