/** σ(x) = 1/(1 + e^(−x)), right to a few ulps for every x, also where it is below the smallest normal double. */
export function sigmoidOf(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const power = Math.exp(x);
  return power / (1 + power);
}

/** σ′(x) = σ(x) σ(−x), without the cancellation of σ (1 − σ): 4.2e−18 at 40, not 0. */
export function logisticSlope(x: number): number {
  const power = Math.exp(-Math.abs(x));
  return power / ((1 + power) * (1 + power));
}

/** σ″(x) = σ′(x) (1 − 2σ(x)) = −σ′(x) tanh(x/2). */
export function logisticCurvature(x: number): number {
  return -logisticSlope(x) * Math.tanh(x / 2);
}

/** ln(1 + eˣ), right to a few ulps for every x. */
export function softplusOf(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** 1 − tanh²(x) = 4/(eˣ + e^(−x))², without cancellation. */
export function hyperbolicSecantSquared(x: number): number {
  return 4 * logisticSlope(2 * x);
}

/** factor · eˣ, also right where eˣ alone is below the smallest normal double. */
export function timesPower(factor: number, x: number): number {
  if (x > -700) return factor * Math.exp(x);
  const root = Math.exp(x / 2);
  return factor * root * root;
}
