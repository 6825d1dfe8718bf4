import { logisticCurvature, logisticSlope, sigmoidOf } from '../../numeric/logistic';
import { millsRatio, normalDensity } from '../../numeric/normal';
import type { ElementwiseActivation } from './activation';
import { closedInterval, level, line, realLine } from './shape';

const approximations = ['none', 'tanh'] as const;

/**
 * x Φ(x), or with `approximate` "tanh" the older ½x(1 + tanh(√(2/π)(x + 0.044715x³))): two different
 * functions, up to 5e−4 apart.
 */
export const gelu: ElementwiseActivation = {
  elementwise: true,
  name: 'gelu',
  aliases: ['gaussian_error_linear_unit'],
  parameters: [
    {
      name: 'approximate',
      default: 0,
      domain: approximations.join(', '),
      accepts: (index) => index in approximations,
      words: approximations,
    },
  ],
  latex: 'x \\Phi(x)',
  plain: 'x Φ(x)',
  source: 'D. Hendrycks and K. Gimpel, Gaussian Error Linear Units, 2016; torch.nn.functional.gelu',
  value: (x, { approximate }) => (approximate === 0 ? exactValue(x) : x * sigmoidOf(argument(x))),
  derivative: (x, { approximate }) => (approximate === 0 ? exactSlope(x) : approximateSlope(x)),
  secondDerivative: (x, { approximate }) => (approximate === 0 ? exactCurvature(x) : approximateCurvature(x)),
  kinks: () => [],
  curvatureJumps: () => [],
  domain: realLine,
  range: ({ approximate }) => [
    closedInterval(approximate === 0 ? -0.1699712074799037 : -0.17004075057125406),
  ],
  ends: () => ({ left: level(0), right: line(1) }),
};

/** By the tail of the normal distribution, which keeps its digits where Φ(x) is tiny. */
function exactValue(x: number): number {
  const tail = x * normalDensity(x) * millsRatio(Math.abs(x));
  return x < 0 ? tail : x - tail;
}

/** Φ(x) + x φ(x) = φ(x) (Mills(−x) + x) for negative x. */
function exactSlope(x: number): number {
  const density = normalDensity(x);
  if (density === 0) return x > 0 ? 1 : 0;
  return x < 0 ? density * (millsRatio(-x) + x) : 1 + density * (x - millsRatio(x));
}

/** ½(1 + tanh u) = σ(2u); this is 2u. */
function argument(x: number): number {
  return Math.sqrt(8 / Math.PI) * x * (1 + 0.044715 * x * x);
}

function approximateSlope(x: number): number {
  const u = argument(x);
  const slope = logisticSlope(u);
  return sigmoidOf(u) + (slope === 0 ? 0 : slope * x * Math.sqrt(8 / Math.PI) * (1 + 0.134145 * x * x));
}

/** φ(x) (2 − x²): the density's own derivative is −x φ(x). */
function exactCurvature(x: number): number {
  const density = normalDensity(x);
  return density === 0 ? 0 : density * (2 - x * x);
}

/** (x σ(u))″ = 2σ′u′ + x (σ″u′² + σ′u″). */
function approximateCurvature(x: number): number {
  const u = argument(x);
  const slope = logisticSlope(u);
  if (slope === 0) return 0;
  const scale = Math.sqrt(8 / Math.PI);
  const first = scale * (1 + 0.134145 * x * x);
  const second = scale * 0.26829 * x;
  return 2 * slope * first + x * (logisticCurvature(u) * first * first + slope * second);
}
