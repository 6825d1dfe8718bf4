/** The leading 128 bits of 5^q for q = −largest … largest, the high half of each first, as `assembly/decimal.ts` wants them. */
export function powersOfFive(largest: number): BigUint64Array {
  const halves = new BigUint64Array(2 * (2 * largest + 1));
  for (let q = -largest; q <= largest; q++) {
    const bits = q < 0 ? reciprocal(5n ** BigInt(-q)) : truncated(5n ** BigInt(q));
    halves[2 * (q + largest)] = bits >> 64n;
    halves[2 * (q + largest) + 1] = bits & 0xffff_ffff_ffff_ffffn;
  }
  return halves;
}

function truncated(power: bigint): bigint {
  const excess = BigInt(lengthOf(power) - 128);
  return excess > 0n ? power >> excess : power << -excess;
}

/**
 * 2^k / 5^−q. Up to 5²⁷, below 2⁶⁴, a quotient that is a double or halfway between two is told by rounding up; beyond
 * it none is.
 */
function reciprocal(power: bigint): bigint {
  const length = lengthOf(power);
  if (power < 1n << 64n) return (1n << BigInt(length + 127)) / power + 1n;
  return truncated((1n << BigInt(2 * length + 128)) / power + 1n);
}

function lengthOf(integer: bigint): number {
  return integer.toString(2).length;
}
