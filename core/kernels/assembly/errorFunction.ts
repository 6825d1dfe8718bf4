// erf x over arrays. Accuracy: test/unit/kernels/vectorFunctions.test.ts. The polynomials are interpolants at the nodes
// of Chebyshev, computed with 60 digits.
import { expOf } from './elementary';
import { multiplyAdd } from './multiplyAdd';

/** (erf(x)/x − 2/√π)/x² in x², for |x| ≤ 1. */
const inner = memory.data<f64>([
  -0.3761263890318375, 0.11283791670954388, -0.026866170644835378, 0.005223977620813342,
  -0.0008548326651491142, 0.00012055315509827725, -1.4925137231361603e-5, 1.6452392414414235e-6,
  -1.624658795725963e-7, 1.3884625209147687e-8, -8.101869549660952e-10,
]);
const innerDegree: usize = 10;

/** e^(x²) erfc x in 1/(x + 3), for 1 ≤ x ≤ 6. */
const outer = memory.data<f64>([
  3.7809408605387703e-7, 0.5641539803242877, 1.6941264743931759, 4.753619387949182, 13.473819204688667,
  20.342385791905986, 174.55446138650822, -708.6478016226661, 5135.8661343263075, -22445.40603284159,
  75849.69992134398, -186798.79449594932, 293421.80833837454, -260512.055931156, 100321.025996593,
]);
const outerDegree: usize = 14;

const twoOverRootPi: f64 = 1.1283791670955126;
/** From here on erf is 1 among the doubles. */
const saturated: f64 = 6.0;
/** From here on the slope is 0 among the doubles. */
const vanishing: f64 = 28.0;

function polynomial(coefficients: usize, degree: usize, x: v128): v128 {
  let sum = v128.load64_splat(coefficients + (degree << 3));
  for (let at = degree; at > 0; at--)
    sum = multiplyAdd(sum, x, v128.load64_splat(coefficients + ((at - 1) << 3)));
  return sum;
}

/** e^(−x²) for 0 ≤ x ≤ 28: x is a head of 26 bits, whose square is exact, and a tail t with t (x + head) < 2⁻¹⁶. */
function gaussian(x: v128): v128 {
  const grain = f64x2.splat(3221225472.0);
  const head = f64x2.sub(f64x2.add(x, grain), grain);
  const rest = f64x2.mul(f64x2.sub(head, x), f64x2.add(x, head));
  let factor = multiplyAdd(rest, f64x2.splat(1.0 / 6.0), f64x2.splat(0.5));
  factor = multiplyAdd(f64x2.mul(rest, rest), factor, rest);
  const power = expOf(f64x2.neg(f64x2.mul(head, head)));
  return multiplyAdd(power, factor, power);
}

/**
 * erf x = 1 − e^(−x²) (e^(x²) erfc x) away from 0, and its slope 2 e^(−x²)/√π. `slope` is 0
 * where none is wanted. An even number of doubles.
 */
export function erf(from: usize, value: usize, slope: usize, count: i32): void {
  const one = f64x2.splat(1);
  for (let at: usize = 0, end = (<usize>count) << 3; at < end; at += 16) {
    const x = v128.load(from + at);
    const size = f64x2.abs(x);
    const power = gaussian(f64x2.pmin(size, f64x2.splat(vanishing)));
    if (slope !== 0) v128.store(slope + at, f64x2.mul(power, f64x2.splat(twoOverRootPi)));
    const square = f64x2.mul(size, size);
    const small = multiplyAdd(
      f64x2.mul(size, square),
      polynomial(inner, innerDegree, square),
      f64x2.mul(size, f64x2.splat(twoOverRootPi)),
    );
    const share = f64x2.div(one, f64x2.add(f64x2.pmin(size, f64x2.splat(saturated)), f64x2.splat(3)));
    const large = f64x2.sub(one, f64x2.mul(power, polynomial(outer, outerDegree, share)));
    const sum = v128.bitselect(small, large, f64x2.lt(size, one));
    v128.store(value + at, v128.or(f64x2.abs(sum), v128.and(x, f64x2.splat(-0.0))));
  }
}
