import { findActivation } from '../network/activations';
import { defaultLoss, findLoss } from '../network/losses';
import { resolveInput, resolveTarget } from '../network/samples';
import { createProblem, type Problem } from '../problem';
import type { LayerParts, NetworkParts } from './networkParts';
import type { LayerReading, NamedChoice, NumberArray, ReadingChoice } from './reading';
import { asVector, reshape, splitLastColumn, transpose } from './shapes';

export interface AssembledNetwork {
  readonly layers: readonly LayerReading[];
  readonly input: NumberArray | null;
  readonly target: NumberArray | null;
  readonly choices: readonly ReadingChoice[];
  readonly problems: readonly Problem[];
}

interface OrientedLayer extends LayerParts {
  readonly fanIn: number;
  readonly fanOut: number;
}

/**
 * Makes layers of the parts: kernels are transposed, columns [W b] split where the widths say so, and
 * shapes that do not meet are reported at the array at fault.
 */
export function assembleNetwork(parts: NetworkParts): AssembledNetwork {
  const problems: Problem[] = [];
  const choices = [...parts.choices];
  const features = featuresOf(parts);
  const layers: LayerReading[] = [];
  let width = features;
  // These say themselves which way the weights are.
  const isSaid = parts.choices.some(({ rule }) => rule === 'exported' || rule === 'entries');
  const oriented = orientAll(parts.layers, features, problems);
  oriented.forEach((layer, index) => {
    const augmented = isAugmented(layer, width) || (index === 0 && beginsAugmented(oriented, width, parts));
    if (layer.isKernel && !isSaid) choices.push({ rule: 'kernel', layer: index });
    if (augmented) choices.push({ rule: 'augmented', layer: index });
    const reading = augmented ? splitLayer(layer) : plainLayer(layer);
    problems.push(...checkLayer(reading, index, index === 0 ? null : width));
    layers.push(reading);
    width = widthAfter(layer.activation, layer.fanOut);
  });
  const first = layers[0];
  const fanIn = first?.weights.shape[1] ?? 0;
  const input = parts.input === null ? null : orientInput(parts.input, fanIn, parts.matrixText);
  const target =
    parts.target === null ? null : orientTarget(parts.target, input, width ?? 0, parts.matrixText);
  if (first !== undefined && input !== null && fanIn > 0) {
    const resolved = resolveInput(input, fanIn);
    problems.push(...resolved.problems);
    if (resolved.value !== null && target !== null && problems.length === 0) {
      problems.push(...checkTarget(parts, target, input, resolved.value.rows, width ?? 0));
    }
  }
  return { layers, input, target, choices, problems };
}

/** How many numbers one sample has; null where there is no input. */
function featuresOf({ input, layers, matrixText }: NetworkParts): number | null {
  if (input === null) return null;
  const [rows = 1, columns = rows] = input.shape;
  if (!matrixText || input.shape.length !== 2 || columns !== 1) return columns;
  const first = layers[0];
  const fanIn = first?.weights.shape.at(first.isKernel ? 0 : -1) ?? 1;
  return fanIn === rows || (first?.biases === null && fanIn === rows + 1) ? rows : columns;
}

function orientAll(
  layers: readonly LayerParts[],
  features: number | null,
  problems: Problem[],
): readonly OrientedLayer[] {
  const oriented: OrientedLayer[] = [];
  let width = features;
  for (const layer of layers) {
    const { weights } = layer;
    if (weights.shape.length > 2) {
      const found = '['.repeat(weights.shape.length);
      problems.push(createProblem('syntax', weights.span, { reason: 'depth', found, expected: '[[' }));
    }
    const matrix = asMatrix(weights, width, layer.biases);
    const [rows = 1, columns = 1] = layer.isKernel ? [...matrix.shape].reverse() : matrix.shape;
    oriented.push({
      ...layer,
      weights: layer.isKernel ? transpose(matrix) : matrix,
      biases: layer.biases === null ? null : (asVector(layer.biases) ?? layer.biases),
      fanIn: columns,
      fanOut: rows,
    });
    width = widthAfter(layer.activation, rows);
  }
  return oriented;
}

