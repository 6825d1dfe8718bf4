/** The positive zero of ψ, in two parts: the double nearest to it, and what is left. */
const zero = 1.4616321449683622;
const zeroRest = 9.549995429965697e-17;

/** ψ⁽ᵏ⁾(zero)/k! for k = 1, 2, …. */
const aroundZero = [
  0.9676722454476212, -0.4427631689835921, 0.258499760955651, -0.16394270544240652, 0.10782405069126237,
  -0.07219956125645471, 0.04880428816414311, -0.03316112647484736, 0.022597648232218104, -0.01542476590494896,
  0.010538791616612175, -0.007204534386356869, 0.004926781395729853, -0.003369801655439328,
  0.002305126326734928, -0.0015769367714301972, 0.0010788252019162967, -0.0007380709389960052,
  0.000504953265834602, -0.0003454680251063077, 0.00023635601564027053, -0.00016170622091974803,
  0.0001106337276874741, -7.569179582195066e-5, 5.178575795222081e-5, -3.5430070947659604e-5,
  2.424006611860132e-5, -1.6584242271854135e-5, 1.134638458466385e-5, -7.762817668462094e-6,
  5.3110609208898636e-6, -3.6336507898010456e-6, 2.486022733129538e-6, -1.7008538854332607e-6,
  1.1636675363548843e-6, -7.96142543124197e-7, 5.446941930669446e-7, -3.7266161283438227e-7,
  2.549626552021554e-7, -1.7443695117727745e-7, 1.1934394829830244e-7, -8.165115189488409e-8,
];

/** B₂ₖ/(2k) (DLMF 5.11.2). */
const asymptotic = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160];

/** ln x − ψ(x) for x ≥ 10 (DLMF 5.11.2). */
function asymptoticDeficit(x: number): number {
  const inverseSquare = 1 / (x * x);
  let sum = 0;
  for (let k = asymptotic.length - 1; k >= 0; k--) sum = (sum + (asymptotic[k] ?? 0)) * inverseSquare;
  return 0.5 / x + sum;
}

/** ln x − ψ(x) for x > 0, which is positive and about 1/(2x) for large x, where the two cancel. */
export function digammaDeficit(x: number): number {
  return x >= 10 ? asymptoticDeficit(x) : Math.log(x) - digamma(x);
}

/**
 * ψ(x) = Γ′(x)/Γ(x) for x > 0, within 4 units in the last place, also beside its zero 1.4616…;
 * −∞ at 0, NaN below. Taylor series at the zero by recurrence, asymptotic series from 10 on.
 * Source: DLMF 5.5.2, 5.11.2.
 */
export function digamma(x: number): number {
  if (!(x >= 0)) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x >= 10) return Math.log(x) - asymptoticDeficit(x);
  if (x < 0.97) return digamma(x + 1) - 1 / x;
  let rest = x;
  let shift = 0;
  while (rest > 1.97) {
    rest -= 1;
    shift += 1 / rest;
  }
  const z = rest - zero - zeroRest;
  let sum = 0;
  for (let k = aroundZero.length - 1; k >= 0; k--) sum = sum * z + (aroundZero[k] ?? 0);
  return shift + z * sum;
}
