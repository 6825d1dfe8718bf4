import { createMatrix, type Matrix } from '../../matrix';
import { learntOf, neuronParameters } from '../../network/learnt';
import type { NetworkStudy } from '../../network/networkStudy';
import type { NumberArray } from '../../text/reading';
import { matrixOf, transposed } from '../evaluate';
import type { NumberExpression } from '../expression';
import type { DerivativeQuantity, Index, NeuronQuantity, Quantity } from '../quantity';
import type { Value, Values } from '../values';
import { withDigitsOf } from '../writtenNumber';
import { applyFunction } from './applyFunction';
import { jacobianEntry } from './jacobian';
import { targetRows } from './targetRows';

/** The numbers of a network's study, by the quantities of its equations. */
export function networkValues(study: NetworkStudy): Values {
  const targets = targetRows(study);
  const values: Values = {
    valueOf: (quantity) => numberIn(study, targets, quantity),
    shapeOf: (quantity) => shapeIn(study, quantity),
    numberOf(quantity) {
      const value = values.valueOf(quantity);
      if (typeof value !== 'number') throw new RangeError(`${quantity.kind} is a matrix`);
      return writtenOf(study, quantity, value);
    },
    entryOf: (quantity, row, column) => entryOf(study, values, quantity, row, column),
    apply: (reference, to) => applyFunction(study, reference, to),
  };
  return values;
}

function numberIn(study: NetworkStudy, targets: Matrix | null, quantity: Quantity): Value {
  const { network, layers } = study;
  const last = layers.length - 1;
  switch (quantity.kind) {
    case 'weight':
      return entry(network.layers[at(quantity.layer)].weights, quantity.to, quantity.from);
    case 'bias':
      return network.layers[at(quantity.layer)].biases?.[at(quantity.to)] ?? 0;
    case 'learnt':
      return known(learntOf(network.layers[at(quantity.layer)].activation))[at(quantity.neuron ?? 0)];
    case 'input':
      return entry(study.input, quantity.sample ?? 0, quantity.neuron);
    case 'pre-activation':
      return entry(layers[at(quantity.layer)].preActivation, quantity.sample ?? 0, quantity.neuron);
    case 'output':
      return entry(layers[at(quantity.layer)].output, quantity.sample ?? 0, quantity.neuron);
    case 'prediction':
      return entry(layers[last].output, quantity.sample ?? 0, quantity.neuron);
    case 'target':
      return entry(targets, quantity.sample ?? 0, quantity.index);
    case 'loss':
      return known(study.loss);
    case 'learning-rate':
      return network.learningRate;
    case 'iterate':
      return quantity.step === 0
        ? numberIn(study, targets, quantity.of)
        : updated(study, targets, quantity.of);
    case 'weights':
      return network.layers[at(quantity.layer)].weights;
    case 'biases':
      return column(known(network.layers[at(quantity.layer)].biases));
    case 'augmented-weights':
      return augmented(network.layers[at(quantity.layer)].weights, network.layers[at(quantity.layer)].biases);
    case 'pre-activations':
      return transposed(layers[at(quantity.layer)].preActivation);
    case 'outputs':
      return transposed(layers[at(quantity.layer)].output);
    case 'inputs':
      return transposed(known(study.input));
    case 'predictions':
      return transposed(layers[last].output);
    case 'targets':
      return transposed(known(targets));
    case 'augmented-source': {
      const layer = at(quantity.layer);
      const source = transposed(layer === 0 ? known(study.input) : layers[layer - 1].output);
      return network.layers[layer].biases === null ? source : withOnes(source);
    }
    case 'derivative':
      return derivative(study, quantity);
    case 'entry':
      return entry(matrixOf(numberIn(study, targets, quantity.of)), quantity.row, quantity.column ?? 0);
    default:
      throw new RangeError(`a network has no ${quantity.kind}`);
  }
}

