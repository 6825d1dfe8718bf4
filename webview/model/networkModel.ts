import type { ChainRuleSource } from '../../core/derivation/chainRule';
import type { Matrix } from '../../core/matrix';
import type { LayerView, NetworkView } from '../../extension/protocol/studyView';
import { fromWire } from '../../extension/protocol/wire';
import { decodeBlock, decodeWritten, type WrittenMatrix } from './blocks';

export interface LayerModel {
  readonly activation: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly fanIn: number;
  readonly fanOut: number;
  readonly width: number;
  readonly weights: WrittenMatrix | null;
  readonly biases: WrittenMatrix | null;
  readonly preActivation: Matrix | null;
  readonly output: Matrix | null;
  readonly slope: Matrix | null;
  readonly outputGradient: Matrix | null;
  readonly preActivationGradient: Matrix | null;
  readonly weightGradient: Matrix | null;
  readonly biasGradient: Matrix | null;
  readonly gradientNorm: number | null;
}

/** A network view with its numbers in typed arrays. Layers, neurons and samples count from 0. */
export interface NetworkModel {
  readonly view: NetworkView;
  readonly input: WrittenMatrix | null;
  readonly target: WrittenMatrix | null;
  readonly layers: readonly LayerModel[];
  /** Null without a target. */
  readonly loss: number | null;
  /** What the chain rule reads; null where the view is an outline or nothing was computed. */
  readonly source: ChainRuleSource | null;
}

function decodeLayer(layer: LayerView): LayerModel {
  return {
    activation: layer.activation,
    parameters: layer.parameters,
    fanIn: layer.fanIn,
    fanOut: layer.fanOut,
    width: layer.width,
    weights: decodeWritten(layer.weights),
    biases: decodeWritten(layer.biases),
    preActivation: decodeBlock(layer.preActivation),
    output: decodeBlock(layer.output),
    slope: decodeBlock(layer.slope),
    outputGradient: decodeBlock(layer.outputGradient),
    preActivationGradient: decodeBlock(layer.preActivationGradient),
    weightGradient: decodeBlock(layer.weightGradient),
    biasGradient: decodeBlock(layer.biasGradient),
    gradientNorm: layer.gradientNorm === null ? null : fromWire(layer.gradientNorm),
  };
}

export function decodeNetwork(view: NetworkView): NetworkModel {
  const layers = view.layers.map(decodeLayer);
  const input = decodeWritten(view.input);
  return {
    view,
    input,
    target: decodeWritten(view.target),
    layers,
    loss: view.loss === null ? null : fromWire(view.loss.value),
    source: chainRuleSource(input, layers),
  };
}

function chainRuleSource(input: Matrix | null, layers: readonly LayerModel[]): ChainRuleSource | null {
  const weights: { weights: Matrix }[] = [];
  const traces: ChainRuleSource['layers'][number][] = [];
  const gradients: NonNullable<ChainRuleSource['gradients']>[number][] = [];
  for (const layer of layers) {
    if (layer.weights === null || layer.preActivation === null || layer.output === null) return null;
    weights.push({ weights: layer.weights });
    traces.push({
      preActivation: layer.preActivation,
      output: layer.output,
      slope: layer.slope,
      outputGradient: layer.outputGradient,
      preActivationGradient: layer.preActivationGradient,
    });
    if (layer.weightGradient !== null) {
      gradients.push({ weights: layer.weightGradient, biases: layer.biasGradient?.values ?? null });
    }
  }
  return {
    input,
    layers: traces,
    gradients: gradients.length === layers.length ? gradients : null,
    network: { layers: weights },
  };
}
