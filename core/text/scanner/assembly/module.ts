// A run of ordinary numbers inside the innermost bracket of an array, and of brackets like it: straight from bytes to
// typed arrays. It stops before whatever is not plain, and the reader in TypeScript takes over there in the same
// state (core/text/arrayReader.ts), so that there is one meaning of the text and not two.
import { stateAddress, textAddress } from './layout';
import {
  hasCommas,
  isAfterComma,
  lastPlace,
  lastStart,
  lastEnd as numberEnd,
  placed,
  readNumbers,
  reset,
  wanted as wantedForNumber,
  written,
} from './numbers';
import { noteOthers } from './others';
import { useSeparator } from './separators';
import {
  carriageReturn,
  comma,
  doubleQuote,
  graveAccent,
  hash,
  isBlank,
  isSpace,
  lineFeed,
  plus,
  semicolon,
  space,
  tilde,
} from './units';
import { findValues } from './values';
import {
  firstEnd,
  firstStart,
  forgetWords,
  mayBeginWord,
  notFinite,
  readMissing,
  readWord,
  wantedForWord,
} from './words';

/** What came last, as in `arrayReader.ts`. */
const opened: i32 = 0;
const item: i32 = 1;
const afterComma: i32 = 2;
const afterRow: i32 = 3;

/** What the end of a line between two numbers is; a line that ends with a row is whole, and no empty one follows. */
const newlineIsBlank: i32 = 0;
const newlineEndsRow: i32 = 1;
const newlineStops: i32 = 2;
const newlineEndsLine: i32 = 3;

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
const isCutField: usize = 68;
const anyCommasField: usize = 72;
const numberEndField: usize = 76;
const lastStartField: usize = 80;
const placedField: usize = 84;
const lastPlaceField: usize = 88;
const isLabelledField: usize = 92;
const notFiniteField: usize = 96;
const firstNotFiniteField: usize = 100;
const endOfNotFiniteField: usize = 104;
const takesMissingField: usize = 108;

export { takeRare } from './rareNumbers';

/** Looks at the first `length` bytes of the text, which have changed; `separator` and `isDecimal` say what commas are. */
export function prepare(length: usize, separator: u32, isDecimal: bool): void {
  if (separator !== comma) useSeparator(length, separator, isDecimal);
  noteOthers(length);
}

/**
 * Reads on from the state. Places in it count from `base` units before the first byte. After the bytes stand zeros,
 * at which every number ends unfinished.
 */
