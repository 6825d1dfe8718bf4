import { childrenOf, type DensityExpression } from '../../text/densityExpression';

/** slope · x + constant. */
interface Affine {
  readonly slope: number;
  readonly constant: number;
}

function affineOf(expression: DensityExpression): Affine | null {
  switch (expression.kind) {
    case 'number':
      return { slope: 0, constant: expression.value };
    case 'variable':
      return { slope: 1, constant: 0 };
    case 'call':
      return null;
    case 'negate': {
      const operand = affineOf(expression.operand);
      return operand === null ? null : scaled(operand, -1);
    }
    case 'binary':
      break;
  }
  const [left, right] = [affineOf(expression.left), affineOf(expression.right)];
  if (left === null || right === null) return null;
  switch (expression.operator) {
    case '+':
      return added(left, right);
    case '-':
      return added(left, scaled(right, -1));
    case '*':
      if (right.slope === 0) return scaled(left, right.constant);
      return left.slope === 0 ? scaled(right, left.constant) : null;
    case '/':
      return right.slope === 0 ? scaled(left, 1 / right.constant) : null;
    case '^':
      return null;
  }
}

function scaled({ slope, constant }: Affine, factor: number): Affine {
  return { slope: slope * factor, constant: constant * factor };
}

function added(a: Affine, b: Affine): Affine {
  return { slope: a.slope + b.slope, constant: a.constant + b.constant };
}

/**
 * The zeros of the largest parts that are affine in x, such as 300 of exp(−(x − 300)²): a density may have a peak
 * there that is too narrow to be met by chance.
 */
export function densityCentres(expression: DensityExpression): readonly number[] {
  const affine = affineOf(expression);
  if (affine === null) return childrenOf(expression).flatMap(densityCentres);
  const zero = affine.slope === 0 ? Number.NaN : -affine.constant / affine.slope;
  return Number.isFinite(zero) ? [zero] : [];
}
