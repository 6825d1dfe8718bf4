import type { Steps } from '../steps';
import {
  apostrophe,
  backtick,
  capitalE,
  closeBrace,
  closeParenthesis,
  closerOf,
  colon,
  comma,
  doubleQuote,
  endOfToken,
  isCloser,
  isLineBreak,
  isOperator,
  isSpace,
  isWordStart,
  openParenthesis,
  openBracket as openSquare,
  percent,
  semicolon,
  slash,
} from './characters';
import { skipConstructor, skipSizeLabel } from './constructors';
import { continuesLine, elisionMark } from './elision';
import { foldingOf } from './folded';
import { beginsAssignment, endOfKey } from './keys';
import { NestedShape } from './nestedShape';
import { mayBeginNumber } from './number';
import type { NumberArray } from './reading';
import type { RunScanner } from './scanner/runScanner';
import { Newline } from './scanner/scannerMemory';
import { reshape, sideBySide } from './shapes';
import { skipString, skipValue } from './skip';
import type { Source } from './source';
import { beginsLine, type CommentStyle, endOfComment, fenceLength } from './spaces';
import { composedAt, continuedNumber, spellingAt } from './spelling';

/** Brackets within brackets beyond this are refused. */
export const deepest = 64;
/** More numbers than this are not made of one range. */
const longestRange = 100_000;
/** Nor of all ranges of one array: a short text must not become a long one. */
const mostImplied = 1_000_000;
/** So many tokens pass in well under the 10 ms between two yields. */
const tokensPerSlice = 8_192;

/** What came last, in the order in which the scanner counts it. */
const previousKinds = ['open', 'item', 'comma', 'row'] as const;
type Previous = (typeof previousKinds)[number];

/** So many tokens are read here before the scanner is tried again where it read next to nothing. */
const longestPause = 512;
/** What is worth the call. */
const fewNumbers = 4;

/** What may go on after a number and one blank: `3 // 4`, `1.5 E-8`, `2 * pi`, `1 - 2`. */
function isContinuation(unit: number): boolean {
  return (
    unit === capitalE || unit === backtick || unit === apostrophe || unit === percent || isOperator(unit)
  );
}

/** Maxima's `%pi` and `%e`, where `%` begins no comment. */
function isConstant(text: string, at: number, unit: number): boolean {
  return unit === percent && /^%(?:pi|e|i|gamma|phi)\b/.test(text.slice(at, at + 7));
}

/** What was noticed about the way an array is written, from which its notation is told. */
export interface ArrayForm {
  readonly opener: string;
  /** The first bracket inside outer parentheses, or what follows them. */
  readonly inner: string;
  readonly commas: boolean;
  readonly rowSeparators: boolean;
  readonly trailingComma: boolean;
}

/**
 * Reads one bracketed array, of any of `[]`, `()`, `{}`, with commas, blanks, `;` and ends of lines between
 * its elements. Iterative: the depth costs no stack. What is wrong is reported and read around.
 */
export class ArrayReader {
  /** Where reading stopped: after the closing bracket. */
  end: number;
  private readonly shape: NestedShape;
  private previous: Previous = 'open';
  private lineBreak = -1;
  private lastEnd: number;
  private commas = false;
  private rowSeparators = false;
  private trailingComma = false;
  private done = false;
  private numbers = 0;
  private implied = 0;
  /** Brackets inside the outermost, by how they stand to the one before. */
  private blocksBelow = 0;
  private blocksBeside = 0;
  /** The `shape=(0, 3)` that only an empty array needs. */
  private declared: readonly number[] | null = null;
  /** Whether the ends of lines part no rows, as where NumPy folds a long vector; null before the first. */
  private folded: boolean | null = null;
  /** Calls around inner arrays whose closing parenthesis is to come. */
  private calls = 0;
  /** Tokens until the scanner is tried, and how many there were the last time. */
  private patience = 1;
  private pause = 1;

  constructor(
    private readonly source: Source,
    private readonly start: number,
    private readonly limit: number,
    /** In JSON a blank does not separate, and the end of a line is a blank. */
    private readonly style: CommentStyle,
    declaredRow = 0,
  ) {
    this.shape = new NestedShape(source, declaredRow);
    this.shape.open(start, source.text.charCodeAt(start));
    this.end = start + 1;
    this.lastEnd = this.end;
  }

