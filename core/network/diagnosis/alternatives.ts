import type { Kernels } from '../../kernels/kernels';
import { createMatrix, type Matrix } from '../../matrix';
import { createRandom } from '../../numeric/random';
import type { Steps } from '../../steps';
import { findActivation } from '../activations';
import type { BoundActivation } from '../activations/activation';
import { passSteps } from '../forward';
import type { Layer, Network } from '../network';
import { flowSteps } from './flow';
import { type Initialisation, initialisations } from './initialisations';

/** The product of all factors back to the first layer, as a power of ten; −∞ where nothing arrives. */
export interface Drawn {
  readonly initialisation: Initialisation['name'];
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
}

/** One activation in place of the network's own, in every layer that has the most common one. */
export interface Alternative {
  readonly activation: string;
  /** True for the network as it stands. */
  readonly isOwn: boolean;
  /** With the weights of the text. */
  readonly asWritten: number;
  /** With drawn weights and biases of 0. */
  readonly drawn: readonly Drawn[];
}

const candidates = ['sigmoid', 'tanh', 'softplus', 'relu', 'leaky_relu', 'elu', 'selu', 'gelu', 'silu'];

/** Draws of each initialisation, seeds 1, 2, …: an odd number, so that the median is one of them. */
const draws = 15;

/** Multiply-adds that all passes together may cost. */
const budget = 500_000_000;

/**
 * What other activations and initialisations would do to the same gradient at the output, computed by
 * running them: products of the factors from the output to the first layer. Null where that costs too
 * much, or no layer has an activation of each neuron by itself.
 */
export function* alternativesSteps(
  network: Network,
  input: Matrix,
  covector: Matrix,
  kernels: Kernels,
): Steps<readonly Alternative[] | null> {
  const own = mostCommon(network);
  if (own === null) return null;
  const names = [own, ...candidates.filter((name) => name !== own)];
  const pass = network.layers.reduce((sum, { weights }) => sum + weights.values.length, 0) * input.rows * 3;
  if (pass * names.length * (1 + initialisations.length * draws) > budget) return null;
  const alternatives: Alternative[] = [];
  for (const name of names) {
    const swapped = name === own ? network : withActivation(network, own, name);
    const asWritten = yield* productSteps(swapped, input, covector, kernels);
    const drawn: Drawn[] = [];
    for (const initialisation of initialisations) {
      const products: number[] = [];
      for (let seed = 1; seed <= draws; seed++) {
        yield;
        products.push(
          yield* productSteps(drawWeights(swapped, initialisation, seed), input, covector, kernels),
        );
      }
      products.sort((a, b) => a - b);
      const [lowest, median, highest] = [0, (draws - 1) / 2, draws - 1].map((place) => products[place]);
      drawn.push({ initialisation: initialisation.name, lowest, median, highest });
    }
    alternatives.push({ activation: name, isOwn: name === own, asWritten, drawn });
  }
  return alternatives;
}

/** The activation that most layers have, the identity apart; null where none acts on each neuron by itself. */
function mostCommon({ layers }: Network): string | null {
  const counts = new Map<string, number>();
  for (const { activation } of layers) {
    const { name, elementwise } = activation.activation;
    if (elementwise && name !== 'identity') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

function withActivation(network: Network, from: string, to: string): Network {
  const bound = withDefaults(to);
  if (bound === null) return network;
  const layers = network.layers.map(
    (layer): Layer => (layer.activation.activation.name === from ? { ...layer, activation: bound } : layer),
  );
  return { ...network, layers };
}

function withDefaults(name: string): BoundActivation | null {
  const activation = findActivation(name).found;
  if (activation === null) return null;
  const parameters = Object.fromEntries(activation.parameters.map((spec) => [spec.name, spec.default]));
  return { activation, parameters };
}

function drawWeights(network: Network, { draw }: Initialisation, seed: number): Network {
  const random = createRandom(seed);
  const layers = network.layers.map((layer): Layer => {
    const { rows, columns } = layer.weights;
    const weights = createMatrix(rows, columns);
    for (let i = 0; i < weights.values.length; i++) weights.values[i] = draw(random, columns, rows);
    return { ...layer, weights, biases: layer.biases === null ? null : new Float64Array(rows) };
  });
  return { ...network, layers };
}

function* productSteps(network: Network, input: Matrix, covector: Matrix, kernels: Kernels): Steps<number> {
  const passes = yield* passSteps(network.layers, input, kernels);
  const copy = { ...covector, values: covector.values.slice() };
  return (yield* flowSteps(network, input, passes, copy, kernels))[0].log10;
}