function shapeIn(study: NetworkStudy, quantity: Quantity): ReturnType<Values['shapeOf']> {
  const { network, layers, samples } = study;
  const outputs = layers.at(-1)?.output.columns ?? 0;
  switch (quantity.kind) {
    case 'weights':
    case 'biases':
    case 'augmented-weights':
    case 'pre-activations': {
      const { weights, biases } = network.layers[at(quantity.layer)];
      const { rows, columns } = weights;
      if (quantity.kind === 'biases') return { rows, columns: 1 };
      if (quantity.kind === 'pre-activations') return { rows, columns: samples };
      return quantity.kind === 'weights' || biases === null
        ? { rows, columns }
        : { rows, columns: columns + 1 };
    }
    case 'outputs':
      return { rows: layers[at(quantity.layer)].output.columns, columns: samples };
    case 'inputs':
      return { rows: network.layers[0].weights.columns, columns: samples };
    case 'augmented-source': {
      const { weights, biases } = network.layers[at(quantity.layer)];
      return { rows: weights.columns + (biases === null ? 0 : 1), columns: samples };
    }
    case 'predictions':
    case 'targets':
      return { rows: outputs, columns: samples };
    case 'derivative':
      return quantity.of.kind === 'loss' ? shapeIn(study, quantity.by) : null;
    case 'iterate':
      return shapeIn(study, quantity.of);
    default:
      return null;
  }
}

function derivative(study: NetworkStudy, { of, by }: DerivativeQuantity): Value {
  if (of.kind === 'loss') return lossDerivative(study, by);
  if (of.kind === 'prediction') {
    const output = { ...of, kind: 'output', layer: study.layers.length - 1 } as const;
    return derivative(study, { kind: 'derivative', of: output, by });
  }
  if (of.kind === 'output' && by.kind === 'pre-activation') {
    const layer = at(of.layer);
    return jacobianEntry(
      study,
      layer,
      of.sample === undefined ? 0 : at(of.sample),
      at(of.neuron),
      at(by.neuron),
    );
  }
  if (of.kind === 'output' && by.kind === 'learnt') return learntSlope(study, of, by);
  if (of.kind !== 'pre-activation') throw new RangeError(`no derivative of ${of.kind}`);
  const layer = at(of.layer);
  const { weights } = study.network.layers[layer];
  const sample = of.sample ?? 0;
  switch (by.kind) {
    case 'weight':
      if (by.to !== of.neuron || by.layer !== of.layer) return 0;
      return layer === 0
        ? entry(study.input, sample, by.from)
        : entry(study.layers[layer - 1].output, sample, by.from);
    case 'bias':
      return by.to === of.neuron && by.layer === of.layer ? 1 : 0;
    case 'output':
    case 'input':
      return entry(weights, of.neuron, by.neuron);
    default:
      throw new RangeError(`no derivative by ${by.kind}`);
  }
}

/** ∂φ/∂α of one neuron, 0 where it has an α of its own and this is another's. */
function learntSlope(
  { network, layers }: NetworkStudy,
  { layer, neuron, sample }: NeuronQuantity,
  by: Extract<Quantity, { kind: 'learnt' }>,
): number {
  const bound = network.layers[at(layer)].activation;
  const { activation } = bound;
  if (!activation.elementwise || activation.learnt === undefined) throw new RangeError('nothing is learnt');
  if (by.layer !== layer || (by.neuron !== undefined && by.neuron !== neuron)) return 0;
  const s = entry(layers[at(layer)].preActivation, sample ?? 0, neuron);
  return activation.learnt.derivative(s, neuronParameters(bound)(at(neuron)));
}

