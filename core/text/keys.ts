import {
  ampersand,
  apostrophe,
  colon,
  doubleQuote,
  equalsSign,
  isBlank,
  isDigit,
  isSpace,
  isWordStart,
  isWordUnit,
  openBracket,
} from './characters';
import { onFirstUse } from './onFirstUse';
import { skipString } from './skip';

/** A name as it stands before `=` or `:`. */
export interface Key {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The ends of the quoted keys of a text. In a string every quote of its kind but the last is escaped, so that another string
 * from there would end where this one does: it is looked for once, as a text may have very many escaped quotes.
 */
export class QuotedKeys {
  private from = 0;
  private quote = 0;
  /** The closing quote of the string from there, and its end where it is a key, else −1. */
  private close = -1;
  private keyEnd = -1;

  constructor(
    private readonly text: string,
    private readonly limit: number,
  ) {}

  /** The end of the key that opens with the quote at `at`; `at` where no key stands there. */
  endOf(at: number): number {
    const { text, limit } = this;
    const quote = text.charCodeAt(at);
    if (quote !== this.quote || at <= this.from || at >= this.close) {
      const end = skipString(text, at, limit);
      this.from = at;
      this.quote = quote;
      this.close = text.charCodeAt(end - 1) === quote ? end - 1 : end;
      this.keyEnd = isBeforeColon(text, end, limit) ? end : -1;
    }
    return this.keyEnd < 0 ? at : this.keyEnd;
  }
}

function isBeforeColon(text: string, end: number, limit: number): boolean {
  let next = end;
  while (next < limit && isSpace(text.charCodeAt(next))) next++;
  return next < limit && text.charCodeAt(next) === colon;
}

/** The end of the quoted key at `at` that a colon follows; `at` where no key stands there. */
export function endOfKey(text: string, at: number, limit: number): number {
  const unit = text.charCodeAt(at);
  if (unit !== doubleQuote && unit !== apostrophe) {
    let word = at;
    while (word < limit && isWordUnit(text.charCodeAt(word))) word++;
    return word;
  }
  const end = skipString(text, at, limit);
  return isBeforeColon(text, end, limit) ? end : at;
}

/** An index after a name: `(1)`, `[1]`, `[2][3]`, `{1}`, `^1`, `^{(1)}`, `_{1}`, `(X=1)`. */
const indexPattern =
  /(?:[_^]?\{\(?\d+(?:,\s?\d+)?\)?\}|[_^]?\((?:[A-Za-z]\s*=\s*)?\d+\)|(?:\[\d*\])+|[_^]\d+)/y;

/** A second index behind one: `^0` in `w_{11}^0`, `_{11}` in `w^{(1)}_{11}`, `¹` in `w₁₁¹`. */
const secondIndexPattern = /(?:[_^]\{\(?\d+(?:,\s?\d+)?\)?\}|[_^]\(?\d+\)?|[⁰¹²³⁴-⁹]+)/y;

/** What probabilities are called, `P`, `Pr`, `prob`. */
const longestProbability = 5;
const probability = /^(?:[pq]|pr|prob)$/i;
/**
 * The outcome of a probability, `(rain)`, `(X = heads)`, `(A)`, `(a)`; one of the later small letters alone is a variable.
 */
const outcomePattern = onFirstUse(
  () =>
    /\([ \t]*(?:[A-Za-z][ \t]*=[ \t]*[A-Za-z][ \t]*\)|(?:[A-Za-z][ \t]*=[ \t]*)?(["']?)(?:[a-hA-Z]|[\p{L}_][\p{L}\p{N}_ \t-]*[\p{L}\p{N}_])\1[ \t]*\))/uy,
);

function endOfOutcome(text: string, at: number, end: number): number {
  if (!probability.test(text.slice(at, end))) return end;
  outcomePattern().lastIndex = end;
  return end + (outcomePattern().exec(text)?.[0].length ?? 0);
}

/** Of `P(rain)` the letter and the outcome; null of other names. */
export function probabilityOf(name: string): { readonly side: 'P' | 'Q'; readonly outcome: string } | null {
  const open = name.indexOf('(');
  if (open < 1 || open >= longestProbability || endOfOutcome(name, 0, open) < name.length) return null;
  const inside = name.slice(open + 1, -1).replace(/^[ \t]*[A-Za-z][ \t]*=/, '');
  return { side: /^q/i.test(name) ? 'Q' : 'P', outcome: inside.trim().replace(/^(["'])(.*)\1$/, '$2') };
}

/** The end of the name at `at`, with dots and an index inside it: `W1`, `fc1.weight`, `W^{(1)}`, `P(0)`. */
export function endOfName(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit) {
    const unit = text.charCodeAt(end);
    if (isWordUnit(unit)) end++;
    else if (unit === 46 && isWordUnit(text.charCodeAt(end + 1)) && end > at) end++;
    else break;
  }
  const outcome = end - at < longestProbability ? endOfOutcome(text, at, end) : end;
  if (outcome > end && outcome <= limit) return outcome;
  indexPattern.lastIndex = end;
  const index = indexPattern.exec(text);
  const first = end + (index?.[0].length ?? 0);
  const next = endOfSecondIndex(text, end, first);
  if (next === end || next > limit) return end;
  // `model[0].weight` goes on behind its index.
  const goesOn = text.charCodeAt(next) === 46 && next + 1 < limit && isWordStart(text.charCodeAt(next + 1));
  return goesOn && text.charCodeAt(end) === openBracket ? endOfName(text, next + 1, limit) : next;
}

function endOfSecondIndex(text: string, end: number, at: number): number {
  // Behind letters alone `x²` is a square.
  if (at === end && !/[\d₀-₉]/.test(text.charAt(end - 1))) return at;
  secondIndexPattern.lastIndex = at;
  return at + (secondIndexPattern.exec(text)?.[0].length ?? 0);
}

/**
 * Where the value begins after a name that ends at `at`: after `=`, `:=`, `:`, `<-` or `←`.
 * −1 where nothing is assigned there, as in `==` or `<=`.
 */
export function valueAfterSign(text: string, at: number, limit: number): number {
  let place = at;
  while (place < limit && isBlank(text.charCodeAt(place))) place++;
  // LaTeX aligns at `&=`.
  if (text.charCodeAt(place) === ampersand) place++;
  const unit = text.charCodeAt(place);
  if (place >= limit) return -1;
  const next = text.charCodeAt(place + 1);
  if (unit === colon) return next === equalsSign ? place + 2 : next === colon ? -1 : place + 1;
  if (unit === equalsSign) return next === equalsSign || next === 62 ? -1 : place + 1;
  // R's arrow, typed or typeset.
  if (unit === 60 && next === 45) return place + 2;
  return unit === 0x2190 ? place + 1 : -1;
}

/** Whether a name and a sign of assignment stand at `at`. */
export function beginsAssignment(text: string, at: number, limit: number): boolean {
  if (!isWordStart(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))) return false;
  return valueAfterSign(text, endOfName(text, at, limit), limit) >= 0;
}

const annotation = /[ \t]*&?\w*[[(]+[A-Za-z][^=\n{}"']{0,80}?=(?!=)/y;

/** Past a type in brackets and its `=`, as in `w: [[f64; 2]; 2] = …`; `at` itself where there is none. */
export function afterAnnotation(text: string, at: number, limit: number): number {
  if (at < 1 || text.charCodeAt(at - 1) !== colon) return at;
  annotation.lastIndex = at;
  return annotation.test(text) && annotation.lastIndex <= limit ? annotation.lastIndex : at;
}
