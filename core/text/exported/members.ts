import type { Span } from '../../problem';
import type { Steps } from '../../steps';
import type { JsonObject, JsonValue } from '../json';
import { JsonReader } from '../jsonReader';
import { tokenIn } from '../jsonValues';
import type { NamedChoice, NumberToken } from '../reading';
import { Source } from '../source';

/** The value of a key; null where there is none, or where it is `null`. */
export function memberOf(object: JsonObject | null, key: string): JsonValue | null {
  // A loop: there may be very many, and each of several keys is asked for.
  for (const member of object?.members ?? []) {
    if (member.key !== key) continue;
    const { value } = member;
    return value.type === 'other' && value.span.length === 4 ? null : value;
  }
  return null;
}

export function objectOf(value: JsonValue | null): JsonObject | null {
  return value?.type === 'object' ? value : null;
}

export function itemsOf(value: JsonValue | null): readonly JsonValue[] {
  return value?.type === 'list' ? value.items : [];
}

export function wordOf(value: JsonValue | null): string | null {
  return value?.type === 'string' ? value.value : null;
}

/** One number with its place. */
export function numberOf(value: JsonValue | null): NumberToken | null {
  return value?.type === 'numbers' && value.array.values.length === 1 ? tokenIn(value.array) : null;
}

/** A name under a key, such as `"activation": "relu"`, with parameters that stand elsewhere. */
export function namedBy(
  value: JsonValue | null,
  parameters: Readonly<Record<string, NumberToken | null>> = {},
): NamedChoice | null {
  const name = wordOf(value);
  if (name === null || value === null) return null;
  const given = Object.entries(parameters).flatMap(([key, token]) =>
    token === null ? [] : [[key, token] as const],
  );
  return { name, parameters: Object.fromEntries(given), span: value.span };
}

/** The names in a list of words that no reader looked into, `["relu", "identity"]`, each with its place. */
export function namesIn(source: Source, value: JsonValue | null): readonly NamedChoice[] {
  if (value === null) return [];
  const { offset, length } = value.span;
  const text = source.text.slice(offset, offset + Math.min(length, longestList));
  return [...text.matchAll(/"([^"]*)"|'([^']*)'/g)].map((match) => ({
    name: match[1] ?? match[2] ?? '',
    parameters: {},
    span: { offset: offset + match.index, length: match[0].length },
  }));
}

const longestList = 10_000;

/**
 * An object with all that is in it, whatever its keys. What in it is no number, such as the null in
 * `[null, 3]`, is no fault of a text that another program wrote: nothing is reported.
 */
export function* readWhole(source: Source, { offset, length }: Span): Steps<JsonObject> {
  const apart = new Source(source.text, source.settled);
  return yield* new JsonReader(apart, offset + length).readObject(offset, 1, true);
}
