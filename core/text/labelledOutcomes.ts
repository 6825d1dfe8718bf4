import type { Steps } from '../steps';
import type { JsonMember, JsonObject, JsonValue } from './json';
import { JsonReader } from './jsonReader';
import { numbersOf } from './jsonValues';
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
  const ordered = keys.map((name) => members.find(({ key }) => key === name));
  const found = ordered.filter((member): member is JsonMember => member !== undefined);
  if (members.length !== keys.length) {
    const data = { what: 'outcomes', length: members.length, expected: keys.length } as const;
    source.report('length-mismatch', span.offset, span.offset + span.length, data);
    return null;
  }
  const other = members.find(({ key }) => !keys.includes(key));
  if (other !== undefined) {
    const { offset, length } = other.keySpan;
    source.reportSyntax('unexpected-token', offset, offset + length);
    return null;
  }
  const numbers = found.map((member) => numbersOf(source, member)).filter((array) => array !== null);
  return numbers.length < found.length ? null : { ...joinScalars(numbers), span };
}

/** What `{'rain': 0.2, 'sun': 0.8}` was read as: null where it is no distribution, which has been said. */
export interface Dictionary {
  readonly array: NumberArray | null;
  /** The names of the outcomes, by which those of the next distribution are ordered. */
  readonly keys: readonly string[] | null;
  readonly end: number;
}

/** Reads the dictionary of outcomes at `at`, in the order of `keys` where there are such. */
export function* readDictionary(
  source: Source,
  at: number,
  limit: number,
  keys: readonly string[] | null,
): Steps<Dictionary> {
  const reader = new JsonReader(source, limit);
  const object = yield* reader.readObject(at, 1, true);
  const { end } = reader;
  if (!isLabelled(object)) {
    source.reportSyntax('unexpected-token', at, end, 'numbers');
    return { array: null, keys, end };
  }
  const ordered = keys ?? object.members.map(({ key }) => key);
  return { array: readLabelled(source, object, ordered), keys: ordered, end };
}
