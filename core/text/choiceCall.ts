import { findActivation } from '../network/activations';
import type { ParameterSpec } from '../network/activations/activation';
import { findLoss } from '../network/losses';
import { findOptimizer } from '../network/training/optimizers';
import type { Steps } from '../steps';
import { ArrayReader } from './arrayReader';
import {
  apostrophe,
  closerOf,
  comma,
  doubleQuote,
  endOfToken,
  equalsSign,
  isDigit,
  isWordStart,
  isWordUnit,
} from './characters';
import type { Role } from './names';
import type { NamedChoice, NumberArray, NumberToken, WordToken } from './reading';
import { closingParenthesis, skipString } from './skip';
import type { Source } from './source';
import { skipSpace } from './spaces';

export interface ChoiceCall {
  readonly choice: NamedChoice;
  /** `reduction='sum'` among the arguments of a loss, as a choice of its own. */
  readonly reduction: NamedChoice | null;
}

const opening = 40;
const closing = 41;

/**
 * A name with or without arguments: `softplus`, `leaky_relu(0.2)`, `huber_loss(delta=2)`,
 * `nn.GELU('tanh')`. Arguments without a name are the parameters in the order of their definition.
 * Null where no name stands.
 */
export function* readChoiceCall(
  source: Source,
  role: Role | null,
  start: number,
  limit: number,
): Steps<ChoiceCall | null> {
  const { text } = source;
  const unit = text.charCodeAt(start);
  const isQuoted = unit === doubleQuote || unit === apostrophe;
  if (!isQuoted && !isWordStart(unit)) return null;
  const nameEnd = isQuoted ? skipString(text, start, limit) : endOfDotted(text, start, limit);
  const name = isQuoted ? text.slice(start + 1, nameEnd - 1) : text.slice(start, nameEnd);
  const bare: NamedChoice = { name, parameters: {}, span: { offset: start, length: nameEnd - start } };
  if (isQuoted || nameEnd >= limit || text.charCodeAt(nameEnd) !== opening) {
    return { choice: bare, reduction: null };
  }
  const specs = specsOf(role, name);
  const reader = new ArgumentReader(source, limit);
  const end = yield* reader.read(nameEnd + 1, specs);
  const { parameters, words, arrays } = reader;
  const { reduction, ...rest } = words;
  return {
    choice: {
      name,
      parameters,
      ...(Object.keys(rest).length === 0 ? {} : { words: rest }),
      ...(Object.keys(arrays).length === 0 ? {} : { arrays }),
      span: { offset: start, length: end - start },
    },
    reduction:
      reduction === undefined ? null : { name: reduction.word, parameters: {}, span: reduction.span },
  };
}

function specsOf(role: Role | null, name: string): readonly ParameterSpec[] {
  switch (role) {
    case 'activation':
      return findActivation(name).found?.parameters ?? [];
    case 'loss':
      return findLoss(name).found?.parameters ?? [];
    case 'optimizer':
      return findOptimizer(name).found?.parameters ?? [];
    default:
      return [];
  }
}

function endOfDotted(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && (isWordUnit(text.charCodeAt(end)) || /^\.[\p{L}_]/u.test(text.slice(end, end + 2))))
    end++;
  return end;
}

/** Reads what stands between parentheses. What is no number, word or list of numbers is reported. */
class ArgumentReader {
  readonly parameters: Record<string, NumberToken> = {};
  readonly words: Record<string, WordToken> = {};
  readonly arrays: Record<string, NumberArray> = {};

  constructor(
    private readonly source: Source,
    private readonly limit: number,
  ) {}

  /** The end of the parenthesis. */
  *read(start: number, specs: readonly ParameterSpec[]): Steps<number> {
    const { source, limit } = this;
    const { text } = source;
    let at = this.skip(start);
    for (let place = 0; ; place++) {
      if (at >= limit) {
        source.reportSyntax('unclosed', limit, limit, ')');
        return limit;
      }
      if (text.charCodeAt(at) === closing) return at + 1;
      const named = this.nameAt(at);
      const name = named?.name ?? specs[place]?.name ?? `${place + 1}`;
      const end =
        this.expressionEnd(named?.valueStart ?? at) ?? (yield* this.readValue(name, named?.valueStart ?? at));
      if (end === null) return this.skipRest(at);
      at = this.skip(end);
      if (text.charCodeAt(at) === comma) at = this.skip(at + 1);
      else if (at < limit && text.charCodeAt(at) !== closing) {
        source.reportSyntax('missing-separator', at, endOfToken(text, at, limit), ',');
        return this.skipRest(at);
      }
    }
  }

  private nameAt(at: number): { readonly name: string; readonly valueStart: number } | null {
    const { text } = this.source;
    let end = at;
    while (end < this.limit && isWordUnit(text.charCodeAt(end))) end++;
    const sign = this.skip(end);
    const isNamed = end > at && !isDigit(text.charCodeAt(at)) && text.charCodeAt(sign) === equalsSign;
    return isNamed ? { name: text.slice(at, end), valueStart: this.skip(sign + 1) } : null;
  }

  /**
   * The end of an argument that is a program's own, `model.parameters()` or `torch.sigmoid(z)`, which is no parameter; null
   * where the argument is anything else.
   */
  private expressionEnd(at: number): number | null {
    const { text } = this.source;
    if (!isWordStart(text.charCodeAt(at))) return null;
    let end = endOfDotted(text, at, this.limit);
    if (!/[.]/.test(text.slice(at, end)) && text.charCodeAt(end) !== opening) return null;
    while (text.charCodeAt(end) === opening) {
      const close = closingParenthesis(text, end + 1, this.limit);
      if (close === null) return null;
      end = endOfDotted(text, close + 1, this.limit);
    }
    return end;
  }

  private *readValue(name: string, at: number): Steps<number | null> {
    const { source, limit } = this;
    const { text } = source;
    const unit = text.charCodeAt(at);
    if (closerOf(unit) !== 0 && unit !== opening) {
      const reader = new ArrayReader(source, at, limit, 'text');
      this.arrays[name] = yield* reader.read();
      return reader.end;
    }
    if (source.scanner.scan(text, at, limit) === 'number') {
      const { value, end } = source.scanner;
      this.parameters[name] = { value, span: { offset: at, length: end - at } };
      return end;
    }
    if (unit === doubleQuote || unit === apostrophe) {
      const end = skipString(text, at, limit);
      this.words[name] = { word: text.slice(at + 1, end - 1), span: { offset: at, length: end - at } };
      return end;
    }
    let end = at;
    while (end < limit && isWordUnit(text.charCodeAt(end))) end++;
    if (end > at) {
      const word = text.slice(at, end);
      // Python's spelling of what JSON has in lower case.
      const plain = /^(?:True|False)$/.test(word) ? word.toLowerCase() : word;
      if (word !== 'None') this.words[name] = { word: plain, span: { offset: at, length: end - at } };
      return end;
    }
    source.reportSyntax('unexpected-token', at, endOfToken(text, at, limit), 'value');
    return null;
  }

  /** To the end of the line at most. */
  private skipRest(at: number): number {
    const { text } = this.source;
    let end = at;
    while (end < this.limit && text.charCodeAt(end) !== closing && text.charAt(end) !== '\n') end++;
    return text.charCodeAt(end) === closing ? end + 1 : end;
  }

  private skip(at: number): number {
    return skipSpace(this.source.text, at, this.limit, 'text');
  }
}

/** Whether a key or name of this role takes the name of one of ours. */
export function takesChoice(role: Role | null): boolean {
  return role === 'activation' || role === 'loss' || role === 'reduction' || role === 'optimizer';
}
