import type { JsonMember, JsonObject } from './json';
import { choiceOf, membersByRole, numbersOf, reportType, tokenOf } from './jsonValues';
import type { ActivationReading } from './reading';
import type { Source } from './source';

type ActivationParts = Pick<ActivationReading, 'choice' | 'input' | 'inputNames'>;

/** Whether an object is of an activation by itself: `{"activation": "relu", "input": 0}`. */
export function isActivationDocument({ members }: JsonObject): boolean {
  const own = [null, 'activation', 'input'];
  return members.some(({ role }) => role === 'activation') && members.every(({ role }) => own.includes(role));
}

/**
 * The activation and what it is taken at: a number, a list of numbers, or numbers by their names. Null where it has
 * no name.
 */
export function readJsonActivation(source: Source, object: JsonObject): ActivationParts | null {
  const members = membersByRole(object);
  const choice = choiceOf(source, members.get('activation'));
  const input = members.get('input');
  if (choice === null) return null;
  if (input === undefined) return { choice };
  if (input.value.type === 'object') return { choice, ...namedInput(source, input, input.value) };
  const numbers = numbersOf(source, input);
  if (numbers === null) return { choice };
  if (numbers.shape.length > 1) reportType(source, input.value, 'vector');
  return { choice, input: numbers };
}

function namedInput(
  source: Source,
  { value }: JsonMember,
  { members }: JsonObject,
): Pick<ActivationParts, 'input' | 'inputNames'> {
  const found = members.flatMap((member) => {
    const token = tokenOf(source, member);
    return token === null ? [] : [{ name: member.key, token }];
  });
  for (const { token } of found) {
    const { offset, length } = token.span;
    source.store.push(token.value, offset, offset + length);
  }
  return { input: source.store.take([found.length], value.span), inputNames: found.map(({ name }) => name) };
}
