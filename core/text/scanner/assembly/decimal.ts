// The double nearest to w · 10^q, after D. Lemire, "Number Parsing at a Gigabyte per Second", 2021, and N. Mushtak and
// D. Lemire, "Fast Number Parsing Without Fallback", 2023, by which these steps decide for every w below 2⁶⁴.
import { largestPower, powersOfFiveAddress, powersOfTenAddress } from './layout';

/** Integers of so many digits are doubles. */
const exactDigits: usize = 15;
/** Powers of ten up to here are doubles. */
const exactPower: i32 = 22;

/** The bits of the nearest double, for q within `largestPower`. Of w is known how many digits it has at most. */
export function nearest(w: u64, q: i32, digits: usize): u64 {
  // By their digits the numbers of a text are more alike than by their size, which a branch would guess wrongly.
  if (digits <= exactDigits && <u32>(q + exactPower) <= <u32>(2 * exactPower)) {
    // Both factors are exact: one rounding.
    const size = <f64>(<i64>w);
    if (q < 0) return reinterpret<u64>(size / load<f64>(powersOfTenAddress + ((<usize>-q) << 3)));
    return reinterpret<u64>(size * load<f64>(powersOfTenAddress + ((<usize>q) << 3)));
  }
  return w === 0 ? 0 : byMultiplication(w, q);
}

/** For w from 1 to 2⁶⁴ − 1: the product with 128 bits of 5^q, of which mostly the first 64 suffice. */
function byMultiplication(w: u64, q: i32): u64 {
  // Within these powers nothing overflows and nothing is subnormal.
  const zeros = <i32>clz(w);
  const shifted = w << zeros;
  const entry = powersOfFiveAddress + ((<usize>(q + largestPower)) << 4);
  const first = load<u64>(entry);
  let high = highHalf(shifted, first);
  let kept = u64.MAX_VALUE;
  // Only where what is dropped of it is all ones, or all zeros, can more bits tell.
  if (((high + 1) & 0x1ff) <= 1) {
    let low = shifted * first;
    if ((high & 0x1ff) === 0x1ff) {
      const more = highHalf(shifted, load<u64>(entry, 8));
      low += more;
      high += <u64>(low < more);
    }
    // Halfway between two doubles, a number goes to the even one.
    if (isHalfway(high, low, q)) kept = ~(<u64>1);
  }
  const upper = <i32>(high >> 63);
  let mantissa = (high >> (upper + 9)) & kept;
  // ⌊q · log₂ 10⌋, of which q is in the ten's factor 2^q.
  const exponent = ((217706 * q) >> 16) + 63 + upper - zeros + 1023;
  mantissa = (mantissa + (mantissa & 1)) >> 1;
  // Where it is rounded up to a power of two, the carry is the exponent's.
  return mantissa + ((<u64>(exponent - 1)) << 52);
}

/** Whether a product is one more than an even number of halves of the last bit that counts, which only small powers can make it. */
function isHalfway(high: u64, low: u64, q: i32): bool {
  const dropped = (high >> 63) + 9;
  return (
    low <= 1 && q >= -4 && q <= 23 && ((high >> dropped) & 3) === 1 && (high >> dropped) << dropped === high
  );
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
