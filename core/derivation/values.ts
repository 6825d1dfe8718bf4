import type { Matrix } from '../matrix';
import type { FunctionReference, NumberExpression } from './expression';
import type { Quantity } from './quantity';

export type Value = number | Matrix;

/** What a study knows of the quantities that its equations speak of: no letters, every index a number. */
export interface Values {
  /** Throws RangeError for what the study does not have. */
  valueOf(quantity: Quantity): Value;
  /** Of a matrix, without making its entries; null for a number. */
  shapeOf(quantity: Quantity): { readonly rows: number; readonly columns: number } | null;
  /** The number with its digits in the text where it stands there. */
  numberOf(quantity: Quantity): NumberExpression;
  /** The same for one entry of a matrix. */
  entryOf(quantity: Quantity, row: number, column: number): NumberExpression;
  /** φ, ℓ and what else an equation applies, of numbers or of matrices. */
  apply(reference: FunctionReference, to: readonly Value[]): Value;
}