/** A number as 1 × 1; a vector as a row, or as a column where one source feeds several neurons. */
function asMatrix(array: NumberArray, width: number | null, biases: NumberArray | null): NumberArray {
  if (array.shape.length === 2) return array;
  const count = array.values.length;
  const isColumn =
    width === 1 && count > 1 && (biases?.values.length === count || (biases === null && count > 2));
  return reshape(array, isColumn ? [count, 1] : [1, count]);
}

function isAugmented(layer: OrientedLayer, width: number | null): boolean {
  return layer.biases === null && width !== null && layer.fanIn > 1 && layer.fanIn === width + 1;
}

/** In matrix text a first layer without an input is [W b] where every later one is. */
function beginsAugmented(
  layers: readonly OrientedLayer[],
  width: number | null,
  parts: NetworkParts,
): boolean {
  if (!parts.matrixText || width !== null || layers.length < 2) return false;
  const [first] = layers;
  if (first === undefined || first.biases !== null || first.fanIn < 2) return false;
  return layers.every((layer, index) => {
    const before = layers[index - 1];
    return before === undefined || isAugmented(layer, widthAfter(before.activation, before.fanOut));
  });
}

function plainLayer(layer: OrientedLayer): LayerReading {
  const { weights, biases, activation, span, isKernel } = layer;
  return { weights, biases, activation, span, ...dialectOf(layer), written: isKernel ? 'kernel' : 'weights' };
}

function splitLayer(layer: OrientedLayer): LayerReading {
  const { weights, biases } = splitLastColumn(layer.weights);
  const { activation, span } = layer;
  return { weights, biases, activation, span, ...dialectOf(layer), written: 'augmented' };
}

function dialectOf({ dialect }: OrientedLayer): Pick<LayerReading, 'dialect'> {
  return dialect === undefined ? {} : { dialect };
}

function widthAfter(choice: NamedChoice | null, fanOut: number): number {
  const activation = choice === null ? null : findActivation(choice.name).found;
  return activation === null || activation.elementwise ? fanOut : activation.outputWidth(fanOut);
}

function checkLayer(layer: LayerReading, index: number, width: number | null): readonly Problem[] {
  const problems: Problem[] = [];
  const [rows = 0, columns = 0] = layer.weights.shape;
  if (rows * columns === 0) problems.push(createProblem('empty', layer.weights.span, { what: 'array' }));
  else if (width !== null && columns !== width) {
    const data = { layer: index, width: columns, expected: width };
    problems.push(createProblem('width-mismatch', layer.weights.span, data));
  }
  const { biases } = layer;
  if (biases !== null && biases.values.length !== rows) {
    const data = { what: 'biases', layer: index, length: biases.values.length, expected: rows } as const;
    problems.push(createProblem('length-mismatch', biases.span, data));
  }
  return problems;
}

/** In matrix text a column, and a row, of as many numbers as the network has inputs is one sample. */
function orientInput(input: NumberArray, fanIn: number, matrixText: boolean): NumberArray {
  if (input.shape.length === 0) return reshape(input, [1]);
  const vector = asVector(input);
  const isColumn = input.shape.length === 2 && input.shape[1] === 1;
  if (!matrixText || vector === null || !isColumn || fanIn === 1) return input;
  return vector.values.length === fanIn ? vector : input;
}

function orientTarget(
  target: NumberArray,
  input: NumberArray | null,
  width: number,
  matrixText: boolean,
): NumberArray {
  const vector = asVector(target);
  const oneSample = input !== null && input.shape.length < 2;
  if (!matrixText || !oneSample || vector === null || target.shape.length < 2) return target;
  return vector.values.length === width ? vector : target;
}

function checkTarget(
  parts: NetworkParts,
  target: NumberArray,
  input: NumberArray,
  samples: number,
  width: number,
): readonly Problem[] {
  const loss = parts.loss === null ? defaultLoss : findLoss(parts.loss.name).found;
  // Weights of no width, or of one that the activation does not take, have a problem of their own.
  if (loss === null || width === 0) return [];
  const isBatch = input.shape.length === 2;
  const { problems } = resolveTarget(target, { samples, isBatch }, width, loss);
  return problems.filter(({ code }) => code === 'length-mismatch');
}
