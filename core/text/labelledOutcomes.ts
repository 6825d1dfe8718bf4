import type { Steps } from '../steps';
import type { ArrayItem, Item, Name } from './items';
import type { JsonMember, JsonObject, JsonValue } from './json';
import { JsonReader } from './jsonReader';
import { numbersOf } from './jsonValues';
import { probabilityOf } from './keys';
import { arrange } from './notations/blocks';
import type { NumberArray } from './reading';
import { joinScalars } from './shapes';
import type { Source } from './source';

/** `{"rain": 0.2, "sun": "4/5"}`: outcomes by their names, none of which is part of a family's description. */
export function isLabelled(value: JsonValue): value is JsonObject {
  if (value.type !== 'object' || value.members.length < 2) return false;
  return value.members.every(({ value: outcome }) => isScalar(outcome));
}

function isScalar(value: JsonValue): boolean {
  if (value.type === 'string') return /^[-+]?[\d.][\d./eE+-]*$/.test(value.value.trim());
  return value.type === 'numbers' && value.array.shape.length === 0;
}

/** The outcomes in the order of `keys`, which are those of the other distribution; null where one is missing. */
export function readLabelled(
  source: Source,
  { members, span }: JsonObject,
  keys: readonly string[],
): NumberArray | null {
  const places = firstPlaces(members.map(({ key }) => key));
  const ordered = keys.map((name) => members[places.get(name) ?? -1]);
  const found = ordered.filter((member): member is JsonMember => member !== undefined);
  if (members.length !== keys.length) {
    const data = { what: 'outcomes', length: members.length, expected: keys.length } as const;
    source.report('length-mismatch', span.offset, span.offset + span.length, data);
    return null;
  }
  const known = new Set(keys);
  const other = members.find(({ key }) => !known.has(key));
  if (other !== undefined) {
    const { offset, length } = other.keySpan;
    source.reportSyntax('unexpected-token', offset, offset + length);
    return null;
  }
  const numbers = found.map((member) => numbersOf(source, member)).filter((array) => array !== null);
  return numbers.length < found.length ? null : { ...joinScalars(numbers), span };
}

/** Where each name stands first. */
function firstPlaces(names: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, name] of names.entries()) if (!places.has(name)) places.set(name, place);
  return places;
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
    array: readLabelled(
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
export function inOrderOf(
  source: Source,
  { array, labels }: ArrayItem,
  order: readonly Name[] | undefined,
): NumberArray | null {
  if (labels === undefined || order === undefined) return array;
  const { offset, length } = array.span;
  if (labels.length !== order.length) {
    const data = { what: 'outcomes', length: labels.length, expected: order.length } as const;
    source.report('length-mismatch', offset, offset + length, data);
    return null;
  }
  const found = firstPlaces(labels.map(({ text }) => text));
  const places = order.map(({ text }) => found.get(text) ?? -1);
  if (places.includes(-1)) {
    const known = new Set(order.map(({ text }) => text));
    const other = labels.find(({ text }) => !known.has(text)) ?? labels[0];
    if (other !== undefined) {
      const { span } = other;
      source.reportSyntax('unexpected-token', span.offset, span.offset + span.length);
    }
    return null;
  }
  return arrange(array, array.shape, Uint32Array.from(places));
}

/** Probabilities that stand one by one, `P(rain) = 0.3`, as one array of each distribution, with the names of its outcomes. */
export function joinOutcomes(items: readonly Item[]): readonly Item[] {
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
  return [...sides, ...items.filter((item) => !found.some((outcome) => outcome.item === item))];
}
