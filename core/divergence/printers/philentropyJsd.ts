import { type Printer, printedSum, termsOf } from './printer';

export const philentropyJsd: Printer = {
  tool: 'philentropy',
  call: 'philentropy::JSD(rbind(P, Q))',
  versions: 'commit b01dfda',
  known: 'source',
  link: 'https://github.com/drostlab/philentropy/blob/b01dfda5b0f21fb38827d5b228d8f63ca3476253/src/distances_internal.h',
  measure: 'jensenShannon',
  conventions: ['as-given', 'base-2'],
  print: (p, q) => {
    const half = (x: number, y: number) => (x === 0 ? 0 : (x * Math.log((2 * x) / (x + y))) / Math.LN2 / 2);
    return printedSum([...termsOf(p, q, half), ...termsOf(q, p, half)]);
  },
};
