import type { Matrix } from '../matrix';
import type { Steps } from '../steps';

/**
 * Dense kernels over doubles, in slices: each yields at least every 10 ms. Matrices are row-major;
 * samples × neurons for values, destination × source for weights. Twins agree to the rounding of their sums,
 * which they add in different orders; each gives the same bits at every run.
 */
export interface Kernels {
  /** S = X Wᵀ + b, samples × fan-out. X is samples × fan-in, W fan-out × fan-in. */
  affine(input: Matrix, weights: Matrix, biases: Float64Array | null): Steps<Matrix>;

  /** ∂L/∂W = δᵀ X, fan-out × fan-in. δ is samples × fan-out, X samples × fan-in. */
  weightGradient(delta: Matrix, input: Matrix): Steps<Matrix>;

  /** ∂L/∂X = δ W, samples × fan-in. */
  inputGradient(delta: Matrix, weights: Matrix): Steps<Matrix>;

  /** The sum of each column, compensated. */
  columnSums(matrix: Matrix): Steps<Float64Array>;
}
