import type { MeasureSpec } from '../divergence/continuous/measureSpec';
import { createProblem, type Problem } from '../problem';
import { arraysOf, type Indexed } from './assignedNetwork';
import type { ArrayItem, Item } from './items';
import type { JsonMember, JsonObject } from './json';
import { readJsonMeasure } from './jsonMeasure';
import { membersByRole, numbersOf, tokenOf } from './jsonNetwork';
import type { MeasureReading, NumberArray, ReadingChoice } from './reading';
import { asVector, joinScalars, rowOf } from './shapes';
import type { Source } from './source';

export interface DistributionParts {
  readonly p: MeasureReading;
  readonly q: MeasureReading | null;
  readonly base: number;
  readonly choices: readonly ReadingChoice[];
}

export interface ContinuousParts {
  readonly p: MeasureSpec;
  readonly q: MeasureSpec | null;
  readonly base: number;
}

/** `{"p": […], "q": […], "base": 2}`; null where the parts could not be read. */
export function readJsonDistribution(source: Source, object: JsonObject): DistributionParts | null {
  const members = membersByRole(object);
  const p = readMeasure(source, members.get('p'));
  const q = readMeasure(source, members.get('q'));
  const base = tokenOf(source, members.get('base'));
  const first = p ?? q;
  if (first === null) return null;
  return { p: first, q: p === null ? null : q, base: base?.value ?? Math.E, choices: [] };
}

/** As `readJsonDistribution`, where one of the two is a family or a density. */
export function readJsonContinuous(source: Source, object: JsonObject): ContinuousParts | null {
  const members = membersByRole(object);
  const [p = null, q = null] = [members.get('p'), members.get('q')]
    .filter((member) => member !== undefined)
    .map((member) => readJsonMeasure(source, member));
  const base = tokenOf(source, members.get('base'));
  return p === null ? null : { p, q, base: base?.value ?? Math.E };
}

/** Whether P or Q is an object: a family or a density. */
export function hasContinuous(object: JsonObject): boolean {
  const members = membersByRole(object);
  return [members.get('p'), members.get('q')].some((member) => member?.value.type === 'object');
}

function readMeasure(source: Source, member: JsonMember | undefined): MeasureReading | null {
  const numbers = numbersOf(source, member);
  return numbers === null || member === undefined ? null : toMeasure(source, member.key, numbers);
}

function toMeasure(source: Source, label: string, numbers: NumberArray): MeasureReading | null {
  const { offset, length } = numbers.span;
  if (numbers.values.length === 0) {
    source.report('empty', offset, offset + length, { what: 'array' });
    return null;
  }
  const vector = asVector(numbers);
  if (vector === null) {
    source.reportSyntax('unexpected-type', offset, offset + length, 'vector');
    return null;
  }
  return { label, numbers: vector };
}

/** `P = …`, `Q = …`, or outcome by outcome `P(0) = …`; null where neither is named. */
export function readAssignedDistribution(source: Source, items: readonly Item[]): DistributionParts | null {
  const p = namedMeasure(source, arraysOf(items, 'p'));
  const q = namedMeasure(source, arraysOf(items, 'q'));
  const first = p ?? q;
  if (first === null) return null;
  const base = arraysOf(items, 'base')[0]?.item.array.values[0];
  return { p: first, q: p === null ? null : q, base: base ?? Math.E, choices: [] };
}

function namedMeasure(source: Source, named: readonly Indexed<ArrayItem>[]): MeasureReading | null {
  const whole = named.find(({ index }) => index === null)?.item;
  if (whole !== undefined) return toMeasure(source, whole.name?.text ?? '', whole.array);
  const outcomes = named.filter(({ item }) => item.array.shape.length === 0);
  const first = outcomes[0]?.item.name;
  if (first === undefined || first === null || outcomes.length !== named.length) return null;
  const ordered = [...outcomes].sort((one, other) => (one.index ?? 0) - (other.index ?? 0));
  const label = first.text.replace(/[^\p{L}].*$/u, '');
  return { label, numbers: joinScalars(ordered.map(({ item }) => item.array)) };
}

/** Arrays without names as P and Q: two selections, two vectors, two rows of one matrix, or P alone. */
export function readBareDistribution(
  source: Source,
  arrays: readonly ArrayItem[],
  selections: number,
): DistributionParts | null {
  const [first, second] = arrays;
  if (first === undefined || arrays.length > 2) return null;
  const { shape } = first.array;
  if (second === undefined && shape.length === 2 && shape[0] === 2 && shape[1] !== 1) {
    const p = toMeasure(source, 'P', rowOf(first.array, 0));
    const q = toMeasure(source, 'Q', rowOf(first.array, 1));
    return p === null ? null : { p, q, base: Math.E, choices: [{ rule: 'two-rows' }] };
  }
  const p = toMeasure(source, 'P', first.array);
  if (p === null) return null;
  if (second === undefined) return { p, q: null, base: Math.E, choices: [] };
  const q = toMeasure(source, 'Q', second.array);
  const rule = selections === 2 ? 'two-selections' : 'two-rows';
  return { p, q, base: Math.E, choices: [{ rule }] };
}

export function checkOutcomes({ p, q }: DistributionParts): readonly Problem[] {
  if (q === null) return [];
  const expected = p.numbers.values.length;
  const { length } = q.numbers.values;
  if (length === expected) return [];
  return [createProblem('length-mismatch', q.numbers.span, { what: 'outcomes', length, expected })];
}
