import type { Matrix } from '../matrix';
import { type LayerForward, rowOf } from './forward';
import { neuronKinks, neuronParameters } from './learnt';
import type { Target } from './losses/loss';
import { reductionDivisor } from './losses/reduction';
import { sampleTarget } from './losses/target';
import type { LossGradient } from './lossPass';
import type { ParameterPlace } from './lossProbe';
import type { Layer, Network } from './network';

/** What is fixed while derivatives in many directions are taken. */
export interface Evaluated {
  readonly network: Network;
  readonly input: Matrix;
  readonly passes: readonly LayerForward[];
  readonly target: Target;
  readonly ofLoss: LossGradient;
}

export interface Directional {
  readonly value: number;
  /** The sum of the sizes of all paths: what rounding is measured against where they cancel. */
  readonly magnitude: number;
}

/** How the neurons of a layer move, before and after the activation, and the sizes of the paths to there. */
interface Movement {
  readonly s: Float64Array;
  readonly o: Float64Array;
  readonly sizeOfS: Float64Array;
  readonly sizeOfO: Float64Array;
}

/**
 * The one-sided derivative of the loss as one parameter moves up (`sign` 1) or down (−1):
 * lim (L(θ + t·sign) − L(θ))/t for t ↓ 0. The chain rule edge by edge from the parameter to the loss,
 * in scalars: it shares φ′ with the backward pass, and no code that multiplies or sums. At a kink it
 * goes on with the side to which the value moves. Null where a neuron stands at a jump and moves.
 */
export function directionalDerivative(
  evaluated: Evaluated,
  place: ParameterPlace,
  sign: 1 | -1,
): Directional | null {
  const { network, input, passes } = evaluated;
  let value = 0;
  let magnitude = 0;
  for (let sample = 0; sample < input.rows; sample++) {
    let movement = firstMovement(evaluated, place, sample, sign);
    for (let next = place.layer + 1; next < passes.length && movement !== null; next++) {
      const { s, size } = alongEdges(network.layers[next], movement);
      movement = throughActivation(network.layers[next], passes[next], sample, s, size);
    }
    if (movement === null) return null;
    const change = lossChange(evaluated, sample, movement);
    value += change.value;
    magnitude += change.magnitude;
  }
  return { value, magnitude };
}

function firstMovement(
  { network, input, passes }: Evaluated,
  { layer, of, index }: ParameterPlace,
  sample: number,
  sign: 1 | -1,
): Movement | null {
  const source = rowOf(layer === 0 ? input : passes[layer - 1].output, sample);
  const first = network.layers[layer];
  const { columns, rows } = first.weights;
  const s = new Float64Array(rows);
  if (of === 'parameters') {
    const o = learntMovement(first, rowOf(passes[layer].preActivation, sample), index, sign);
    return { s, o, sizeOfS: s, sizeOfO: o.map(Math.abs) };
  }
  if (of === 'weights') s[Math.floor(index / columns)] = sign * source[index % columns];
  else s[index] = sign;
  return throughActivation(first, passes[layer], sample, s, s.map(Math.abs));
}

/** dsₖ = Σⱼ wₖⱼ doⱼ. */
function alongEdges(
  { weights }: Layer,
  { o, sizeOfO }: Movement,
): { readonly s: Float64Array; readonly size: Float64Array } {
  const s = new Float64Array(weights.rows);
  const size = new Float64Array(weights.rows);
  for (let j = 0; j < o.length; j++) {
    if (sizeOfO[j] === 0) continue;
    for (let k = 0; k < s.length; k++) {
      const weight = weights.values[k * weights.columns + j];
      s[k] += weight * o[j];
      size[k] += Math.abs(weight) * sizeOfO[j];
    }
  }
  return { s, size };
}

