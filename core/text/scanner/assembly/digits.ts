// Digits, sixteen at once in the lanes of a vector, the first in the lowest.
import {
  eightWeights,
  fourWeights,
  integerPowersAddress,
  laneNumbers,
  nineAddress,
  pairWeights,
  zeroAddress,
} from './layout';

/** The digits' values; what is no digit is above 9. */
export function valuesAt(address: usize): v128 {
  return i8x16.sub(v128.load(address), v128.load(zeroAddress));
}

/** A bit for each lane that is no digit, and all beyond the lanes. */
export function othersOf(values: v128): u32 {
  return ~(<u32>i8x16.bitmask(i8x16.le_u(values, v128.load(nineAddress))));
}

/** Two vectors as one: the lanes up to `last` of one, those after it of the other, and 0 in the lowest. */
export function joined(until: v128, after: v128, last: u32): v128 {
  const isUntil = i8x16.le_u(v128.load(laneNumbers), i8x16.splat(<i8>last));
  return i8x16.replace_lane(v128.bitselect(until, after, isUntil), 0, 0);
}

/** The number that the first `count` lanes write. */
export function numberOf(values: v128, count: u32): u64 {
  // To the end, with zeros before: lanes from before the first are out of range, which swizzling makes 0.
  const places = i8x16.add(v128.load(laneNumbers), i8x16.splat(<i8>(count - 16)));
  const digits = i8x16.swizzle(values, places);
  // (d + 256 e)(2560 + 1) = 256 (10 d + e) + d, modulo 2¹⁶.
  const pairs = i16x8.shr_u(i16x8.mul(digits, v128.load(pairWeights)), 8);
  const fours = i32x4.dot_i16x8_s(pairs, v128.load(fourWeights));
  const narrow = i16x8.narrow_i32x4_u(fours, fours);
  const eights = i64x2.extract_lane(i32x4.dot_i16x8_s(narrow, v128.load(eightWeights)), 0);
  return (eights & 0xffffffff) * 100000000 + (eights >>> 32);
}

export function powerOfTen(power: u32): u64 {
  return load<u64>(integerPowersAddress + ((<usize>power) << 3));
}
