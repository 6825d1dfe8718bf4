// A run of ordinary numbers inside the innermost bracket of an array, and of brackets like it: straight from bytes to
// typed arrays. It stops before whatever is not plain, and the reader in TypeScript takes over there in the same
// state (core/text/arrayReader.ts), so that there is one meaning of the text and not two.
import { nearest, undecided } from './decimal';
import { followedBy, leadingDigits, ofEight } from './digits';
import { stateAddress } from './layout';
import { endOfExponent, exponent, mostDigits, nearestOfMany } from './rareNumbers';
import {
  closeBrace,
  closeBracket,
  closeParenthesis,
  comma,
  dot,
  hyphen,
  isBlank,
  isSpace,
  plus,
  semicolon,
  slash,
} from './units';

/** What came last, as in `arrayReader.ts`. */
const opened: i32 = 0;
const item: i32 = 1;
const afterComma: i32 = 2;
const afterRow: i32 = 3;

/** What the end of a line between two numbers is. */
const newlineIsBlank: i32 = 0;
const newlineEndsRow: i32 = 1;

/** Fields of the state; `scannerMemory.ts` says what they mean. */
const atField: usize = 0;
const endField: usize = 4;
const isTextField: usize = 8;
const newlineField: usize = 12;
const openerField: usize = 16;
const closerField: usize = 20;
const columnsField: usize = 24;
const siblingsField: usize = 28;
const previousField: usize = 32;
const lineBreakField: usize = 36;
const lastEndField: usize = 40;
const countField: usize = 44;
const rowsField: usize = 48;
const numbersField: usize = 52;
const reopenedField: usize = 56;
const commasField: usize = 60;
const outerCommasField: usize = 64;
const openedAtField: usize = 68;
const isCutField: usize = 72;
const anyCommasField: usize = 76;

/**
 * Reads on from the state. `text` is the address of the bytes, `values`, `starts` and `ends` where the numbers go;
 * places in the state and in `starts` and `ends` count from `base` units before the first byte. After the bytes stand
 * 16 zeros, at which every number ends unfinished.
 */
