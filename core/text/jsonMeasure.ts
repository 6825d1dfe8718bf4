import type { MeasureSpec, ParameterSpec, SupportEndSpec } from '../divergence/continuous/measureSpec';
import type { ParameterValue } from '../divergence/families/family';
import type { Span } from '../problem';
import { readConstant, readExpression } from './densityParser';
import type { JsonMember, JsonObject, JsonValue } from './json';
import { reportType } from './jsonNetwork';
import type { NumberArray } from './reading';
import type { Source } from './source';

type JsonString = Extract<JsonValue, { type: 'string' }>;

/** `{"family": "normal", "loc": 0}` or `{"density": "exp(-x)", "support": [0, "inf"]}`; a list is a categorical. */
export function readJsonMeasure(source: Source, { value }: JsonMember): MeasureSpec | null {
  if (value.type === 'numbers' && value.array.shape.length === 1) return categorical(value.array);
  if (value.type !== 'object') {
    reportType(source, value, 'family');
    return null;
  }
  return memberOf(value, 'density') === undefined ? readFamily(source, value) : readDensity(source, value);
}

function memberOf({ members }: JsonObject, name: string): JsonMember | undefined {
  return members.find(({ key }) => key === name);
}

function categorical({ values, span }: NumberArray): MeasureSpec {
  const nameSpan = { offset: span.offset, length: 0 };
  const probs = { name: 'probs', value: [...values], span };
  return { kind: 'family', name: 'categorical', nameSpan, parameters: [probs], span };
}

function readFamily(source: Source, object: JsonObject): MeasureSpec | null {
  const name = memberOf(object, 'family')?.value;
  if (name?.type !== 'string') {
    if (name !== undefined) reportType(source, name, 'family');
    else reportMissing(source, object, 'family');
    return null;
  }
  const parameters: ParameterSpec[] = [];
  for (const { key, keySpan, value } of object.members) {
    if (key === 'family' || isNull(source, value)) continue;
    const read = readParameter(source, value);
    if (read === null) return null;
    parameters.push({ name: key, nameSpan: keySpan, value: read, span: value.span });
  }
  return { kind: 'family', name: name.value, nameSpan: name.span, parameters, span: object.span };
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
