import { type Printer, printedSum, relativeEntropy, sharesOf, termsOf } from './printer';

export const scipyEntropy: Printer = {
  tool: 'SciPy',
  call: 'scipy.stats.entropy(P, Q)',
  versions: '1.17.1',
  known: 'run',
  link: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.entropy.html',
  measure: 'klPQ',
  conventions: ['normalises', 'true-zeros', 'base-e'],
  print: (p, q) => printedSum(termsOf(sharesOf(p), sharesOf(q), relativeEntropy)),
};
