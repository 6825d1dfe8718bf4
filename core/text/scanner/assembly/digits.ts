// Digits, sixteen at once in the lanes of a vector, the last in the highest.
import { eightWeights, fourWeights, pairWeights, textAddress, upperLanes, zeroAddress } from './layout';

/** What `integerOf` is given where there is no dot. */
export const noFraction: usize = 32;

/**
 * The number that at most 19 digits write, which end at `end` in the text: with a dot before the last `fraction` of them, or
 * `noFraction`.
 */
export function integerOf(end: usize, fraction: usize, digits: usize): u64 {
  const lower = numberOf(lastLanes(withoutDot(end, fraction), digits));
  if (digits <= 16) return lower;
  const upper = foursOf(lastLanes(withoutDot(end - 16, fraction > 16 ? fraction - 16 : 0), digits - 16));
  return lower + <u64>i32x4.extract_lane(upper, 3) * 10000000000000000;
}

/** The values of sixteen digits that end at `end`, those before the last `fraction` of them from one place further ahead. */
function withoutDot(end: usize, fraction: usize): v128 {
  const isAfter = v128.load(fraction, upperLanes);
  const all = v128.bitselect(v128.load(end, textAddress - 16), v128.load(end, textAddress - 17), isAfter);
  return i8x16.sub(all, v128.load(zeroAddress));
}

/** Zero but for the last `count` lanes. */
function lastLanes(values: v128, count: usize): v128 {
  return v128.and(values, v128.load(count, upperLanes));
}

/** Of four digits each. */
function foursOf(digits: v128): v128 {
  // (d + 256 e)(2560 + 1) = 256 (10 d + e) + d, modulo 2¹⁶.
  const pairs = i16x8.shr_u(i16x8.mul(digits, v128.load(pairWeights)), 8);
  return i32x4.dot_i16x8_s(pairs, v128.load(fourWeights));
}

function numberOf(digits: v128): u64 {
  const fours = foursOf(digits);
  const narrow = i16x8.narrow_i32x4_u(fours, fours);
  const eights = i64x2.extract_lane(i32x4.dot_i16x8_s(narrow, v128.load(eightWeights)), 0);
  return (eights & 0xffffffff) * 100000000 + (eights >>> 32);
}
