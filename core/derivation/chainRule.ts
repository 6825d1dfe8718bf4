import type { Matrix } from '../matrix';
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
  /**
   * Weights through which the parameter reaches the loss. All of them, also where factors fold them
   * into one; none where they are more than a drawing holds (10,000).
   */
  readonly pathWeights: readonly { readonly layer: number; readonly from: number; readonly to: number }[];
}

/** What `chainRule` needs of a study, so that a view of it (a webview's copy) serves as well. */
export type ChainRuleSource = Pick<NetworkStudy, 'input' | 'layers' | 'gradients'> & {
  readonly network: {
    readonly layers: readonly { readonly weights: NetworkStudy['network']['layers'][number]['weights'] }[];
  };
};

/** Null without a loss. Throws RangeError for a parameter or a sample that the study does not have. */
export function chainRule(
  study: ChainRuleSource,
  parameter: ParameterReference,
  sample: number,
): ChainRule | null {
  const { layer, to } = parameter;
  const gradient = study.gradients?.[layer];
  requireParameter(study, parameter, sample);
  if (study.gradients === null || gradient === undefined) return null;
  const walk: Walk = { study, sample };
  const factors = [...preActivationFactors(walk, layer, to), ...lastFactor(walk, parameter)];
  const total =
    parameter.kind === 'weight'
      ? gradient.weights.values[to * gradient.weights.columns + parameter.from]
      : (gradient.biases?.[to] ?? 0);
  return {
    parameter,
    sample,
    factors,
    product: factors.reduce((product, { value }) => product * value, 1),
    total,
    pathWeights: pathWeights(study, layer, to),
  };
}

/**
 * Whether one path alone leads from every neuron that `layer` feeds to the loss, so that the chain
 * rule is a product of single factors all the way.
 */
export function isSinglePath(study: ChainRuleSource, layer: number): boolean {
  return study.network.layers.every(
    ({ weights }, i) => i < layer || (study.layers[i].slope !== null && (i === layer || weights.rows === 1)),
  );
}

interface Walk {
  readonly study: ChainRuleSource;
  readonly sample: number;
}

function requireParameter(
  { input, network }: ChainRuleSource,
  parameter: ParameterReference,
  sample: number,
) {
  const weights = network.layers[parameter.layer]?.weights;
  const isPlace =
    weights !== undefined &&
    isIndex(parameter.to, weights.rows) &&
    (parameter.kind === 'bias' || isIndex(parameter.from, weights.columns));
  if (!isPlace) throw new RangeError(`no such parameter: ${JSON.stringify(parameter)}`);
  if (input !== null && !isIndex(sample, input.rows)) throw new RangeError(`no sample ${sample}`);
}

function isIndex(index: number, count: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < count;
}

/** Factors whose product is ∂L/∂s of a neuron. */
function preActivationFactors(walk: Walk, layer: number, neuron: number): readonly Factor[] {
  const { slope, preActivationGradient } = walk.study.layers[layer];
  if (slope === null) {
    const value = entry(walk, preActivationGradient, neuron);
    return [{ kind: 'pre-activation-gradient', layer, neuron, value }];
  }
  const value = entry(walk, slope, neuron);
  return [...outputFactors(walk, layer, neuron), { kind: 'slope', layer, neuron, value }];
}

/** Factors whose product is ∂L/∂o of a neuron: a single one where more than one path leads on. */
function outputFactors(walk: Walk, layer: number, neuron: number): readonly Factor[] {
  const { layers, network } = walk.study;
  const value = entry(walk, layers[layer].outputGradient, neuron);
  if (layer === layers.length - 1) return [{ kind: 'loss', neuron, value }];
  const { weights } = network.layers[layer + 1];
  if (weights.rows > 1) return [{ kind: 'output-gradient', layer, neuron, value }];
  return [
    ...preActivationFactors(walk, layer + 1, 0),
    { kind: 'weight', layer: layer + 1, from: neuron, to: 0, value: weights.values[neuron] },
  ];
}

/** What the parameter is multiplied with: x or o; nothing for a bias. */
function lastFactor(walk: Walk, parameter: ParameterReference): readonly Factor[] {
  if (parameter.kind === 'bias') return [];
  const { layer, from } = parameter;
  if (layer === 0) return [{ kind: 'input', neuron: from, value: entry(walk, walk.study.input, from) }];
  const value = entry(walk, walk.study.layers[layer - 1].output, from);
  return [{ kind: 'output', layer: layer - 1, neuron: from, value }];
}

function entry({ sample }: Walk, matrix: Matrix | null, column: number): number {
  return matrix === null ? Number.NaN : matrix.values[sample * matrix.columns + column];
}

const mostPathWeights = 10_000;

function pathWeights(study: ChainRuleSource, layer: number, neuron: number): ChainRule['pathWeights'] {
  const later = study.network.layers.slice(layer + 1);
  if (later.reduce((sum, { weights }) => sum + weights.values.length, 0) > mostPathWeights) return [];
  const path: { readonly layer: number; readonly from: number; readonly to: number }[] = [];
  let reached = study.layers[layer].slope === null ? null : [neuron];
  later.forEach(({ weights }, i) => {
    const sources = reached ?? Array.from({ length: weights.columns }, (_, from) => from);
    for (const from of sources) {
      for (let to = 0; to < weights.rows; to++) path.push({ layer: layer + 1 + i, from, to });
    }
    reached = null;
  });
  return path;
}
