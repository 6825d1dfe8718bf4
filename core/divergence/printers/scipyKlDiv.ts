import { type Printed, type Printer, printedSum, termsOf } from './printer';

export const scipyKlDiv: Printer = {
  tool: 'SciPy',
  call: 'scipy.special.kl_div(P, Q).sum()',
  versions: '1.17.1',
  known: 'run',
  link: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.kl_div.html',
  measure: 'klPQ',
  conventions: ['as-given', 'adds-masses', 'true-zeros', 'base-e'],
  print: (p, q): Printed => {
    const terms = termsOf(p, q, (x, y) => {
      if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
      if (x > 0 && y > 0) return x * Math.log(x / y) - x + y;
      return x === 0 && y >= 0 ? y : Number.POSITIVE_INFINITY;
    });
    // Each term is a difference of numbers as large as p and q.
    const sizes = p.reduce((sum, value, i) => sum + value + q[i], 0);
    return { ...printedSum(terms), rounding: 2 ** -52 * sizes };
  },
};