function lossDerivative(study: NetworkStudy, by: DerivativeQuantity['by']): Value {
  const { layers } = study;
  const gradients = known(study.gradients);
  const last = layers.length - 1;
  switch (by.kind) {
    case 'iterate':
      if (by.step === 1) throw new RangeError('the loss after the step is not known');
      return lossDerivative(study, by.of);
    case 'weight':
      return entry(gradients[at(by.layer)].weights, by.to, by.from);
    case 'bias':
      return gradients[at(by.layer)].biases?.[at(by.to)] ?? 0;
    case 'learnt':
      return gradients[at(by.layer)].parameters?.[at(by.neuron ?? 0)] ?? 0;
    case 'input':
      return entry(study.inputGradient, by.sample ?? 0, by.neuron);
    case 'pre-activation':
      return entry(layers[at(by.layer)].preActivationGradient, by.sample ?? 0, by.neuron);
    case 'output':
      return entry(layers[at(by.layer)].outputGradient, by.sample ?? 0, by.neuron);
    case 'prediction':
      return entry(layers[last].outputGradient, by.sample ?? 0, by.neuron);
    case 'weights':
      return gradients[at(by.layer)].weights;
    case 'biases':
      return column(known(gradients[at(by.layer)].biases));
    case 'augmented-weights':
      return augmented(gradients[at(by.layer)].weights, gradients[at(by.layer)].biases);
    case 'pre-activations':
      return transposed(known(layers[at(by.layer)].preActivationGradient));
    case 'outputs':
      return transposed(known(layers[at(by.layer)].outputGradient));
    case 'predictions':
      return transposed(known(layers[last].outputGradient));
    case 'inputs':
      return transposed(known(study.inputGradient));
    default:
      throw new RangeError(`no derivative by ${by.kind}`);
  }
}

function updated(
  study: NetworkStudy,
  targets: Matrix | null,
  of: Extract<Quantity, { kind: 'iterate' }>['of'],
): Value {
  const before = numberIn(study, targets, of);
  const gradient = lossDerivative(study, of);
  const rate = study.network.learningRate;
  if (typeof before === 'number')
    return before - rate * (typeof gradient === 'number' ? gradient : Number.NaN);
  const change = matrixOf(gradient);
  return { ...before, values: before.values.map((value, index) => value - rate * change.values[index]) };
}

/** As it stands in the text where it does. */
function writtenOf(study: NetworkStudy, quantity: Quantity, value: number): NumberExpression {
  const { reading, network } = study;
  const computed: NumberExpression = { kind: 'number', value, quantity };
  const written = (array: NumberArray | null, index: number): NumberExpression => {
    if (array === null || !(index < array.places.length)) return computed;
    return withDigitsOf(reading.text, array.places.startOf(index), array.places.endOf(index), computed);
  };
  switch (quantity.kind) {
    case 'weight': {
      const { columns } = network.layers[at(quantity.layer)].weights;
      const { weights } = reading.layers[at(quantity.layer)];
      return written(weights, at(quantity.to) * columns + at(quantity.from));
    }
    case 'bias':
      return written(reading.layers[at(quantity.layer)].biases, at(quantity.to));
    case 'learnt':
      return learntNumber(study, quantity, computed);
    case 'input':
      return written(
        reading.input,
        at(quantity.sample ?? 0) * network.layers[0].weights.columns + at(quantity.neuron),
      );
    case 'target': {
      const width = network.layers[network.layers.length - 1].weights.rows;
      const isOneEach = reading.target !== null && reading.target.values[at(quantity.index)] === value;
      const index = at(quantity.sample ?? 0) * width + at(quantity.index);
      return isOneEach || width === 1 ? written(reading.target, index) : computed;
    }
    case 'learning-rate': {
      const { learningRate } = reading;
      if (learningRate === null) return computed;
      const { offset, length } = learningRate.span;
      return withDigitsOf(reading.text, offset, offset + length, computed);
    }
    case 'iterate':
      return quantity.step === 0 ? writtenOf(study, quantity.of, value) : computed;
    default:
      return computed;
  }
}

