import type { Span } from '../problem';
import { onFirstUse } from './onFirstUse';

export type TokenKind = 'number' | 'name' | 'operator' | 'end' | 'unknown';

export interface Token {
  readonly kind: TokenKind;
  /** As written, but `−`, `·`, `×`, `**`, `‖` and `π` in their plain forms. */
  readonly text: string;
  readonly span: Span;
}

const pattern = onFirstUse(
  () =>
    /(\s+)|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_∞][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)|(\*\*|\|\||[-+*/^(),[\]=;:−·×‖∥])/uy,
);

const plain: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['·', '*'],
  ['×', '*'],
  ['**', '^'],
  ['‖', '||'],
  ['∥', '||'],
  ['π', 'pi'],
  ['∞', 'inf'],
]);

/**
 * The tokens of an expression or of calls of families, without spaces, ended by one of kind `end`.
 * Offsets count from the start of `text` plus `offset`. A character of no token is one of kind `unknown`.
 */
export function tokenize(text: string, offset = 0): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    pattern().lastIndex = at;
    const match = pattern().exec(text);
    const written = match?.[0] ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
    const span = { offset: offset + at, length: written.length };
    at += written.length;
    if (match?.[1] !== undefined) continue;
    const kind =
      match === null
        ? 'unknown'
        : match[2] !== undefined
          ? 'number'
          : match[3] !== undefined
            ? 'name'
            : 'operator';
    tokens.push({ kind, text: plain.get(written) ?? written, span });
  }
  tokens.push({ kind: 'end', text: '', span: { offset: offset + text.length, length: 0 } });
  return tokens;
}

/** A place in a list of tokens; the last one, `end`, is never passed. */
export interface Cursor {
  readonly tokens: readonly Token[];
  place: number;
}

export function peek(cursor: Cursor): Token {
  const token = cursor.tokens[Math.min(cursor.place, cursor.tokens.length - 1)];
  return token ?? { kind: 'end', text: '', span: { offset: 0, length: 0 } };
}

export function advance(cursor: Cursor): Token {
  const token = peek(cursor);
  if (token.kind !== 'end') cursor.place++;
  return token;
}

export function isOperator(token: Token, text: string): boolean {
  return token.kind === 'operator' && token.text === text;
}

export function joinSpans(first: Span, last: Span): Span {
  return { offset: first.offset, length: last.offset + last.length - first.offset };
}
