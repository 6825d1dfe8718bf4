import { type Printed, type Printer, termsOf } from './printer';

const single = Math.fround;
const least = single(1e-7);

function clipped(value: number): number {
  return Math.min(Math.max(single(value), least), 1);
}

export const kerasKlDivergence: Printer = {
  tool: 'Keras',
  call: 'keras.losses.kl_divergence(P, Q)',
  versions: '3, commit 04bf538',
  known: 'source',
  link: 'https://github.com/keras-team/keras/blob/04bf53803f04e2af22c601df4748345aa405f704/keras/src/losses/losses.py',
  measure: 'klPQ',
  conventions: ['as-given', 'clips-1e-7', 'single-precision', 'base-e'],
  print: (p, q): Printed => {
    const terms = termsOf(p, q, (x, y) => {
      const [a, b] = [clipped(x), clipped(y)];
      return single(a * single(Math.log(single(a / b))));
    });
    const size =
      terms.reduce((sum, term) => sum + Math.abs(term), 0) + p.reduce((sum, value) => sum + value, 0);
    return {
      values: [terms.reduce((sum, term) => single(sum + term), 0)],
      rounding: (terms.length + 2) * 2 ** -24 * size,
    };
  },
};
