import { functionKey } from '../../network/learnt';
import type { NetworkStudy } from '../../network/networkStudy';
import { type Expression, of as leaf } from '../expression';
import type { NotationContext } from '../notations';
import type { DerivativeQuantity, Index, NetworkQuantity, Quantity } from '../quantity';

/** Names the quantities of one study for its equations; a sample is named only where there are several. */
export class NetworkTerms {
  constructor(
    readonly study: NetworkStudy,
    /** The sample that scalar equations are about, or the letter of a sum over all. */
    readonly sample: Index,
    /** Whether quantities of a sample say which. */
    private readonly namesSamples = study.samples > 1,
  ) {}

  /** The same terms for another sample, or for the letter of a sum over samples. */
  over(sample: Index): NetworkTerms {
    return new NetworkTerms(this.study, sample, this.namesSamples);
  }

  get isBatch(): boolean {
    return this.study.samples > 1;
  }

  get last(): number {
    return this.study.network.layers.length - 1;
  }

  get outputs(): number {
    return this.study.layers[this.last].output.columns;
  }

  get sampled(): { readonly sample?: Index } {
    return this.namesSamples ? { sample: this.sample } : {};
  }

  weight(layer: Index, from: Index, to: Index): NetworkQuantity {
    return { kind: 'weight', layer, from, to };
  }

  bias(layer: Index, to: Index): NetworkQuantity {
    return { kind: 'bias', layer, to };
  }

  preActivation(layer: Index, neuron: Index): NetworkQuantity {
    return { kind: 'pre-activation', layer, neuron, ...this.sampled };
  }

  output(layer: Index, neuron: Index): NetworkQuantity {
    return { kind: 'output', layer, neuron, ...this.sampled };
  }

  /** What feeds a layer: an input, or an output of the layer before. */
  source(layer: number, neuron: Index): NetworkQuantity {
    return layer === 0 ? { kind: 'input', neuron, ...this.sampled } : this.output(layer - 1, neuron);
  }

  prediction(neuron: Index): NetworkQuantity {
    return { kind: 'prediction', neuron, ...this.sampled };
  }

  target(index: Index): NetworkQuantity {
    return { kind: 'target', index, ...this.sampled };
  }

  /** What feeds a layer, as a matrix. */
  sources(layer: number): Quantity {
    return layer === 0 ? { kind: 'inputs' } : { kind: 'outputs', layer: layer - 1 };
  }

  hasBiases(layer: number): boolean {
    return this.study.network.layers[layer].biases !== null;
  }

  isIdentity(layer: number): boolean {
    return this.study.network.layers[layer].activation.activation.name === 'identity';
  }

  isElementwise(layer: number): boolean {
    return this.study.network.layers[layer].activation.activation.elementwise;
  }
}

export const lossQuantity: NetworkQuantity = { kind: 'loss' };

export function derivativeOf(of: NetworkQuantity, by: DerivativeQuantity['by']): Expression {
  return leaf({ kind: 'derivative', of, by });
}

/** ∂ℒ/∂ of something. */
export function lossBy(by: DerivativeQuantity['by']): Expression {
  return derivativeOf(lossQuantity, by);
}

export function contextOf({ network, samples, layers }: NetworkStudy): NotationContext {
  return {
    layers: network.layers.length,
    outputs: layers.at(-1)?.output.columns ?? network.layers.at(-1)?.weights.rows ?? 1,
    isBatch: samples > 1,
    activations: network.layers.map(({ activation }) => activation.activation.name),
    functions: network.layers.map(({ activation }) => functionKey(activation)),
  };
}
