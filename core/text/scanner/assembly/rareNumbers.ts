// What few numbers have: an exponent, or more digits than an integer holds.
import { nearest } from './decimal';
import { noFraction } from './digits';
import { textAddress } from './layout';
import { dot, hyphen, plus, zero } from './units';
import { isWithinPowers, mostDigits, putValue } from './values';

/** Larger exponents are for the reader in TypeScript. */
const mostExponentDigits: usize = 4;

/** What `endOfExponent` has read. */
export let exponent: i32 = 0;

/** The end of the exponent whose sign or first digit is at `start`; 0 where there is none, or one too long. */
export function endOfExponent(start: usize): usize {
  let at = start;
  const sign: u32 = load<u8>(at);
  if (sign === hyphen || sign === plus) at++;
  const first = at;
  let size: i32 = 0;
  for (;;) {
    const digit = <u32>load<u8>(at) - zero;
    if (digit > 9) break;
    size = size * 10 + digit;
    at++;
  }
  if (at === first || at - first > mostExponentDigits) return 0;
  exponent = sign === hyphen ? -size : size;
  return at;
}

/** What `takeRare` answers of a number that is for the reader in TypeScript, and of one that has its value. */
export const refused: usize = 255;
const taken: usize = 254;

/**
 * Looks at a number of more digits than an integer holds, or of a power that is not at hand, whose digits stand from
 * `first` to `end` in the text. Answers how many of them count where it can be postponed all the same. Exported, for a
 * compiler that would take it into its only caller, and there leave fewer registers to what is not rare.
 */
export function takeRare(
  index: usize,
  first: usize,
  end: usize,
  fraction: usize,
  power: i32,
  isNegative: usize,
): usize {
  const start = first + textAddress;
  const digits = significantDigits(start, end + textAddress);
  if (digits <= mostDigits && fraction <= noFraction && isWithinPowers(power)) return digits;
  const size = nearestOfMany(start, end + textAddress, power);
  if (size === undecided) return refused;
  putValue(index, size, isNegative);
  return taken;
}

/** How many digits there are from the first that is not zero on, or one more. */
function significantDigits(first: usize, end: usize): usize {
  let at = first;
  while (at < end && (load<u8>(at) === zero || load<u8>(at) === dot)) at++;
  return end - at;
}

/** What `nearestOfMany` answers where it does not know. */
const undecided: u64 = u64.MAX_VALUE;

/**
 * The bits of a double from the first 19 digits that count, where it makes no difference whether the rest adds nothing
 * or one more. The last digit counts 10^`tens`.
 */
function nearestOfMany(first: usize, end: usize, tens: i32): u64 {
  let w: u64 = 0;
  let digits: usize = 0;
  let power = tens;
  let isMore = false;
  for (let at = first; at < end; at++) {
    const unit: u32 = load<u8>(at);
    if (unit === dot) continue;
    if (digits < mostDigits) {
      w = w * 10 + (unit - zero);
      if (w !== 0) digits++;
    } else {
      if (unit !== zero) isMore = true;
      power++;
    }
  }
  if (w === 0) return 0;
  if (!isWithinPowers(power)) return undecided;
  const least = nearest(w, power, mostDigits);
  return !isMore || least === nearest(w + 1, power, mostDigits) ? least : undecided;
}
