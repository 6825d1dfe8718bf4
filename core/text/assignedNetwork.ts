import { readClaimedGradient } from './claimedGradient';
import type { ArrayItem, ChoiceItem, Item } from './items';
import { tokenIn } from './jsonValues';
import { joinEntries } from './matrixEntries';
import { parseName, type Role } from './names';
import type { LayerParts, NetworkParts } from './networkParts';
import type { NamedChoice, NumberArray, ReadingChoice } from './reading';
import { unite } from './shapes';
import { areEntries, joinNumbered, neuronWeights } from './writtenOneByOne';

export interface Indexed<Found> {
  readonly index: number | null;
  readonly module?: string;
  readonly item: Found;
}

/** A network of named arrays, `W1 = …, b1 = …`; null where no weights are named. */
export function readAssignedNetwork(given: readonly Item[]): NetworkParts | null {
  const { items, choice: ofEntries } = joinEntries(given);
  const found = [...arraysOf(items, 'weights'), ...arraysOf(items, 'kernel')];
  const biases = arraysOf(items, 'biases').sort(byIndex);
  const slopes = found.filter((weight) => isSlope(weight, biases));
  const weights = inOrder(found.filter((weight) => !slopes.includes(weight)));
  if (weights.length === 0 || areEntries(weights)) return null;
  const neuron = neuronWeights(weights, arraysOf(items, 'input'));
  if (neuron !== null && biases.length < 2)
    return readNeuron(items, weights, neuron, biases[0]?.item ?? null);
  const activations = choicesOf(items, 'activation');
  const shift = biasShift(weights, biases);
  const layers = weights.map((weight, place): LayerParts => {
    const { index, item } = weight;
    const bias = biases.find((candidate) =>
      weight.module !== undefined && candidate.module !== undefined
        ? candidate.module === weight.module
        : (candidate.index ?? place) === (index ?? place) + shift,
    )?.item;
    return {
      weights: item.array,
      isKernel: parseName(item.name?.text ?? '').role === 'kernel',
      biases: bias?.array ?? null,
      activation:
        slopeAfter(weight, weights[place + 1], slopes, items) ??
        activationOf(activations, weight, weights[0]?.index ?? null, place),
      span: bias === undefined ? item.span : unite(item.span, bias.span),
    };
  });
  const { choices, ...parts } = surroundings(items);
  const named = weights.map(({ item, ...rest }) => ({ ...rest, shift, weights: item.array }));
  const gradient = readClaimedGradient(items, named, ofEntries !== null);
  return {
    ...parts,
    ...(gradient === null ? {} : { gradient }),
    layers,
    choices: ofEntries === null ? choices : [ofEntries, ...choices],
  };
}

/** One neuron whose weights stand one by one. */
function readNeuron(
  items: readonly Item[],
  weights: readonly Indexed<ArrayItem>[],
  row: NumberArray,
  bias: ArrayItem | null,
): NetworkParts {
  const spans = [...weights.map(({ item }) => item.span), ...(bias === null ? [] : [bias.span])];
  const layer: LayerParts = {
    weights: row,
    isKernel: false,
    biases: bias?.array ?? null,
    activation: activationOf(choicesOf(items, 'activation'), { index: 1 }, 1, 0),
    span: spans.reduce(unite),
  };
  return { ...surroundings(items), layers: [layer] };
}

/** A network of matrices without names, in the order of the text: each is W or [W b]. */
export function readChainedNetwork(items: readonly Item[], matrices: readonly ArrayItem[]): NetworkParts {
  const activations = choicesOf(items, 'activation');
  const layers = matrices.map(({ array, span }, place): LayerParts => {
    return {
      weights: array,
      isKernel: false,
      biases: null,
      activation: activationOf(activations, { index: null }, null, place),
      span,
    };
  });
  const choice: ReadingChoice =
    layers.length === 1 ? { rule: 'single-matrix' } : { rule: 'chained-matrices', count: layers.length };
  const { choices, ...parts } = surroundings(items);
  return { ...parts, layers, choices: [choice, ...choices] };
}

/** More matrices without names, each of a size that would do, are no layers of a network that anyone draws. */
const mostChained = 1_000;

