/** A stream of pseudo-random numbers that a seed determines, so that what is estimated by it can be repeated. */
export interface Random {
  /** Uniform in (0, 1), with 53 bits; neither 0 nor 1. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Gamma with that shape and rate 1. */
  gamma(shape: number): number;
}

/** The 32-bit generator sfc32 of C. Doty-Humphrey (PractRand), its state spread from one seed by splitmix32. */
export function createRandom(seed: number): Random {
  let mixed = seed | 0;
  const spread = () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let z = mixed ^ (mixed >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = spread();
  let b = spread();
  let c = spread();
  let counter = 1;
  const bits = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let k = 0; k < 15; k++) bits();
  const uniform = () => ((bits() >>> 5) * 67_108_864 + (bits() >>> 6) + 0.5) / 9_007_199_254_740_992;
  let spare: number | null = null;
  /** By the polar method of Marsaglia and Bray, SIAM Review 6 (1964) 260. */
  const normal = (): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  };
  /** By squeeze, Marsaglia and Tsang, ACM TOMS 26 (2000) 363; shapes below 1 by a power of a uniform. */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c3 = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c3 * x) ** 3;
      if (v <= 0) continue;
      if (Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return { uniform, normal, gamma };
}
