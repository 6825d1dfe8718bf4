import type { ElementwiseActivation, Parameters } from '../activations/activation';

/** Where φ′ is looked at first: near 0, where activations bend, and in the far. */
const places: readonly number[] = [
  ...Array.from({ length: 401 }, (_, i) => (i - 200) / 20),
  ...[20, 50, 100, 1000].flatMap((x) => [-x, x]),
];

const refinements = 60;
const golden = (Math.sqrt(5) - 1) / 2;

/** By the object of the parameters: all neurons of a layer share one, unless each has its own. */
const known = new WeakMap<ElementwiseActivation, WeakMap<Parameters, number | null>>();

/**
 * sup |φ′|: 1/4 for the sigmoid, 1 for tanh and relu. Null where φ′ has no bound. Found by looking:
 * at the slopes of the asymptotes, on both sides of kinks, and around the largest |φ′| of a grid.
 */
export function steepestSlope(activation: ElementwiseActivation, parameters: Parameters): number | null {
  const own = known.get(activation) ?? new WeakMap<Parameters, number | null>();
  known.set(activation, own);
  const found = own.get(parameters);
  if (found !== undefined) return found;
  const steepest = findSteepest(activation, parameters);
  own.set(parameters, steepest);
  return steepest;
}

function findSteepest(activation: ElementwiseActivation, parameters: Parameters): number | null {
  const { left, right } = activation.ends(parameters);
  if (left.kind === 'divergence' || right.kind === 'divergence') return null;
  const kinks = activation.kinks(parameters);
  const farAway = [left, right].map((end) => (end.kind === 'asymptote' ? Math.abs(end.slope) : 0));
  const besideKinks = kinks
    .filter(({ discontinuous }) => discontinuous !== true)
    .flatMap(({ left: before, right: after }) => [Math.abs(before), Math.abs(after)]);
  const size = (x: number) => {
    const slope = Math.abs(activation.derivative(x, parameters));
    return Number.isFinite(slope) ? slope : 0;
  };
  const bends = activation.curvatureJumps(parameters).map(({ at }) => at);
  const grid = [...places, ...bends].sort((a, b) => a - b);
  const top = grid.reduce((best, x, i) => (size(x) > size(grid[best]) ? i : best), 0);
  const refined = largestBetween(size, grid[Math.max(0, top - 1)], grid[Math.min(grid.length - 1, top + 1)]);
  return Math.max(size(grid[top]), refined, ...farAway, ...besideKinks);
}

/** Golden-section search for the top of a hill. */
function largestBetween(size: (x: number) => number, start: number, end: number): number {
  let [low, high] = [start, end];
  for (let i = 0; i < refinements; i++) {
    const first = high - golden * (high - low);
    const second = low + golden * (high - low);
    if (size(first) > size(second)) high = second;
    else low = first;
  }
  return size((low + high) / 2);
}
