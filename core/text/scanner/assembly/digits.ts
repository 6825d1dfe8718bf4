// Digits, eight at once in the bytes of one integer, the first in the lowest.
import { integerPowersAddress } from './layout';

/** How many of the eight bytes are digits before the first that is none. */
export function leadingDigits(eight: u64): usize {
  // The lowest byte that is marked is marked rightly: a carry or a borrow comes from a byte that is marked itself.
  const others = ((eight + 0x4646464646464646) | (eight - 0x3030303030303030)) & 0x8080808080808080;
  return <usize>ctz(others) >> 3;
}

/** The number that all eight write: pairs, then fours, then eight. */
export function ofEight(eight: u64): u64 {
  return joined(eight - 0x3030303030303030);
}

/** `sum` followed by the first `count` of the bytes, fewer than eight. */
export function followedBy(sum: u64, eight: u64, count: usize): u64 {
  const values = ((eight - 0x3030303030303030) << 8) << (56 - ((<u64>count) << 3));
  return sum * load<u64>(integerPowersAddress + (count << 3)) + joined(values);
}

function joined(values: u64): u64 {
  const pairs = values * 10 + (values >> 8);
  const even = (pairs & 0x000000ff000000ff) * 0x000f424000000064;
  const odd = ((pairs >> 16) & 0x000000ff000000ff) * 0x0000271000000001;
  return (even + odd) >> 32;
}