export function scan(base: usize): void {
  const shift = base - textAddress;
  const state = stateAddress;
  const end = <usize>load<i32>(state, endField) - shift;
  const isText = load<i32>(state, isTextField) !== 0;
  const newline = load<i32>(state, newlineField);
  const opener = load<u32>(state, openerField);
  const closer = load<u32>(state, closerField);
  const columns = load<i32>(state, columnsField);
  const siblings = load<i32>(state, siblingsField);
  const isLabelled = load<i32>(state, isLabelledField) !== 0;
  const takesMissing = load<i32>(state, takesMissingField) !== 0;
  const isCell = newline === newlineEndsLine && !isText;
  let at = <usize>load<i32>(state, atField) - shift;
  let previous = load<i32>(state, previousField);
  let lineBreak = load<i32>(state, lineBreakField);
  let lastEnd = load<i32>(state, lastEndField);
  let count = load<i32>(state, countField);
  let rows = load<i32>(state, rowsField);
  let commas = 0;
  let anyCommas = 0;
  let outerCommas = 0;
  let reopened = 0;
  reset(load<u32>(state, numberEndField));
  forgetWords();
  /** The place for want of which it stopped, where it is at the end. */
  let wanted: usize = 0;

  for (;;) {
    const unit: u32 = load<u8>(at);
    if ((unit - plus < 15 && unit !== comma) || mayBeginWord(unit)) {
      let endsRow = false;
      if (previous === item) {
        wanted = 0;
        endsRow = lineBreak >= 0 && newline !== newlineIsBlank;
        if (!isText && !(endsRow && isCell)) break;
        if (endsRow && (newline === newlineStops || count !== columns)) break;
      }
      if (count === columns && !endsRow) {
        wanted = 0;
        break;
      }

      const before = written;
      const most = columns < 0 ? i32.MAX_VALUE : endsRow ? columns : columns - count;
      let next = readNumbers(at, most, shift, isText, isCell);
      wanted = wantedForNumber;
      let commasFollow = hasCommas;
      let isAfter = isAfterComma;
      if (written === before) {
        const isWord = mayBeginWord(unit) || mayBeginWord(load<u8>(at + 1));
        // A line without brackets that begins so may be one of words.
        const mayMiss = takesMissing && (isCell || newline !== newlineEndsLine || lineBreak < 0);
        const word = isWord ? readWord(at, shift, isCell, mayMiss) : 0;
        if (isWord) wanted = wantedForWord;
        if (word === 0) break;
        next = word;
        commasFollow = false;
        isAfter = false;
      }
      const read = <i32>(written - before);
      if (endsRow) {
        rows++;
        count = 0;
      }
      at = next;
      count += read;
      lastEnd = <i32>numberEnd;
      lineBreak = -1;
      if (commasFollow) commas = 1;
      previous = isAfter ? afterComma : item;
    } else if (isBlank(unit)) {
      at++;
    } else if (unit === lineFeed || unit === carriageReturn) {
      if (newline === newlineEndsLine) {
        wanted = 0;
        if (isCell && previous === afterComma && count > 0 && count === columns - 1) {
          lastEnd = <i32>(readMissing(at, shift) + shift);
          count++;
          previous = item;
        }
        if (previous !== item || lineBreak >= 0 || count !== columns) break;
        let next = at + 1;
        if (unit === carriageReturn && load<u8>(next) === lineFeed) next++;
        if (isLabelled) {
          next = afterLabel(next);
          wanted = labelWanted;
          if (next === 0) break;
        }
        lineBreak = <i32>(at + shift);
        at = next;
      } else {
        if (lineBreak < 0) lineBreak = <i32>(at + shift);
        at++;
      }
    } else if (unit === comma) {
      wanted = 0;
      if (newline === newlineEndsLine && lineBreak >= 0) break;
      if (isCell && previous === afterComma && count > 0 && count < columns) {
        lastEnd = <i32>(readMissing(at, shift) + shift);
        count++;
        previous = item;
      }
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

  findValues(written);
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
  store<i32>(state, <i32>(wanted >= end), isCutField);
  store<i32>(state, anyCommas | commas, anyCommasField);
  store<i32>(state, numberEnd, numberEndField);
  store<i32>(state, lastStart, lastStartField);
  store<i32>(state, <i32>placed, placedField);
  store<i32>(state, <i32>lastPlace, lastPlaceField);
  store<i32>(state, notFinite, notFiniteField);
  store<i32>(state, firstStart, firstNotFiniteField);
  store<i32>(state, firstEnd, endOfNotFiniteField);
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

/** Where `afterLabel` looked last. */
let labelWanted: usize = 0;

/** Past the separator after a plain label of a row, at the start of a line; 0 where none is there. */
function afterLabel(start: usize): usize {
  let at = start;
  let unit: u32 = load<u8>(at);
  labelWanted = 0;
  // Comments, fences and empty lines are for the reader in TypeScript.
  if (isSpace(unit) || unit === hash || unit === graveAccent || unit === tilde) return 0;
  if (unit === doubleQuote) {
    do {
      unit = load<u8>(++at);
      labelWanted = at;
      if (unit < space) return 0;
    } while (unit !== doubleQuote);
    labelWanted = at + 1;
    return load<u8>(at + 1) === comma ? at + 2 : 0;
  }
  while (unit !== comma) {
    labelWanted = at;
    if (unit < space || unit === doubleQuote) return 0;
    unit = load<u8>(++at);
  }
  return at + 1;
}
