// Which bytes of the text are no digits, sixteen found at once.
import { nineAddress, othersAddress, textAddress, zeroAddress } from './layout';

/** Looks at the first `length` bytes: one bit each, the first in the lowest. */
export function noteOthers(length: usize): void {
  for (let offset: usize = 0; offset < length; offset += 16) {
    const values = i8x16.sub(v128.load(textAddress + offset), v128.load(zeroAddress));
    const isDigit = i8x16.le_u(values, v128.load(nineAddress));
    store<u16>(othersAddress + (offset >> 3), ~i8x16.bitmask(isDigit));
  }
}

/** A bit for each byte from `offset` in the text on that is no digit: 57 of them at least, zeros after those that are not known. */
export function othersFrom(offset: usize): u64 {
  return load<u64>(offset >> 3, othersAddress) >> <u64>(offset & 7);
}
