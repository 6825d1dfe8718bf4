// Where numbers stand, in bytes as core/text/places.ts describes them.
import { placesAddress } from './layout';

/** Gaps from here on, and lengths, have bytes of their own. */
export const farGap: u32 = 7;
export const longLength: u32 = 31;
export const lengthBits: u32 = 5;

/** Writes a gap or a length that a byte does not hold beside the other; answers where the next place goes. */
export function writeFar(start: usize, gap: u32, length: u32): usize {
  const isFar = gap >= farGap;
  const isLong = length >= longLength;
  store<u8>(start, ((isFar ? farGap : gap) << lengthBits) | (isLong ? longLength : length), placesAddress);
  let at = start + 1;
  // No number begins before the end of the one before it.
  if (isFar) at = writeVarint(at, 2 * gap);
  if (isLong) at = writeVarint(at, length);
  return at;
}

function writeVarint(start: usize, value: u32): usize {
  let at = start;
  let rest = value;
  for (; rest >= 128; rest >>= 7) store<u8>(at++, (rest & 127) | 128, placesAddress);
  store<u8>(at, rest, placesAddress);
  return at + 1;
}
