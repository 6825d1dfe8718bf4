// The numbers of a row: the loop in which most of the time goes, with as little besides as can be.
import { nearest, undecided } from './decimal';
import { joined, numberOf, othersOf, powerOfTen, valuesAt } from './digits';
import { placesAddress, valuesAddress } from './layout';
import { farGap, lengthBits, longLength, writeFar } from './places';
import { endOfDigits, endOfExponent, exponent, mostDigits, nearestOfMany } from './rareNumbers';
import { comma, dot, endsNumber, hyphen, isBlank, plus, slash, space } from './units';

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

/** `end`: of the number before those that come. */
export function reset(end: u32): void {
  written = 0;
  placed = 0;
  lastEnd = end;
}

/**
 * Reads at most `most` numbers from `start` on, and the commas and blanks between them. Answers where it stopped: after
 * a comma, at the end of a number, or at one that is not plain.
 */
export function readNumbers(start: usize, most: i32, shift: usize, isText: bool): usize {
  let at = start;
  let index = written;
  let left = most;
  let last: usize = 0;
  let place = placed;
  let end = lastEnd;
  hasCommas = false;
  isAfterComma = false;
  for (;;) {
    const sign: u32 = load<u8>(at);
    const isNegative = sign === hyphen;
    const first = at + <usize>(isNegative || sign === plus);
    const head = valuesAt(first);
    const others = othersOf(head);
    const whole = ctz(others);
    last = first + whole;
    let next: u32 = load<u8>(last);
    let w: u64;
    let digits = <i32>whole;
    let power: i32 = 0;
    if (next === dot) {
      // The lowest bit but that of the dot.
      const length = ctz(others & (others - 1));
      // The digits before the dot one lane up, where the dot is: then all of them stand together from lane 1 on.
      w = numberOf(joined(valuesAt(first - 1), head, whole), length);
      last = first + length;
      if (length === 16) {
        const tail = valuesAt(last);
        const count = ctz(othersOf(tail));
        w = w * powerOfTen(count) + numberOf(tail, count);
        last += count;
        if (count === 16) last = endOfDigits(last);
      }
      digits = <i32>(last - first) - 1;
      power = <i32>whole - digits;
      next = load<u8>(last);
    } else w = numberOf(head, whole);
    const mantissaEnd = last;
    wanted = last;
    if (whole === 16 || digits === 0) break;
    let tens: i32 = 0;
    if ((next | 32) === 101) {
      last = endOfExponent(last + 1);
      wanted = last;
      if (last === 0) break;
      tens = exponent;
      next = load<u8>(last);
    }
    if (next !== comma) {
      if (!endsNumber(next)) break;
      // `1 / 2` goes on.
      if (isBlank(next)) {
        wanted = last + 1;
        const beyond: u32 = load<u8>(wanted);
        if (beyond === slash || beyond === 0) break;
      }
    }
    const size = digits <= mostDigits ? nearest(w, tens + power) : nearestOfMany(first, mantissaEnd, tens);
    if (size === undecided) {
      wanted = 0;
      break;
    }
    store<f64>(valuesAddress + (index << 3), isNegative ? -size : size);
    const start = <u32>(at + shift);
    const gap = start - end;
    const length = <u32>(last - at);
    lastPlace = place;
    lastStart = start;
    if (gap < farGap && length < longLength) {
      store<u8>(placesAddress + place, (gap << lengthBits) | length);
      place++;
    } else place = writeFar(place, gap, length);
    end = start + length;
    index++;
    left--;
    at = last;
    isAfterComma = next === comma;
    if (isAfterComma) {
      hasCommas = true;
      at++;
      if (load<u8>(at) === space) at++;
    } else if (next === space && isText) at++;
    else break;
    if (left === 0 || <u32>load<u8>(at) - plus > 14) break;
  }
  written = index;
  placed = place;
  lastEnd = end;
  return at;
}
