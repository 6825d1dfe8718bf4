import { type ChainRule, chainRule } from '../../core/derivation/chainRule';
import type { NetworkModel } from './networkModel';

/**
 * What the person looks at in a network. Layers count from 0 by their weights, as in the chain
 * rule: neuron k of layer l is the one that weights l feed.
 */
export type Selection =
  | { readonly kind: 'weight'; readonly layer: number; readonly from: number; readonly to: number }
  | { readonly kind: 'bias'; readonly layer: number; readonly to: number }
  | { readonly kind: 'neuron'; readonly layer: number; readonly neuron: number }
  | { readonly kind: 'input'; readonly neuron: number }
  | { readonly kind: 'target'; readonly index: number }
  | { readonly kind: 'loss' };

/** One string a selection, so that drawing, formula and table can compare them. */
export function keyOf(selection: Selection): string {
  switch (selection.kind) {
    case 'weight':
      return `w${selection.layer}.${selection.from}.${selection.to}`;
    case 'bias':
      return `b${selection.layer}.${selection.to}`;
    case 'neuron':
      return `n${selection.layer}.${selection.neuron}`;
    case 'input':
      return `x${selection.neuron}`;
    case 'target':
      return `y${selection.index}`;
    case 'loss':
      return 'loss';
  }
}

/** The selection of a key; null for a key of something else. */
export function selectionOfKey(key: string): Selection | null {
  if (key === 'loss') return { kind: 'loss' };
  const numbers = key.slice(1).split('.').map(Number);
  const [first, second, third] = numbers;
  if (!numbers.every(Number.isInteger)) return null;
  switch (`${key[0]}${numbers.length}`) {
    case 'w3':
      return { kind: 'weight', layer: first, from: second, to: third };
    case 'b2':
      return { kind: 'bias', layer: first, to: second };
    case 'n2':
      return { kind: 'neuron', layer: first, neuron: second };
    case 'x1':
      return { kind: 'input', neuron: first };
    case 'y1':
      return { kind: 'target', index: first };
    default:
      return null;
  }
}

/** Whether the network still has what was selected, after its text changed. */
export function isWithin(model: NetworkModel, selection: Selection): boolean {
  switch (selection.kind) {
    case 'weight': {
      const layer = model.layers[selection.layer];
      return layer !== undefined && selection.from < layer.fanIn && selection.to < layer.fanOut;
    }
    case 'bias': {
      const biases = model.layers[selection.layer]?.biases ?? null;
      return biases !== null && selection.to < biases.columns;
    }
    case 'neuron':
      return selection.neuron < (model.layers[selection.layer]?.width ?? 0);
    case 'input':
      return selection.neuron < (model.view.widths[0] ?? 0);
    case 'target':
      return selection.index < (model.target?.columns ?? 0);
    case 'loss':
      return model.loss !== null;
  }
}

/** Where the selected thing stands in the text: a neuron by its bias, else by its first weight. */
export function placeOf(
  model: NetworkModel,
  selection: Selection,
  sample: number,
): { readonly start: number; readonly end: number } | null {
  const at = (block: { starts: readonly number[]; ends: readonly number[] } | null, index: number) => {
    const start = block?.starts[index];
    const end = block?.ends[index];
    return start === undefined || end === undefined ? null : { start, end };
  };
  switch (selection.kind) {
    case 'weight': {
      const weights = model.layers[selection.layer]?.weights ?? null;
      return at(weights, selection.to * (weights?.columns ?? 0) + selection.from);
    }
    case 'bias':
      return at(model.layers[selection.layer]?.biases ?? null, selection.to);
    case 'neuron': {
      const layer = model.layers[selection.layer];
      return (
        at(layer?.biases ?? null, selection.neuron) ??
        at(layer?.weights ?? null, selection.neuron * (layer?.fanIn ?? 0))
      );
    }
    case 'input':
      return at(model.input, sample * (model.input?.columns ?? 0) + selection.neuron);
    case 'target':
      return at(model.target, sample * (model.target?.columns ?? 0) + selection.index);
    case 'loss':
      return null;
  }
}

export interface Path {
  readonly rule: ChainRule | null;
  /** Keys of the edges whose weights carry the selection to the loss, the selected edge included. */
  readonly edges: ReadonlySet<string>;
  /** Keys of the neurons and inputs that the path touches. */
  readonly nodes: ReadonlySet<string>;
  /** Keys of the edges that feed a selected neuron. */
  readonly incoming: ReadonlySet<string>;
  readonly reachesLoss: boolean;
}

/** The way from the selection to the loss, with the chain rule's factors where it is a parameter. */
export function pathOf(model: NetworkModel, selection: Selection, sample: number): Path {
  const edges = new Set<string>();
  const nodes = new Set<string>();
  const rule =
    model.source !== null && (selection.kind === 'weight' || selection.kind === 'bias')
      ? chainRule(model.source, selection, sample)
      : null;
  if (selection.kind === 'weight') {
    edges.add(keyOf(selection));
    nodes.add(sourceKey(selection.layer, selection.from));
    onward(model, selection.layer, [selection.to], edges, nodes);
  } else if (selection.kind === 'bias') {
    onward(model, selection.layer, [selection.to], edges, nodes);
  } else if (selection.kind === 'neuron') {
    onward(model, selection.layer, [selection.neuron], edges, nodes);
  } else if (selection.kind === 'input') {
    nodes.add(keyOf(selection));
    const layer = model.layers[0];
    const reached = Array.from({ length: layer?.fanOut ?? 0 }, (_, to) => to);
    for (const to of reached) edges.add(keyOf({ kind: 'weight', layer: 0, from: selection.neuron, to }));
    onward(model, 0, reached, edges, nodes);
  }
  const incoming = new Set<string>();
  if (selection.kind === 'neuron') {
    const { layer, neuron } = selection;
    const sources = model.layers[layer]?.fanIn ?? 0;
    for (let from = 0; from < sources; from++)
      incoming.add(keyOf({ kind: 'weight', layer, from, to: neuron }));
  }
  return { rule, edges, nodes, incoming, reachesLoss: model.loss !== null };
}

function sourceKey(layer: number, from: number): string {
  return layer === 0
    ? keyOf({ kind: 'input', neuron: from })
    : keyOf({ kind: 'neuron', layer: layer - 1, neuron: from });
}

function onward(
  model: NetworkModel,
  layer: number,
  neurons: readonly number[],
  edges: Set<string>,
  nodes: Set<string>,
): void {
  for (const neuron of neurons) nodes.add(keyOf({ kind: 'neuron', layer, neuron }));
  const mixes = model.layers[layer]?.slope === null && model.layers[layer]?.output !== null;
  const width = model.layers[layer]?.width ?? 0;
  const sources = mixes ? Array.from({ length: width }, (_, neuron) => neuron) : neurons;
  for (const neuron of sources) nodes.add(keyOf({ kind: 'neuron', layer, neuron }));
  const next = model.layers[layer + 1];
  if (next === undefined) return;
  const reached = Array.from({ length: next.fanOut }, (_, to) => to);
  for (const from of sources) {
    for (const to of reached) edges.add(keyOf({ kind: 'weight', layer: layer + 1, from, to }));
  }
  onward(model, layer + 1, reached, edges, nodes);
}
