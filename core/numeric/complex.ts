import { millsRatio, normalDensity } from './normal';

/** re + i·im. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export const real = (re: number): Complex => ({ re, im: 0 });

export function add(...terms: readonly Complex[]): Complex {
  return terms.reduce((a, b) => ({ re: a.re + b.re, im: a.im + b.im }));
}

export function scale(z: Complex, factor: number): Complex {
  return { re: z.re * factor, im: z.im * factor };
}

export function subtract(a: Complex, b: Complex): Complex {
  return { re: a.re - b.re, im: a.im - b.im };
}

export function multiply(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

/** By Smith's method, so that |b|² cannot overflow. */
export function divide(a: Complex, b: Complex): Complex {
  if (Math.abs(b.re) < Math.abs(b.im)) {
    return divide({ re: a.im, im: -a.re }, { re: b.im, im: -b.re });
  }
  const ratio = b.im / b.re;
  const size = b.re + b.im * ratio;
  return { re: (a.re + a.im * ratio) / size, im: (a.im - a.re * ratio) / size };
}

export function exp({ re, im }: Complex): Complex {
  const size = Math.exp(re);
  return { re: size * Math.cos(im), im: size * Math.sin(im) };
}

export function log({ re, im }: Complex): Complex {
  return { re: Math.log(Math.hypot(re, im)), im: Math.atan2(im, re) };
}

/** ln(1 + z), also right where z is tiny. */
export function log1p({ re, im }: Complex): Complex {
  return { re: Math.log1p(re * (2 + re) + im * im) / 2, im: Math.atan2(im, 1 + re) };
}

/** zᵃ for real a, by its principal value. */
export function power(z: Complex, exponent: number): Complex {
  if (exponent === 0) return real(1);
  if (z.re === 0 && z.im === 0) return real(0);
  return exp(scale(log(z), exponent));
}

/** The root on the right half-plane, for z on it. */
export function sqrt({ re, im }: Complex): Complex {
  const root = Math.sqrt((re + Math.hypot(re, im)) / 2);
  return { re: root, im: im / (2 * root) };
}

export function sin({ re, im }: Complex): Complex {
  return { re: Math.sin(re) * Math.cosh(im), im: Math.cos(re) * Math.sinh(im) };
}

/** σ(z) = 1/(1 + e^(−z)). */
export function sigmoid(z: Complex): Complex {
  if (z.re >= 0) return divide(real(1), add(real(1), exp(scale(z, -1))));
  const grown = exp(z);
  return divide(grown, add(real(1), grown));
}

/** ln(1 + eᶻ). */
export function softplus(z: Complex): Complex {
  return z.re > 0 ? add(z, log1p(exp(scale(z, -1)))) : log1p(exp(z));
}

/** (e²ᶻ − 1)/(e²ᶻ + 1), whose parts keep their digits near 0 and far out. */
export function tanh({ re, im }: Complex): Complex {
  const power = Math.exp(-2 * Math.abs(re));
  // cosh 2x + cos 2y and sin 2y, both times 2e^(−2|x|).
  const size = 1 + power * power + 2 * power * Math.cos(2 * im);
  return {
    re: Math.sign(re) * (-Math.expm1(-4 * Math.abs(re)) / size),
    im: (2 * power * Math.sin(2 * im)) / size,
  };
}

/** The normal distribution function near the real line: Φ(x + iy) = Φ(x) + iy φ(x) + O(y²). */
export function normalDistribution({ re, im }: Complex): Complex {
  const density = normalDensity(re);
  const tail = density === 0 ? 0 : density * millsRatio(Math.abs(re));
  return { re: re < 0 ? tail : 1 - tail, im: density * im };
}
