import { inSteps, type MaybeSteps, type Steps } from '../steps';
import { ampersand, backslash, closerOf, colon, endOfToken, isLineBreak, openBrace } from './characters';
import { readChoiceCall, takesChoice } from './choiceCall';
import { skipConstructor } from './constructors';
import { withoutSize } from './declaration';
import { readForwardFormula, readNamedFunction } from './forwardFormula';
import type { FoundItems } from './foundItems';
import type { Name } from './items';
import { opensObject } from './jsonReader';
import { afterAnnotation, endOfName, valueAfterSign } from './keys';
import { readDictionary } from './labelledOutcomes';
import { readLatexFraction } from './latex';
import { opensArray } from './lookahead';
import type { LooseNumbers } from './looseNumbers';
import { type ModuleList, readModuleList } from './moduleList';
import { parseName, type Role } from './names';
import type { NotationReader } from './notationReader';
import { mayBeginNumber } from './number';
import type { RowsExtent } from './rowsReader';
import type { Source } from './source';
import { skipBlanks, skipSpace } from './spaces';
import { composedAt, percentAt } from './spelling';
import { isSpelledLine } from './strayRows';

/** Chains of outcomes, `Q(0) = Q(1) = 1/2`, are not longer. */
const mostLinks = 100;

/** What a value is assigned to. */
interface Target {
  readonly name: Name;
  readonly role: Role | null;
  /** Whether the sign between the two is a colon, which stands in programs and prose too. */
  readonly byColon: boolean;
}

/** Reads `name = value`, and adds the value under its name to what was found. */
export class AssignmentReader {
  /** How many outcomes of a chain are open, and up to where a chain was found to end in no value. */
  private links = 0;
  private unchainedBefore = 0;

  constructor(
    private readonly source: Source,
    private readonly limit: number,
    private readonly found: FoundItems,
    private readonly notations: NotationReader,
    private readonly numbers: LooseNumbers,
  ) {}

  /** The end of what is assigned to `name`, where `sign` is the end of the sign after it; null where that is no assignment we know. */
  read(name: Name, sign: number): MaybeSteps<number | null> {
    const { limit } = this;
    const { text } = this.source;
    const afterSign = afterAnnotation(text, sign, limit);
    const { role } = parseName(name.text);
    // Without a name that we know, `a &= 3` is a program's.
    if (role === null && text.charCodeAt(afterSign - 2) === ampersand) return null;
    const target = { name, role, byColon: text.charCodeAt(afterSign - 1) === colon };
    const at = skipBlanks(text, afterSign, limit);
    const isDistribution = role === 'p' || role === 'q';
    return isDistribution && this.goesOn(name, at) ? this.readChain(target, at) : this.readValue(target, at);
  }

  private readValue(target: Target, at: number): MaybeSteps<number | null> {
    const own = this.notations.readValue(target.name, at);
    return own === null ? this.readPlain(target, at) : this.orPlain(own, target, at);
  }

  private *orPlain(own: Steps<number | null>, target: Target, at: number): Steps<number | null> {
    const end = yield* own;
    return end ?? (yield* inSteps(this.readPlain(target, at)));
  }

  /** A value in no notation of its own. */
  private readPlain(target: Target, valueStart: number): MaybeSteps<number | null> {
    const { limit } = this;
    const { text } = this.source;
    const modules = target.role === null && !target.byColon ? readModuleList(text, valueStart, limit) : null;
    if (modules !== null) return this.readModules(target.name, modules);
    const at = skipConstructor(text, valueStart, limit);
    if (at >= limit || !isLineBreak(text.charCodeAt(at))) return this.readAt(target, at, 'line');
    const below = skipSpace(text, at, limit, 'text');
    const own = below < limit ? this.notations.readValue(target.name, below) : null;
    return own === null ? this.readAt(target, below, 'block') : this.orBelow(own, target, below);
  }

  private *orBelow(own: Steps<number | null>, target: Target, at: number): Steps<number | null> {
    const end = yield* own;
    return end ?? (yield* inSteps(this.readAt(target, at, 'block')));
  }

