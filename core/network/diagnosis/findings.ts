import type { Kernels } from '../../kernels/kernels';
import type { Matrix } from '../../matrix';
import { frobeniusNorm } from '../../numeric/frobeniusNorm';
import { createProblem, type Problem } from '../../problem';
import type { Steps } from '../../steps';
import type { NetworkReading } from '../../text/reading';
import type { Network } from '../network';
import type { LayerTrace } from '../networkStudy';
import { flowSteps } from './flow';
import { idleUnitsSteps } from './units';

/** Below this part of what arrives at the output a gradient counts as vanishing: five sigmoids at their steepest. */
export const vanishingBelow = 1e-3;
/** From this multiple on it counts as exploding. */
export const explodingFrom = 1e3;

/** A norm below this may have lost digits among the subnormal numbers on its way. */
const smallestSureNorm = 1e-280;

/**
 * What hinders a network from learning: a gradient that vanishes or explodes on its way back, units
 * that are dead or saturated; each at the layer's place in the text. It costs a look at every neuron of
 * every sample, and another backward pass only where a gradient underflowed.
 */
export function* findingsSteps(
  reading: NetworkReading,
  network: Network,
  input: Matrix,
  layers: readonly LayerTrace[],
  kernels: Kernels,
): Steps<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const [layer, trace] of layers.entries()) {
    const { dead, saturated } = yield* idleUnitsSteps(network.layers[layer].activation, trace);
    const { span } = reading.layers[layer];
    const { rows: samples, columns: width } = trace.output;
    // On one sample half of all rectified units are off: that says little unless nothing passes at all.
    if (dead.length > 0 && (samples > 1 || dead.length === width)) {
      problems.push(createProblem('dead-unit', span, { layer, neurons: dead, width, samples }));
    }
    if (saturated.length > 0) {
      problems.push(createProblem('saturated', span, { layer, neurons: saturated, width, samples }));
    }
  }
  return [...(yield* flowProblemsSteps(reading, network, input, layers, kernels)), ...problems];
}

function* flowProblemsSteps(
  reading: NetworkReading,
  network: Network,
  input: Matrix,
  layers: readonly LayerTrace[],
  kernels: Kernels,
): Steps<readonly Problem[]> {
  const products = yield* productsSteps(network, input, layers, kernels);
  if (products === null) return [];
  const problems: Problem[] = [];
  const hidden = products.slice(0, -1);
  const [lowest, highest] = [Math.min(...hidden), Math.max(...hidden)];
  // Where nothing arrives at all, a layer is dead, and that is said of it.
  if (lowest <= Math.log10(vanishingBelow) && lowest > Number.NEGATIVE_INFINITY) {
    const layer = hidden.indexOf(lowest);
    problems.push(createProblem('vanishing', reading.layers[layer].span, { layer, log10: lowest }));
  }
  if (highest >= Math.log10(explodingFrom)) {
    const layer = hidden.indexOf(highest);
    problems.push(createProblem('exploding', reading.layers[layer].span, { layer, log10: highest }));
  }
  return problems;
}

/** log₁₀ ‖∂L/∂s‖/‖∂L/∂ŷ‖ of every layer; null without a loss, where its gradient is 0, or where it is not finite. */
function* productsSteps(
  network: Network,
  input: Matrix,
  layers: readonly LayerTrace[],
  kernels: Kernels,
): Steps<readonly number[] | null> {
  const last = layers[layers.length - 1]?.outputGradient ?? null;
  if (last === null) return null;
  const whole = frobeniusNorm(last.values);
  if (!(whole > 0) || whole === Number.POSITIVE_INFINITY) return null;
  const norms = layers.map(({ preActivationGradient: delta }) =>
    frobeniusNorm(delta?.values ?? new Float64Array()),
  );
  if (norms.some(Number.isNaN)) return null;
  const isSure = norms.every((norm) => norm >= smallestSureNorm && norm < Number.POSITIVE_INFINITY);
  if (isSure) return norms.map((norm) => Math.log10(norm) - Math.log10(whole));
  const covector = { ...last, values: last.values.slice() };
  return (yield* flowSteps(network, input, layers, covector, kernels)).map(({ log10 }) => log10);
}
