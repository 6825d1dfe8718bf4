import { type Convention, type Printed, type Printer, printedSum, termsOf } from './printer';

function reduced(
  reduction: 'none' | 'sum' | 'batchmean' | 'mean',
  conventions: readonly Convention[],
  print: (printed: Printed, terms: readonly number[]) => Printed,
): Printer {
  return {
    tool: 'PyTorch',
    call: `torch.nn.functional.kl_div(Q.log(), P, reduction='${reduction}')`,
    versions: '1.13.0',
    known: 'run',
    link: 'https://pytorch.org/docs/stable/generated/torch.nn.functional.kl_div.html',
    measure: 'klPQ',
    conventions: ['logarithm-first', 'as-given', ...conventions, 'zero-times-infinity', 'base-e'],
    print: (p, q) => {
      // Where p and q are both zero, 0 · ln 0 is NaN.
      const terms = termsOf(p, q, (x, y) => (x === 0 ? 0 : x * Math.log(x)) - x * Math.log(y));
      const sizes = termsOf(p, q, (x, y) =>
        x === 0 ? 0 : Math.abs(x * Math.log(x)) + Math.abs(x * Math.log(y)),
      );
      const { rounding } = printedSum(sizes);
      return print({ ...printedSum(terms), rounding }, terms);
    },
  };
}

const divided = ({ values, rounding }: Printed, terms: readonly number[]): Printed => ({
  values: [values[0] / terms.length],
  rounding: rounding / terms.length,
});

/** By reduction. */
export const torchKlDiv: readonly Printer[] = [
  reduced('sum', [], (printed) => printed),
  reduced('batchmean', ['mean-over-first-dimension'], divided),
  reduced('mean', ['mean-over-outcomes'], divided),
  reduced('none', ['unreduced'], ({ rounding }, terms) => ({ values: terms, rounding })),
];
