import type { Matrix } from '../matrix';

/**
 * Dense kernels over doubles. Each works on a part of its result, [first, end), so that the caller
 * can pause between two parts; parts may come in any division but each exactly once.
 * Matrices are row-major; samples × neurons for values, destination × source for weights.
 */
export interface Kernels {
  /**
   * S = X Wᵀ + b for the cells first … end − 1 of S, counted row by row.
   * X is samples × fan-in, W fan-out × fan-in, S samples × fan-out. One cell costs fan-in.
   */
  affine(
    input: Matrix,
    weights: Matrix,
    biases: Float64Array | null,
    result: Matrix,
    first: number,
    end: number,
  ): void;

  /**
   * ∂L/∂W = δᵀ X for the rows first … end − 1 of ∂L/∂W, fan-out × fan-in.
   * δ is samples × fan-out, X samples × fan-in. One row costs samples · fan-in.
   */
  weightGradient(delta: Matrix, input: Matrix, result: Matrix, first: number, end: number): void;

  /**
   * ∂L/∂X = δ W, with result zero before the first part. The parts divide the pairs
   * (sample, destination), counted sample by sample, and add up. One pair costs fan-in.
   */
  inputGradient(delta: Matrix, weights: Matrix, result: Matrix, first: number, end: number): void;

  /** Sums of the columns first … end − 1, compensated. One column costs the number of rows. */
  columnSums(matrix: Matrix, result: Float64Array, first: number, end: number): void;
}
