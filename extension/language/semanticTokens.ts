import { families } from '../../core/divergence/families';
import { activations } from '../../core/network/activations';
import { losses } from '../../core/network/losses';
import type { Span } from '../../core/problem';
import { onFirstUse } from '../../core/text/onFirstUse';

/** The kinds of tokens, in the order of the legend. */
export const tokenTypes = [
  'comment',
  'string',
  'number',
  'property',
  'variable',
  'function',
  'keyword',
  'operator',
] as const;
export type TokenType = (typeof tokenTypes)[number];

export interface Token {
  readonly span: Span;
  readonly type: TokenType;
}

/** In the order in which they are tried at a place. */
const token = onFirstUse(
  () =>
    /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))|(?<=^|\s)[#%][^\n]*)|(?<string>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|(?<number>(?<![\w.])[-+−]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?:\/\d+)?%?|[-+−]?(?:NaN|Infinity|∞|\binf\b))|(?<word>[\p{L}_][\p{L}\p{N}_.]*)|(?<operator>\|\||‖|:=|<-|[=←])/gmu,
);

/** A number in quotes is one all the same. */
const numberInQuotes = /^["']\s*[-+−]?[\d.][\d./eE+\-_]*\s*["']$/;
const keywords = new Set(['KL', 'on', 'true', 'false', 'null']);

/** The tokens of a fenced block, which has no grammar of its own: keys, names, numbers, comments. */
export function tokensOf(text: string, region: Span): readonly Token[] {
  const content = text.slice(region.offset, region.offset + region.length);
  return Array.from(content.matchAll(token())).flatMap((match) => {
    const [written] = match;
    const type = typeOf(
      match,
      content.slice(match.index + written.length, match.index + written.length + 20),
    );
    if (type === null) return [];
    return linesOf(written, region.offset + match.index).map((span) => ({ span, type }));
  });
}

function typeOf({ 0: written, groups = {} }: RegExpMatchArray, after: string): TokenType | null {
  if (groups.comment !== undefined) return 'comment';
  if (groups.number !== undefined) return 'number';
  if (groups.operator !== undefined) return 'operator';
  if (groups.string !== undefined) {
    if (/^\s*:/.test(after)) return 'property';
    if (numberInQuotes.test(written)) return 'number';
    return isKnown(written.slice(1, -1)) ? 'function' : 'string';
  }
  if (keywords.has(written)) return 'keyword';
  if (/^\s*(?:=(?![=>])|:|<-|←)/.test(after)) return 'variable';
  return /^\s*\(/.test(after) || isKnown(written) ? 'function' : null;
}

const plain = (name: string) => name.replace(/[_-]/g, '').toLowerCase();

const names: ReadonlySet<string> = new Set(
  [...activations, ...losses, ...families].flatMap(({ name, aliases }) => [name, ...aliases].map(plain)),
);

function isKnown(name: string): boolean {
  return names.has(plain(name));
}

/** A token of several lines as one a line, as editors want it. */
function linesOf(written: string, offset: number): readonly Span[] {
  const spans: Span[] = [];
  let at = offset;
  for (const line of written.split('\n')) {
    if (line.length > 0) spans.push({ offset: at, length: line.length });
    at += line.length + 1;
  }
  return spans;
}

/** As the protocol has them: five numbers a token, each place relative to the one before. */
export function encodeTokens(
  tokens: readonly Token[],
  positionAt: (offset: number) => { readonly line: number; readonly character: number },
): number[] {
  let [line, character] = [0, 0];
  return tokens.flatMap(({ span, type }) => {
    const at = positionAt(span.offset);
    const relative = [at.line - line, at.line === line ? at.character - character : at.character];
    [line, character] = [at.line, at.character];
    return [...relative, span.length, tokenTypes.indexOf(type), 0];
  });
}
