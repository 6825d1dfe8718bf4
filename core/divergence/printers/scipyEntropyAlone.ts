import { type Printer, printedSum, sharesOf } from './printer';

export const scipyEntropyAlone: Printer = {
  tool: 'SciPy',
  call: 'scipy.stats.entropy(P)',
  versions: '1.17.1',
  known: 'run',
  link: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.entropy.html',
  measure: 'entropyP',
  conventions: ['normalises', 'true-zeros', 'base-e'],
  print: (p) => printedSum(Array.from(sharesOf(p), (value) => (value === 0 ? 0 : -value * Math.log(value)))),
};
