/** From here on the asymptotic series is as exact as a double. */
const LARGE = 25;

/** Σ ((x/2)²)ᵏ/(k! (k + order)!) without its first term, which is 1 for orders 0 and 1. */
function powerSeriesRest(order: 0 | 1, x: number): number {
  const quarterSquare = (x * x) / 4;
  let term = 1;
  let sum = 0;
  for (let k = 1; term > sum * 1e-18; k++) {
    term *= quarterSquare / (k * (k + order));
    sum += term;
    if (term === 0) break;
  }
  return sum;
}

/** √(2πx) e^{−x} I_order(x) for x ≥ 25 (DLMF 10.40.1). */
function asymptoticSeries(order: 0 | 1, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 40 && Math.abs(term) > 1e-18; k++) {
    term *= -(4 * order * order - (2 * k - 1) ** 2) / (8 * k * x);
    sum += term;
  }
  return sum;
}

/** ln(e^{−x} I₀(x)) for x ≥ 0, I₀ the modified Bessel function of the first kind. Source: DLMF 10.25.2, 10.40.1. */
export function logScaledBesselI0(x: number): number {
  if (x < LARGE) return Math.log1p(powerSeriesRest(0, x)) - x;
  return Math.log(asymptoticSeries(0, x)) - 0.5 * Math.log(2 * Math.PI * x);
}

/** I₁(x)/I₀(x) for x ≥ 0, within 8 units in the last place: the mean resultant length of von Mises. */
export function besselRatio(x: number): number {
  if (x < LARGE) return ((x / 2) * (1 + powerSeriesRest(1, x))) / (1 + powerSeriesRest(0, x));
  if (x === Number.POSITIVE_INFINITY) return 1;
  return asymptoticSeries(1, x) / asymptoticSeries(0, x);
}
