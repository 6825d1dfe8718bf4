// The numbers of a row: where each begins hangs on where the one before ends. That alone is found here, from bits that
// are at hand; what the digits come to is left to `values.ts`, where no number waits for another.
import { noFraction } from './digits';
import { placesAddress, textAddress } from './layout';
import { othersFrom } from './others';
import { farGap, lengthBits, longLength, writeFar } from './places';
import { endOfExponent, exponent, refused, takeRare } from './rareNumbers';
import { comma, dot, endsCell, endsNumber, isBlank, plus, slash } from './units';
import { forget, isWithinPowers, mostDigits, postpone, putValue } from './values';

/** How many numbers have been read in all. */
export let written: usize = 0;
/** How many bytes their places have, and where those of the last begin. */
export let placed: usize = 0;
export let lastPlace: usize = 0;
/** Where the last of them stands in the text. */
export let lastStart: u32 = 0;
export let lastEnd: u32 = 0;
/** Whether a comma came last, and whether one came at all. */
export let isAfterComma: bool = false;
export let hasCommas: bool = false;
/** Where it looked last for what ended it. */
export let wanted: usize = 0;

/** Longer ones are for the reader in TypeScript: of so many bytes it is known which are digits. */
const longest: usize = 56;

/** `end`: of the number before those that come. */
export function reset(end: u32): void {
  written = 0;
  placed = 0;
  lastEnd = end;
  forget();
}

/**
 * Reads at most `most` numbers from `start` on, and the commas and blanks between them. Answers where it stopped: after
 * a comma, at the end of a number, or at what is not plain. `isCell`: nothing but a number stands in its cell.
 */
export function readNumbers(start: usize, most: i32, shift: usize, isText: bool, isCell: bool): usize {
  const base = <u32>(shift + textAddress);
  /** From here on places count from the beginning of the text, which is at hand as a constant. */
  let at = start - textAddress;
  let index = written;
  const after = index + <usize>most;
  let place = placed;
  let end = lastEnd - base;
  let first: u32 = 0;
  let before = lastPlace;
  let commas = false;
  let isAfter = false;
  do {
    const all = othersFrom(at);
    const sign: u32 = load<u8>(at, textAddress);
    let others = all & ~1;
    let isSigned = <usize>(all & 1);
    if (isSigned !== 0 && ((sign - plus) & ~2) !== 0) {
      wanted = 0;
      if (sign !== dot) break;
      others = all;
      isSigned = 0;
    }
    let length = <usize>ctz(others);
    let digits = length - isSigned;
    let fraction: usize = noFraction;
    let power: i32 = 0;
    let next: u32 = load<u8>(at + length, textAddress);
    if (next === dot) {
      const whole = length;
      length = <usize>ctz(others & (others - 1));
      fraction = length - whole - 1;
      power = -(<i32>fraction);
      digits = length - isSigned - 1;
      next = load<u8>(at + length, textAddress);
    }
    const mantissaEnd = at + length;
    let last = mantissaEnd;
    if (length > longest) {
      wanted = 0;
      break;
    }
    if (digits === 0) {
      wanted = mantissaEnd + textAddress;
      break;
    }
    if (next !== comma) {
      if ((next | 32) === 101) {
        last = endOfExponent(last + textAddress + 1);
        wanted = last;
        if (last === 0) break;
        last -= textAddress;
        power += exponent;
        next = load<u8>(last, textAddress);
      }
      if (next !== comma) {
        wanted = last + textAddress;
        if (!endsNumber(next)) break;
        if (isCell) {
          while (isBlank(load<u8>(wanted))) wanted++;
          if (!endsCell(load<u8>(wanted))) break;
        } else if (isBlank(next)) {
          // `1 / 2` goes on.
          wanted++;
          const beyond: u32 = load<u8>(wanted);
          if (beyond === slash || beyond === 0) break;
        }
      }
    }
    const isNegative = isSigned & (sign >> 2);
    if (digits > mostDigits || !isWithinPowers(power)) {
      digits = takeRare(index, at + isSigned, mantissaEnd, fraction, power, isNegative);
      wanted = 0;
      if (digits === refused) break;
    }
    if (digits <= mostDigits) postpone(index, mantissaEnd, digits, fraction, power, isNegative);
    first = <u32>at;
    const gap = first - end;
    const size = <u32>(last - at);
    before = place;
    if (gap < farGap && size < longLength) {
      store<u8>(place, (gap << lengthBits) | size, placesAddress);
      place++;
    } else place = writeFar(place, gap, size);
    end = <u32>last;
    index++;
    at = last;
    isAfter = next === comma;
    if (isAfter) {
      commas = true;
      at++;
    } else if (!isText || !isBlank(next)) break;
    // A loop and no condition: the processor guesses how it goes on, and need not wait for the byte to go on itself.
    while (isBlank(load<u8>(at, textAddress))) at++;
  } while (index !== after);
  if (index !== written) {
    lastStart = first + base;
    lastEnd = end + base;
  }
  written = index;
  placed = place;
  lastPlace = before;
  hasCommas = commas;
  isAfterComma = isAfter;
  return at + textAddress;
}

/** Adds the number that stands from `start` to `last`, whose value is known. */
export function addNumber(start: usize, last: usize, shift: usize, bits: u64): void {
  const first = <u32>(start + shift);
  lastPlace = placed;
  placed = writeFar(placed, first - lastEnd, <u32>(last - start));
  lastStart = first;
  lastEnd = <u32>(last + shift);
  putValue(written, bits, 0);
  written++;
}
