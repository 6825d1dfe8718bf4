import { isBlank, isVulgarFraction, isWordUnit } from '../characters';
import { isNumberCell } from './cells';
import { type Cell, nextLine, wordsOf } from './lines';

/** Signs that tell what a line may be, as bits. */
export const sign = {
  digit: 1 << 0,
  /** Letters, `_`, `$`, and what stands beyond ASCII and has no name here. */
  letter: 1 << 1,
  /** `½`, `∞` and whatever else a number may be written with. */
  numeral: 1 << 2,
  dot: 1 << 3,
  comma: 1 << 4,
  semicolon: 1 << 5,
  tab: 1 << 6,
  /** Drawn frames too. */
  bar: 1 << 7,
  equals: 1 << 8,
  colon: 1 << 9,
  parenthesis: 1 << 10,
  bracket: 1 << 16,
  brace: 1 << 17,
  /** Any of these three. */
  opener: (1 << 10) | (1 << 16) | (1 << 17),
  closer: 1 << 11,
  backslash: 1 << 12,
  quote: 1 << 13,
  /** Minus and plus. */
  dash: 1 << 14,
  /** Of ASCII, what has no name here, as `#`. */
  other: 1 << 15,
} as const;

const lineEnd = 1 << 18;
const signOf = new Int32Array(128);
for (let unit = 33; unit < 128; unit++) signOf[unit] = isWordUnit(unit) ? sign.letter : sign.other;
for (const [units, found] of [
  ['0123456789', sign.digit],
  ['.', sign.dot],
  [',', sign.comma],
  [';', sign.semicolon],
  ['\t', sign.tab],
  ['|', sign.bar],
  ['=', sign.equals],
  [':', sign.colon],
  ['(', sign.parenthesis],
  ['[', sign.bracket],
  ['{', sign.brace],
  [']})', sign.closer],
  ['\\', sign.backslash],
  ['"\'', sign.quote],
  ['+-', sign.dash],
  ['\r\n', lineEnd],
] as const) {
  for (const unit of units) signOf[unit.charCodeAt(0)] = found;
}

function signOfRare(unit: number): number {
  if (isBlank(unit)) return 0;
  if (isVulgarFraction(unit) || unit === 0x221e || unit === 0x221a) return sign.numeral;
  if (unit === 0x2212) return sign.dash;
  if (unit >= 0x2500 && unit <= 0x257f) return sign.bar;
  return sign.letter;
}

/** What something made of a line, and what others made of it before. */
interface Answer {
  readonly of: unknown;
  readonly result: unknown;
  readonly next: Answer | null;
}

/**
 * One line of the text. Its signs are told in one pass when it is made; its words, and what readers make
 * of it, are told when they are first asked for, and kept, since the readers of many notations look at a
 * line, and each of them at the lines below as well.
 */
export class Line {
  /** Before the line break. */
  readonly end: number;
  /** Which signs it holds. */
  readonly signs: number;
  /** Its first and its last sign, blanks aside; 0 where it is empty. */
  readonly firstSign: number;
  readonly lastSign: number;
  /** Where these stand; both its end where it is empty. */
  readonly first: number;
  readonly last: number;
  private following: Line | null | undefined;
  private ownWords: readonly Cell[] | undefined;
  private isNumberLast: boolean | undefined;
  private known: Answer | null = null;

  constructor(
    readonly text: string,
    readonly start: number,
    readonly limit: number,
  ) {
    let signs = 0;
    let firstSign = 0;
    let lastSign = 0;
    let first = -1;
    let last = -1;
    let at = start;
    for (; at < limit; at++) {
      const unit = text.charCodeAt(at);
      const found = unit < 128 ? (signOf[unit] as number) : signOfRare(unit);
      if (found === 0 || found === sign.tab) {
        signs |= found;
        continue;
      }
      if (found === lineEnd) break;
      signs |= found;
      lastSign = found;
      last = at;
      if (first < 0) {
        first = at;
        firstSign = found;
      }
    }
    this.end = at;
    this.signs = signs;
    this.firstSign = firstSign;
    this.lastSign = lastSign;
    this.first = first < 0 ? at : first;
    this.last = first < 0 ? at : last;
  }

  get isEmpty(): boolean {
    return this.firstSign === 0;
  }

  /** The line below; null where the text ends. */
  get next(): Line | null {
    if (this.following === undefined) {
      const start = nextLine(this.text, this.end, this.limit);
      this.following = start < this.limit ? new Line(this.text, start, this.limit) : null;
    }
    return this.following;
  }

  /** The first line from this one on with anything in it that begins within `most` characters; null where none does. */
  filled(most: number): Line | null {
    let line: Line | null = this;
    while (line?.isEmpty) line = line.next;
    return line !== null && line.start < this.start + most ? line : null;
  }

  /** The line that begins at `at`, which is this one or one below it. */
  lineAt(at: number): Line {
    let line: Line = this;
    while (line.start < at && line.following != null) line = line.following;
    return line.start === at ? line : new Line(this.text, at, this.limit);
  }

  /** Its words, parted by blanks. */
  get words(): readonly Cell[] {
    this.ownWords ??= wordsOf(this.text, this.start, this.end);
    return this.ownWords;
  }

  /** Its last word; only the end of it where it is very long. */
  get lastWord(): Cell {
    if (this.isEmpty) return { start: this.end, end: this.end };
    let start = this.last;
    const floor = Math.max(this.first, this.last - longestWord);
    while (start > floor && !isBlank(this.text.charCodeAt(start - 1))) start--;
    return { start, end: this.last + 1 };
  }

  /** Whether its last word is a number, or a word for a missing one. */
  get endsInNumber(): boolean {
    this.isNumberLast ??= isNumberCell(this.text, this.lastWord);
    return this.isNumberLast;
  }

  /** As much of it as is looked at. */
  head(most: number): string {
    return this.text.slice(this.start, Math.min(this.end, this.start + most));
  }

  /** What `of` makes of the line, which is asked once. */
  once<Result>(of: (line: Line) => Result): Result {
    // Few things are asked of a line: a chain of answers is cheaper than a map.
    for (let known = this.known; known !== null; known = known.next) {
      if (known.of === of) return known.result as Result;
    }
    const result = of(this);
    this.known = { of, result, next: this.known };
    return result;
  }
}

/** No number is longer. */
const longestWord = 200;