  get form(): ArrayForm {
    return {
      opener: this.source.text.charAt(this.start),
      inner: /[^(\s]/.exec(this.source.text.slice(this.start, this.start + deepest))?.[0] ?? '',
      commas: this.commas,
      rowSeparators: this.rowSeparators,
      trailingComma: this.trailingComma,
    };
  }

  *read(): Steps<NumberArray> {
    while (!this.step()) yield;
    const span = { offset: this.start, length: this.end - this.start };
    const shape = this.shape.finish();
    const isEmpty = this.declared?.includes(0) && this.source.store.length === 0;
    const array = this.source.store.take(isEmpty && this.declared !== null ? this.declared : shape, span);
    return this.rowSeparators && shape.length === 3 && this.style === 'text'
      ? this.concatenated(array)
      : array;
  }

  /** Octave's `[[1; 2] [3; 4]]` and `[[1 2; 3 4]; [5 6; 7 8]]`: blocks side by side or below each other. */
  private concatenated(array: NumberArray): NumberArray {
    const [count = 1, rows = 1, columns = 1] = array.shape;
    if (this.blocksBeside === 0) return reshape(array, [count * rows, columns]);
    if (this.blocksBelow > 0) this.source.reportSyntax('depth', this.start, this.start + 1);
    return sideBySide(array, count, rows, columns);
  }

  /** Reads one slice of tokens; true when the array is read. */
  private step(): boolean {
    const { source, limit, style, shape } = this;
    const { text, scanner, store } = source;
    let at = this.end;
    for (let token = 0; token < tokensPerSlice && !this.done; token++) {
      if (source.runs !== null && --this.patience < 0 && shape.inLeaf) {
        const from = at;
        at = this.runAhead(source.runs, from);
        // The window has moved on: its numbers took as long as a slice of tokens.
        if (this.patience === 0 && at > from) break;
      }
      let unit = 0;
      for (; at < limit; at++) {
        unit = text.charCodeAt(at);
        if (unit === 32 || unit === 9) continue;
        if (!isSpace(unit)) break;
        if (this.lineBreak < 0 && isLineBreak(unit)) this.lineBreak = at;
      }
      if (at >= limit) {
        source.reportSyntax('unclosed', limit, limit, String.fromCharCode(shape.closer));
        this.finish(limit);
        break;
      }
      if (unit === comma) {
        if (this.previous !== 'item') this.reportMissing(at);
        this.commas = true;
        shape.noteComma();
        this.previous = 'comma';
        this.lineBreak = -1;
        at++;
        continue;
      }
      if (mayBeginNumber(unit)) {
        const outcome = scanner.scan(text, at, limit);
        if (outcome !== 'none') {
          const value = outcome === 'number' ? scanner.value : Number.NaN;
          this.beforeElement(at);
          shape.addNumber(at, scanner.end);
          store.push(value, at, scanner.end);
          this.numbers++;
          if (outcome === 'zero-denominator') source.reportSyntax(outcome, at, scanner.end);
          else if (!Number.isFinite(value)) source.noteNotFinite(value, at, scanner.end);
          at = scanner.end;
          this.lastEnd = at;
          this.previous = 'item';
          continue;
        }
      }
      const grouped =
        unit === openParenthesis && style === 'text' && shape.opener !== openParenthesis
          ? composedAt(text, at, limit)
          : null;
      if (grouped !== null) {
        at = this.addSpelled(at, grouped.value, grouped.end);
      } else if (closerOf(unit) !== 0) {
        at = this.openBracket(at, unit);
      } else if (isCloser(unit)) {
        at = this.closeBracket(at, unit);
      } else if (unit === semicolon && style === 'text') {
        at = this.separateRows(at);
      } else if (this.lastEnd > this.start + 1 && this.previous === 'item' && this.continues(at)) {
        at = this.lastEnd;
      } else {
        const comment = isConstant(text, at, unit) ? -1 : endOfComment(text, at, limit, style);
        at = comment >= 0 ? comment : this.readOther(at, unit);
      }
    }
    this.end = at;
    if (this.numbers >= 2) source.meant = true;
    return this.done;
  }

  /** Leaves a stretch of plain numbers to the scanner; answers where it stopped. */
  private runAhead(scanner: RunScanner, at: number): number {
    const { source, limit, style, shape } = this;
    const leaf = shape.leaf(style === 'text');
    const run =
      leaf === null
        ? null
        : scanner.run(source, source.text, limit, {
            ...leaf,
            at,
            isText: style === 'text',
            newline: this.newlineNow(),
            previous: previousKinds.indexOf(this.previous),
            lineBreak: this.lineBreak,
            lastEnd: this.lastEnd,
          });
    if (leaf === null || run === null) {
      this.patience = longestPause;
      return at;
    }
    const count = run.values.length;
    source.store.append(run, (run.at - this.start) / (limit - this.start));
    shape.advance(run);
    this.numbers += count;
    this.commas ||= run.anyCommas || run.outerCommas;
    this.rowSeparators ||= run.rows > leaf.rows;
    this.previous = previousKinds[run.previous] ?? 'item';
    this.lineBreak = run.lineBreak;
    this.lastEnd = run.lastEnd;
    this.pause = count >= fewNumbers ? 1 : Math.min(longestPause, this.pause * 2);
    this.patience = run.isCut && run.at > at ? 0 : this.pause;
    return run.at;
  }

  private newlineNow(): number {
    if (this.shape.depth === 1 && this.folded === null) return Newline.stops;
    return this.isFolded() ? Newline.isBlank : Newline.endsRow;
  }

  /** Takes what goes on after the last number, `3 // 4` or `1.5 E-8`, into that number. */
  private continues(at: number): boolean {
    const { text, store } = this.source;
    const unit = text.charCodeAt(at);
    if (this.style === 'json' || this.lineBreak >= 0) return false;
    if (unit === colon && this.shape.opener === openSquare) return this.continuesAsRange(at);
    if (store.length === 0 || !isContinuation(unit)) return false;
    const isCall = isCloser(text.charCodeAt(this.lastEnd - 1));
    const found =
      (isCall ? null : continuedNumber(text, store.lastStart, this.lastEnd, this.limit)) ??
      composedAt(text, store.lastStart, this.limit);
    if (found === null || found.end <= this.lastEnd) return false;
    // `1, 2 // 3` ends with a comment, unless more of the array follows on the line.
    const isSpaced = unit === slash && text.charCodeAt(this.lastEnd) !== slash;
    if (isSpaced && this.commas && !/^[ \t]*[,;\])}]/.test(text.slice(found.end, found.end + 80)))
      return false;
    store.amendLast(found.value, found.end);
    this.lastEnd = found.end;
    return true;
  }

  /** `1:4` and `2:2:8` of Octave and Julia: the numbers after the first are implied, with empty places. */
  private continuesAsRange(at: number): boolean {
    const { text, store } = this.source;
    const match = /^:([-+]?(?:0|[1-9]\d*)(?:\.\d+)?)(?::([-+]?(?:0|[1-9]\d*)(?:\.\d+)?))?(?![\w.:])/.exec(
      text.slice(at, Math.min(this.limit, at + 80)),
    );
    if (match === null) return false;
    const first = store.lastValue;
    const step = match[2] === undefined ? 1 : Number(match[1]);
    const count = Math.floor((Number(match[2] ?? match[1]) - first) / step + 1e-9) + 1;
    if (!(count >= 1 && count <= longestRange) || this.implied + count > mostImplied) return false;
    this.implied += count;
    const end = at + match[0].length;
    for (let k = 1; k < count; k++) {
      this.shape.addNumber(end, end);
      store.push(first + k * step, end, end);
    }
    this.lastEnd = end;
    return true;
  }

  /** What must happen between two elements: a comma, or in matrix text a blank or the end of a line. */
  private beforeElement(at: number): void {
    if (this.previous === 'item') {
      if (this.style === 'json') {
        const end = endOfToken(this.source.text, at, this.limit);
        this.source.reportSyntax('missing-separator', at, end, ',');
      } else if (this.lineBreak >= 0 && this.shape.inLeaf && !this.isFolded()) {
        this.rowSeparators = true;
        this.shape.endRow(this.lineBreak);
      }
    }
    this.lineBreak = -1;
  }

  /** Inside inner brackets, and in a vector that NumPy folded, the end of a line is a blank. */
  private isFolded(): boolean {
    if (this.shape.depth > 1) return this.shape.opener === openSquare && !this.rowSeparators;
    this.folded ??= this.takeFolding();
    return this.folded;
  }

  private takeFolding(): boolean {
    const { source, start, limit } = this;
    const folding = this.commas ? 'rows' : foldingOf(source.text, start, limit);
    const isFolded = folding === 'folded' || folding === 'likely-folded';
    const taken = source.settled.folded ?? isFolded;
    if (folding === 'likely-folded' || folding === 'likely-rows')
      source.offer('folded', !taken, start, start + 1);
    return taken;
  }

  private openBracket(at: number, unit: number): number {
    const { source, shape } = this;
    if (shape.depth >= deepest) {
      source.reportSyntax('depth', at, at + 1);
      return this.finish(this.limit);
    }
    if (this.style === 'json' && closerOf(unit) === 125) {
      source.reportSyntax('unexpected-token', at, at + 1, 'number');
      return this.addHole(at, skipValue(source.text, at, this.limit));
    }
    if (this.previous === 'item' && this.style === 'json') {
      source.reportSyntax('missing-separator', at, at + 1, ',');
    }
    if (shape.inLeaf) {
      source.reportSyntax('depth', at, at + 1, 'number');
      return this.addHole(at, skipValue(source.text, at, this.limit));
    }
    if (shape.depth === 1 && this.previous !== 'open') {
      const isBelow = this.previous === 'row' || this.lineBreak >= 0;
      if (isBelow) this.blocksBelow++;
      else this.blocksBeside++;
    }
    this.lineBreak = -1;
    shape.open(at, unit);
    this.previous = 'open';
    return at + 1;
  }

  private closeBracket(at: number, unit: number): number {
    const { source, shape } = this;
    if (unit === closeParenthesis && unit !== shape.closer && this.calls > 0) {
      this.calls--;
      return at + 1;
    }
    if (unit !== shape.closer) {
      source.reportSyntax('mismatched', at, at + 1, String.fromCharCode(shape.closer));
      // No array of JSON has braces: the object around it closes here, and its array was left open.
      if (this.style === 'json' && unit === closeBrace) return this.finish(at);
      // A stray bracket just before the right one is passed over; any other stands for the right one.
      if (shape.depth === 1 && this.nextIs(at + 1, shape.closer)) return at + 1;
    }
    if (this.previous === 'comma') this.trailingComma = shape.opener !== openParenthesis;
    shape.close(at);
    this.previous = 'item';
    this.lineBreak = -1;
    this.lastEnd = at + 1;
    return shape.depth === 0 ? this.finish(at + 1) : at + 1;
  }

  private nextIs(start: number, expected: number): boolean {
    let at = start;
    while (at < this.limit && isSpace(this.source.text.charCodeAt(at))) at++;
    return at < this.limit && this.source.text.charCodeAt(at) === expected;
  }

  private separateRows(at: number): number {
    if (this.previous !== 'item') this.reportMissing(at);
    if (this.shape.inLeaf) {
      this.rowSeparators = true;
      this.shape.endRow(at);
    }
    this.previous = 'row';
    this.lineBreak = -1;
    return at + 1;
  }

  private readOther(at: number, unit: number): number {
    const { source, limit } = this;
    const { text } = source;
    const mark = elisionMark(text, at);
    if (mark !== null) {
      if (this.shape.depth === 1 && this.style === 'text' && continuesLine(text, at, this.start, limit)) {
        let end = at;
        while (end < limit && !isLineBreak(text.charCodeAt(end))) end++;
        return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
      }
      source.report('elided', at, at + mark.length, { mark });
      this.shape.noteElision();
      this.previous = 'item';
      return at + mark.length;
    }
    if (this.previous === 'comma' && this.shape.opener === openParenthesis && isWordStart(unit)) {
      // `dtype=float32` and the like say nothing about the numbers.
      if (beginsAssignment(text, at, limit)) {
        this.shape.forgetComma();
        this.previous = 'item';
        return this.skipArgument(at);
      }
    }
    if (this.endsBeforeKey(at, unit)) {
      const place = endOfKey(text, at, limit);
      source.reportSyntax('unclosed', at, place, String.fromCharCode(this.shape.closer));
      return this.finish(this.lastEnd);
    }
    if (unit === doubleQuote || unit === apostrophe) return this.readString(at);
    const labelled = skipSizeLabel(text, at);
    if (labelled > at) return labelled;
    const spelled = this.style === 'text' ? spellingAt(text, at, limit) : null;
    if (spelled !== null) return this.addSpelled(at, spelled.value, spelled.end);
    const called = this.skipCall(at);
    if (called > at) return called;
    const end = endOfToken(text, at, limit);
    source.reportSyntax('unexpected-token', at, end, 'number');
    return this.addHole(at, end);
  }

  private addSpelled(at: number, value: number, end: number): number {
    this.beforeElement(at);
    this.shape.addNumber(at, end);
    this.source.store.push(value, at, end);
    if (!Number.isFinite(value)) this.source.noteNotFinite(value, at, end);
    this.source.noteTruthValue(this.source.text.slice(at, end));
    this.numbers++;
    this.previous = 'item';
    this.lastEnd = end;
    return end;
  }

  /** Past `vec!` or `np.array(` before an inner bracket; the parentheses of such a call group nothing. */
  private skipCall(at: number): number {
    const { text } = this.source;
    const bracket = skipConstructor(text, at, this.limit);
    if (bracket === at || text.charCodeAt(bracket) !== openParenthesis) return bracket;
    let inner = bracket + 1;
    while (inner < this.limit && isSpace(text.charCodeAt(inner))) inner++;
    const unit = text.charCodeAt(inner);
    if (closerOf(unit) === 0 || unit === openParenthesis) return bracket;
    this.calls++;
    return inner;
  }

  /** The comma or the bracket that ends a keyword argument. */
  private skipArgument(start: number): number {
    const { text } = this.source;
    const size = /^(?:size|shape)=\(([\d,\s]*)\)/.exec(text.slice(start, Math.min(this.limit, start + 200)));
    const sizes = (size?.[1] ?? '').split(',').filter((entry) => entry.trim() !== '');
    if (size !== null && sizes.every((entry) => /^\s*\d+\s*$/.test(entry))) this.declared = sizes.map(Number);
    let at = start;
    while (at < this.limit && text.charCodeAt(at) !== comma && !isCloser(text.charCodeAt(at))) {
      at = closerOf(text.charCodeAt(at)) === 0 ? at + 1 : skipValue(text, at, this.limit);
    }
    return at;
  }

  /** True where the next key, assignment or fence begins, so that a bracket before it was left open. */
  private endsBeforeKey(at: number, unit: number): boolean {
    const { text } = this.source;
    if (unit === doubleQuote || unit === apostrophe) return endOfKey(text, at, this.limit) > at;
    if (!beginsLine(text, at)) return false;
    return fenceLength(text, at) > 0 || (isWordStart(unit) && beginsAssignment(text, at, this.limit));
  }

  /** A string may hold one number, exact as `"7/10"`. */
  private readString(at: number): number {
    const { source, limit } = this;
    const { text, scanner } = source;
    const end = skipString(text, at, limit);
    let first = at + 1;
    let last = end - 1;
    while (first < last && isSpace(text.charCodeAt(first))) first++;
    while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
    const outcome = first < last ? scanner.scan(text, first, last) : 'none';
    if (outcome === 'none' || scanner.end !== last) {
      source.reportSyntax('unexpected-token', at, end, 'number');
      return this.addHole(at, end);
    }
    this.beforeElement(at);
    const value = outcome === 'number' ? scanner.value : Number.NaN;
    if (outcome === 'zero-denominator') source.reportSyntax(outcome, first, last);
    else if (!Number.isFinite(value)) source.noteNotFinite(value, first, last);
    this.shape.addNumber(at, end);
    source.store.push(value, first, last);
    this.numbers++;
    this.previous = 'item';
    this.lastEnd = end;
    return end;
  }

  private reportMissing(at: number): void {
    this.source.reportSyntax('missing-value', at, at + 1, 'number');
    this.addHole(at, at);
  }

  /** Keeps the place of an element that could not be read, so that one fault does not make the row ragged too. */
  private addHole(start: number, end: number): number {
    if (this.shape.inLeaf || !this.shape.leafKnown) {
      this.shape.addNumber(start, end);
      this.source.store.push(Number.NaN, start, end);
    }
    this.previous = 'item';
    this.lineBreak = -1;
    this.lastEnd = end;
    return end;
  }

  private finish(at: number): number {
    this.shape.abandon();
    this.done = true;
    return at;
  }
}
