import type { Steps } from '../steps';
import type { ArrayItem, Item, Name } from './items';
import type { JsonObject, JsonValue } from './json';
import { JsonReader } from './jsonReader';
import { numbersOf } from './jsonValues';
import { probabilityOf } from './keys';
import { arrange } from './notations/blocks';
import { NumberStore } from './numberStore';
import type { NumberArray } from './reading';
import { joinScalars } from './shapes';
import type { Source } from './source';

/** `{"rain": 0.2, "sun": "4/5"}`: outcomes by their names, none of which is part of a family's description. */
export function isLabelled(value: JsonValue): value is JsonObject {
  return value.type === 'object' && value.hasScalars && value.members.length >= 2;
}

/** So many outcomes are gone through in a few milliseconds. */
const outcomesPerSlice = 8_192;

/** The outcomes in the order of `keys`, which are those of the other distribution; null where one is missing. */
export function* readLabelled(
  source: Source,
  { members, span }: JsonObject,
  keys: readonly string[],
): Steps<NumberArray | null> {
  if (members.length !== keys.length) {
    const data = { what: 'outcomes', length: members.length, expected: keys.length } as const;
    source.report('length-mismatch', span.offset, span.offset + span.length, data);
    return null;
  }
  const names = members.map(({ key }) => key);
  const places = yield* placesOf(keys, names);
  const other = places === null ? undefined : members[yield* firstOther(names, keys)];
  if (other !== undefined) {
    const { offset, length } = other.keySpan;
    source.reportSyntax('unexpected-token', offset, offset + length);
    return null;
  }
  const count = places?.length ?? keys.length;
  const store = new NumberStore();
  for (let index = 0; index < count; index++) {
    const array = numbersOf(source, members[places?.[index] ?? index]);
    if (array !== null) store.push(array.values[0], array.places.startOf(0), array.places.endOf(0));
    if (index % outcomesPerSlice === outcomesPerSlice - 1) yield;
  }
  return store.length < count ? null : store.take([count], span);
}

/** Where each of `keys` that is among the names stands first; null where both are the same in the same order. */
function* placesOf(keys: readonly string[], names: readonly string[]): Steps<Uint32Array | null> {
  let same = 0;
  while (same < names.length && names[same] === keys[same]) same++;
  if (same === names.length && same === keys.length) return null;
  const first = new Map<string, number>();
  for (let place = 0; place < names.length; place++) {
    const name = names[place] ?? '';
    if (!first.has(name)) first.set(name, place);
    if (place % outcomesPerSlice === outcomesPerSlice - 1) yield;
  }
  const places = new Uint32Array(keys.length);
  let found = 0;
  for (let index = 0; index < keys.length; index++) {
    const place = first.get(keys[index] ?? '');
    if (place !== undefined) places[found++] = place;
    if (index % outcomesPerSlice === outcomesPerSlice - 1) yield;
  }
  return places.subarray(0, found);
}

/** The place of the first name that is none of `keys`; −1 where there is none. */
function* firstOther(names: readonly string[], keys: readonly string[]): Steps<number> {
  const known = new Set<string>();
  for (let index = 0; index < keys.length; index++) {
    known.add(keys[index] ?? '');
    if (index % outcomesPerSlice === outcomesPerSlice - 1) yield;
  }
  return names.findIndex((name) => !known.has(name));
}

/** What `{'rain': 0.2, 'sun': 0.8}` was read as: null where it is no distribution, which has been said. */
export interface Dictionary {
  readonly array: NumberArray | null;
  readonly labels: readonly Name[];
  readonly end: number;
}

/** Reads the dictionary of outcomes at `at`, in its own order. */
export function* readDictionary(source: Source, at: number, limit: number): Steps<Dictionary> {
  const reader = new JsonReader(source, limit);
  const object = yield* reader.readObject(at, 1, true);
  const { end } = reader;
  const labels = object.members.map(({ key, keySpan }) => ({ text: key, span: keySpan }));
  if (!isLabelled(object)) {
    source.reportSyntax('unexpected-token', at, end, 'numbers');
    return { array: null, labels, end };
  }
  return {
    array: yield* readLabelled(
      source,
      object,
      labels.map(({ text }) => text),
    ),
    labels,
    end,
  };
}

/**
 * The numbers of a distribution whose outcomes have names, in the order of those of the other one; as they stand where
 * either has none. Null where the names differ, which is then said.
 */
export function* inOrderOf(
  source: Source,
  { array, labels }: ArrayItem,
  order: readonly Name[] | undefined,
): Steps<NumberArray | null> {
  if (labels === undefined || order === undefined || labels === order) return array;
  const { offset, length } = array.span;
  if (labels.length !== order.length) {
    const data = { what: 'outcomes', length: labels.length, expected: order.length } as const;
    source.report('length-mismatch', offset, offset + length, data);
    return null;
  }
  const keys = order.map(({ text }) => text);
  const names = labels.map(({ text }) => text);
  const places = yield* placesOf(keys, names);
  if (places === null) return array;
  if (places.length === keys.length) return arrange(array, array.shape, places);
  const other = labels[Math.max(0, yield* firstOther(names, keys))];
  if (other !== undefined) {
    const { span } = other;
    source.reportSyntax('unexpected-token', span.offset, span.offset + span.length);
  }
  return null;
}

/** Probabilities that stand one by one, `P(rain) = 0.3`, as one array of each distribution, with the names of its outcomes. */
export function joinOutcomes(items: readonly Item[]): readonly Item[] {
  if (!items.some((item) => item.kind === 'array' && item.name !== null)) return items;
  const found = items.flatMap((item) => {
    const named = item.kind === 'array' && item.name !== null ? probabilityOf(item.name.text) : null;
    const isScalar = item.kind === 'array' && item.array.shape.length === 0;
    return named !== null && isScalar && item.name !== null ? [{ ...named, item, span: item.name.span }] : [];
  });
  const sides = (['P', 'Q'] as const).flatMap((side): readonly ArrayItem[] => {
    const own = found.filter((outcome) => outcome.side === side);
    const [first] = own;
    if (first === undefined || own.length < 2) return [];
    const array = joinScalars(own.map(({ item }) => item.array));
    const labels = own.map(({ outcome, span }) => ({ text: outcome, span }));
    return [
      { kind: 'array', name: { text: side, span: first.span }, array, form: null, span: array.span, labels },
    ];
  });
  if (sides.length === 0) return items;
  const joined: ReadonlySet<Item> = new Set(found.map(({ item }) => item));
  return [...sides, ...items.filter((item) => !joined.has(item))];
}
