import { derivedBy } from './derivativeName';
import type { ArrayItem, Item } from './items';
import { entryOf, joinEntries } from './matrixEntries';
import { parseName } from './names';
import { Places } from './places';
import type { GradientClaim, LayerReading, NumberArray } from './reading';
import { splitLastColumn, transpose, unite } from './shapes';

/** What tells a layer of the text: the number or the module in the name of its weights and of its biases, and its size. */
export interface NamedLayer {
  readonly index: number | null;
  readonly module?: string;
  /** What the number of its biases is less that of its weights. */
  readonly shift: number;
  readonly weights: NumberArray;
}

/**
 * The derivatives that a text claims beside its weights, `dW1 = …`, `W1.grad = …`, `∂L/∂w_{11}^0 = …`, in the order of the
 * layers and as they are written: `orientClaim` turns them as the weights. Derivatives by weights one by one are read
 * where the weights stand so too (`areEntries`): the rows of a matrix may yet turn out to be sources. Null where there are none.
 */
export function readClaimedGradient(
  items: readonly Item[],
  layers: readonly NamedLayer[],
  areEntries: boolean,
): GradientClaim | null {
  const renamed = items
    .flatMap((item) => renamedOf(item, layers) ?? [])
    .filter((item) => areEntries || entryOf(item)?.indices.length !== 2);
  if (renamed.length === 0) return null;
  const { items: joined } = joinEntries(renamed);
  const arrays = joined.filter((item) => item.kind === 'array');
  const find = (roles: readonly string[], layer: NamedLayer, shift: number): NumberArray | null =>
    arrays.find(({ name }) => {
      const { role, index, module } = parseName(name?.text ?? '');
      if (role === null || !roles.includes(role)) return false;
      if (layer.module !== undefined || module !== undefined) return layer.module === module;
      return index === null || layer.index === null ? layers.length === 1 : index === layer.index + shift;
    })?.array ?? null;
  const weights = layers.map(
    (layer) =>
      find(['weights', 'kernel'], layer, 0) ?? entriesOf(arrays, 'w', layer.index, layer.weights.shape),
  );
  const biases = layers.map((layer) => {
    const number = layer.index === null ? null : layer.index + layer.shift;
    return (
      find(['biases'], layer, layer.shift) ?? entriesOf(arrays, 'b', number, [layer.weights.shape[0] ?? 0])
    );
  });
  const inputs = arrays.filter(({ name }) => parseName(name?.text ?? '').role === 'input');
  const input = inputs.length === 1 ? (inputs[0]?.array ?? null) : null;
  const found = [...weights, ...biases, input].filter((array) => array !== null);
  const [first] = found;
  if (first === undefined) return null;
  return {
    weights,
    biases,
    parameters: [],
    input,
    span: found.map(({ span }) => span).reduce(unite, first.span),
  };
}

function renamedOf(item: Item, layers: readonly NamedLayer[]): ArrayItem | null {
  if (item.kind !== 'array' || item.name === null) return null;
  const by = derivedBy(item.name.text);
  if (by === null || (item.array.shape.length === 0 && isStep(item.name.text, by, layers))) return null;
  return { ...item, name: { ...item.name, text: by } };
}

/** Whether a number alone, `dx = 0.01`, may be a step as well as a derivative: no layer has one parameter of that kind. */
function isStep(name: string, by: string, layers: readonly NamedLayer[]): boolean {
  const { role } = parseName(by);
  if (!/^d_?[\p{L}]_?\d*$/u.test(name)) return false;
  if (role === 'biases')
    return !layers.some(({ weights: { shape } }) => shape.length < 2 || shape.includes(1));
  return role === 'input' || !layers.some(({ weights }) => weights.values.length === 1);
}

/**
 * Derivatives by some of the weights or biases of a layer, one by one: nothing is claimed of the others, whose places are
 * empty. Null where there are none, or one is of no such parameter.
 */
function entriesOf(
  items: readonly ArrayItem[],
  letter: 'w' | 'b',
  number: number | null,
  shape: readonly number[],
): NumberArray | null {
  const entries = items.flatMap((item) => {
    const entry = entryOf(item);
    return entry?.letter === letter && entry.indices.length === shape.length && entry.layer === number
      ? [entry]
      : [];
  });
  const [first] = entries;
  if (first === undefined) return null;
  const [rows = 0, columns = 1] = shape;
  const least = entries.some(({ indices }) => indices.includes(0)) ? 0 : 1;
  const values = new Float64Array(rows * columns).fill(Number.NaN);
  const starts = new Uint32Array(values.length).fill(first.item.array.span.offset);
  const ends = starts.slice();
  for (const { item, indices } of entries) {
    // As the weights themselves: from the first to the second.
    const [row = 0, column = 0] = indices.map((index) => index - least).reverse();
    if (row < 0 || row >= rows || column < 0 || column >= columns) return null;
    const place = row * columns + column;
    values[place] = item.array.values[0] ?? Number.NaN;
    starts[place] = item.array.places.startOf(0);
    ends[place] = item.array.places.endOf(0);
  }
  const span = entries.map(({ item }) => item.array.span).reduce(unite);
  return { shape, values, places: Places.of(starts, ends), span };
}

/** A claim as it is written, turned as the weights of its layers were: transposed with kernels, split with [W b]. */
export function orientClaim(claim: GradientClaim, layers: readonly LayerReading[]): GradientClaim {
  const weights: (NumberArray | null)[] = [];
  const biases: (NumberArray | null)[] = [];
  layers.forEach(({ written, weights: own }, place) => {
    const given = claim.weights[place] ?? null;
    const columns = own.shape[1] ?? 0;
    const isMatrix = given?.shape.length === 2;
    const split =
      written === 'augmented' && isMatrix && given.shape[1] === columns + 1 ? splitLastColumn(given) : null;
    weights.push(split?.weights ?? (written === 'kernel' && isMatrix ? transpose(given) : given));
    biases.push(split?.biases ?? claim.biases[place] ?? null);
  });
  return { ...claim, weights, biases };
}

/** Whether the numbers of an array are among those of a claim, joined with others or not. */
export function isClaimed(array: NumberArray, { weights, biases, input }: GradientClaim): boolean {
  const start = array.places.startOf(0);
  return [...weights, ...biases, input].some((claimed) =>
    claimed?.values.some((_, index) => claimed.places.startOf(index) === start),
  );
}
