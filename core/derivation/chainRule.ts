import type { NetworkStudy } from '../network/networkStudy';

/**
 * Layers count from 0 by their weights: `layer` l is the W that the sheet calls wˡ, and its neurons
 * are those that it feeds, sˡ⁺¹. Neurons, inputs and samples count from 0.
 */
export type ParameterReference =
  | { readonly kind: 'weight'; readonly layer: number; readonly from: number; readonly to: number }
  | { readonly kind: 'bias'; readonly layer: number; readonly to: number };

/** One factor of the product that the chain rule writes, in order from the loss to the input. */
export type Factor =
  /** ∂L/∂ŷ_k of the output k. */
  | { readonly kind: 'loss'; readonly neuron: number; readonly value: number }
  /** ∂L/∂o_k of a layer, where more than one path leads on and their sum stands as one factor. */
  | {
      readonly kind: 'output-gradient';
      readonly layer: number;
      readonly neuron: number;
      readonly value: number;
    }
  /** ∂L/∂s_k of a layer, where its activation mixes neurons and φ′ is no single number. */
  | {
      readonly kind: 'pre-activation-gradient';
      readonly layer: number;
      readonly neuron: number;
      readonly value: number;
    }
  /** φ′(s_k) of a layer. */
  | { readonly kind: 'slope'; readonly layer: number; readonly neuron: number; readonly value: number }
  /** w from a neuron to the next on the path. */
  | {
      readonly kind: 'weight';
      readonly layer: number;
      readonly from: number;
      readonly to: number;
      readonly value: number;
    }
  /** x_p, where the parameter is a weight of the first layer. */
  | { readonly kind: 'input'; readonly neuron: number; readonly value: number }
  /** o_p of the layer before, where it is a weight of a later one. */
  | { readonly kind: 'output'; readonly layer: number; readonly neuron: number; readonly value: number };

export interface ChainRule {
  readonly parameter: ParameterReference;
  readonly sample: number;
  readonly factors: readonly Factor[];
  /** The product of the factors: this sample's part of the derivative. */
  readonly product: number;
  /** ∂L/∂parameter, the sum of that over the batch. */
  readonly total: number;
  /** Weights through which the parameter reaches the loss. All of them, also where factors fold them into one. */
  readonly pathWeights: readonly { readonly layer: number; readonly from: number; readonly to: number }[];
}

/** What `chainRule` needs of a study, so that a view of it (a webview's copy) serves as well. */
export type ChainRuleSource = Pick<NetworkStudy, 'input' | 'layers' | 'gradients'> & {
  readonly network: {
    readonly layers: readonly { readonly weights: NetworkStudy['network']['layers'][number]['weights'] }[];
  };
};

/** Null without a loss. Throws RangeError for a parameter that the network does not have. */
export declare function chainRule(
  study: ChainRuleSource,
  parameter: ParameterReference,
  sample: number,
): ChainRule | null;
