// Tables with other separators than commas are read as if they had commas.
import { nineAddress, textAddress, zeroAddress } from './layout';

/** No byte of a plain number, nor what may follow one. */
const stop: i8 = 1;

/**
 * Makes commas of the separators in the first `length` bytes. What commas were are decimal points then where they are
 * decimal and stand between digits, as dots are none; else nothing that is read.
 */
export function useSeparator(length: usize, separator: u32, isDecimal: bool): void {
  const separators = i8x16.splat(<i8>separator);
  const commas = i8x16.splat(44);
  const dots = i8x16.splat(46);
  const stops = i8x16.splat(stop);
  const ofDots = isDecimal ? stops : dots;
  for (let at = textAddress; at < textAddress + length; at += 16) {
    const bytes = v128.load(at);
    const isInside = v128.and(areDigits(at - 1), areDigits(at + 1));
    const ofCommas = isDecimal ? v128.bitselect(dots, stops, isInside) : stops;
    const withoutDots = v128.bitselect(ofDots, bytes, i8x16.eq(bytes, dots));
    const withoutCommas = v128.bitselect(ofCommas, withoutDots, i8x16.eq(bytes, commas));
    v128.store(at, v128.bitselect(commas, withoutCommas, i8x16.eq(bytes, separators)));
  }
}

function areDigits(at: usize): v128 {
  return i8x16.le_u(i8x16.sub(v128.load(at), v128.load(zeroAddress)), v128.load(nineAddress));
}
