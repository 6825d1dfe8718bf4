import { createMatrix, type Matrix } from '../../matrix';
import type { Steps } from '../../steps';
import { neuronKinks, neuronParameters } from '../learnt';
import type { Layer } from '../network';
import type { LayerTrace } from '../networkStudy';
import { parameterCount } from '../parameterPlaces';
import type { Objective } from '../training/objective';
import { flatten, unitDirection } from './direction';
import { eigenvaluesSteps } from './eigenvalues';
import { type Differentiated, hessianVectorSteps } from './hessianVector';

/** Parameters of which a whole Hessian is still read and drawn. */
export const mostHessianParameters = 200;

export interface Hessian {
  /** ∂²L/∂θᵢ∂θⱼ, parameters in their order: weights, biases and what is learnt, layer by layer. */
  readonly matrix: Matrix;
  /**
   * max |Hᵢⱼ − Hⱼᵢ| / max |H|: every entry was computed twice, as a change of ∂L/∂θᵢ along θⱼ and the
   * other way round, and these are no mirrored sums.
   */
  readonly asymmetry: number;
  /** Ascending; of the symmetric part. Empty where an entry is not finite. */
  readonly eigenvalues: readonly number[];
  /** True where a neuron stands at a kink of φ or φ′: there L has one-sided second derivatives at best. */
  readonly isAtKink: boolean;
}

/** Column by column; null above `mostHessianParameters`. */
export function* hessianSteps(
  objective: Objective,
  layers: readonly Differentiated[],
): Steps<Hessian | null> {
  const size = parameterCount(objective.network.layers);
  if (size > mostHessianParameters) return null;
  const matrix = createMatrix(size, size);
  for (let column = 0; column < size; column++) {
    yield;
    const product = flatten(
      yield* hessianVectorSteps(objective, layers, unitDirection(objective.network, column)),
    );
    product.forEach((value, row) => {
      matrix.values[row * size + column] = value;
    });
  }
  const { asymmetry, symmetric } = symmetrise(matrix);
  const areFinite = matrix.values.every(Number.isFinite);
  return {
    matrix,
    asymmetry,
    eigenvalues: areFinite ? yield* eigenvaluesSteps(symmetric) : [],
    isAtKink: layers.some((trace, index) => standsAtKink(objective.network.layers[index], trace)),
  };
}

function symmetrise({ rows, values }: Matrix): { readonly asymmetry: number; readonly symmetric: Matrix } {
  const symmetric = createMatrix(rows, rows);
  let largest = 0;
  let apart = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < rows; j++) {
      const [entry, mirrored] = [values[i * rows + j], values[j * rows + i]];
      largest = Math.max(largest, Math.abs(entry));
      apart = Math.max(apart, Math.abs(entry - mirrored));
      symmetric.values[i * rows + j] = (entry + mirrored) / 2;
    }
  }
  return { asymmetry: largest === 0 ? 0 : apart / largest, symmetric };
}

function standsAtKink({ activation: bound }: Layer, { preActivation }: Pick<LayerTrace, 'preActivation'>) {
  const { activation } = bound;
  if (!activation.elementwise) return false;
  const kinksOf = neuronKinks(bound);
  const parametersAt = neuronParameters(bound);
  return preActivation.values.some((s, i) => {
    const neuron = i % preActivation.columns;
    const corners = kinksOf?.(neuron) ?? [];
    return [...corners, ...activation.curvatureJumps(parametersAt(neuron))].some(({ at }) => at === s);
  });
}
