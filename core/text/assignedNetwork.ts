import type { ArrayItem, ChoiceItem, Item } from './items';
import { tokenIn } from './jsonNetwork';
import { parseName, type Role } from './names';
import type { LayerParts, NetworkParts } from './networkParts';
import type { NamedChoice, ReadingChoice } from './reading';
import { unite } from './shapes';

export interface Indexed<Found> {
  readonly index: number | null;
  readonly item: Found;
}

/** A network of named arrays, `W1 = …, b1 = …`; null where no weights are named. */
export function readAssignedNetwork(items: readonly Item[]): NetworkParts | null {
  const weights = [...arraysOf(items, 'weights'), ...arraysOf(items, 'kernel')].sort(byIndex);
  if (weights.length === 0) return null;
  const biases = arraysOf(items, 'biases').sort(byIndex);
  const activations = choicesOf(items, 'activation');
  const shift = biasShift(weights, biases);
  const layers = weights.map(({ index, item }, place): LayerParts => {
    const bias = biases.find((candidate) => (candidate.index ?? place) === (index ?? place) + shift)?.item;
    return {
      weights: item.array,
      isKernel: parseName(item.name?.text ?? '').role === 'kernel',
      biases: bias?.array ?? null,
      activation: activationOf(activations, index, weights[0]?.index ?? null, place),
      span: bias === undefined ? item.span : unite(item.span, bias.span),
    };
  });
  return { ...surroundings(items), layers, choices: [] };
}

/** A network of matrices without names, in the order of the text: each is W or [W b]. */
export function readChainedNetwork(items: readonly Item[], matrices: readonly ArrayItem[]): NetworkParts {
  const activations = choicesOf(items, 'activation');
  const layers = matrices.map(({ array, span }, place): LayerParts => {
    return {
      weights: array,
      isKernel: false,
      biases: null,
      activation: activationOf(activations, null, null, place),
      span,
    };
  });
  const choice: ReadingChoice =
    layers.length === 1 ? { rule: 'single-matrix' } : { rule: 'chained-matrices', count: layers.length };
  return { ...surroundings(items), layers, choices: [choice] };
}

/** Whether each matrix has as many columns as the one before has rows, or one more for [W b]. */
export function shapesChain(matrices: readonly ArrayItem[]): boolean {
  if (matrices.length < 2 || matrices[0]?.array.shape.length !== 2) return false;
  return matrices.every(({ array }, index) => {
    const before = matrices[index - 1]?.array.shape;
    if (array.shape.length > 2 || array.shape.length === 0) return false;
    if (before === undefined) return true;
    const rows = before.length === 2 ? (before[0] ?? 1) : 1;
    const columns = array.shape.at(-1) ?? 1;
    return columns === rows || columns === rows + 1;
  });
}

/** What stands beside the layers. */
function surroundings(items: readonly Item[]): Omit<NetworkParts, 'layers' | 'choices'> {
  const rate = arraysOf(items, 'learningRate')[0]?.item.array;
  const optimizer = choicesOf(items, 'optimizer')[0]?.item.choice;
  return {
    input: arraysOf(items, 'input')[0]?.item.array ?? null,
    target: arraysOf(items, 'target')[0]?.item.array ?? null,
    loss: choicesOf(items, 'loss')[0]?.item.choice ?? null,
    reduction: choicesOf(items, 'reduction')[0]?.item.choice ?? null,
    learningRate: rate === undefined || rate.values.length !== 1 ? null : tokenIn(rate),
    ...(optimizer === undefined ? {} : { optimizer }),
    matrixText: true,
  };
}

export function arraysOf(items: readonly Item[], role: Role): Indexed<ArrayItem>[] {
  return items.flatMap((item) => {
    if (item.kind !== 'array' || item.name === null) return [];
    const parsed = parseName(item.name.text);
    return parsed.role === role ? [{ index: parsed.index, item }] : [];
  });
}

function choicesOf(items: readonly Item[], role: Role): Indexed<ChoiceItem>[] {
  return items.flatMap((item) => {
    if (item.kind !== 'choice') return [];
    const parsed = parseName(item.name.text);
    return parsed.role === role ? [{ index: parsed.index, item }] : [];
  });
}

function byIndex(first: Indexed<Item>, second: Indexed<Item>): number {
  return (first.index ?? 0) - (second.index ?? 0);
}

/** The sheet counts the weights out of layer 0 with 0 and the biases that they meet with 1. */
function biasShift(weights: readonly Indexed<Item>[], biases: readonly Indexed<Item>[]): number {
  const indices = weights.map(({ index }) => index);
  const follows =
    biases.length > 0 && biases.every(({ index }) => index !== null && indices.includes(index - 1));
  return follows && biases.some(({ index }) => !indices.includes(index)) ? 1 : 0;
}

/** The activation of one layer by its number, counted like the weights' or from 1; else the one for all. */
function activationOf(
  activations: readonly Indexed<ChoiceItem>[],
  index: number | null,
  firstIndex: number | null,
  place: number,
): NamedChoice | null {
  const numbered = activations.filter((activation) => activation.index !== null);
  const fromOne = firstIndex === 0 && !numbered.some((activation) => activation.index === 0);
  const wanted = fromOne ? place + 1 : (index ?? place + 1);
  const own = numbered.find((activation) => activation.index === wanted);
  const all = activations.find((activation) => activation.index === null);
  return own?.item.choice ?? all?.item.choice ?? null;
}
