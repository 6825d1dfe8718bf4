import type { ElementwiseActivation, Parameters } from '../../network/activations/activation';
import { type Ends, limitAt } from '../../network/activations/shape';
import { signsOf } from './roots';

/** A function with the parameters that it is studied with. */
export interface Compared {
  readonly activation: ElementwiseActivation;
  readonly parameters: Parameters;
}

/** An extreme of a difference. */
export interface Extreme {
  /** Infinite where the difference has no bound. */
  readonly value: number;
  /** Where it is reached; an infinite place where the difference only tends to it. */
  readonly at: number;
}

/** Bounds of φ(x) − ψ(x) over all x. */
export interface Gap {
  readonly highest: Extreme;
  readonly lowest: Extreme;
}

/** A difference that falls short of its limit by less than this has reached nothing. */
const resolution = 1e-12;
const decimals = 10;

/**
 * Where φ is most above ψ and most below. Between the corners of both an extreme is at a zero of φ′ − ψ′, found by its
 * change of sign; far out the asymptotes say what the difference tends to. Null where one of the two oscillates.
 */
export function gapBetween(phi: Compared, psi: Compared): Gap | null {
  const ends = [phi, psi].map(({ activation, parameters }) => activation.ends(parameters));
  const limits = (['left', 'right'] as const).map((side) => limitOf(side, ends[0], ends[1]));
  const [left, right] = limits;
  if (left === null || right === null) return null;
  const difference = (x: number) =>
    phi.activation.value(x, phi.parameters) - psi.activation.value(x, psi.parameters);
  const slope = (x: number) =>
    phi.activation.derivative(x, phi.parameters) - psi.activation.derivative(x, psi.parameters);
  const kinks = [phi, psi].flatMap(({ activation, parameters }) => activation.kinks(parameters));
  const corners = kinks.map(({ at }) => at);
  const roots = signsOf(slope, corners).roots.map(({ at }) => {
    // A zero is known to some digits; the round number beside it is as good.
    const round = Number(at.toFixed(decimals));
    return Math.abs(slope(round)) <= resolution ? round : at;
  });
  const places = [...corners, ...roots];
  const jumps = kinks.flatMap(({ at, discontinuous }) => (discontinuous ? [at] : []));
  const reached = [
    ...places.map((at): Extreme => ({ at, value: difference(at) })),
    ...jumps.flatMap((at) => [beside(difference, at, -step), beside(difference, at, step)]),
  ];
  const tended: readonly Extreme[] = [
    { at: Number.NEGATIVE_INFINITY, value: left },
    { at: Number.POSITIVE_INFINITY, value: right },
  ];
  return { highest: extreme(reached, tended, 1), lowest: extreme(reached, tended, -1) };
}

function extreme(reached: readonly Extreme[], tended: readonly Extreme[], sign: 1 | -1): Extreme {
  const best = (all: readonly Extreme[]) =>
    all.reduce<Extreme | null>(
      (found, other) => (found === null || sign * other.value > sign * found.value ? other : found),
      null,
    );
  const limit = best(tended) ?? { at: Number.NaN, value: Number.NaN };
  const inside = best(reached);
  return inside !== null && sign * (inside.value - limit.value) > -resolution ? inside : limit;
}

/** What φ − ψ tends to at one end; null where it is not known. */
function limitOf(side: keyof Ends, { [side]: phi }: Ends, { [side]: psi }: Ends): number | null {
  const own = limitAt(side, phi);
  const other = limitAt(side, psi);
  if (own === null || other === null) return null;
  if (phi.kind === 'asymptote' && psi.kind === 'asymptote') {
    if (phi.slope === psi.slope) return phi.intercept - psi.intercept;
    const steepness = (phi.slope - psi.slope) * (side === 'right' ? 1 : -1);
    return steepness * Number.POSITIVE_INFINITY;
  }
  // One of them leaves every line, and takes the difference with it; of two that do, neither is known to win.
  if (phi.kind === psi.kind) return null;
  return phi.kind === 'divergence' ? own : -other;
}

const step = 2 ** -30;

/** The one-sided limit at a jump, along a straight line through two points beside it. */
function beside(difference: (x: number) => number, at: number, h: number): Extreme {
  return { at, value: 2 * difference(at + h) - difference(at + 2 * h) };
}
