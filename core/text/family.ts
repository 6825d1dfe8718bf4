import type { MeasureSpec } from '../divergence/continuous/measureSpec';
import { findFamily } from '../divergence/families';
import type { Problem, Span } from '../problem';
import { close, fail, isExpressionName, isSupportWord, parseWith } from './densityParser';
import { advance, type Cursor, isOperator, peek } from './densityTokens';
import { namesOfDistances } from './distributionCall';
import { isBaseAt, parseBase, parseUnit } from './logarithmBase';
import { lastPart, looksLikeMeasure, parseMeasure, startsWeighted } from './measureParser';

/** What a text such as `KL(normal(0, 1) || laplace(0, 2))` says; spans count from the start of the text plus `offset`. */
export interface FamilyReading {
  readonly p: MeasureSpec | null;
  readonly q: MeasureSpec | null;
  /** Of the logarithms, where the text says one: `KL(… || …, base=2)`, `… in bits`. */
  readonly base?: number;
  readonly problems: readonly Problem[];
  /** False for one call alone with fewer than two numbers, such as `gamma(x)`: it may be of a program. */
  readonly meant: boolean;
  readonly span: Span;
}

/** Longer texts hold arrays, not calls of families. */
const LENGTH_AT_MOST = 20_000;

/** Names that are of nothing else, so that an unknown family inside them is a slip of the pen. */
const namesKl = new Set(['kl', 'dkl', 'd_kl', 'kl_div', 'kl_divergence']);
const pairNames = new Set([...namesKl, ...namesOfDistances, 'd']);
const singleNames = new Set(['h', 'entropy']);
/**
 * Reads `KL(p || q)`, `kl_divergence(p, q)`, `JS(p, q)`, `H(p)`, `p || q` or `p` alone, each of p and q a family with its
 * parameters (`normal(0, 1)`, `Normal(loc=0, scale=1)`), a mixture of them
 * (`0.3 normal(0, 1) + 0.7 normal(2, 1)`) or a density with its support (`exp(-x) on [0, inf]`). Null where the text is nothing of the kind, so that another notation may try.
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
    const weighted = !outer && startsWeighted(cursor);
    if (outer) cursor.place = 2;
    const isDivergence = outer && namesKl.has(name) && looksLikeMeasure(cursor);
    recognised = isDivergence || namesFamily(cursor) || isDensity(cursor);
    // A product that only begins like a mixture is of a program: where it does not end like one, it is left alone.
    if (!recognised && !weighted) return null;
    const alone = !outer && !cursor.tokens.some((token) => isOperator(token, '||') || isSupportWord(token));
    meant = !alone || cursor.tokens.filter(({ kind }) => kind === 'number').length > 1;
    const p = parseMeasure(cursor);
    const separator = peek(cursor);
    let q: MeasureSpec | null = null;
    const isComma = isOperator(separator, ',') && !isBaseAt(cursor, cursor.place + 1);
    if (isOperator(separator, '||') || (outer && isComma)) {
      advance(cursor);
      q = parseMeasure(cursor);
    } else if (outer && pairNames.has(name)) fail(separator, 'missing-separator', '||');
    const inside = outer ? parseBase(cursor) : null;
    if (outer && second !== undefined) close(cursor, second, ')');
    const base = inside ?? parseUnit(cursor);
    const rest = peek(cursor);
    if (rest.kind !== 'end' && !isOperator(rest, ';')) fail(rest, 'trailing');
    return { p, q, ...(base === null ? {} : { base }) };
  });
  if (problem !== null) return recognised ? { p: null, q: null, problems: [problem], meant, span } : null;
  return result === null ? null : { ...result, problems: [], meant, span };
}

/** Whether the text starts with a call of a family, or holds one beside `||` or inside `KL( )` or `H( )`. */
function namesFamily(cursor: Cursor): boolean {
  const { tokens, place } = cursor;
  const anywhere = place > 0 || tokens.some((token) => isOperator(token, '||'));
  return tokens.some((token, index) => {
    const next = tokens[index + 1];
    const isCall = token.kind === 'name' && next !== undefined && isOperator(next, '(');
    // One letter alone is any function, but for the one that everybody writes so.
    const first = index === 0 && (token.text.length > 1 || token.text === 'N');
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
