import { greatestCommonDivisor } from './rational';

/** Divisors tried before anything cleverer. */
const smallPrimes = primesBelow(1_000);

/** Deterministic for every n below 3.3 · 10²⁴. Source: Sorenson and Webster, 2015. */
const witnesses = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n];
const certain = 3_317_044_064_679_887_385_961_981n;

/** Prime factors of a positive integer with their multiplicities; null where that is too hard. */
export type Factoriser = (value: bigint) => ReadonlyMap<bigint, number> | null;

/** How much work is left, in modular multiplications. */
interface Budget {
  remaining: number;
}

/**
 * A factoriser that remembers, and that gives up (null) where all its numbers together cost more
 * than `work` modular multiplications, or where a factor is too large to be proven prime.
 */
export function createFactoriser(work: number): Factoriser {
  const budget: Budget = { remaining: work };
  const known = new Map<bigint, ReadonlyMap<bigint, number> | null>();
  return (value) => {
    const remembered = known.get(value);
    if (remembered !== undefined) return remembered;
    const factors = factorise(value, budget);
    known.set(value, factors);
    return factors;
  };
}

function factorise(value: bigint, budget: Budget): ReadonlyMap<bigint, number> | null {
  const factors = new Map<bigint, number>();
  const count = (prime: bigint) => factors.set(prime, (factors.get(prime) ?? 0) + 1);
  let rest = value;
  for (const prime of smallPrimes) {
    if (prime * prime > rest) break;
    while (rest % prime === 0n) {
      count(prime);
      rest /= prime;
    }
  }
  const open = rest > 1n ? [rest] : [];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const primality = isPrime(part, budget);
    if (primality === null) return null;
    if (primality) {
      count(part);
      continue;
    }
    const divisor = findDivisor(part, budget);
    if (divisor === null) return null;
    open.push(divisor, part / divisor);
  }
  return factors;
}

/** Miller and Rabin's test, with witnesses that make it a proof; null where it would be none. */
function isPrime(value: bigint, budget: Budget): boolean | null {
  if (value < 1_000_000n) return true;
  if (value >= certain) return null;
  const odd = value - 1n;
  let exponent = odd;
  let twos = 0;
  while (exponent % 2n === 0n) {
    exponent /= 2n;
    twos++;
  }
  for (const witness of witnesses) {
    budget.remaining -= 100;
    if (budget.remaining < 0) return null;
    if (!passes(value, odd, witness, exponent, twos)) return false;
  }
  return true;
}

function passes(value: bigint, odd: bigint, witness: bigint, exponent: bigint, twos: number): boolean {
  let power = modularPower(witness, exponent, value);
  if (power === 1n || power === odd) return true;
  for (let i = 1; i < twos; i++) {
    power = (power * power) % value;
    if (power === odd) return true;
  }
  return false;
}

function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** Pollard's rho with Brent's cycle and products of differences, so that few divisors are taken. */
function findDivisor(value: bigint, budget: Budget): bigint | null {
  for (let constant = 1n; budget.remaining > 0; constant++) {
    const divisor = walk(value, constant, budget);
    if (divisor !== null) return divisor;
  }
  return null;
}

const differencesPerDivisor = 64;

/** Null where every factor came at once, or the work is used up: another constant may do better. */
function walk(value: bigint, constant: bigint, budget: Budget): bigint | null {
  const next = (x: bigint) => (x * x + constant) % value;
  let hare = 2n;
  for (let length = 1; budget.remaining > 0; length *= 2) {
    const tortoise = hare;
    for (let taken = 0; taken < length; taken += differencesPerDivisor) {
      const steps = Math.min(differencesPerDivisor, length - taken);
      budget.remaining -= 2 * steps;
      let product = 1n;
      for (let i = 0; i < steps; i++) {
        hare = next(hare);
        product = (product * distance(tortoise, hare)) % value;
      }
      const divisor = greatestCommonDivisor(product, value);
      if (divisor === value) return null;
      if (divisor !== 1n) return divisor;
    }
  }
  return null;
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}

function primesBelow(limit: number): readonly bigint[] {
  const composite = new Uint8Array(limit);
  const primes: bigint[] = [];
  for (let candidate = 2; candidate < limit; candidate++) {
    if (composite[candidate]) continue;
    primes.push(BigInt(candidate));
    for (let multiple = candidate * candidate; multiple < limit; multiple += candidate)
      composite[multiple] = 1;
  }
  return primes;
}
