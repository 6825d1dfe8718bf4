import { type Printed, type Printer, printedSum, relativeEntropy, sharesOf, termsOf } from './printer';

export const scipyJensenShannon: Printer = {
  tool: 'SciPy',
  call: 'scipy.spatial.distance.jensenshannon(P, Q)',
  versions: '1.17.1',
  known: 'run',
  link: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.spatial.distance.jensenshannon.html',
  measure: 'jensenShannonDistance',
  conventions: ['normalises', 'root', 'true-zeros', 'base-e'],
  print: (p, q): Printed => {
    const [left, right] = [sharesOf(p), sharesOf(q)];
    const middle = left.map((value, i) => (value + right[i]) / 2);
    const { values, rounding } = printedSum([
      ...termsOf(left, middle, relativeEntropy),
      ...termsOf(right, middle, relativeEntropy),
    ]);
    const divergence = values[0] / 2;
    // The root of what rounding may have moved: NaN where it moved the sum below zero.
    const value = Math.sqrt(divergence);
    const isLost = !(divergence > 4 * rounding);
    return { values: [value], rounding: isLost ? Math.sqrt(4 * rounding) : rounding / value };
  },
};
