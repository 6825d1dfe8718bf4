import { type Printer, printedSum, termsOf } from './printer';

const floor = 0.00001;

export const philentropyKl: Printer = {
  tool: 'philentropy',
  call: 'philentropy::KL(rbind(P, Q))',
  versions: 'commit b01dfda',
  known: 'source',
  link: 'https://github.com/drostlab/philentropy/blob/b01dfda5b0f21fb38827d5b228d8f63ca3476253/src/distances_internal.h',
  measure: 'klPQ',
  conventions: ['as-given', 'floor-1e-5', 'base-2'],
  print: (p, q) =>
    printedSum(
      termsOf(p, q, (x, y) => {
        const ratio = x / (y === 0 ? floor : y);
        return ratio === 0 ? 0 : (x * Math.log(ratio)) / Math.LN2;
      }),
    ),
};
