import type { Steps } from '../steps';
import { continuesNumber } from './arrayContinuation';
import { type ArrayForm, deepest } from './arrayForm';
import { previousKinds } from './arrayProgress';
import { ArrayState } from './arrayState';
import { addSpelled, endOfUncertainty, readWord } from './arrayWords';
import {
  closeBrace,
  closeParenthesis,
  closerOf,
  comma,
  isCloser,
  isLineBreak,
  isSpace,
  openParenthesis,
  percent,
  semicolon,
} from './characters';
import { type Checkpoint, checkpointAt } from './checkpoint';
import { mayBeginNumber } from './number';
import type { NumberArray } from './reading';
import type { RunScanner } from './scanner/runScanner';
import { reshape, sideBySide } from './shapes';
import { skipValue } from './skip';
import type { Source } from './source';
import { type CommentStyle, endOfComment } from './spaces';
import { composedAt } from './spelling';
import type { TrackRecall } from './trackRecall';

/** So many tokens pass in well under the 10 ms between two yields. */
const tokensPerSlice = 8_192;
/** So many tokens are read here before the scanner is tried again where it read next to nothing. */
const longestPause = 512;
/** What is worth the call. */
const fewNumbers = 4;

/** Maxima's `%pi` and `%e`, where `%` begins no comment. */
function isConstant(text: string, at: number, unit: number): boolean {
  return unit === percent && /^%(?:pi|e|i|gamma|phi)\b/.test(text.slice(at, at + 7));
}

const rest = { rowSeparators: false, trailingComma: false };
const plainForms = [
  { opener: '[', inner: '[', commas: true, ...rest },
  { opener: '[', inner: '[', commas: false, ...rest },
  { opener: '{', inner: '{', commas: true, ...rest },
  { opener: '{', inner: '{', commas: false, ...rest },
] as const;

/** The form of most arrays, of which a text may have very many: one object for all of them. */
function plainForm(opener: string, commas: boolean): ArrayForm {
  return plainForms[(opener === '[' ? 0 : 2) + (commas ? 0 : 1)] ?? plainForms[0];
}

/**
 * Reads one bracketed array, of any of `[]`, `()`, `{}`, with commas, blanks, `;` and ends of lines between
 * its elements. Iterative: the depth costs no stack. What is wrong is reported and read around.
 */
export class ArrayReader {
  /** Where reading stopped: after the closing bracket. */
  end: number;
  private readonly state: ArrayState;
  private readonly recall: TrackRecall<Checkpoint> | null;
  /** Where what was read of an earlier text may be joined. */
  private joinAt = Number.POSITIVE_INFINITY;
  /** By which it is told how many numbers there will be; 0 before the first run. */
  private likelyEnd = 0;
  /** Tokens until the scanner is tried, and how many there were the last time. */
  private patience = 1;
  private pause = 1;

  constructor(
    private readonly source: Source,
    private readonly start: number,
    private readonly limit: number,
    private readonly style: CommentStyle,
    declaredRow = 0,
  ) {
    this.state = new ArrayState(source, start, limit, style, declaredRow);
    this.end = start + 1;
    // Numbers before it that would be of the same array are no part of what is kept.
    const isFirst = source.store.length === 0;
    this.recall =
      (isFirst && source.recall?.arrayAt({ start, limit, manner: `${style} ${declaredRow}` })) || null;
    this.recall?.note(checkpointAt(this.end, this.state));
    this.joinAt = this.recall?.placeFrom(this.end) ?? this.joinAt;
  }

