// The double nearest to w · 10^q, after D. Lemire, "Number Parsing at a Gigabyte per Second", 2021.
import { largestPower, powersOfFiveAddress, powersOfTenAddress } from './layout';

/** Integers up to here are doubles. */
const exactIntegers: u64 = 1 << 53;
/** Powers of ten up to here are doubles. */
const exactPower: i32 = 22;

/** What `nearest` answers where these steps do not decide. */
export const undecided: f64 = -1;

/** The nearest double, or `undecided`. */
export function nearest(w: u64, q: i32): f64 {
  if (w <= exactIntegers && q >= -exactPower && q <= exactPower) {
    // Both factors are exact: one rounding.
    if (q < 0) return <f64>(<i64>w) / load<f64>(powersOfTenAddress + ((<usize>-q) << 3));
    return <f64>(<i64>w) * load<f64>(powersOfTenAddress + ((<usize>q) << 3));
  }
  if (w === 0) return 0;
  // Within these powers nothing overflows and nothing is subnormal.
  if (q < -largestPower || q > largestPower) return undecided;
  return byMultiplication(w, q);
}

/** For w from 1 to 2⁶⁴ − 1: the product with 128 bits of 5^q, of which mostly the first 64 suffice. */
function byMultiplication(w: u64, q: i32): f64 {
  const zeros = <i32>clz(w);
  const shifted = w << zeros;
  const entry = powersOfFiveAddress + ((<usize>(q + largestPower)) << 4);
  const first = load<u64>(entry);
  let low = shifted * first;
  let high = highHalf(shifted, first);
  if ((high & 0x1ff) === 0x1ff) {
    const more = highHalf(shifted, load<u64>(entry, 8));
    low += more;
    if (low < more) high++;
    // Beyond the powers that 128 bits hold exactly, more bits could carry into the rounding.
    if (low === u64.MAX_VALUE && (q < -27 || q > 55)) return undecided;
  }
  const upper = <i32>(high >> 63);
  let mantissa = high >> (upper + 9);
  // ⌊q · log₂ 10⌋, of which q is in the ten's factor 2^q.
  let exponent = ((217706 * q) >> 16) + 63 + upper - zeros + 1023;
  // Halfway between two doubles, which only small powers can be: to even.
  const isHalfway =
    low <= 1 && q >= -4 && q <= 23 && (mantissa & 3) === 1 && mantissa << (upper + 9) === high;
  if (isHalfway) mantissa &= ~(<u64>1);
  mantissa = (mantissa + (mantissa & 1)) >> 1;
  if (mantissa >> 53 !== 0) {
    mantissa >>= 1;
    exponent++;
  }
  return reinterpret<f64>((mantissa & 0xfffffffffffff) | ((<u64>exponent) << 52));
}

/** The upper 64 bits of a product. */
function highHalf(a: u64, b: u64): u64 {
  const lowA = a & 0xffffffff;
  const highA = a >> 32;
  const lowB = b & 0xffffffff;
  const highB = b >> 32;
  const middle = highA * lowB + ((lowA * lowB) >> 32);
  const other = lowA * highB + (middle & 0xffffffff);
  return highA * highB + (middle >> 32) + (other >> 32);
}
