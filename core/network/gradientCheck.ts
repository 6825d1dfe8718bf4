import type { Kernels } from '../kernels/kernels';
import type { Matrix } from '../matrix';
import type { Steps } from '../steps';
import type { Target } from './losses/loss';
import { createProbeSteps, type ParameterPlace, type Probe } from './lossProbe';
import type { Network } from './network';
import type { GradientCheck, LayerGradient } from './networkStudy';
import { gradientAt, locateParameter, parameterCount, spreadParameters } from './parameterPlaces';

/** All parameters up to this many; in a larger network a sample of `sampled`, evenly spread. */
const checkedInFull = 200;
const sampled = 64;

/** Multiply-adds that the check may cost; past that it takes fewer parameters, and then none. */
const budget = 50_000_000;

/** Chain rule and difference agree when they differ by less than this, relative to the larger one. */
const tolerance = 1e-6;

/** A difference whose own error is larger than this part of it compares nothing. */
const sharpness = 1e-3;

/** Central differences at most, each with half the step of the one before. */
const mostHalvings = 10;

/** How often the first step may shrink by 16 to stay clear of a kink nearby. */
const mostRetreats = 8;

/** How far rounding may move a loss, relative to its size. */
const lossRounding = 16 * 2 ** -52;

/**
 * Compares gradients with central differences of the loss, (L(θ + h) − L(θ − h))/2h, extrapolated to
 * h → 0 by Richardson's method in the form of Ridders. It uses the forward pass and the loss alone,
 * nothing of the backward pass.
 *
 * With u the error that rounding and extrapolation leave in the difference, the relative difference
 * is |chain rule − difference| / max(|chain rule|, |difference|, u/tolerance): what lies below u is
 * no evidence. `compared` counts the parameters whose difference was sharp (u at most a thousandth
 * of it). The verdict is undecided where every step crosses a kink, or where nothing was sharp.
 * Null where even one parameter would cost too much.
 *
 * Source: C. J. F. Ridders, "Accurate computation of F′(x) and F′(x) F″(x)", 1982.
 */
export function* gradientCheckSteps(
  network: Network,
  input: Matrix,
  target: Target,
  gradients: readonly LayerGradient[],
  kernels: Kernels,
): Steps<GradientCheck | null> {
  const parameters = parameterCount(network.layers);
  const chosen = chooseParameters(parameters, input.rows);
  if (chosen.length === 0) return null;
  const probe = yield* createProbeSteps(network, input, target, kernels);
  let largest = 0;
  let compared = 0;
  let isBlocked = false;
  for (const index of chosen) {
    const place = locateParameter(network.layers, index);
    const claimed = gradientAt(gradients, place);
    const difference = yield* differenceSteps(probe, place);
    yield;
    if (difference === null || Number.isNaN(claimed)) {
      isBlocked = true;
      continue;
    }
    const size = Math.max(Math.abs(claimed), Math.abs(difference.value));
    if (size === 0 || difference.error <= sharpness * size) compared++;
    const scale = Math.max(size, difference.error / tolerance);
    if (scale > 0) largest = Math.max(largest, Math.abs(claimed - difference.value) / scale);
  }
  const isUndecided = isBlocked || compared === 0;
  const verdict = largest > tolerance ? 'disagree' : isUndecided ? 'undecided' : 'agree';
  return { verdict, compared, parameters, largestRelativeDifference: largest, tolerance };
}

function chooseParameters(parameters: number, samples: number): readonly number[] {
  const affordable = Math.floor(budget / (parameters * samples * 2 * mostHalvings));
  const count = Math.min(parameters <= checkedInFull ? parameters : sampled, affordable);
  return spreadParameters(parameters, count);
}

interface Difference {
  readonly value: number;
  /** What rounding and extrapolation may have added to it. */
  readonly error: number;
}

/** Null where no step stays on one side of every kink, or the loss is not finite. */
function* differenceSteps(probe: Probe, place: ParameterPlace): Steps<Difference | null> {
  const centre = probe.parameter(place);
  let step = 2 ** -6 * Math.max(1, Math.abs(centre));
  for (let retreat = 0; retreat < mostRetreats; retreat++) {
    const difference = yield* extrapolateSteps(probe, place, centre, step);
    if (difference !== 'crossed a kink') return difference;
    step /= 16;
  }
  return null;
}

function* extrapolateSteps(
  probe: Probe,
  place: ParameterPlace,
  centre: number,
  firstStep: number,
): Steps<Difference | null | 'crossed a kink'> {
  let best: Difference | null = null;
  let above: readonly number[] = [];
  let step = firstStep;
  for (let halving = 0; halving < mostHalvings; halving++) {
    const high = yield* probe.lossSteps(place, centre + step);
    const low = yield* probe.lossSteps(place, centre - step);
    if (high.isAcrossKink || low.isAcrossKink) return 'crossed a kink';
    if (!Number.isFinite(high.loss) || !Number.isFinite(low.loss)) return best;
    // The step that was really taken, after rounding of centre ± step.
    const width = centre + step - (centre - step);
    const row = [(high.loss - low.loss) / width];
    const rounding = (lossRounding * Math.max(Math.abs(high.loss), Math.abs(low.loss))) / width;
    for (let order = 1; order <= above.length; order++) {
      const power = 4 ** order;
      row[order] = (power * row[order - 1] - above[order - 1]) / (power - 1);
      const change = Math.max(Math.abs(row[order] - row[order - 1]), Math.abs(row[order] - above[order - 1]));
      const error = change + rounding;
      if (best === null || error < best.error) best = { value: row[order], error };
    }
    const drift = Math.abs(row[row.length - 1] - (above[above.length - 1] ?? row[row.length - 1]));
    if (best !== null && drift > 2 * best.error) break;
    above = row;
    step /= 2;
  }
  return best;
}
