import type { JsonMember, JsonObject, JsonValue } from './json';
import { parseName, type Role } from './names';
import type { NamedChoice, NumberArray, NumberToken, WordToken } from './reading';
import type { Source } from './source';

/** The members of an object by what their keys stand for; a number after a name is not looked at. */
export function membersByRole(object: JsonObject): ReadonlyMap<Role, JsonMember> {
  const found = new Map<Role, JsonMember>();
  for (const member of object.members) {
    const { role } = member;
    if (role === null) continue;
    const { index, module } = parseName(member.key);
    if (index === null && module === undefined && !isNull(member.value)) found.set(role, member);
  }
  return found;

  function isNull(value: JsonValue): boolean {
    return value.type === 'other' && value.span.length === 4;
  }
}

/** The numbers of a member: an array, a number, or a string that holds one. Anything else is reported. */
export function numbersOf(source: Source, member: JsonMember | undefined): NumberArray | null {
  if (member === undefined) return null;
  const { value } = member;
  if (value.type === 'numbers') return value.array;
  if (value.type === 'string') {
    const number = numberInString(source, value);
    if (number !== null) return number;
  }
  reportType(source, value, 'numbers');
  return null;
}

function numberInString(source: Source, value: JsonValue): NumberArray | null {
  const first = value.span.offset + 1;
  const last = value.span.offset + value.span.length - 1;
  const outcome = first < last ? source.scanner.scan(source.text, first, last) : 'none';
  if (outcome === 'none' || source.scanner.end !== last) return null;
  const number = outcome === 'number' ? source.scanner.value : Number.NaN;
  if (outcome === 'zero-denominator') source.reportSyntax(outcome, first, last);
  else if (!Number.isFinite(number)) source.noteNotFinite(number, first, last);
  source.store.push(number, first, last);
  return source.store.take([], value.span);
}

/** A name, or an object with a name and its parameters: numbers, words, true and false, lists of numbers. */
export function choiceOf(source: Source, member: JsonMember | undefined): NamedChoice | null {
  if (member === undefined) return null;
  const { value } = member;
  if (value.type === 'string') return { name: value.value, parameters: {}, span: value.span };
  if (value.type !== 'object') {
    reportType(source, value, 'name');
    return null;
  }
  let name: string | null = null;
  const parameters: Record<string, NumberToken> = {};
  const words: Record<string, WordToken> = {};
  const arrays: Record<string, NumberArray> = {};
  for (const member of value.members) {
    const { key, value: given } = member;
    const { span } = given;
    if (key === 'name' && given.type === 'string') {
      name = given.value;
      continue;
    }
    const word = wordIn(source, given);
    if (word === 'null') continue;
    if (word !== null) words[key] = { word, span };
    else if (given.type === 'numbers' && given.array.shape.length > 0) arrays[key] = given.array;
    else {
      const token = tokenOf(source, member);
      if (token !== null) parameters[key] = token;
    }
  }
  if (name === null) {
    const { offset, length } = value.span;
    source.reportSyntax('missing-value', offset, offset + length, 'name');
    return null;
  }
  return {
    name,
    parameters,
    ...(Object.keys(words).length === 0 ? {} : { words }),
    ...(Object.keys(arrays).length === 0 ? {} : { arrays }),
    span: value.span,
  };
}

/** A string that is no number, or `true`, `false` and `null`, which the reader leaves as they stand. */
export function wordIn(source: Source, value: JsonValue): string | null {
  if (value.type === 'string') {
    return /^\s*[-+−]?(?:\.?\d|NaN|Infinity)/.test(value.value) ? null : value.value;
  }
  const { offset, length } = value.span;
  const text = source.text.slice(offset, offset + length);
  return value.type === 'other' && /^(?:true|false|null)$/.test(text) ? text : null;
}

/** One number with its place. */
export function tokenOf(source: Source, member: JsonMember | undefined): NumberToken | null {
  const numbers = numbersOf(source, member);
  if (numbers === null || member === undefined) return null;
  if (numbers.values.length !== 1) {
    reportType(source, member.value, 'number');
    return null;
  }
  return tokenIn(numbers);
}

export function tokenIn({ values, places }: NumberArray): NumberToken {
  return { value: values[0], span: places.spanOf(0) };
}

export function reportType(source: Source, { span }: JsonValue, expected: string): void {
  source.reportSyntax('unexpected-type', span.offset, span.offset + span.length, expected);
}
