import {
  add,
  compare,
  multiply,
  negate,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../exact/rational';

type Exact = Readonly<Record<string, Rational>>;
type Row = readonly Rational[];

/** What one sample is compared with: a class, or a row of the output's width. */
export type ExactSample =
  | { readonly form: 'class'; readonly index: number }
  | { readonly form: 'row'; readonly row: Row };

export interface SampleLoss {
  readonly value: Rational;
  readonly gradient: Row;
  readonly isAtKink: boolean;
}

/** The losses of a whole row that are rational: sums and maxima of differences of outputs. */
export const marginLosses: Readonly<
  Record<string, (output: Row, target: ExactSample, parameters: Exact) => SampleLoss>
> = {
  multi_margin_loss: (output, target, { p, margin, weight }) => {
    const classes = target.form === 'class' ? [target.index] : [];
    return pairs(output, classes, margin, weight, compare(p, one) !== 0);
  },
  multilabel_margin_loss: (output, target) => {
    const listed =
      target.form === 'row' ? target.row.map(({ numerator }) => Number(numerator)) : [target.index];
    const end = listed.indexOf(-1);
    const classes = end < 0 ? listed : listed.slice(0, end);
    return pairs(output, classes, one, one, false);
  },
  categorical_hinge: (output, target) => {
    const y = output.map((_, j) => (target.form === 'row' ? target.row[j] : j === target.index ? one : zero));
    const wrong = output.map((value, j) => multiply(subtract(one, y[j]), value));
    const largest = wrong.reduce((a, b) => (compare(a, b) >= 0 ? a : b));
    const strongest = wrong.flatMap((value, j) => (compare(value, largest) === 0 ? [j] : []));
    const right = output.reduce((sum, value, j) => add(sum, multiply(y[j], value)), zero);
    const gap = subtract(add(one, largest), right);
    const isAtKink = gap.numerator === 0n || (gap.numerator > 0n && strongest.length > 1);
    if (gap.numerator <= 0n) return { value: zero, gradient: output.map(() => zero), isAtKink };
    const share = rational(1n, BigInt(strongest.length));
    const gradient = output.map((_, j) => {
      const ofMaximum = strongest.includes(j) ? multiply(share, subtract(one, y[j])) : zero;
      return subtract(ofMaximum, y[j]);
    });
    return { value: gap, gradient, isAtKink };
  },
};

/** Σ over wanted and other classes of weight · max(0, excess)ᵖ/C; at excess 0 the derivative is 0. */
function pairs(
  output: Row,
  classes: readonly number[],
  margin: Rational,
  weight: Rational,
  isSquared: boolean,
): SampleLoss {
  const share = multiply(weight, rational(1n, BigInt(output.length)));
  const gradient = output.map(() => zero);
  let value = zero;
  let isAtKink = false;
  for (const wanted of classes) {
    for (const other of output.keys()) {
      if (classes.includes(other)) continue;
      const gap = add(subtract(margin, output[wanted]), output[other]);
      isAtKink ||= gap.numerator === 0n && !isSquared;
      if (gap.numerator <= 0n) continue;
      value = add(value, multiply(share, isSquared ? multiply(gap, gap) : gap));
      const slope = multiply(share, isSquared ? add(gap, gap) : one);
      gradient[other] = add(gradient[other], slope);
      gradient[wanted] = add(gradient[wanted], negate(slope));
    }
  }
  return { value, gradient, isAtKink };
}
