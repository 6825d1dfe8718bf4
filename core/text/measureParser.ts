import type {
  MeasureSpec,
  ParameterSpec,
  SupportEndSpec,
  WeightedSpec,
} from '../divergence/continuous/measureSpec';
import { findFamily } from '../divergence/families';
import type { ParameterValue } from '../divergence/families/family';
import { decimalPlaces } from '../exact/parseRational';
import type { Span } from '../problem';
import { dependsOnVariable, evaluateExpression } from './densityExpression';
import { close, fail, isSupportWord, parseExpression } from './densityParser';
import { advance, type Cursor, isOperator, joinSpans, peek, type Token } from './densityTokens';

/** A mixture in a mixture may stand this deep. */
const DEPTH_AT_MOST = 8;

/** Calls that only wrap a number or a list in other languages. */
const wrappers = new Set(['tensor', 'array', 'constant', 'as_tensor']);

/** The name without the modules in front of it. */
export const lastPart = (name: string) => name.slice(name.lastIndexOf('.') + 1);

/** A name and an opening bracket. */
export function looksLikeMeasure(cursor: Cursor): boolean {
  const token = peek(cursor);
  const next = cursor.tokens[cursor.place + 1];
  return token.kind === 'name' && next !== undefined && isOperator(next, '(');
}

/** A family, a mixture, or a density with its support. */
export function parseMeasure(cursor: Cursor, depth = 0): MeasureSpec {
  if (!isDensityAhead(cursor) && (looksLikeMeasure(cursor) || startsWeighted(cursor))) {
    return parseMixture(cursor, depth);
  }
  const expression = parseExpression(cursor);
  const word = advance(cursor);
  if (!isSupportWord(word)) return fail(word, 'unexpected-token', 'on');
  const open = advance(cursor);
  if (!isOperator(open, '[') && !isOperator(open, '(')) return fail(open, 'unexpected-token', '[');
  const lower = parseEnd(cursor);
  const comma = advance(cursor);
  if (!isOperator(comma, ',')) return fail(comma, 'missing-separator', ',');
  const upper = parseEnd(cursor);
  const last = advance(cursor);
  if (!isOperator(last, ']') && !isOperator(last, ')')) {
    return fail(last, last.kind === 'end' ? 'unclosed' : 'unexpected-token', ']');
  }
  return { kind: 'density', expression, support: [lower, upper], span: expression.span };
}

/** Whether `on` comes before the measure ends, at the bracket depth where it starts. */
function isDensityAhead(cursor: Cursor): boolean {
  let depth = 0;
  for (let place = cursor.place; place < cursor.tokens.length; place++) {
    const token = cursor.tokens[place];
    if (token === undefined || isOperator(token, '||')) return false;
    if (depth === 0 && isOperator(token, ',')) return false;
    if (isOperator(token, '(')) depth++;
    if (isOperator(token, ')') && --depth < 0) return false;
    if (depth === 0 && isSupportWord(token)) return true;
  }
  return false;
}

function parseEnd(cursor: Cursor): SupportEndSpec {
  const expression = parseExpression(cursor);
  if (dependsOnVariable(expression)) return fail({ text: 'x', span: expression.span }, 'unexpected-token');
  return { value: evaluateExpression(expression, Number.NaN), span: expression.span };
}

function parseFamily(cursor: Cursor): MeasureSpec {
  const name = advance(cursor);
  const open = advance(cursor);
  const parameters: ParameterSpec[] = [];
  while (!isOperator(peek(cursor), ')')) {
    parameters.push(parseParameter(cursor));
    if (!isOperator(peek(cursor), ',')) break;
    advance(cursor);
  }
  const last = close(cursor, open, ')');
  return {
    kind: 'family',
    name: isOfVectors(name.text, parameters) ? 'multivariate_normal' : name.text,
    nameSpan: name.span,
    parameters,
    span: joinSpans(name.span, last.span),
  };
}

/** Whether `N(μ, Σ)` has a vector for its mean and a matrix behind it, which are those of several variables. */
function isOfVectors(name: string, parameters: readonly ParameterSpec[]): boolean {
  const [mean, covariance] = parameters.map(({ value }) => value);
  const isMatrix = Array.isArray(covariance) && covariance.every((row) => Array.isArray(row));
  return isMatrix && Array.isArray(mean) && findFamily(name).found?.name === 'normal';
}

function parseParameter(cursor: Cursor): ParameterSpec {
  const name = peek(cursor);
  const next = cursor.tokens[cursor.place + 1];
  if (name.kind === 'name' && next !== undefined && (isOperator(next, '=') || isOperator(next, ':'))) {
    cursor.place += 2;
    return { name: name.text, nameSpan: name.span, ...parseValue(cursor, 0) };
  }
  return { name: null, ...parseValue(cursor, 0) };
}

type Value = { readonly value: ParameterValue; readonly span: Span };

function parseValue(cursor: Cursor, depth: number): Value {
  const token = peek(cursor);
  const next = cursor.tokens[cursor.place + 1];
  if (
    token.kind === 'name' &&
    wrappers.has(lastPart(token.text)) &&
    next !== undefined &&
    isOperator(next, '(')
  ) {
    if (depth > 4) return fail(token, 'depth');
    cursor.place += 2;
    const inner = parseValue(cursor, depth + 1);
    close(cursor, next, ')');
    return inner;
  }
  if (isOperator(token, '[')) return parseList(cursor, token, depth);
  const expression = parseExpression(cursor);
  if (dependsOnVariable(expression)) return fail({ text: 'x', span: expression.span }, 'unexpected-token');
  return { value: evaluateExpression(expression, Number.NaN), span: expression.span };
}

