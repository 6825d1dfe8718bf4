import type { Matrix } from '../matrix';
import type { Steps } from '../steps';
import type { DenseGradient, GradientHost } from './denseGradient';
import type { DenseShape } from './gradientPlan';

/** Functions of one variable, without parameters, that kernels may have for whole arrays. */
export type VectorFunctionName = 'sigmoid' | 'tanh' | 'softplus';

/**
 * Writes φ(s) of every entry, and φ′(s) where there is an array for it. φ is within 3 ulps, φ′ within 5: the largest
 * errors against 60 digits at 24,000 points from −750 to 750 were 2.5 and 4.2.
 */
export type VectorFunction = (
  s: Float64Array,
  value: Float64Array,
  slope: Float64Array | null,
) => Steps<void>;

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

  /** Null where these kernels have nothing faster than the function itself. */
  vectorFunction(name: VectorFunctionName): VectorFunction | null;

  /** A whole gradient in one memory; null where these kernels have nothing faster than the products above. */
  gradient(shape: DenseShape, host: GradientHost): DenseGradient | null;
}
