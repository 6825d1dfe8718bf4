/** A letter that a sum or a product binds; it counts from 1 where it is printed. */
export type IndexName = 'i' | 'j' | 'k' | 'l' | 'p';

/** Counted from 0, or bound by a sum over it. */
export type Index = number | IndexName;

/**
 * A thing of the model that an equation speaks of, before any notation has named it. Layers count from
 * 0 by their weights: `layer` l is the W that the sheet calls wˡ, and its neurons are those that it feeds.
 * Samples are left out where the text has a single one.
 */
export type Quantity =
  | NetworkQuantity
  | NetworkMatrix
  | DerivativeQuantity
  | MatrixEntry
  | DistributionQuantity;

export type NetworkQuantity =
  | { readonly kind: 'weight'; readonly layer: Index; readonly from: Index; readonly to: Index }
  | { readonly kind: 'bias'; readonly layer: Index; readonly to: Index }
  /** What a layer's activation learns; without a neuron, one for all of them. */
  | { readonly kind: 'learnt'; readonly layer: Index; readonly neuron?: Index }
  | { readonly kind: 'input'; readonly neuron: Index; readonly sample?: Index }
  | NeuronQuantity
  /** ŷ_k: the last layer's output under the name that the loss has for it. */
  | { readonly kind: 'prediction'; readonly neuron: Index; readonly sample?: Index }
  | { readonly kind: 'target'; readonly index: Index; readonly sample?: Index }
  | { readonly kind: 'loss' }
  | { readonly kind: 'learning-rate' }
  /** A parameter before a step of gradient descent, t, or after it, t + 1. */
  | { readonly kind: 'iterate'; readonly of: ParameterQuantity; readonly step: 0 | 1 };

export type ParameterQuantity = Extract<
  NetworkQuantity | NetworkMatrix,
  { readonly kind: 'weight' | 'bias' | 'learnt' | 'weights' | 'biases' | 'augmented-weights' }
>;

export interface NeuronQuantity {
  readonly kind: 'pre-activation' | 'output';
  readonly layer: Index;
  readonly neuron: Index;
  readonly sample?: Index;
}

/** Columns are samples: x is features × samples. */
export type NetworkMatrix =
  /** W, destination × source. */
  | { readonly kind: 'weights'; readonly layer: Index }
  /** b, a column. */
  | { readonly kind: 'biases'; readonly layer: Index }
  /** [W b], or W alone in a layer without biases. */
  | { readonly kind: 'augmented-weights'; readonly layer: Index }
  | { readonly kind: 'pre-activations' | 'outputs'; readonly layer: Index }
  /** What feeds a layer: x, or the outputs of the layer before. */
  | { readonly kind: 'inputs' | 'predictions' | 'targets' }
  /** What feeds a layer, with a row of ones under it where the layer has biases. */
  | { readonly kind: 'augmented-source'; readonly layer: Index };

/** ∂of/∂by. */
export interface DerivativeQuantity {
  readonly kind: 'derivative';
  readonly of: NetworkQuantity;
  readonly by: NetworkQuantity | NetworkMatrix;
}

/** One number of a matrix, by its place. */
export interface MatrixEntry {
  readonly kind: 'entry';
  readonly of: NetworkMatrix | DerivativeQuantity;
  readonly row: number;
  /** Null in a single column. */
  readonly column: number | null;
}

export type DistributionName = 'P' | 'Q';

export type DistributionQuantity =
  | { readonly kind: 'probability'; readonly of: DistributionName; readonly outcome: Index }
  | { readonly kind: 'entropy'; readonly of: DistributionName }
  | {
      readonly kind: 'cross-entropy' | 'kullback-leibler';
      readonly of: DistributionName;
      readonly to: DistributionName;
    }
  /** Q({P > 0}): the mass that `of` has where `where` has some. */
  | { readonly kind: 'mass'; readonly of: DistributionName; readonly where: DistributionName }
  /** E X and E f(X) for f = −ln and X = q/p, the ratio of `over` to `under`, under the latter. */
  | {
      readonly kind: 'expectation';
      readonly of: 'X' | 'f(X)';
      readonly over: DistributionName;
      readonly under: DistributionName;
    }
  /** α and β of the line αx + β that supports −ln at E X. */
  | {
      readonly kind: 'supporting-line';
      readonly part: 'slope' | 'intercept';
      readonly over: DistributionName;
      readonly under: DistributionName;
    };

export type Bindings = Readonly<Partial<Record<IndexName, number>>>;

/** The same quantity with bound letters replaced by numbers; letters that nothing binds stay. */
export function bind<Kind extends Quantity>(quantity: Kind, bindings: Bindings): Kind {
  const replaced: Record<string, unknown> = { ...quantity };
  for (const [field, value] of Object.entries(quantity)) {
    if (field === 'kind') continue;
    if (isBound(value, bindings)) replaced[field] = bindings[value];
    else if (typeof value === 'object' && value !== null) replaced[field] = bind(value as Quantity, bindings);
  }
  return replaced as unknown as Kind;
}

const letters: readonly unknown[] = ['i', 'j', 'k', 'l', 'p'] satisfies readonly IndexName[];

function isBound(value: unknown, bindings: Bindings): value is IndexName {
  return letters.includes(value) && bindings[value as IndexName] !== undefined;
}

/**
 * The piece of a drawing that a quantity belongs to, as one string: `w0.1.0`, `b0.1`, `n1.0`, `x2`, `y0`,
 * `loss`. Null for a matrix, and where an index is a letter.
 */
export function placeOfQuantity(quantity: Quantity): string | null {
  const place = (letter: string, ...indices: readonly Index[]) =>
    indices.every((index) => typeof index === 'number') ? `${letter}${indices.join('.')}` : null;
  switch (quantity.kind) {
    case 'weight':
      return place('w', quantity.layer, quantity.from, quantity.to);
    case 'bias':
      return place('b', quantity.layer, quantity.to);
    case 'pre-activation':
    case 'output':
      return place('n', quantity.layer, quantity.neuron);
    case 'input':
      return place('x', quantity.neuron);
    case 'target':
      return place('y', quantity.index);
    case 'loss':
      return 'loss';
    case 'derivative':
      return quantity.of.kind === 'loss' ? placeOfQuantity(quantity.by) : null;
    case 'iterate':
      return placeOfQuantity(quantity.of);
    default:
      return null;
  }
}
