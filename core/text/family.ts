import type { MeasureSpec, ParameterSpec, SupportEndSpec } from '../divergence/continuous/measureSpec';
import { findFamily } from '../divergence/families';
import type { ParameterValue } from '../divergence/families/family';
import type { Problem, Span } from '../problem';
import { dependsOnVariable, evaluateExpression } from './densityExpression';
import { close, fail, isExpressionName, isSupportWord, parseExpression, parseWith } from './densityParser';
import { advance, type Cursor, isOperator, joinSpans, peek, type Token } from './densityTokens';

/** What a text such as `KL(normal(0, 1) || laplace(0, 2))` says; spans count from the start of the text plus `offset`. */
export interface FamilyReading {
  readonly p: MeasureSpec | null;
  readonly q: MeasureSpec | null;
  readonly problems: readonly Problem[];
  /** False for one call alone with fewer than two numbers, such as `gamma(x)`: it may be of a program. */
  readonly meant: boolean;
  readonly span: Span;
}

/** Longer texts hold arrays, not calls of families. */
const LENGTH_AT_MOST = 20_000;

/** Names that are of nothing else, so that an unknown family inside them is a slip of the pen. */
const namesKl = new Set(['kl', 'dkl', 'd_kl', 'kl_div', 'kl_divergence']);
const pairNames = new Set([...namesKl, 'd']);
const singleNames = new Set(['h', 'entropy']);
/** Calls that only wrap a number or a list in other languages. */
const wrappers = new Set(['tensor', 'array', 'constant', 'as_tensor']);

const lastPart = (name: string) => name.slice(name.lastIndexOf('.') + 1);

/**
 * Reads `KL(p || q)`, `kl_divergence(p, q)`, `H(p)`, `p || q` or `p` alone, each of p and q a family with its
 * parameters (`normal(0, 1)`, `Normal(loc=0, scale=1)`) or a density with its support
 * (`exp(-x) on [0, inf]`). Null where the text is nothing of the kind, so that another notation may try.
 */
export function readFamilies(text: string, offset = 0): FamilyReading | null {
  if (text.length > LENGTH_AT_MOST) return null;
  const span = { offset, length: text.length };
  let recognised = false;
  let meant = false;
  const { result, problem } = parseWith(text, offset, (cursor) => {
    const first = peek(cursor);
    const second = cursor.tokens[1];
    const isCall = first.kind === 'name' && second !== undefined && isOperator(second, '(');
    const name = lastPart(first.text).toLowerCase();
    const outer = isCall && (pairNames.has(name) || singleNames.has(name));
    if (outer) cursor.place = 2;
    const isDivergence = outer && namesKl.has(name) && looksLikeMeasure(cursor);
    recognised = isDivergence || namesFamily(cursor) || isDensity(cursor);
    if (!recognised) return null;
    const alone = !outer && !cursor.tokens.some((token) => isOperator(token, '||') || isSupportWord(token));
    meant = !alone || cursor.tokens.filter(({ kind }) => kind === 'number').length > 1;
    const p = parseMeasure(cursor);
    const separator = peek(cursor);
    let q: MeasureSpec | null = null;
    if (isOperator(separator, '||') || (outer && isOperator(separator, ','))) {
      advance(cursor);
      q = parseMeasure(cursor);
    } else if (outer && pairNames.has(name)) fail(separator, 'missing-separator', '||');
    if (outer && second !== undefined) close(cursor, second, ')');
    const rest = peek(cursor);
    if (rest.kind !== 'end' && !isOperator(rest, ';')) fail(rest, 'trailing');
    return { p, q };
  });
  if (problem !== null) return recognised ? { p: null, q: null, problems: [problem], meant, span } : null;
  return result === null ? null : { ...result, problems: [], meant, span };
}

/** A name and an opening bracket. */
function looksLikeMeasure(cursor: Cursor): boolean {
  const token = peek(cursor);
  const next = cursor.tokens[cursor.place + 1];
  return token.kind === 'name' && next !== undefined && isOperator(next, '(');
}

/** Whether the text starts with a call of a family, or holds one beside `||` or inside `KL( )` or `H( )`. */
function namesFamily(cursor: Cursor): boolean {
  const { tokens, place } = cursor;
  const anywhere = place > 0 || tokens.some((token) => isOperator(token, '||'));
  return tokens.some((token, index) => {
    const next = tokens[index + 1];
    const isCall = token.kind === 'name' && next !== undefined && isOperator(next, '(');
    const first = index === 0 && token.text.length > 1;
    return isCall && (anywhere || first) && findFamily(token.text).found !== null;
  });
}

/** Whether `on` and a bracket follow words of an expression alone: prose is left alone. */
function isDensity({ tokens, place }: Cursor): boolean {
  const at = tokens.findIndex(isSupportWord);
  const open = tokens[at + 1];
  if (at <= place || open === undefined || !(isOperator(open, '[') || isOperator(open, '('))) return false;
  return tokens.slice(place, at).every((token) => token.kind !== 'name' || isExpressionName(token.text));
}

function parseMeasure(cursor: Cursor): MeasureSpec {
  const start = cursor.place;
  if (looksLikeMeasure(cursor) && !isDensityAhead(cursor)) return parseFamily(cursor);
  cursor.place = start;
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
    name: name.text,
    nameSpan: name.span,
    parameters,
    span: joinSpans(name.span, last.span),
  };
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
