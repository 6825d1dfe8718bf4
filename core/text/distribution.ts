import type { MeasureSpec } from '../divergence/continuous/measureSpec';
import { createProblem, type Problem } from '../problem';
import type { Steps } from '../steps';
import { arraysOf, type Indexed } from './assignedNetwork';
import type { ArrayItem, Item, Name } from './items';
import type { JsonMember, JsonObject } from './json';
import { readJsonMeasure } from './jsonMeasure';
import { membersByRole, numbersOf, tokenIn, tokenOf } from './jsonValues';
import { isLabelled, readLabelled } from './labelledOutcomes';
import { measureOf, toMeasure } from './measure';
import type { MeasureCall } from './measureCall';
import { type NamedForm, namedForm } from './measureForm';
import { mostOutcomeNames } from './outcomeNames';
import type { DistributionReading, MeasureReading, NumberArray, NumberToken, ReadingChoice } from './reading';
import { joinScalars, reshape } from './shapes';
import type { Source } from './source';

export interface DistributionParts {
  readonly p: MeasureReading;
  readonly q: MeasureReading | null;
  readonly base: number;
  readonly baseSpan?: DistributionReading['baseSpan'];
  readonly alpha?: DistributionReading['alpha'];
  readonly joint?: DistributionReading['joint'];
  readonly rows?: readonly MeasureReading[];
  readonly choices: readonly ReadingChoice[];
}

export interface ContinuousParts {
  readonly p: MeasureSpec;
  readonly q: MeasureSpec | null;
  readonly base: number;
}

