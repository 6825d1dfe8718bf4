import type { Matrix } from '../../core/matrix';
import type { NetworkModel } from '../model/networkModel';

/** Copies keep the hyphen of source text and every digit of the doubles. */
function matrixText(matrix: Matrix): string {
  const rows = Array.from({ length: matrix.rows }, (_, row) => {
    const cells = matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns);
    return `[${Array.from(cells, String).join(', ')}]`;
  });
  return `[${rows.join(', ')}]`;
}

function vectorText(matrix: Matrix): string {
  return `[${Array.from(matrix.values, String).join(', ')}]`;
}

export function weightText(model: NetworkModel): string {
  return model.layers
    .flatMap(({ weights, biases }, layer) => [
      weights === null ? [] : [`W${layer + 1} = ${matrixText(weights)}`],
      biases === null ? [] : [`b${layer + 1} = ${vectorText(biases)}`],
    ])
    .flat()
    .join('\n');
}

export function gradientText(model: NetworkModel): string {
  return model.layers
    .flatMap(({ weightGradient, biasGradient }, layer) => [
      weightGradient === null ? [] : [`dW${layer + 1} = ${matrixText(weightGradient)}`],
      biasGradient === null ? [] : [`db${layer + 1} = ${vectorText(biasGradient)}`],
    ])
    .flat()
    .join('\n');
}
