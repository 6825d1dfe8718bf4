import type { JsonMember, JsonValue } from './json';
import { numbersOf, reportType } from './jsonValues';
import type { GradientClaim, NumberArray } from './reading';
import type { Source } from './source';

/** The claim `"gradient": {"weights": […], "biases": […], "input": …}`; null where there is none. */
export function readGradient(source: Source, member: JsonMember | undefined): GradientClaim | null {
  if (member === undefined) return null;
  const { value } = member;
  if (value.type !== 'object') {
    reportType(source, value, 'gradient');
    return null;
  }
  const find = (name: string) => value.members.find(({ key }) => key === name);
  return {
    weights: arraysOf(source, find('weights')),
    biases: arraysOf(source, find('biases')),
    parameters: arraysOf(source, find('parameters')),
    input: numbersOf(source, find('input')),
    span: value.span,
  };
}

/** One array a layer, or null for a layer of which nothing is claimed. */
function arraysOf(source: Source, member: JsonMember | undefined): readonly (NumberArray | null)[] {
  if (member === undefined) return [];
  const { value } = member;
  if (value.type !== 'list') {
    reportType(source, value, 'arrays');
    return [];
  }
  return value.items.map((item) =>
    isNull(source, item) ? null : numbersOf(source, { ...member, value: item }),
  );
}

function isNull(source: Source, { type, span }: JsonValue): boolean {
  return type === 'other' && source.text.slice(span.offset, span.offset + span.length) === 'null';
}
