import { createProblem, type Problem, type Span, type SyntaxReason } from '../problem';
import {
  type BinaryOperator,
  constants,
  type DensityExpression,
  dependsOnVariable,
  evaluateExpression,
  type FunctionName,
  functionNames,
} from './densityExpression';
import { advance, type Cursor, isOperator, joinSpans, peek, type Token, tokenize } from './densityTokens';

/** Deeper nesting than this is refused, so that no text can exhaust the stack. */
const DEPTH_AT_MOST = 200;
const TOKENS_AT_MOST = 4000;

/** Thrown inside the parser alone; every door catches it and hands the problem out as data. */
class ParseFailure {
  constructor(readonly problem: Problem) {}
}

export function fail(
  token: { readonly text: string; readonly span: Span },
  reason: SyntaxReason,
  expected?: string,
): never {
  const found = token.text === '' ? undefined : token.text;
  throw new ParseFailure(
    createProblem('syntax', token.span, {
      reason,
      ...(found === undefined ? {} : { found }),
      ...(expected === undefined ? {} : { expected }),
    }),
  );
}

/** Runs a parser over the tokens of a text; what it finds wrong is data. */
export function parseWith<Result>(
  text: string,
  offset: number,
  parse: (cursor: Cursor) => Result,
):
  | { readonly result: Result; readonly problem: null }
  | { readonly result: null; readonly problem: Problem } {
  const tokens = tokenize(text, offset);
  if (tokens.length > TOKENS_AT_MOST) {
    const span = { offset, length: text.length };
    const data = { what: 'expression', size: tokens.length, limit: TOKENS_AT_MOST };
    return { result: null, problem: createProblem('too-large', span, data) };
  }
  try {
    return { result: parse({ tokens, place: 0 }), problem: null };
  } catch (failure) {
    if (failure instanceof ParseFailure) return { result: null, problem: failure.problem };
    throw failure;
  }
}

/** Binding powers: an operator takes what binds tighter than its right power. */
const binding: Readonly<Record<BinaryOperator, readonly [number, number]>> = {
  '+': [1, 2],
  '-': [1, 2],
  '*': [3, 4],
  '/': [3, 4],
  '^': [8, 7],
};
const UNARY = 5;

function isBinary(text: string): text is BinaryOperator {
  return Object.hasOwn(binding, text);
}
function isFunction(text: string): text is FunctionName {
  return (functionNames as readonly string[]).includes(text);
}

/** `on`, between a density and its support. */
export function isSupportWord(token: Token): boolean {
  return token.kind === 'name' && token.text === 'on';
}

/** A name that an expression can hold. */
export function isExpressionName(name: string): boolean {
  const lower = name.toLowerCase();
  return lower === 'x' || Object.hasOwn(constants, lower) || isFunction(lower);
}

/**
 * One expression by operator precedence (Pratt 1973): `^` binds tightest and to the right, then the sign,
 * then `*` and `/`, then `+` and `-`. Ends at the first token that cannot continue it.
 */
export function parseExpression(cursor: Cursor, power = 0, depth = 0): DensityExpression {
  if (depth > DEPTH_AT_MOST) fail(peek(cursor), 'depth');
  let left = parsePrefix(cursor, depth);
  for (;;) {
    const token = peek(cursor);
    if (isSupportWord(token)) return left;
    if (token.kind === 'number' || token.kind === 'name' || isOperator(token, '(')) {
      return fail(token, 'missing-separator', '*');
    }
    if (token.kind !== 'operator' || !isBinary(token.text)) return left;
    const [leftPower, rightPower] = binding[token.text];
    if (leftPower < power) return left;
    advance(cursor);
    const right = parseExpression(cursor, rightPower, depth + 1);
    left = { kind: 'binary', operator: token.text, left, right, span: joinSpans(left.span, right.span) };
  }
}

function parsePrefix(cursor: Cursor, depth: number): DensityExpression {
  const token = advance(cursor);
  if (token.kind === 'number') return { kind: 'number', value: Number(token.text), span: token.span };
  if (token.kind === 'name') return parseName(cursor, token, depth);
  if (isOperator(token, '-') || isOperator(token, '+')) {
    const operand = parseExpression(cursor, UNARY, depth + 1);
    return token.text === '+'
      ? operand
      : { kind: 'negate', operand, span: joinSpans(token.span, operand.span) };
  }
  if (isOperator(token, '(')) {
    const inner = parseExpression(cursor, 0, depth + 1);
    const last = close(cursor, token, ')');
    return { ...inner, span: joinSpans(token.span, last.span) };
  }
  if (token.kind === 'end') return fail(token, 'missing-value');
  return fail(token, 'unexpected-token');
}

function parseName(cursor: Cursor, token: Token, depth: number): DensityExpression {
  const name = token.text.toLowerCase();
  if (name === 'x') return { kind: 'variable', span: token.span };
  const constant = Object.hasOwn(constants, name) ? constants[name] : undefined;
  if (constant !== undefined) return { kind: 'number', value: constant, span: token.span };
  if (!isFunction(name)) return fail(token, 'unexpected-token', functionNames.join(', '));
  const open = peek(cursor);
  if (!isOperator(open, '(')) return fail(open, 'unexpected-token', '(');
  advance(cursor);
  const argument = parseExpression(cursor, 0, depth + 1);
  const last = close(cursor, open, ')');
  return { kind: 'call', name, argument, span: joinSpans(token.span, last.span) };
}

/** The bracket that closes `open`. At the end of the text it is the opening one that is reported as unclosed. */
export function close(cursor: Cursor, open: Token, text: string): Token {
  const token = advance(cursor);
  if (isOperator(token, text)) return token;
  if (token.kind === 'end') return fail({ text: open.text, span: token.span }, 'unclosed', text);
  return fail(token, 'unexpected-token', text);
}

export type ExpressionReading =
  | { readonly expression: DensityExpression; readonly problem: null }
  | { readonly expression: null; readonly problem: Problem };

/** Reads the whole text as one expression in x; spans count from `offset`. No part of it is ever executed. */
export function readExpression(text: string, offset = 0): ExpressionReading {
  const { result, problem } = parseWith(text, offset, (cursor) => {
    const expression = parseExpression(cursor);
    const rest = peek(cursor);
    return rest.kind === 'end' ? expression : fail(rest, isOperator(rest, ')') ? 'mismatched' : 'trailing');
  });
  return problem === null ? { expression: result, problem } : { expression: null, problem };
}

export type ConstantReading =
  | { readonly value: number; readonly problem: null }
  | { readonly value: null; readonly problem: Problem };

/** Reads the whole text as an expression without x, such as an end of a support: `pi/2`, `-inf`. */
export function readConstant(text: string, offset = 0): ConstantReading {
  const { expression, problem } = readExpression(text, offset);
  if (problem !== null) return { value: null, problem };
  if (!dependsOnVariable(expression)) return { value: evaluateExpression(expression, Number.NaN), problem };
  const data = { reason: 'unexpected-token', found: 'x' } as const;
  return { value: null, problem: createProblem('syntax', expression.span, data) };
}
