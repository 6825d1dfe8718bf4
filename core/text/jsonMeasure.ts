import type { MeasureSpec, ParameterSpec, SupportEndSpec } from '../divergence/continuous/measureSpec';
import type { ParameterValue } from '../divergence/families/family';
import { decimalPlaces } from '../exact/parseRational';
import type { Span } from '../problem';
import { readConstant, readExpression } from './densityParser';
import type { JsonMember, JsonObject, JsonValue } from './json';
import { reportType } from './jsonValues';
import { roundingOf } from './measureParser';
import type { NumberArray } from './reading';
import type { Source } from './source';
import { writtenNumber } from './written';

type JsonString = Extract<JsonValue, { type: 'string' }>;

/** `{"family": "normal", "loc": 0}` or `{"density": "exp(-x)", "support": [0, "inf"]}`; a list is a categorical. */
export function readJsonMeasure(source: Source, { value }: JsonMember): MeasureSpec | null {
  return readValue(source, value, 0);
}

function readValue(source: Source, value: JsonValue, depth: number): MeasureSpec | null {
  if (value.type === 'numbers' && value.array.shape.length === 1) return categorical(value.array);
  if (value.type !== 'object') {
    reportType(source, value, 'family');
    return null;
  }
  return memberOf(value, 'density') === undefined
    ? readFamily(source, value, depth)
    : readDensity(source, value);
}

function memberOf({ members }: JsonObject, name: string): JsonMember | undefined {
  return members.find(({ key }) => key === name);
}

function categorical({ values, span }: NumberArray): MeasureSpec {
  const nameSpan = { offset: span.offset, length: 0 };
  const probs = { name: 'probs', value: [...values], span };
  return { kind: 'family', name: 'categorical', nameSpan, parameters: [probs], span };
}

function readFamily(source: Source, object: JsonObject, depth: number): MeasureSpec | null {
  const name = memberOf(object, 'family')?.value;
  if (name?.type !== 'string') {
    if (name !== undefined) reportType(source, name, 'family');
    else reportMissing(source, object, 'family');
    return null;
  }
  if (name.value.toLowerCase() === 'mixture') return readMixture(source, object, depth);
  const parameters: ParameterSpec[] = [];
  for (const { key, keySpan, value } of object.members) {
    if (key === 'family' || isNull(source, value)) continue;
    const read = readParameter(source, value);
    if (read === null) return null;
    parameters.push({ name: key, nameSpan: keySpan, value: read, span: value.span });
  }
  return { kind: 'family', name: name.value, nameSpan: name.span, parameters, span: object.span };
}

const mixtureDepth = 8;

/** `{"family": "mixture", "weights": [0.3, 0.7], "components": [{…}, {…}]}`. */
function readMixture(source: Source, object: JsonObject, depth: number): MeasureSpec | null {
  const { offset, length } = object.span;
  if (depth > mixtureDepth) {
    source.reportSyntax('depth', offset, offset + length);
    return null;
  }
  const known = ['family', 'weights', 'components'];
  const unknown = object.members.find(({ key }) => !known.includes(key));
  if (unknown !== undefined) {
    const { keySpan } = unknown;
    source.reportSyntax('unexpected-token', keySpan.offset, keySpan.offset + keySpan.length, 'components');
    return null;
  }
  const weights = memberOf(object, 'weights')?.value;
  const components = memberOf(object, 'components')?.value;
  if (weights === undefined) reportMissing(source, object, 'weights');
  else if (weights.type !== 'numbers' || weights.array.shape.length !== 1)
    reportType(source, weights, 'numbers');
  if (components === undefined) reportMissing(source, object, 'components');
  else if (components.type !== 'list') reportType(source, components, 'components');
  if (weights?.type !== 'numbers' || weights.array.shape.length !== 1 || components?.type !== 'list')
    return null;
  const { values, places, span } = weights.array;
  if (values.length !== components.items.length || values.length === 0) {
    const expected = components.items.length;
    const data = { what: 'parameter', parameter: 'weights', length: values.length, expected } as const;
    source.report('length-mismatch', span.offset, span.offset + span.length, data);
    return null;
  }
  const read = components.items.map((item, index) => {
    const measure = readValue(source, item, depth + 1);
    const weightSpan = places.spanOf(index);
    return measure === null ? null : { weight: values[index], weightSpan, measure };
  });
  const whole = read.filter((component) => component !== null);
  if (whole.length < read.length) return null;
  const decimals = whole.map(
    (_, index) => decimalPlaces(writtenNumber(source.text, weights.array, index)) ?? 0,
  );
  return { kind: 'mixture', components: whole, rounding: roundingOf(decimals), span: object.span };
}

function isNull({ text }: Source, { type, span }: JsonValue): boolean {
  return type === 'other' && text.slice(span.offset, span.offset + span.length) === 'null';
}

function readParameter(source: Source, value: JsonValue): ParameterValue | null {
  if (value.type === 'string') return constantIn(source, value);
  if (value.type === 'numbers') {
    const { shape, values } = value.array;
    const [rows, columns] = shape;
    if (rows === undefined) return values[0];
    if (columns === undefined) return [...values];
    if (shape.length === 2) {
      return Array.from({ length: rows }, (_, row) => [
        ...values.subarray(row * columns, (row + 1) * columns),
      ]);
    }
  }
  reportType(source, value, 'numbers');
  return null;
}

function readDensity(source: Source, object: JsonObject): MeasureSpec | null {
  const density = memberOf(object, 'density')?.value;
  const support = memberOf(object, 'support')?.value;
  if (density?.type !== 'string') {
    if (density !== undefined) reportType(source, density, 'density');
    return null;
  }
  if (support === undefined) {
    reportMissing(source, object, 'support');
    return null;
  }
  if (support.type !== 'list' || support.items.length !== 2) {
    reportType(source, support, 'support');
    return null;
  }
  const unknown = object.members.find(({ key }) => key !== 'density' && key !== 'support');
  if (unknown !== undefined) {
    const { offset, length } = unknown.keySpan;
    source.reportSyntax('unexpected-token', offset, offset + length, 'support');
    return null;
  }
  const { text, span } = inside(source, density);
  const { expression, problem } = readExpression(text, span.offset);
  if (problem !== null) {
    source.problems.push(problem);
    return null;
  }
  const [lower, upper] = support.items.map((end) => readEnd(source, end));
  return lower === null || upper === null || lower === undefined || upper === undefined
    ? null
    : { kind: 'density', expression, support: [lower, upper], span };
}

function readEnd(source: Source, value: JsonValue): SupportEndSpec | null {
  const read = readParameter(source, value);
  if (typeof read === 'number') return { value: read, span: value.span };
  if (read !== null) reportType(source, value, 'number');
  return null;
}

function constantIn(source: Source, value: JsonString): number | null {
  const { text, span } = inside(source, value);
  const constant = readConstant(text, span.offset);
  if (constant.problem === null) return constant.value;
  source.problems.push(constant.problem);
  return null;
}

/** As it stands between the quotes, so that places in it are places in the text. */
function inside({ text }: Source, { span }: JsonString): { readonly text: string; readonly span: Span } {
  const offset = span.offset + 1;
  const length = Math.max(0, span.length - 2);
  return { text: text.slice(offset, offset + length), span: { offset, length } };
}

function reportMissing(source: Source, { span }: JsonObject, expected: string): void {
  source.reportSyntax('missing-value', span.offset, span.offset + span.length, expected);
}