/** `{"p": […], "q": […], "base": 2}`; null where the parts could not be read. */
export function* readJsonDistribution(source: Source, object: JsonObject): Steps<DistributionParts | null> {
  const members = membersByRole(object);
  const keys = keysOf(members.get('p'));
  const p = yield* readMeasure(source, members.get('p'), keys);
  const q = yield* readMeasure(source, members.get('q'), keys);
  const base = tokenOf(source, members.get('base'));
  const first = p ?? q;
  if (first === null) return null;
  const second = p === null ? null : q;
  const alpha = tokenOf(
    source,
    object.members.find(({ key }) => isAlpha(key)),
  );
  return {
    p: first,
    q: second,
    ...baseOf(base),
    ...(alpha === null ? {} : { alpha }),
    choices: formChoices(first, second),
  };
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

/** Whether P or Q is an object that says no form of numbers: a family or a density. */
export function hasContinuous(object: JsonObject): boolean {
  const members = membersByRole(object);
  return [members.get('p'), members.get('q')].some(
    (member) =>
      member?.value.type === 'object' && formedMember(member.value) === null && !isLabelled(member.value),
  );
}

/** The names of P's outcomes, by which those of Q are ordered; null where they have none. */
function keysOf(member: JsonMember | undefined): readonly string[] | null {
  return member !== undefined && isLabelled(member.value) ? member.value.members.map(({ key }) => key) : null;
}

/** An object whose members are the outcomes of one distribution. */
export function* readLabelledDistribution(
  source: Source,
  object: JsonObject,
): Steps<DistributionParts | null> {
  const keySpan = { offset: object.span.offset, length: 0 };
  const member = { key: 'P', keySpan, role: 'p', value: object } as const;
  const p = isLabelled(object) ? yield* readMeasure(source, member, keysOf(member)) : null;
  return p === null ? null : { p, q: null, base: Math.E, choices: [] };
}

/** Whether a member says by its name what its numbers are: `{"logits": […]}`. */
export function namesForm(object: JsonObject): boolean {
  return object.members.some(({ key }) => namedForm(key) !== null);
}

/** `{"logits": […]}` in the place of a list. */
function formedMember({
  members,
}: JsonObject): { readonly member: JsonMember; readonly named: NamedForm } | null {
  const [member, ...others] = members;
  const named = member === undefined || others.length > 0 ? null : namedForm(member.key);
  return member === undefined || named === null || named.isJoint ? null : { member, named };
}

function* readMeasure(
  source: Source,
  member: JsonMember | undefined,
  keys: readonly string[] | null = null,
): Steps<MeasureReading | null> {
  if (member !== undefined && isLabelled(member.value) && formedMember(member.value) === null) {
    const names = keys ?? member.value.members.map(({ key }) => key);
    const numbers = yield* readLabelled(source, member.value, names);
    return numbers === null ? null : toMeasure(source, member.key, numbers, names.slice(0, mostOutcomeNames));
  }
  const formed = member?.value.type === 'object' ? formedMember(member.value) : null;
  if (member !== undefined && formed !== null) {
    const { form } = formed.named;
    const measure = yield* readMeasure(source, { ...formed.member, key: member.key });
    return measure === null || form === 'probabilities' ? measure : { ...measure, form };
  }
  const numbers = numbersOf(source, member);
  return numbers === null || member === undefined ? null : toMeasure(source, member.key, numbers);
}

/** `P = …`, `Q = …`, or outcome by outcome `P(0) = …`, or `logits = …`; null where neither is named. */
export function* readAssignedDistribution(
  source: Source,
  items: readonly Item[],
): Steps<DistributionParts | null> {
  const formed = formedArrays(items);
  const written = arraysOf(items, 'base')[0]?.item.array;
  const base = baseOf(written === undefined || written.values.length !== 1 ? null : tokenIn(written));
  const order = items.find((item) => item.kind === 'array' && isAlpha(item.name?.text ?? ''));
  const alpha =
    order?.kind === 'array' && order.array.values.length === 1 ? { alpha: tokenIn(order.array) } : {};
  const joint = formed.find(({ named }) => named.isJoint);
  if (joint !== undefined) return readJoint(source, joint, base);
  if (isMatrixAlone([...arraysOf(items, 'p'), ...arraysOf(items, 'q')])) return null;
  const [ofP, ofQ] = [arraysOf(items, 'p'), arraysOf(items, 'q')];
  const outcomes = wholeOf(ofP)?.labels;
  const sides = [yield* namedMeasure(source, ofP, undefined), yield* namedMeasure(source, ofQ, outcomes)];
  const place = (at: number, { item, named }: FormedArray) => {
    sides[at] ??= formedMeasure(source, item, at === 0 ? 'P' : 'Q', named);
  };
  for (const array of formed) if (array.named.side !== null) place(array.named.side === 'p' ? 0 : 1, array);
  for (const array of formed) if (array.named.side === null) place(sides[0] === null ? 0 : 1, array);
  const [p = null, q = null] = sides;
  const first = p ?? q;
  if (first === null) return null;
  const second = p === null ? null : q;
  return { p: first, q: second, ...base, ...alpha, choices: formChoices(first, second) };
}

/**
 * The distributions that a call names, `KL(a || b)`, the last one where there are several; null where it names none of
 * the arrays. Those that are called P and Q stay what they are called, whatever their order.
 */
export function* readCalledDistribution(
  source: Source,
  items: readonly Item[],
  calls: readonly MeasureCall[] = [],
): Steps<DistributionParts | null> {
  for (const { names, base } of [...calls].reverse()) {
    const isOwn = names.every(({ text }) => /^[pq]$/i.test(text));
    const parts = yield* isOwn ? readAssignedDistribution(source, items) : readNamed(source, items, names);
    if (parts !== null) return base === null ? parts : { ...parts, base };
  }
  return null;
}

function* readNamed(
  source: Source,
  items: readonly Item[],
  names: readonly Name[],
): Steps<DistributionParts | null> {
  const arrays = names.flatMap(({ text }) => {
    const item = items.find((one) => one.kind === 'array' && one.name?.text === text);
    return item?.kind === 'array' && item.array.values.length > 1 ? [item] : [];
  });
  if (arrays.length < names.length) {
    const missing = names.find(({ text }) => arrays.every(({ name }) => name?.text !== text));
    if (arrays.length > 0 && missing !== undefined) {
      const { offset, length } = missing.span;
      source.reportSyntax('unexpected-token', offset, offset + length, 'numbers');
    }
    return null;
  }
  // `H(x)` of any program: one name alone has to be of probabilities.
  if (names.length === 1 && arrays.some(({ array }) => !sumsToAboutOne(array))) return null;
  const measures: (MeasureReading | null)[] = [];
  for (const item of arrays) {
    const order = item === arrays[0] ? undefined : arrays[0]?.labels;
    measures.push(yield* measureOf(source, item.name?.text ?? '', item, order));
  }
  const [p = null, q = null] = measures;
  const base = arraysOf(items, 'base')[0]?.item.array;
  return p === null
    ? null
    : { p, q, ...baseOf(base?.values.length === 1 ? tokenIn(base) : null), choices: [] };
}

function sumsToAboutOne({ values }: NumberArray): boolean {
  return Math.abs(values.reduce((sum, value) => sum + value, 0) - 1) < 0.05;
}

/** A matrix that is called P is one of transitions, or has a distribution in each row. */
function isMatrixAlone(named: readonly { readonly item: ArrayItem }[]): boolean {
  const [only] = named;
  const [rows = 0, columns = 0] = only?.item.array.shape ?? [];
  return named.length === 1 && rows > 1 && columns > 1;
}

type Base = Pick<DistributionParts, 'base' | 'baseSpan'>;

function baseOf(token: NumberToken | null): Base {
  return token === null ? { base: Math.E } : { base: token.value, baseSpan: token.span };
}

/** The order of the measures that have one; an activation's alpha stands inside the activation. */
function isAlpha(name: string): boolean {
  return /^(?:alpha|α)$/iu.test(name);
}

interface FormedArray {
  readonly item: ArrayItem;
  readonly named: NamedForm;
}

/** Those whose names say what their numbers are, `logits1` before `logits2`. */
function formedArrays(items: readonly Item[]): readonly FormedArray[] {
  return items
    .flatMap((item) => {
      if (item.kind !== 'array' || item.name === null || item.array.shape.length === 0) return [];
      const named = namedForm(item.name.text);
      return named === null ? [] : [{ item, named }];
    })
    .sort((one, other) => (one.named.index ?? 0) - (other.named.index ?? 0));
}

function formedMeasure(source: Source, item: ArrayItem, label: string, { form }: NamedForm) {
  const measure = toMeasure(source, label, item.array);
  return measure === null || form === 'probabilities' ? measure : { ...measure, form };
}

function formChoices(p: MeasureReading, q: MeasureReading | null): readonly ReadingChoice[] {
  const choice = (measure: MeasureReading | null, distribution: 'P' | 'Q'): readonly ReadingChoice[] =>
    measure?.form === undefined ? [] : [{ rule: 'measure-form', distribution, form: measure.form }];
  return [...choice(p, 'P'), ...choice(q, 'Q')];
}

/** `joint = …`: a table of two variables, rows the values of the first. */
function readJoint(source: Source, { item, named }: FormedArray, base: Base): DistributionParts | null {
  const { array } = item;
  const [rows, columns] = array.shape;
  if (array.shape.length !== 2 || array.values.length === 0) {
    const { offset, length } = array.span;
    source.reportSyntax('unexpected-type', offset, offset + length, 'matrix');
    return null;
  }
  const flat: ArrayItem = { ...item, array: reshape(array, [array.values.length]) };
  const p = formedMeasure(source, flat, 'P', named);
  if (p === null) return null;
  const choices = [{ rule: 'joint-table', rows, columns } as const, ...formChoices(p, null)];
  return { p, q: null, ...base, joint: { rows, columns }, choices };
}

/** The array that gives all outcomes at once. */
function wholeOf(named: readonly Indexed<ArrayItem>[]): ArrayItem | undefined {
  return named.find(({ index }) => index === null)?.item;
}

/** Outcomes that have names are taken in this order, where it is given. */
function* namedMeasure(
  source: Source,
  named: readonly Indexed<ArrayItem>[],
  order: readonly Name[] | undefined,
): Steps<MeasureReading | null> {
  const whole = wholeOf(named);
  if (whole !== undefined) return yield* measureOf(source, whole.name?.text ?? '', whole, order);
  const outcomes = named.filter(({ item }) => item.array.shape.length === 0);
  const first = outcomes[0]?.item.name;
  if (first === undefined || first === null || outcomes.length !== named.length) return null;
  const ordered = [...outcomes].sort((one, other) => (one.index ?? 0) - (other.index ?? 0));
  const label = first.text.replace(/[^\p{L}].*$/u, '');
  const numbers = joinScalars(ordered.map(({ item }) => item.array));
  // Outcomes that are counted from 0 are called so anyway.
  const isCounted = ordered.every(({ index }, place) => index === place);
  const names = ordered.map(({ index }) => String(index)).slice(0, mostOutcomeNames);
  return { label, numbers, ...(isCounted ? {} : { outcomeNames: names }) };
}

export function checkOutcomes({ p, q }: DistributionParts): readonly Problem[] {
  if (q === null) return [];
  const expected = p.numbers.values.length;
  const { length } = q.numbers.values;
  if (length === expected) return [];
  return [createProblem('length-mismatch', q.numbers.span, { what: 'outcomes', length, expected })];
}