  /** The value at `at`, which stands behind the sign or on the lines below it. */
  private readAt({ name, role, byColon }: Target, at: number, extent: RowsExtent): MaybeSteps<number | null> {
    const { source, limit } = this;
    const { text } = source;
    if (at >= limit) {
      if (role === null || byColon) return null;
      source.reportSyntax('missing-value', limit, limit, 'value');
      return limit;
    }
    const unit = text.charCodeAt(at);
    // `b2[1] = {7}` declares a size, as C does.
    const isKnown = role !== null || (unit === openBrace && parseName(withoutSize(name.text)).role !== null);
    const isObject = opensObject(text, at, limit);
    if (isObject && (role === 'p' || role === 'q')) return this.readOutcomes(name, at);
    // `weights = {"W1": …}`: what the object holds has names of its own.
    if (isObject) return null;
    if (closerOf(unit) !== 0 && opensArray(source, at, limit, isKnown)) {
      return this.numbers.readArray(name, at, null);
    }
    const factor = byColon ? null : this.numbers.factorAt(at, role !== null);
    if (factor !== null) return this.numbers.readArray(name, factor.end, factor);
    if (byColon && role === null) return null;
    if (takesChoice(role) && unit !== backslash) return this.readChoice(name, at);
    const named = byColon ? null : this.readFunction(name, role, at);
    if (named !== null) return named;
    if (mayBeginNumber(unit) && source.scanner.scan(text, at, limit) !== 'none') {
      return this.numbers.readRows(name, at, extent);
    }
    if (!byColon && isSpelledLine(text, at, limit)) return this.numbers.readRows(name, at, extent);
    if (role !== null && !byColon && (composedAt(text, at, limit) ?? percentAt(text, at, limit)) !== null) {
      return this.numbers.readRows(name, at, extent);
    }
    const fraction = readLatexFraction(source, at, limit);
    if (fraction !== null) {
      const end = at + fraction.span.length;
      const span = { offset: name.span.offset, length: end - name.span.offset };
      this.found.add({ kind: 'array', name, array: fraction, form: null, span });
      return end;
    }
    if ((role === 'weights' || role === 'biases') && !byColon) {
      const end = endOfToken(text, at, limit);
      source.reportSyntax('unexpected-token', at, end, 'numbers');
      return end;
    }
    return null;
  }

  /** Whether another outcome and a sign follow where the value of this one should stand: `Q(0) = Q(1) = 1/2`. */
  private goesOn(name: Name, at: number): boolean {
    const { limit } = this;
    const { text } = this.source;
    if (at < this.unchainedBefore) return false;
    const end = endOfName(text, at, limit);
    if (valueAfterSign(text, end, limit) < 0) return false;
    if (!isOutcome(name.text) || !isOutcome(text.slice(at, end))) return false;
    if (this.links < mostLinks) return true;
    this.unchainedBefore = at + 1;
    return false;
  }

  /** The probability of one outcome is that of the next too. */
  private *readChain(target: Target, at: number): Steps<number | null> {
    const { text } = this.source;
    const { name } = target;
    const end = endOfName(text, at, this.limit);
    const inner = { text: text.slice(at, end), span: { offset: at, length: end - at } };
    const before = this.found.items.length;
    this.links++;
    const next = yield* inSteps(this.read(inner, valueAfterSign(text, end, this.limit)));
    this.links--;
    if (next === null) {
      this.unchainedBefore = Math.max(this.unchainedBefore, at + 1);
      return yield* inSteps(this.readValue(target, at));
    }
    const value = this.found.items[before];
    if (value?.kind !== 'array') return next;
    const { offset, length } = value.span;
    const start = name.span.offset;
    this.found.add({ ...value, name, span: { offset: start, length: offset + length - start } });
    return next;
  }

  /** What a program says of activations without giving a name to it: `sigma = tanh`, `h = relu(W1 x + b1)`, a list of modules. */
  private readFunction(name: Name, role: Role | null, at: number): MaybeSteps<number | null> {
    const { limit } = this;
    const { text } = this.source;
    if (role !== null && role !== 'target' && role !== 'activation') return null;
    const choice =
      (role !== 'target' ? readNamedFunction(text, name, at, limit) : null) ??
      readForwardFormula(text, name, at, limit);
    if (choice === null) return null;
    this.found.add(choice);
    return choice.span.offset + choice.span.length;
  }

  private *readModules({ span }: Name, { layers, end }: ModuleList): Steps<number> {
    for (const { place, at, activation } of layers) {
      const call =
        activation === null ? null : yield* readChoiceCall(this.source, 'activation', activation, this.limit);
      const choice = call?.choice ?? { name: 'identity', parameters: {}, span: { offset: at, length: 0 } };
      const name = { text: `activation${place}`, span };
      this.found.add({ kind: 'choice', name, choice, span: choice.span });
    }
    return end;
  }

  private *readOutcomes(name: Name, at: number): Steps<number> {
    const { array, labels, end } = yield* readDictionary(this.source, at, this.limit);
    const start = name.span.offset;
    const span = { offset: start, length: end - start };
    if (array !== null) this.found.add({ kind: 'array', name, array, form: null, span, labels });
    return end;
  }

  private *readChoice(name: Name, at: number): Steps<number | null> {
    const { role } = parseName(name.text);
    const call = yield* readChoiceCall(this.source, role, at, this.limit);
    if (call === null) return null;
    const { choice, reduction } = call;
    const end = choice.span.offset + choice.span.length;
    const start = name.span.offset;
    this.found.add({ kind: 'choice', name, choice, span: { offset: start, length: end - start } });
    if (reduction !== null) {
      const own = { text: 'reduction', span: reduction.span };
      this.found.add({ kind: 'choice', name: own, choice: reduction, span: reduction.span });
    }
    return end;
  }
}

/** `P(0)`, `q_1`. */
function isOutcome(written: string): boolean {
  const { role, index } = parseName(written);
  return (role === 'p' || role === 'q') && index !== null;
}
