// What few numbers have: an exponent, or more digits than an integer holds.
import { nearest, undecided } from './decimal';
import { dot, hyphen, plus, zero } from './units';

/** Any integer of so many digits is below 2⁶⁴. */
export const mostDigits: i32 = 19;
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

export function endOfDigits(start: usize): usize {
  let at = start;
  while (<u32>load<u8>(at) - zero < 10) at++;
  return at;
}

/** From the first 19 digits that count, where it makes no difference whether the rest adds nothing or one more. */
export function nearestOfMany(first: usize, end: usize, tens: i32): f64 {
  let w: u64 = 0;
  let digits: i32 = 0;
  let power = tens;
  let isAfterDot = false;
  let isMore = false;
  for (let at = first; at < end; at++) {
    const unit: u32 = load<u8>(at);
    if (unit === dot) {
      isAfterDot = true;
      continue;
    }
    if (digits < mostDigits) {
      w = w * 10 + (unit - zero);
      if (w !== 0) digits++;
      if (isAfterDot) power--;
    } else {
      if (unit !== zero) isMore = true;
      if (!isAfterDot) power++;
    }
  }
  const least = nearest(w, power);
  return !isMore || least === nearest(w + 1, power) ? least : undecided;
}