/** Whether each matrix has as many columns as the one before has rows, or one more for [W b]. */
export function shapesChain(matrices: readonly ArrayItem[]): boolean {
  if (matrices.length < 2 || matrices.length > mostChained || matrices[0]?.array.shape.length !== 2)
    return false;
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
export function surroundings(items: readonly Item[]): Omit<NetworkParts, 'layers'> {
  const rate = arraysOf(items, 'learningRate')[0]?.item.array;
  const optimizer = choicesOf(items, 'optimizer')[0]?.item.choice;
  const input = joinNumbered(arraysOf(items, 'input'));
  const target = joinNumbered(arraysOf(items, 'target'));
  const joined = [input?.choice ?? null, target?.choice ?? null].filter((choice) => choice !== null);
  return {
    choices: joined.slice(0, 1),
    input: input?.array ?? null,
    target: target?.array ?? null,
    loss: choicesOf(items, 'loss')[0]?.item.choice ?? null,
    reduction: choicesOf(items, 'reduction')[0]?.item.choice ?? null,
    learningRate: rate === undefined || rate.values.length !== 1 ? null : tokenIn(rate),
    ...(optimizer === undefined ? {} : { optimizer }),
    matrixText: true,
  };
}

/** The named arrays of a text by what they stand for: each role is asked for several times. */
const arraysByRole = new WeakMap<readonly Item[], ReadonlyMap<Role, readonly Indexed<ArrayItem>[]>>();

export function arraysOf(items: readonly Item[], role: Role): Indexed<ArrayItem>[] {
  const known = arraysByRole.get(items) ?? groupedByRole(items);
  arraysByRole.set(items, known);
  return [...(known.get(role) ?? [])];
}

function groupedByRole(items: readonly Item[]): ReadonlyMap<Role, readonly Indexed<ArrayItem>[]> {
  const groups = new Map<Role, Indexed<ArrayItem>[]>();
  for (const item of items) {
    if (item.kind !== 'array' || item.name === null) continue;
    const { role, index, module } = parseName(item.name.text);
    if (role === null) continue;
    const indexed = module === undefined ? { index, item } : { index, module, item };
    const group = groups.get(role);
    if (group === undefined) groups.set(role, [indexed]);
    else group.push(indexed);
  }
  return groups;
}

/** In a state dict a vector of weights without biases is the learnt slope of a PReLU. */
function isSlope({ module, item }: Indexed<ArrayItem>, biases: readonly Indexed<ArrayItem>[]): boolean {
  const isVector = module !== undefined && item.array.shape.length === 1;
  return isVector && !biases.some((bias) => bias.module === module);
}

/** By number where each has its own, else as they stand: state dicts are in order. */
function inOrder(weights: readonly Indexed<ArrayItem>[]): readonly Indexed<ArrayItem>[] {
  const isOfModules = weights.some(({ module }) => module !== undefined);
  const numbers = new Set(weights.map(({ index }) => index));
  const isNumbered = numbers.size === weights.length && !numbers.has(null);
  return isOfModules && !isNumbered ? weights : [...weights].sort(byIndex);
}

/** The PReLU between a layer and the next one, as an activation. */
function slopeAfter(
  { item }: Indexed<ArrayItem>,
  next: Indexed<ArrayItem> | undefined,
  slopes: readonly Indexed<ArrayItem>[],
  items: readonly Item[],
): NamedChoice | null {
  if (slopes.length === 0) return null;
  const [from, to] = [items.indexOf(item), next === undefined ? items.length : items.indexOf(next.item)];
  const slope = slopes.find((candidate) => {
    const place = items.indexOf(candidate.item);
    return from < place && place < to;
  })?.item;
  if (slope === undefined) return null;
  const { array, span } = slope;
  return array.values.length === 1
    ? { name: 'prelu', parameters: { weight: tokenIn(array) }, span }
    : { name: 'prelu', parameters: {}, arrays: { weight: array }, span };
}

export function choicesOf(items: readonly Item[], role: Role): Indexed<ChoiceItem>[] {
  const found: Indexed<ChoiceItem>[] = [];
  for (const item of items) {
    if (item.kind !== 'choice') continue;
    const { role: own, index, module } = parseName(item.name.text);
    if (own === role) found.push(module === undefined ? { index, item } : { index, module, item });
  }
  return found;
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

/** The activation of one layer by its module or its number, counted like the weights' or from 1; else the one for all. */
function activationOf(
  activations: readonly Indexed<ChoiceItem>[],
  { index, module }: Omit<Indexed<ArrayItem>, 'item'>,
  firstIndex: number | null,
  place: number,
): NamedChoice | null {
  const ofModule = activations.find(
    (activation) => activation.module !== undefined && activation.module === module,
  );
  if (ofModule !== undefined) return ofModule.item.choice;
  const numbered = activations.filter((activation) => activation.index !== null);
  const fromOne = firstIndex === 0 && !numbered.some((activation) => activation.index === 0);
  const wanted = fromOne ? place + 1 : (index ?? place + 1);
  const own = numbered.find((activation) => activation.index === wanted);
  const all = activations.find((activation) => activation.index === null);
  return own?.item.choice ?? all?.item.choice ?? null;
}