function learntMovement(layer: Layer, s: Float64Array, index: number, sign: number): Float64Array {
  const { activation, perNeuron } = layer.activation;
  const parametersAt = neuronParameters(layer.activation);
  return s.map((value, neuron) => {
    if (!activation.elementwise || activation.learnt === undefined) return 0;
    if (perNeuron !== undefined && neuron !== index) return 0;
    return sign * activation.learnt.derivative(value, parametersAt(neuron));
  });
}

function throughActivation(
  { activation: bound }: Layer,
  pass: LayerForward,
  sample: number,
  movement: Float64Array,
  size: Float64Array,
): Movement | null {
  const s = rowOf(pass.preActivation, sample);
  const { activation, parameters } = bound;
  const output = rowOf(pass.output, sample);
  const o = new Float64Array(output.length);
  const sizeOfO = new Float64Array(output.length);
  const moved = { s: movement, o, sizeOfS: size, sizeOfO };
  if (!activation.elementwise) {
    activation.along?.(s, output, movement, o);
    const unit = new Float64Array(output.length);
    const row = new Float64Array(s.length);
    for (let i = 0; i < output.length; i++) {
      unit[i] = 1;
      activation.pullback(s, output, unit, row, parameters);
      unit[i] = 0;
      for (let j = 0; j < s.length; j++) {
        if (activation.along === undefined) o[i] += row[j] * movement[j];
        sizeOfO[i] += Math.abs(row[j]) * size[j];
      }
    }
    return moved;
  }
  const kinksOf = neuronKinks(bound);
  const parametersAt = neuronParameters(bound);
  for (let k = 0; k < s.length; k++) {
    if (size[k] === 0) continue;
    const kink = kinksOf?.(k).find(({ at }) => at === s[k]);
    if (kink === undefined) {
      const slope = activation.derivative(s[k], parametersAt(k));
      o[k] = slope * movement[k];
      sizeOfO[k] = Math.abs(slope) * size[k];
      continue;
    }
    if (movement[k] === 0) continue;
    if (kink.discontinuous === true) return null;
    o[k] = (movement[k] > 0 ? kink.right : kink.left) * movement[k];
    sizeOfO[k] = Math.max(Math.abs(kink.right), Math.abs(kink.left)) * size[k];
  }
  return moved;
}

function lossChange(
  { network, passes, target, ofLoss }: Evaluated,
  sample: number,
  { s, o, sizeOfS, sizeOfO }: Movement,
): Directional {
  const isOfLogits = ofLoss.preActivation !== null;
  const slopes = rowOf(ofLoss.preActivation ?? ofLoss.output, sample);
  const [moves, sizes] = isOfLogits ? [s, sizeOfS] : [o, sizeOfO];
  const { loss, reduction, parameters, lists } = network.loss;
  const { output } = passes[passes.length - 1];
  const divisor = reductionDivisor(reduction, output.values.length, output.rows);
  if (loss.along !== undefined) {
    const wanted = sampleTarget(target, sample);
    const sizeOfLoss = slopes.reduce((sum, slope, k) => sum + Math.abs(slope) * sizes[k], 0);
    const ofSample = loss.along(rowOf(output, sample), wanted, moves, parameters, lists);
    const change = ofSample / reductionDivisor(reduction, output.rows, output.rows);
    return { value: change, magnitude: Math.max(sizeOfLoss, Math.abs(change)) };
  }
  let value = 0;
  let magnitude = 0;
  for (let k = 0; k < slopes.length; k++) {
    const place = sample * output.columns + k;
    const kinks =
      target.form === 'rows' && !isOfLogits ? loss.kinks(target.rows.values[place], parameters) : [];
    const kink = kinks.find(({ at }) => at === output.values[place]);
    const slope = kink === undefined ? slopes[k] : (moves[k] > 0 ? kink.right : kink.left) / divisor;
    value += moves[k] === 0 ? 0 : slope * moves[k];
    magnitude += sizes[k] === 0 ? 0 : Math.abs(slope) * sizes[k];
  }
  return { value, magnitude };
}
