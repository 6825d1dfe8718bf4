import type { Matrix } from '../../core/matrix';
import type { Parameters } from '../../core/network/activations/activation';
import { isCompared, mayDiffer } from '../../core/network/frameworks';
import type { NetworkStudy } from '../../core/network/networkStudy';
import type { Products } from '../../core/network/secondOrder/products';
import { frobeniusNorm } from '../../core/numeric/frobeniusNorm';
import type { ProductName } from '../protocol/details/secondOrder';
import type { LayerView, NetworkView, WireBlock } from '../protocol/studyView';
import { toWire } from '../protocol/wire';
import { checkResult } from './result';
import { widthAfter, widthsOf } from './widths';
import { wireNumbers } from './wireArrays';
import { writtenBlock } from './writtenBlock';

/** A network with more weights is sent as an outline. */
const shownWeights = 20_000;
/** So is one that computed more numbers than that over its batch. */
const shownTraces = 100_000;

/** The network part of a view. `offset` is that of the text in its document. */
export function networkView(
  study: NetworkStudy,
  offset: number,
): Omit<NetworkView, 'span' | 'firstLine' | 'lastLine' | 'problems' | 'reading'> {
  const { reading, network, check } = study;
  const detail = detailOf(study);
  const written = (array: typeof reading.input) =>
    array === null || array.values.length > shownWeights ? null : writtenBlock(reading.text, array, offset);
  const { loss, reduction, parameters } = network.loss;
  return {
    kind: 'network',
    widths: widthsOf(study),
    detail,
    samples: study.samples,
    input: written(reading.input),
    target: written(reading.target),
    layers: network.layers.map((_, layer) => layerView(study, layer, offset, detail === 'full')),
    loss:
      study.loss === null
        ? null
        : { name: loss.name, reduction, parameters: finite(parameters), value: toWire(study.loss) },
    learningRate: network.learningRate,
    ...(study.single === undefined ? {} : { dtype: 'float32' }),
    check: check === null ? null : checkResult(check),
    ...(study.products === undefined ? {} : { products: productsIn(study.products) }),
    hasConventions: (study.conventions ?? []).length > 0,
    mayDiffer: mayDiffer(study) || isCompared(study),
  };
}

function productsIn(products: Products): readonly ProductName[] {
  return (['jvp', 'vjp'] as const).filter((name) => products[name] !== null);
}

function detailOf({ network, layers }: NetworkStudy): 'full' | 'outline' {
  const weights = network.layers.reduce((sum, layer) => sum + layer.weights.values.length, 0);
  const traces = layers.reduce((sum, trace) => sum + trace.output.values.length, 0);
  return weights > shownWeights || traces > shownTraces ? 'outline' : 'full';
}

function layerView(study: NetworkStudy, layer: number, offset: number, full: boolean): LayerView {
  const { reading, network } = study;
  const { weights, activation } = network.layers[layer];
  const trace = full ? study.layers[layer] : undefined;
  const gradient = study.gradients?.[layer];
  const shownGradient = full ? gradient : undefined;
  const biases = reading.layers[layer].biases;
  return {
    activation: activation.activation.name,
    parameters: finite(activation.parameters),
    fanIn: weights.columns,
    fanOut: weights.rows,
    width: widthAfter(network, layer),
    weights: full ? writtenBlock(reading.text, reading.layers[layer].weights, offset) : null,
    biases: full && biases !== null ? writtenBlock(reading.text, biases, offset) : null,
    preActivation: blockOf(trace?.preActivation),
    output: blockOf(trace?.output),
    slope: blockOf(trace?.slope),
    outputGradient: blockOf(trace?.outputGradient),
    preActivationGradient: blockOf(trace?.preActivationGradient),
    weightGradient: blockOf(shownGradient?.weights),
    biasGradient: rowOf(shownGradient?.biases),
    gradientNorm: gradient === undefined ? null : toWire(frobeniusNorm(gradient.weights.values)),
  };
}

function blockOf(matrix: Matrix | null | undefined): WireBlock | null {
  if (matrix === null || matrix === undefined) return null;
  return { rows: matrix.rows, columns: matrix.columns, values: wireNumbers(matrix.values) };
}

function rowOf(values: Float64Array | null | undefined): WireBlock | null {
  if (values === null || values === undefined) return null;
  return { rows: 1, columns: values.length, values: wireNumbers(values) };
}

/** Without parameters such as a threshold at ∞, which stands for none; JSON has no infinities. */
function finite(parameters: Parameters): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => Number.isFinite(value)));
}