export function scan(text: usize, base: usize, values: usize, starts: usize, ends: usize): void {
  const shift = base - text;
  const state = stateAddress;
  const end = <usize>load<i32>(state, endField) - shift;
  const isText = load<i32>(state, isTextField) !== 0;
  const newline = load<i32>(state, newlineField);
  const opener = load<u32>(state, openerField);
  const closer = load<u32>(state, closerField);
  const columns = load<i32>(state, columnsField);
  const siblings = load<i32>(state, siblingsField);
  let at = <usize>load<i32>(state, atField) - shift;
  let previous = load<i32>(state, previousField);
  let lineBreak = load<i32>(state, lineBreakField);
  let lastEnd = load<i32>(state, lastEndField);
  let count = load<i32>(state, countField);
  let rows = load<i32>(state, rowsField);
  let commas = 0;
  let anyCommas = 0;
  let outerCommas = 0;
  let openedAt = -1;
  let reopened = 0;
  let written: usize = 0;
  /** The place for want of which it stopped, where it is at the end. */
  let wanted: usize = 0;

  for (;;) {
    const unit: u32 = load<u8>(at);
    if (unit - plus < 15 && unit !== comma) {
      let endsRow = false;
      if (previous === item) {
        wanted = 0;
        if (!isText) break;
        endsRow = lineBreak >= 0 && newline !== newlineIsBlank;
        if (endsRow && (newline !== newlineEndsRow || count !== columns)) break;
      }
      if (count === columns && !endsRow) {
        wanted = 0;
        break;
      }

      const isNegative = unit === hyphen;
      const first = at + <usize>(isNegative || unit === plus);
      let last = first;
      let w: u64 = 0;
      for (;;) {
        const eight = load<u64>(last);
        const length = leadingDigits(eight);
        last += length;
        if (length < 8) {
          w = followedBy(w, eight, length);
          break;
        }
        w = w * 100000000 + ofEight(eight);
      }
      let digits = <i32>(last - first);
      let power: i32 = 0;
      let next: u32 = load<u8>(last);
      if (next === dot) {
        const fraction = ++last;
        for (;;) {
          const eight = load<u64>(last);
          const length = leadingDigits(eight);
          last += length;
          if (length < 8) {
            w = followedBy(w, eight, length);
            break;
          }
          w = w * 100000000 + ofEight(eight);
        }
        power = -(<i32>(last - fraction));
        digits -= power;
        next = load<u8>(last);
      }
      const mantissaEnd = last;
      wanted = last;
      if (digits === 0) break;
      let tens: i32 = 0;
      if ((next | 32) === 101) {
        last = endOfExponent(last + 1);
        if (last === 0) break;
        wanted = last;
        tens = exponent;
        next = load<u8>(last);
      }
      if (next !== comma && !endsNumber(next)) break;
      // `1 / 2` goes on.
      if (isBlank(next)) {
        wanted = last + 1;
        const beyond: u32 = load<u8>(wanted);
        if (beyond === slash || beyond === 0) break;
      }
      const size = digits <= mostDigits ? nearest(w, tens + power) : nearestOfMany(first, mantissaEnd, tens);
      if (size === undecided) {
        wanted = 0;
        break;
      }
      if (endsRow) {
        rows++;
        count = 0;
      }
      store<f64>(values + (written << 3), isNegative ? -size : size);
      store<u32>(starts + (written << 2), <u32>(at + shift));
      lastEnd = <i32>(last + shift);
      store<u32>(ends + (written << 2), <u32>lastEnd);
      written++;
      count++;
      lineBreak = -1;
      previous = item;
      at = last;
      if (next !== comma) continue;
      commas = 1;
      previous = afterComma;
      at++;
    } else if (isSpace(unit)) {
      if (lineBreak < 0 && !isBlank(unit)) lineBreak = <i32>(at + shift);
      at++;
    } else if (unit === comma) {
      wanted = 0;
      if (previous !== item) break;
      commas = 1;
      previous = afterComma;
      lineBreak = -1;
      at++;
    } else if (unit === closer) {
      wanted = 0;
      if (previous !== item || count !== columns || rows !== 0 || reopened >= siblings) break;
      const next = nextOpening(at + 1, opener, isText);
      wanted = openingWanted;
      if (next === 0) break;
      lastEnd = <i32>(at + 1 + shift);
      at = next + 1;
      openedAt = <i32>(next + shift);
      if (isAfterOuterComma) outerCommas = 1;
      anyCommas |= commas;
      commas = 0;
      previous = opened;
      lineBreak = -1;
      count = 0;
      reopened++;
    } else {
      wanted = at;
      // Only where rows end at ends of lines too: elsewhere the first `;` makes them.
      if (unit !== semicolon || !isText || newline !== newlineEndsRow) break;
      if (previous !== item || count !== columns) break;
      rows++;
      count = 0;
      previous = afterRow;
      lineBreak = -1;
      at++;
    }
  }

  store<i32>(state, <i32>(at + shift), atField);
  store<i32>(state, previous, previousField);
  store<i32>(state, lineBreak, lineBreakField);
  store<i32>(state, lastEnd, lastEndField);
  store<i32>(state, count, countField);
  store<i32>(state, rows, rowsField);
  store<i32>(state, <i32>written, numbersField);
  store<i32>(state, reopened, reopenedField);
  store<i32>(state, commas, commasField);
  store<i32>(state, outerCommas, outerCommasField);
  store<i32>(state, openedAt, openedAtField);
  store<i32>(state, <i32>(wanted >= end), isCutField);
  store<i32>(state, anyCommas | commas, anyCommasField);
}

/** Whether a number may end before `unit`. */
function endsNumber(unit: u32): bool {
  return (
    isSpace(unit) ||
    unit === closeBracket ||
    unit === semicolon ||
    unit === closeBrace ||
    unit === closeParenthesis
  );
}

let isAfterOuterComma: bool = false;
/** Where `nextOpening` looked last. */
let openingWanted: usize = 0;

/** The bracket like the one before, after blanks and one comma, which only text may leave out; 0 where it is not next. */
function nextOpening(start: usize, opener: u32, isText: bool): usize {
  isAfterOuterComma = false;
  let at = start;
  let unit: u32 = load<u8>(at);
  while (isSpace(unit) || (unit === comma && !isAfterOuterComma)) {
    if (unit === comma) isAfterOuterComma = true;
    unit = load<u8>(++at);
  }
  openingWanted = at;
  return unit === opener && (isText || isAfterOuterComma) ? at : 0;
}
