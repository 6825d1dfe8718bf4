import type { ArrayItem, Item } from './items';
import type { NumberArray, ReadingChoice } from './reading';
import { joinScalars, reshape } from './shapes';

/** A weight or a bias that stands by itself: `w_{12}^0` is of layer 0, from 1 to 2; a bias has one index. */
interface Entry {
  readonly item: ArrayItem;
  readonly letter: string;
  readonly layer: number | null;
  readonly indices: readonly number[];
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** `w_11^0`, `w11`, `w_1,2^0` and `w^0_11`, without braces and parentheses. */
const lowered = /^([wb])_?(\d+(?:[,_]\d+)?)(?:\^(\d+))?$/;
const raisedFirst = /^([wb])\^(\d+)_(\d+(?:[,_]\d+)?)$/;

/**
 * Weights that stand one by one, joined to a matrix for each layer, and the biases of these layers to vectors. `w_pk` is taken
 * for the weight from p to k, as the panel names it; what the shapes say goes before. The items as they are where the
 * entries do not fill a matrix.
 */
export function joinEntries(items: readonly Item[]): {
  readonly items: readonly Item[];
  readonly choice: ReadingChoice | null;
} {
  const entries = items.flatMap((item) => entryOf(item) ?? []);
  const ofWeights = groupsOf(entries.filter(({ letter, indices }) => letter === 'w' && indices.length === 2));
  const matrices = [...ofWeights].map(([layer, group]) => matrixOf(layer, group));
  const whole = matrices.filter((matrix) => matrix !== null);
  if (whole.length === 0 || whole.length < matrices.length) return { items, choice: null };
  const [only] = whole;
  const biases = entries.filter(({ letter, indices }) => letter === 'b' && indices.length === 1);
  const vectors = [...groupsOf(biases)].flatMap(([layer, group]) => {
    // Without a layer, `b_1` and `b_2` are those of the neurons of one layer, or of two layers.
    const isOfNeurons = layer !== null || (whole.length === 1 && only?.array.shape.includes(group.length));
    return isOfNeurons === true ? (vectorOf(layer, group) ?? []) : [];
  });
  const joined = [...whole, ...vectors];
  const taken = new Set(joined.flatMap(({ parts }) => parts));
  const arrays = joined.map(({ parts: _, ...item }): ArrayItem => item);
  return {
    items: [...arrays, ...items.filter((item) => item.kind !== 'array' || !taken.has(item))],
    choice: { rule: 'entries', first: 'source' },
  };
}

type Joined = ArrayItem & { readonly parts: readonly ArrayItem[] };

export function entryOf(item: Item): Entry | null {
  if (item.kind !== 'array' || item.name === null || item.array.shape.length > 0) return null;
  const plain = item.name.text
    .replace(/[⁰¹²³⁴-⁹]+/, (raised) => `^${[...raised].map((digit) => raisedDigits.indexOf(digit)).join('')}`)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[{}()$\s]/g, '');
  const match = lowered.exec(plain);
  const other = match === null ? raisedFirst.exec(plain) : null;
  const [letter, written, layer] = match === null ? [other?.[1], other?.[3], other?.[2]] : match.slice(1);
  if (letter === undefined || written === undefined) return null;
  const separated = /[,_]/.test(written);
  const indices = (separated ? written.split(/[,_]/) : letter === 'w' ? [...written] : [written]).map(Number);
  return { item, letter, layer: layer === undefined ? null : Number(layer), indices };
}

function groupsOf(entries: readonly Entry[]): ReadonlyMap<number | null, readonly Entry[]> {
  const groups = new Map<number | null, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.layer);
    if (group === undefined) groups.set(entry.layer, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** [destinations, sources] of entries whose first index is the source; null where they leave a gap, or there is one alone. */
function matrixOf(layer: number | null, group: readonly Entry[]): Joined | null {
  const [sources, destinations] = [0, 1].map((place) =>
    countOf(group.map(({ indices }) => indices[place] ?? -1)),
  );
  if (sources === undefined || destinations === undefined || sources === null || destinations === null)
    return null;
  // `w11` alone is the eleventh.
  if ((layer === null && group.length < 2) || group.length !== sources * destinations) return null;
  const sorted = [...group].sort(
    (one, other) =>
      (one.indices[1] ?? 0) - (other.indices[1] ?? 0) || (one.indices[0] ?? 0) - (other.indices[0] ?? 0),
  );
  return joinedTo(`W${layer ?? ''}`, sorted, (numbers) => reshape(numbers, [destinations, sources]));
}

function vectorOf(layer: number | null, group: readonly Entry[]): Joined | null {
  if (countOf(group.map(({ indices }) => indices[0] ?? -1)) !== group.length) return null;
  const sorted = [...group].sort((one, other) => (one.indices[0] ?? 0) - (other.indices[0] ?? 0));
  return joinedTo(`b${layer ?? ''}`, sorted, (numbers) => numbers);
}

function joinedTo(
  text: string,
  entries: readonly Entry[],
  shaped: (numbers: NumberArray) => NumberArray,
): Joined {
  const parts = entries.map(({ item }) => item);
  const array = shaped(joinScalars(parts.map((part) => part.array)));
  const span = parts[0]?.name?.span ?? array.span;
  return { kind: 'array', name: { text, span }, array, form: null, span: array.span, parts };
}

/** How many different indices there are, where they follow each other from 0 or 1; else null. */
function countOf(indices: readonly number[]): number | null {
  const sorted = [...new Set(indices)].sort((one, other) => one - other);
  const first = sorted[0] ?? -1;
  return (first === 0 || first === 1) && sorted.every((index, place) => index === first + place)
    ? sorted.length
    : null;
}
