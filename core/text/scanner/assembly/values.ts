// What the digits of the numbers come to, once it is known where each of them stands.
import { nearest } from './decimal';
import { integerOf } from './digits';
import { largestPower, valuesAddress } from './layout';

/** Any integer of so many digits is below 2⁶⁴. */
export const mostDigits: usize = 19;

/** Numbers whose values have been found. */
let found: usize = 0;

/** Until it has its value, a number has there what that is found from: */
const endField: usize = valuesAddress;
const digitsField: usize = valuesAddress + 2;
const fractionField: usize = valuesAddress + 3;
const powerField: usize = valuesAddress + 4;
const negativeField: usize = valuesAddress + 5;

/** There are no numbers yet. */
export function forget(): void {
  found = 0;
}

export function isWithinPowers(power: i32): bool {
  return <u32>(power + largestPower) <= <u32>(2 * largestPower);
}

/** Notes of a number of at most `mostDigits` digits where in the text they end, and how many are after the dot. */
export function postpone(
  index: usize,
  end: usize,
  digits: usize,
  fraction: usize,
  power: i32,
  isNegative: usize,
): void {
  const entry = index << 3;
  store<u16>(entry, <u16>end, endField);
  store<u8>(entry, <u8>digits, digitsField);
  store<u8>(entry, <u8>fraction, fractionField);
  store<i8>(entry, <i8>power, powerField);
  store<u8>(entry, <u8>isNegative, negativeField);
}

/** Sets the value of a number that is known already. */
export function putValue(index: usize, size: u64, isNegative: usize): void {
  findValues(index);
  store<u64>(index << 3, size | ((<u64>isNegative) << 63), valuesAddress);
  found = index + 1;
}

/** Finds the values that were postponed, of the first `count` numbers. */
export function findValues(count: usize): void {
  const end = count << 3;
  for (let entry = found << 3; entry < end; entry += 8) {
    const digits = <usize>load<u8>(entry, digitsField);
    const power = <i32>load<i8>(entry, powerField);
    const fraction = <usize>load<u8>(entry, fractionField);
    const w = integerOf(<usize>load<u16>(entry, endField), fraction, digits);
    // The sign as a bit: a branch would be mispredicted at every other number.
    const negative = (<u64>load<u8>(entry, negativeField)) << 63;
    store<u64>(entry, nearest(w, power, digits) | negative, valuesAddress);
  }
  found = count;
}
