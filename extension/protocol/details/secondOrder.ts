import type { WireNumber } from '../wire';
import type { ParameterName } from './gradientCheck';

/**
 * The Hessian of the loss, the Jacobian of the output by parameters or by inputs, or what the text asks of that
 * Jacobian: J v for its direction, uᵀ J for its covector.
 */
export interface SecondOrderQuestion {
  readonly topic: 'secondOrder';
  readonly of: 'hessian' | 'jacobian' | 'inputJacobian' | ProductName;
}

export type ProductName = 'jvp' | 'vjp';

/** What a row or a column stands for. Samples and outputs count from 0; the sample is null where there is one. */
export type DerivativeLabel =
  | ParameterName
  | { readonly of: 'output'; readonly sample: number | null; readonly index: number }
  | { readonly of: 'input'; readonly index: number; readonly sample?: number }
  /** The one column of a product. */
  | { readonly of: ProductName };

export interface SecondOrderAnswer {
  /** Where the matrix is too large to be read: how many parameters there are, and how many may be. */
  readonly tooLarge: { readonly parameters: number; readonly most: number } | null;
  readonly rows: readonly DerivativeLabel[];
  readonly columns: readonly DerivativeLabel[];
  /** Row-major. */
  readonly values: readonly WireNumber[];
  /** Of the Hessian alone. */
  readonly hessian: {
    readonly asymmetry: WireNumber;
    /** Ascending. */
    readonly eigenvalues: readonly WireNumber[];
    readonly isAtKink: boolean;
  } | null;
}
