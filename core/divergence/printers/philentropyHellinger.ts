import { type Printed, type Printer, termsOf } from './printer';

export const philentropyHellinger: Printer = {
  tool: 'philentropy',
  call: "philentropy::distance(rbind(P, Q), method = 'hellinger')",
  versions: 'commit b01dfda',
  known: 'source',
  link: 'https://github.com/drostlab/philentropy/blob/b01dfda5b0f21fb38827d5b228d8f63ca3476253/src/distances_internal.h',
  measure: 'hellinger',
  conventions: ['as-given', 'twice'],
  print: (p, q): Printed => {
    const fidelity = termsOf(p, q, (x, y) => Math.sqrt(x * y)).reduce((sum, term) => sum + term, 0);
    const rounding = 2 ** -52 * (p.length + 1);
    const value = 2 * Math.sqrt(1 - fidelity);
    const isLost = !(1 - fidelity > 4 * rounding);
    return { values: [value], rounding: isLost ? 4 * Math.sqrt(rounding) : (4 * rounding) / value };
  },
};