function parseList(cursor: Cursor, open: Token, depth: number): Value {
  if (depth > 1) return fail(open, 'depth');
  advance(cursor);
  const entries: ParameterValue[] = [];
  while (!isOperator(peek(cursor), ']')) {
    entries.push(parseValue(cursor, depth + 1).value);
    if (!isOperator(peek(cursor), ',') && !isOperator(peek(cursor), ';')) break;
    advance(cursor);
  }
  const last = close(cursor, open, ']');
  const span = joinSpans(open.span, last.span);
  const numbers = entries.filter((entry): entry is number => typeof entry === 'number');
  if (numbers.length === entries.length) return { value: numbers, span };
  const rows = entries.map((entry) =>
    typeof entry === 'number' ? null : entry.filter((cell): cell is number => typeof cell === 'number'),
  );
  const whole = rows.filter((row): row is number[] => row !== null);
  if (whole.length !== rows.length) return fail({ text: open.text, span }, 'unexpected-type');
  return { value: whole, span };
}

/** The place after a weight, `0.3`, `3/10`, `0.3 *`; where no weight stands there, the place itself. */
function afterWeight({ tokens, place }: Cursor): number {
  if (tokens[place]?.kind !== 'number') return place;
  const [slash, denominator] = [tokens[place + 1], tokens[place + 2]];
  const isFraction = slash !== undefined && isOperator(slash, '/') && denominator?.kind === 'number';
  const after = place + (isFraction ? 3 : 1);
  const times = tokens[after];
  return times !== undefined && isOperator(times, '*') ? after + 1 : after;
}

/** Whether a weight stands there, and behind it a family, or a bracket with one or with a density. */
export function startsWeighted(cursor: Cursor): boolean {
  let place = afterWeight(cursor);
  if (place === cursor.place) return false;
  for (let depth = 0; depth < DEPTH_AT_MOST; depth++) {
    const token = cursor.tokens[place];
    const next = cursor.tokens[place + 1];
    if (token === undefined || next === undefined) return false;
    if (token.kind === 'name' && isOperator(next, '(') && findFamily(token.text).found !== null) return true;
    if (!isOperator(token, '(')) return depth > 0 && cursor.tokens.slice(place).some(isSupportWord);
    place = afterWeight({ tokens: cursor.tokens, place: place + 1 });
  }
  return false;
}

/** `0.3 normal(0, 1) + 0.7 (0.5 normal(2, 1) + 0.5 normal(3, 1))`; one family without a weight is that family. */
function parseMixture(cursor: Cursor, depth: number): MeasureSpec {
  if (depth > DEPTH_AT_MOST) return fail(peek(cursor), 'depth');
  const components: Component[] = [parseComponent(cursor, depth)];
  while (isOperator(peek(cursor), '+')) {
    advance(cursor);
    components.push(parseComponent(cursor, depth));
  }
  const first = components[0]?.spec;
  const last = components.at(-1)?.spec;
  if (first === undefined || last === undefined) return fail(peek(cursor), 'missing-value');
  if (components.length === 1 && components[0]?.places === null) return first.measure;
  return {
    kind: 'mixture',
    components: components.map(({ spec }) => spec),
    rounding: roundingOf(components.map(({ places }) => places ?? 0)),
    span: joinSpans(first.weightSpan, last.measure.span),
  };
}

/** Half a unit of the last digit for each weight; whole numbers and fractions are exact. */
export function roundingOf(places: readonly number[]): number {
  const most = Math.max(...places);
  return most === 0 ? 0 : (places.length * 10 ** -most) / 2;
}

interface Component {
  readonly spec: WeightedSpec;
  /** Decimal places of the weight; 0 for a fraction, null where there is no weight. */
  readonly places: number | null;
}

function parseComponent(cursor: Cursor, depth: number): Component {
  const start = cursor.place;
  const end = afterWeight(cursor);
  const written = cursor.tokens.slice(start, end).filter(({ kind }) => kind === 'number');
  cursor.place = end;
  const open = peek(cursor);
  let measure: MeasureSpec;
  if (isOperator(open, '(')) {
    advance(cursor);
    measure = parseMeasure(cursor, depth + 1);
    close(cursor, open, ')');
  } else if (open.kind === 'name') measure = parseFamily(cursor);
  else return fail(open, open.kind === 'end' ? 'missing-value' : 'unexpected-token', 'family');
  const [first, second] = written;
  if (first === undefined) {
    const weightSpan = { offset: measure.span.offset, length: 0 };
    return { spec: { weight: 1, weightSpan, measure }, places: null };
  }
  return {
    spec: {
      weight: weightOf(first, second),
      weightSpan: joinSpans(first.span, (second ?? first).span),
      measure,
    },
    places: second === undefined ? (decimalPlaces(first.text) ?? 0) : 0,
  };
}

function weightOf(numerator: Token, denominator: Token | undefined): number {
  return Number(numerator.text) / (denominator === undefined ? 1 : Number(denominator.text));
}
