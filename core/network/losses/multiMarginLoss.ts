import { createMatrix, type Matrix } from '../../matrix';
import { CompensatedSum } from '../../numeric/compensatedSum';
import type { Parameters } from '../activations/activation';
import { weightParameter } from './elementwiseLoss';
import type { Loss } from './loss';
import { marginSides, marginsAlong } from './margins';
import { reductionDivisor } from './reduction';
import { classesOf, classWeight } from './target';

/**
 * Σ_{j≠c} max(0, margin − ŷ_c + ŷⱼ)ᵖ/C of the class c. Its kinks, where p is 1, lie on differences of
 * two outputs and not on one alone; there the derivative is 0, as in PyTorch.
 */
export const multiMarginLoss: Loss = {
  name: 'multi_margin_loss',
  aliases: ['multi_margin', 'multiclass_hinge'],
  parameters: [
    { name: 'p', default: 1, domain: '1, 2', accepts: (p) => p === 1 || p === 2 },
    { name: 'margin', default: 1, domain: 'finite', accepts: Number.isFinite },
    weightParameter('weight', 'outputs'),
  ],
  reductions: ['mean', 'sum', 'none'],
  defaultReduction: 'mean',
  takesClasses: true,
  takesRows: false,
  targetDomain: null,
  elementwise: false,
  latex: '\\tfrac{1}{C} \\sum_{j \\ne c} \\max(0, m - \\hat{y}_c + \\hat{y}_j)^p',
  plain: 'Σ over j ≠ c of max(0, margin − ŷ_c + ŷⱼ)ᵖ/C',
  source: 'torch.nn.functional.multi_margin_loss',
  value: (output, target, reduction, parameters, lists) => {
    const sum = new CompensatedSum();
    forEachExcess(output, classesOf(target), parameters, (excess, _other, wanted) =>
      sum.add(classWeight(wanted % output.columns, parameters, lists) * excess ** parameters.p),
    );
    return sum.value / output.columns / reductionDivisor(reduction, output.rows, output.rows);
  },
  gradient: (output, target, reduction, parameters, lists) => {
    const result = createMatrix(output.rows, output.columns);
    const divisor = output.columns * reductionDivisor(reduction, output.rows, output.rows);
    forEachExcess(output, classesOf(target), parameters, (excess, other, wanted) => {
      const weight = classWeight(wanted % output.columns, parameters, lists);
      const slope = weight * (parameters.p === 1 ? 1 : 2 * excess);
      result.values[other] += slope / divisor;
      result.values[wanted] -= slope / divisor;
    });
    return result;
  },
  along: (output, target, direction, { p, margin, weight }, lists) => {
    if (target.form === 'row') return 0;
    const own = classWeight(target.index, { weight }, lists);
    return (own * marginsAlong(output, [target.index], direction, { margin, p })) / output.length;
  },
  sides: (output, target, { margin }) =>
    target.form === 'row' ? [] : marginSides(output, [target.index], margin),
  kinks: () => [],
};

/** Calls `use` for every class that comes within the margin of the wanted one; both as places in the output. */
function forEachExcess(
  output: Matrix,
  classes: Int32Array,
  { margin }: Parameters,
  use: (excess: number, other: number, wanted: number) => void,
): void {
  classes.forEach((index, sample) => {
    const start = sample * output.columns;
    const wanted = start + index;
    for (let other = start; other < start + output.columns; other++) {
      const excess = margin - output.values[wanted] + output.values[other];
      if (other !== wanted && !(excess <= 0)) use(excess, other, wanted);
    }
  });
}
