import { evaluateCommonSteps } from '../../core/commonStudy';
import { parseRational } from '../../core/exact/parseRational';
import { multiply, type Rational, subtract } from '../../core/exact/rational';
import { toNumber } from '../../core/exact/toNumber';
import type { NetworkStudy } from '../../core/network/networkStudy';
import { firstStepSteps } from '../../core/network/training/step';
import { gradientTensors, tensorPlaces, tensorsOf } from '../../core/network/training/tensors';
import { singleRoundoff } from '../../core/numeric/dtype';
import type { Steps } from '../../core/steps';
import { readSteps } from '../../core/text';
import { Places } from '../../core/text/places';
import type { NetworkReading, NumberArray, NumberToken } from '../../core/text/reading';
import type { TextEdit } from '../protocol/actions';
import type { DescentObstacle } from '../protocol/details/descentStep';
import { applyEdits, spanAfter } from './applyEdits';
import type { Evaluator } from './evaluator';
import { writeLike } from './numberFormat';

/** The edits, in offsets of the text that was read, and what they make of the loss. */
export type DescentPlan =
  | {
      readonly obstacle: null;
      readonly edits: readonly TextEdit[];
      readonly lossBefore: number;
      readonly lossAfter: number;
    }
  | { readonly obstacle: DescentObstacle };

/** More numbers are a file of weights, which no editor should rewrite. */
const mostNumbers = 20_000;

/** Numbers that fill one array of parameters, in its order. */
interface Written {
  readonly array: Pick<NumberArray, 'values' | 'places' | 'exponent' | 'factor'>;
  readonly exactGradient: readonly Rational[] | null;
}

/**
 * Plans one step of the network's optimizer from its beginning: exactly the numbers of weights, biases
 * and learnt parameters that change are replaced, each in its own format with at least `digits`
 * significant digits; plain gradient descent keeps fractions where the step is exact. The text that
 * results is read again, and must hold the step to those digits.
 */
export function* descentPlanSteps(
  study: NetworkStudy,
  digits: number,
  evaluator: Evaluator = {},
): Steps<DescentPlan> {
  const { reading, network, gradients, loss } = study;
  const { optimizer, learningRate } = network;
  if (gradients === null || loss === null) return { obstacle: 'no-loss' };
  if (optimizer === null) return { obstacle: 'unknown-optimizer' };
  const before = tensorsOf(network);
  if (before.reduce((sum, { length }) => sum + length, 0) > mostNumbers)
    return { obstacle: 'too-many-numbers' };
  const gradient = gradientTensors(gradients);
  const after = yield* firstStepSteps(optimizer, before, gradient, learningRate);
  const rate = isPlain(study) ? exactRate(reading) : null;
  const edits: TextEdit[] = [];
  const places = new Set<number>();
  const wanted = before.map((values) => values.slice());
  for (const [tensor, place] of tensorPlaces(network).entries()) {
    yield;
    const written = writtenNumbers(study, place.layer, place.of);
    // A learnt parameter that the text leaves at its default has no number to replace.
    if (written === null) continue;
    const { array, exactGradient } = written;
    for (let i = 0; i < before[tensor].length; i++) {
      const value = after[tensor][i];
      if (array.places.startOf(i) === array.places.endOf(i) || places.has(array.places.startOf(i)))
        return { obstacle: 'implied-numbers' };
      places.add(array.places.startOf(i));
      if (value === before[tensor][i]) continue;
      const scale = scaleOf(array);
      if (!Number.isFinite(value) || scale === null) return { obstacle: 'not-writable' };
      const slope = exactGradient?.[i];
      const exact =
        rate === null || slope === undefined || scale !== 1
          ? null
          : steppedBack(reading.text, array, i, rate, slope);
      const span = {
        offset: array.places.startOf(i),
        length: array.places.endOf(i) - array.places.startOf(i),
      };
      const slice = reading.text.slice(span.offset, span.offset + span.length);
      const text = writeLike(slice, value / scale, exact, digits);
      if (text !== slice) edits.push({ span, text });
      wanted[tensor][i] = value;
    }
  }
  if (edits.length === 0) return { obstacle: 'flat' };
  const lossAfter = yield* lossOfTextSteps(reading, edits, wanted, digits, evaluator);
  return lossAfter === null
    ? { obstacle: 'not-writable' }
    : { obstacle: null, edits, lossBefore: loss, lossAfter };
}

