import type { Matrix } from '../matrix';
import type { Dtype } from '../numeric/dtype';
import type { Steps } from '../steps';
import type { DenseGradient, GradientHost } from './denseGradient';
import type { DenseShape } from './gradientPlan';

/** Functions of one variable, without parameters, that kernels have for whole arrays. */
export type VectorFunctionName = 'exp' | 'log' | 'erf' | 'sigmoid' | 'tanh' | 'softplus';

/**
 * Writes φ(s) of every entry, and φ′(s) where there is an array for it, for every double: NaN, infinities and
 * subnormals too. Within so many ulps of φ and of φ′: exp 1 and 1, log 1 and 1, erf 3 and 3, sigmoid 2.5 and 5, tanh 3
 * and 5, softplus 2.5 and 2.5. Measured against 60 digits at 15,000 points between −750 and 750 and of every size.
 */
export type VectorFunction = (
  s: Float64Array,
  value: Float64Array,
  slope: Float64Array | null,
) => Steps<void>;

/** Functions of a whole row, each row by itself. */
export type RowFunctionName = 'softmax' | 'logSoftmax';

/** Writes φ(s) of every row of s. */
export type RowFunction = (s: Matrix, output: Matrix) => Steps<void>;

/** Σ p ln(p/q) as the sum of two parts, of which the first is never negative and keeps its digits where p ≈ q. */
export interface RelativeEntropy {
  /** Σ [p ln(p/q) − p + q]: alone the divergence of P from Q where both sum to one. */
  readonly brackets: number;
  /** Σ (p − q). */
  readonly difference: number;
}

/**
 * Dense kernels over doubles, in slices: each yields at least every 10 ms. Matrices are row-major;
 * samples × neurons for values, destination × source for weights. Twins agree to the rounding of their sums,
 * which they add in different orders; each gives the same bits at every run.
 */
export interface Kernels extends Products {
  /** What its products make. What its other functions give is of doubles, which whoever asks rounds (`roundTo`). */
  readonly dtype: Dtype;

  /** The sum of each column, compensated. */
  columnSums(matrix: Matrix): Steps<Float64Array>;

  vectorFunction(name: VectorFunctionName): VectorFunction;

  rowFunction(name: RowFunctionName): RowFunction;

  /** Σ x, compensated: right but for one rounding, however many. */
  sum(x: Float64Array): Steps<number>;

  /**
   * Σ p ln(p/q) in nats, compensated, of p, q ≥ 0 of the same length: an outcome of p = 0 adds 0, of p > 0 where q = 0
   * ∞, and of less than 0 NaN.
   */
  relativeEntropy(p: Float64Array, q: Float64Array): Steps<RelativeEntropy>;

  /** −Σ p ln q in nats, likewise; the entropy of P where q is p. */
  crossEntropy(p: Float64Array, q: Float64Array): Steps<number>;

  /** A whole gradient in one memory; null where these kernels have nothing faster than the products above. */
  gradient(shape: DenseShape, host: GradientHost): DenseGradient | null;

  /** The same with products in float32, made when they are first asked for. */
  single(): Kernels;
}

/** The products of a layer, forward and back. */
export interface Products {
  /** S = X Wᵀ + b, samples × fan-out. X is samples × fan-in, W fan-out × fan-in. */
  affine(input: Matrix, weights: Matrix, biases: Float64Array | null): Steps<Matrix>;

  /** ∂L/∂W = δᵀ X, fan-out × fan-in. δ is samples × fan-out, X samples × fan-in. */
  weightGradient(delta: Matrix, input: Matrix): Steps<Matrix>;

  /** ∂L/∂X = δ W, samples × fan-in. */
  inputGradient(delta: Matrix, weights: Matrix): Steps<Matrix>;
}
