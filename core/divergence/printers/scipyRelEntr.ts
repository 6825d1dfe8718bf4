import { type Printer, printedSum, relativeEntropy, termsOf } from './printer';

export const scipyRelEntr: Printer = {
  tool: 'SciPy',
  call: 'scipy.special.rel_entr(P, Q).sum()',
  versions: '1.17.1',
  known: 'run',
  link: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.rel_entr.html',
  measure: 'klPQ',
  conventions: ['as-given', 'true-zeros', 'base-e'],
  print: (p, q) => printedSum(termsOf(p, q, relativeEntropy)),
};