/** Whether the first step is w − η ∂L/∂w and nothing else, so that fractions of the gradient give fractions. */
function isPlain({ network: { optimizer } }: NetworkStudy): boolean {
  if (optimizer?.optimizer.name !== 'sgd') return false;
  const { weight_decay: weightDecay, nesterov } = optimizer.parameters;
  return weightDecay === 0 && nesterov === 0;
}

/** η as it is written; 1/10 where the text has none. */
function exactRate({ text, learningRate, optimizer }: NetworkReading): Rational | null {
  const own = optimizer?.parameters;
  const token = own?.lr ?? own?.learning_rate ?? own?.learningRate ?? learningRate;
  if (token === null) return parseRational('0.1');
  return parseRational(text.slice(token.span.offset, token.span.offset + token.span.length));
}

function steppedBack(
  text: string,
  array: Written['array'],
  index: number,
  rate: Rational,
  slope: Rational,
): Rational | null {
  const value = parseRational(text.slice(array.places.startOf(index), array.places.endOf(index)));
  return value === null ? null : subtract(value, multiply(rate, slope));
}

/** What the text's own number is multiplied by; null where that is no rational number. */
function scaleOf({ exponent, factor }: Written['array']): number | null {
  const common = factor === undefined ? null : parseRational(factor);
  if (factor !== undefined && common === null) return null;
  return 10 ** (exponent ?? 0) * (common === null ? 1 : toNumber(common));
}

function writtenNumbers(
  { reading, network, exact }: NetworkStudy,
  layer: number,
  of: 'weights' | 'biases' | 'parameters',
): Written | null {
  const { weights, biases, activation } = reading.layers[layer];
  switch (of) {
    case 'weights':
      return { array: weights, exactGradient: exact?.gradients?.weights[layer].flat() ?? null };
    case 'biases':
      return biases === null
        ? null
        : { array: biases, exactGradient: exact?.gradients?.biases[layer] ?? null };
    case 'parameters': {
      const { activation: definition } = network.layers[layer].activation;
      if (!definition.elementwise || definition.learnt === undefined || activation === null) return null;
      const name = definition.learnt.parameter;
      const list = activation.arrays?.[name];
      const token = activation.parameters[name];
      const array = list ?? (token === undefined ? null : arrayOf(token));
      return array === null ? null : { array, exactGradient: null };
    }
  }
}

function arrayOf({ value, span }: NumberToken): Written['array'] {
  return { values: Float64Array.of(value), places: Places.of([span.offset], [span.offset + span.length]) };
}

/** The loss of the edited text; null where it does not read back as the numbers that were meant. */
function* lossOfTextSteps(
  reading: NetworkReading,
  edits: readonly TextEdit[],
  wanted: readonly Float64Array[],
  digits: number,
  { kernels, scanner }: Evaluator,
): Steps<number | null> {
  const text = applyEdits(reading.text, edits);
  const within = [spanAfter(reading.span, edits)];
  const options = { as: 'network', within } as const;
  const stepped = yield* readSteps(text, scanner === undefined ? options : { ...options, scanner });
  if (stepped.kind !== 'network') return null;
  const study = yield* evaluateCommonSteps(stepped, kernels === undefined ? {} : { kernels });
  if (study.kind !== 'network' || study.loss === null) return null;
  const tensors = tensorsOf(study.network);
  // Numbers of float32 are read back within half an ulp.
  const tolerance = Math.max(10 ** (1 - digits), study.single === undefined ? 0 : 2 * singleRoundoff);
  const isMeant =
    tensors.length === wanted.length &&
    tensors.every(
      (values, i) =>
        values.length === wanted[i].length &&
        values.every((value, j) => Math.abs(value - wanted[i][j]) <= tolerance * Math.abs(wanted[i][j])),
    );
  return isMeant ? study.loss : null;
}