/** From the list of the activation's parameters, or its one number. */
function learntNumber(
  { network, reading }: NetworkStudy,
  { layer, neuron }: Extract<Quantity, { kind: 'learnt' }>,
  computed: NumberExpression,
): NumberExpression {
  const { activation } = network.layers[at(layer)].activation;
  const choice = reading.layers[at(layer)].activation;
  if (!activation.elementwise || activation.learnt === undefined || choice === null) return computed;
  const { parameter } = activation.learnt;
  const list = choice.arrays?.[parameter];
  const index = at(neuron ?? 0);
  if (list !== undefined) {
    const { places } = list;
    return withDigitsOf(reading.text, places.startOf(index), places.endOf(index), computed);
  }
  const token = choice.parameters[parameter];
  if (token === undefined) return computed;
  const { offset, length } = token.span;
  return withDigitsOf(reading.text, offset, offset + length, computed);
}

function entryOf(
  study: NetworkStudy,
  values: Values,
  quantity: Quantity,
  row: number,
  column: number,
): NumberExpression {
  const scalar = entryQuantity(study, quantity, row, column);
  return scalar === null ? { kind: 'number', value: 1 } : values.numberOf(scalar);
}

/** The scalar that is entry (row, column) of a matrix; null for the ones under a source. */
export function entryQuantity(
  study: NetworkStudy,
  quantity: Quantity,
  row: number,
  column: number,
): Quantity | null {
  const sample = study.samples > 1 ? { sample: column } : {};
  switch (quantity.kind) {
    case 'weights':
      return { kind: 'weight', layer: quantity.layer, from: column, to: row };
    case 'biases':
      return { kind: 'bias', layer: quantity.layer, to: row };
    case 'augmented-weights':
      return column === study.network.layers[at(quantity.layer)].weights.columns
        ? { kind: 'bias', layer: quantity.layer, to: row }
        : { kind: 'weight', layer: quantity.layer, from: column, to: row };
    case 'pre-activations':
      return { kind: 'pre-activation', layer: quantity.layer, neuron: row, ...sample };
    case 'outputs':
      return { kind: 'output', layer: quantity.layer, neuron: row, ...sample };
    case 'inputs':
      return { kind: 'input', neuron: row, ...sample };
    case 'predictions':
      return { kind: 'prediction', neuron: row, ...sample };
    case 'targets':
      return { kind: 'target', index: row, ...sample };
    case 'augmented-source': {
      const layer = at(quantity.layer);
      const width = study.network.layers[layer].weights.columns;
      if (row === width) return null;
      return layer === 0
        ? { kind: 'input', neuron: row, ...sample }
        : { kind: 'output', layer: layer - 1, neuron: row, ...sample };
    }
    case 'derivative': {
      const by = entryQuantity(study, quantity.by, row, column);
      if (by === null) return null;
      return { kind: 'derivative', of: quantity.of, by: by as DerivativeQuantity['by'] };
    }
    case 'iterate': {
      const inner = entryQuantity(study, quantity.of, row, column);
      return inner?.kind === 'weight' || inner?.kind === 'bias' ? { ...quantity, of: inner } : null;
    }
    default:
      throw new RangeError(`${quantity.kind} is no matrix`);
  }
}

function at(index: Index): number {
  if (typeof index === 'number') return index;
  throw new RangeError(`nothing binds ${index}`);
}

function entry(matrix: Matrix | null, row: Index, column: Index): number {
  const { columns, values } = known(matrix);
  return values[at(row) * columns + at(column)];
}

function known<Thing>(thing: Thing | null): Thing {
  if (thing === null) throw new RangeError('the study has no such number');
  return thing;
}

function column(values: Float64Array): Matrix {
  return { rows: values.length, columns: 1, values };
}

function augmented(weights: Matrix, biases: Float64Array | null): Matrix {
  if (biases === null) return weights;
  const { rows, columns } = weights;
  const result = createMatrix(rows, columns + 1);
  for (let row = 0; row < rows; row++) {
    result.values.set(weights.values.subarray(row * columns, (row + 1) * columns), row * (columns + 1));
    result.values[row * (columns + 1) + columns] = biases[row];
  }
  return result;
}

function withOnes({ rows, columns, values }: Matrix): Matrix {
  const result = createMatrix(rows + 1, columns, new Float64Array((rows + 1) * columns).fill(1));
  result.values.set(values);
  return result;
}