  get form(): ArrayForm {
    const { commas, rowSeparators, trailingComma } = this.state.now;
    const { text } = this.source;
    const opener = text.charAt(this.start);
    if (opener !== '(' && !rowSeparators && !trailingComma) return plainForm(opener, commas);
    return {
      opener,
      inner:
        opener === '(' ? (/[^(\s]/.exec(text.slice(this.start, this.start + deepest))?.[0] ?? '') : opener,
      commas,
      rowSeparators,
      trailingComma,
    };
  }

  *read(): Steps<NumberArray> {
    while (!this.step()) {
      this.recall?.note(checkpointAt(this.end, this.state));
      yield;
    }
    const { declared, rowSeparators } = this.state.now;
    const span = { offset: this.start, length: this.end - this.start };
    const shape = this.state.shape.finish();
    const isEmpty = declared?.includes(0) && this.source.store.length === 0;
    const array = this.source.store.take(isEmpty && declared !== null ? declared : shape, span);
    this.recall?.keep(array);
    return rowSeparators && shape.length === 3 && this.style === 'text' ? this.concatenated(array) : array;
  }

  /** Octave's `[[1; 2] [3; 4]]` and `[[1 2; 3 4]; [5 6; 7 8]]`: blocks side by side or below each other. */
  private concatenated(array: NumberArray): NumberArray {
    const { blocksBelow, blocksBeside } = this.state.now;
    const [count = 1, rows = 1, columns = 1] = array.shape;
    if (blocksBeside === 0) return reshape(array, [count * rows, columns]);
    if (blocksBelow > 0) this.source.reportSyntax('depth', this.start, this.start + 1);
    return sideBySide(array, count, rows, columns);
  }

  /** Reads one slice of tokens; true when the array is read. */
  private step(): boolean {
    const { source, limit, style, state } = this;
    const { text, scanner } = source;
    const { shape } = state;
    let at = this.end;
    for (let token = 0; token < tokensPerSlice && !state.done; token++) {
      if (at >= this.joinAt) {
        const from = at;
        at = this.join(from);
        // What was taken over took as long as a slice of tokens.
        if (at > from) break;
      }
      if (source.runs !== null && --this.patience < 0 && shape.inLeaf) {
        const from = at;
        at = this.runAhead(source.runs, from);
        // The window has moved on: its numbers took as long as a slice of tokens.
        if (this.patience === 0 && at > from) break;
        if (at >= this.joinAt) continue;
      }
      let unit = 0;
      const { now } = state;
      for (; at < limit; at++) {
        unit = text.charCodeAt(at);
        if (unit === 32 || unit === 9) continue;
        if (!isSpace(unit)) break;
        if (now.lineBreak < 0 && isLineBreak(unit)) now.lineBreak = at;
      }
      if (at >= limit) {
        source.reportSyntax('unclosed', limit, limit, String.fromCharCode(shape.closer));
        state.finish(limit);
        break;
      }
      if (unit === comma) {
        if (now.previous !== 'item') state.reportMissing(at);
        now.commas = true;
        shape.noteComma();
        now.previous = 'comma';
        now.lineBreak = -1;
        at++;
        continue;
      }
      if (mayBeginNumber(unit)) {
        const outcome = scanner.scan(text, at, limit);
        if (outcome !== 'none') {
          const value = outcome === 'number' ? scanner.value : Number.NaN;
          state.addNumber(value, at, scanner.end);
          if (outcome === 'zero-denominator') source.reportSyntax(outcome, at, scanner.end);
          else if (!Number.isFinite(value)) source.noteNotFinite(value, at, scanner.end);
          at = scanner.end;
          continue;
        }
      }
      const grouped =
        unit === openParenthesis && style === 'text' && shape.opener !== openParenthesis
          ? composedAt(text, at, limit)
          : null;
      if (grouped !== null) {
        at = addSpelled(state, at, grouped.value, grouped.end);
      } else if (closerOf(unit) !== 0) {
        at = this.openBracket(at, unit);
      } else if (isCloser(unit)) {
        at = this.closeBracket(at, unit);
      } else if (unit === semicolon && style === 'text') {
        at = this.separateRows(at);
      } else if (now.lastEnd > this.start + 1 && now.previous === 'item' && continuesNumber(state, at)) {
        at = now.lastEnd;
      } else {
        const comment = isConstant(text, at, unit) ? -1 : endOfComment(text, at, limit, style);
        at = comment >= 0 ? comment : readWord(state, at, unit);
      }
    }
    this.end = at;
    if (state.now.numbers >= 2) source.meant = true;
    return state.done;
  }

  /** Takes over what was read of an earlier text after a place like this one; answers where reading goes on. */
  private join(at: number): number {
    const { recall, state } = this;
    if (recall === null) return at;
    const isThere = recall.placeFrom(at) === at;
    const joined = isThere ? recall.join(checkpointAt(at, state), this.source.store) : null;
    if (joined !== null) {
      state.now = { ...joined.progress };
      state.shape.state = joined.shape;
      this.source.remarks = joined.remarks;
    }
    const end = joined?.at ?? at;
    this.joinAt = recall.placeFrom(end);
    return end;
  }

  /** Leaves a stretch of plain numbers to the scanner; answers where it stopped. */
  private runAhead(scanner: RunScanner, at: number): number {
    const { source, style, state } = this;
    const { shape, now } = state;
    const limit = Math.min(this.limit, this.joinAt);
    const leaf = shape.leaf(style === 'text');
    const run =
      leaf === null
        ? null
        : scanner.run(source, source.text, limit, {
            ...leaf,
            at,
            isText: style === 'text',
            takesMissing: style === 'text',
            newline: state.newline,
            previous: previousKinds.indexOf(now.previous),
            lineBreak: now.lineBreak,
            lastEnd: now.lastEnd,
            numberEnd: source.store.length === 0 ? at : source.store.lastEnd,
          });
    if (leaf === null || run === null) {
      this.patience = longestPause;
      return at;
    }
    if (run.at > this.likelyEnd)
      this.likelyEnd =
        this.likelyEnd === 0 ? Math.min(this.limit, source.endOfPlain(run.at, style)) : this.limit;
    const { values, places: bytes, last, lastStart, numberEnd } = run;
    const numbers = { values, bytes, last, lastStart, lastEnd: numberEnd };
    source.store.append(numbers, at, (run.at - this.start) / (this.likelyEnd - this.start));
    source.noteNotFiniteOf(run);
    shape.advance(run);
    const count = values.length;
    now.numbers += count;
    now.commas ||= run.anyCommas || run.outerCommas;
    now.rowSeparators ||= run.rows > leaf.rows;
    now.previous = previousKinds[run.previous] ?? 'item';
    now.lineBreak = run.lineBreak;
    now.lastEnd = run.lastEnd;
    this.pause = count >= fewNumbers ? 1 : Math.min(longestPause, this.pause * 2);
    this.patience = run.isCut && run.at > at ? 0 : this.pause;
    return run.at;
  }

  private openBracket(at: number, unit: number): number {
    const { source, state } = this;
    const { shape, now } = state;
    if (shape.depth >= deepest) {
      source.reportSyntax('depth', at, at + 1);
      return state.finish(this.limit);
    }
    if (this.style === 'json' && closerOf(unit) === 125) {
      source.reportSyntax('unexpected-token', at, at + 1, 'number');
      return state.addHole(at, skipValue(source.text, at, this.limit));
    }
    if (now.previous === 'item' && this.style === 'json') {
      source.reportSyntax('missing-separator', at, at + 1, ',');
    }
    if (shape.inLeaf) {
      const uncertain = endOfUncertainty(source.text, at, this.limit);
      if (uncertain > at) {
        source.reportSyntax('uncertainty', at, uncertain);
        return uncertain;
      }
      source.reportSyntax('depth', at, at + 1, 'number');
      return state.addHole(at, skipValue(source.text, at, this.limit));
    }
    if (shape.depth === 1 && now.previous !== 'open') {
      const isBelow = now.previous === 'row' || now.lineBreak >= 0;
      if (isBelow) now.blocksBelow++;
      else now.blocksBeside++;
    }
    now.lineBreak = -1;
    shape.open(at, unit);
    now.previous = 'open';
    return at + 1;
  }

  private closeBracket(at: number, unit: number): number {
    const { source, state } = this;
    const { shape, now } = state;
    const isOfCall = now.calls.length > 0 && (unit !== shape.closer || now.calls.at(-1) === shape.depth);
    if (unit === closeParenthesis && isOfCall) {
      now.calls = now.calls.slice(0, -1);
      return at + 1;
    }
    if (unit !== shape.closer) {
      source.reportSyntax('mismatched', at, at + 1, String.fromCharCode(shape.closer));
      // No array of JSON has braces: the object around it closes here, and its array was left open.
      if (this.style === 'json' && unit === closeBrace) return state.finish(at);
      // A stray bracket just before the right one is passed over; any other stands for the right one.
      if (shape.depth === 1 && this.nextIs(at + 1, shape.closer)) return at + 1;
    }
    if (now.previous === 'comma') now.trailingComma = shape.opener !== openParenthesis;
    shape.close(at);
    now.previous = 'item';
    now.lineBreak = -1;
    now.lastEnd = at + 1;
    return shape.depth === 0 ? state.finish(at + 1) : at + 1;
  }

  private nextIs(start: number, expected: number): boolean {
    let at = start;
    while (at < this.limit && isSpace(this.source.text.charCodeAt(at))) at++;
    return at < this.limit && this.source.text.charCodeAt(at) === expected;
  }

  private separateRows(at: number): number {
    const { shape, now } = this.state;
    if (now.previous !== 'item') this.state.reportMissing(at);
    if (shape.inLeaf) {
      now.rowSeparators = true;
      shape.endRow(at);
    }
    now.previous = 'row';
    now.lineBreak = -1;
    return at + 1;
  }
}
