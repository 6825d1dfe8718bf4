import type { Rational } from '../exact/rational';
import type { Span } from '../problem';
import type { DistributionName, Index, IndexName, Quantity } from './quantity';

/** A function that stands in front of brackets. */
export type FunctionReference =
  /** φ of a layer, or φ′ for order 1; of a column, entry by entry or as the activation mixes it. */
  | { readonly kind: 'activation'; readonly layer: Index; readonly order: 0 | 1; readonly neuron?: Index }
  /** ℓ(ŷ, y) of one output, or its derivative by ŷ. */
  | { readonly kind: 'loss-term'; readonly order: 0 | 1 }
  /** The whole loss of all outputs and targets. */
  | { readonly kind: 'loss' }
  /** Entry k of softmax of a column. */
  | { readonly kind: 'softmax' | 'log-softmax'; readonly index: Index; readonly sample?: Index }
  /** ln, or log to another base. */
  | { readonly kind: 'logarithm'; readonly base: number }
  | { readonly kind: 'absolute' }
  | { readonly kind: 'named'; readonly name: 'f' | 'g' | 'h'; readonly order: 0 | 1 };

/** An equation's side, as data. Leaves are numbers, symbols, and quantities of the model; a notation names those. */
export type Expression =
  | NumberExpression
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  /** A letter of the mathematics itself, such as x in f(x). */
  | { readonly kind: 'symbol'; readonly name: string }
  | WrittenExpression
  | { readonly kind: 'sum'; readonly terms: readonly Expression[] }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'product'; readonly factors: readonly Expression[] }
  | { readonly kind: 'fraction'; readonly numerator: Expression; readonly denominator: Expression }
  | { readonly kind: 'power'; readonly base: Expression; readonly exponent: Expression }
  | {
      readonly kind: 'application';
      readonly of: FunctionReference;
      readonly to: readonly Expression[];
    }
  /** Entry by entry, ⊙. */
  | { readonly kind: 'hadamard'; readonly factors: readonly Expression[] }
  | { readonly kind: 'matrix-product'; readonly factors: readonly Expression[] }
  | { readonly kind: 'transpose'; readonly of: Expression }
  | MatrixExpression
  /** With its shape written under it. */
  | { readonly kind: 'shaped'; readonly of: Expression; readonly rows: number; readonly columns: number }
  /** A column of ones: what sums over the samples. */
  | { readonly kind: 'ones'; readonly rows: number }
  | RepeatedExpression
  | TermsExpression;

/** `quantity` is what the number stands for, where it was put in for something. */
export interface NumberExpression {
  readonly kind: 'number';
  readonly value: number;
  /** Printed as a fraction. */
  readonly exact?: Rational;
  /** As it stands in the text, and where. */
  readonly written?: { readonly text: string; readonly span: Span };
  readonly quantity?: Quantity;
}

/** A formula in letters, such as ln(1 + eˣ), that another room writes; made when it is printed. */
export interface WrittenExpression {
  readonly kind: 'written';
  write(): { readonly latex: string; readonly plain: string };
  /** What it comes to, where it has a value. */
  readonly means?: Expression;
}

/** Entries are made when they are asked for, so that a large matrix costs nothing until it is printed. */
export interface MatrixExpression {
  readonly kind: 'matrix';
  readonly rows: number;
  readonly columns: number;
  at(row: number, column: number): Expression;
}

/** ∑ or ∏ of the body over `index` from 0 to `count` − 1; in print from 1. */
export interface RepeatedExpression {
  readonly kind: 'repeated';
  readonly operation: 'sum' | 'product';
  readonly index: IndexName;
  readonly count: number;
  /** Stands as ∑ or ∏ also where it is short. */
  readonly isKept?: true;
  /**
   * Outcomes of a distribution count from 0 also in print. Where the distribution `of` has no mass on some,
   * the sum is over the others, i : pᵢ > 0, and `only` lists them.
   */
  readonly outcomes?: { readonly of: DistributionName; readonly only: readonly number[] | null };
  readonly body: Expression;
}

/** A long sum or product whose parts are made when they are asked for, so that a folded one costs little. */
export interface TermsExpression {
  readonly kind: 'terms';
  readonly operation: 'sum' | 'product';
  readonly count: number;
  at(index: number): Expression;
}

export const number = (value: number): NumberExpression => ({ kind: 'number', value });

export const exactNumber = (exact: Rational, value: number): NumberExpression => ({
  kind: 'number',
  value,
  exact,
});

export const of = (quantity: Quantity): Expression => ({ kind: 'quantity', quantity });

export const symbol = (name: string): Expression => ({ kind: 'symbol', name });

export const written = (write: WrittenExpression['write'], means?: Expression): Expression =>
  means === undefined ? { kind: 'written', write } : { kind: 'written', write, means };

export const negative = (inner: Expression): Expression => ({ kind: 'negative', of: inner });

/** One term stands by itself. */
export const sum = (...terms: readonly Expression[]): Expression =>
  terms.length === 1 ? terms[0] : { kind: 'sum', terms };

export const difference = (first: Expression, second: Expression): Expression => sum(first, negative(second));

/** One factor stands by itself. */
export const product = (...factors: readonly Expression[]): Expression =>
  factors.length === 1 ? factors[0] : { kind: 'product', factors };

export const matrixProduct = (...factors: readonly Expression[]): Expression => ({
  kind: 'matrix-product',
  factors,
});

export const hadamard = (...factors: readonly Expression[]): Expression =>
  factors.length === 1 ? factors[0] : { kind: 'hadamard', factors };

export const fraction = (numerator: Expression, denominator: Expression): Expression => ({
  kind: 'fraction',
  numerator,
  denominator,
});

export const power = (base: Expression, exponent: Expression): Expression => ({
  kind: 'power',
  base,
  exponent,
});

export const apply = (reference: FunctionReference, ...to: readonly Expression[]): Expression => ({
  kind: 'application',
  of: reference,
  to,
});

export const transpose = (inner: Expression): Expression => ({ kind: 'transpose', of: inner });

export const shaped = (inner: Expression, rows: number, columns: number): Expression => ({
  kind: 'shaped',
  of: inner,
  rows,
  columns,
});

export const matrix = (
  rows: number,
  columns: number,
  at: (row: number, column: number) => Expression,
): MatrixExpression => ({ kind: 'matrix', rows, columns, at });

export const sumOver = (index: IndexName, count: number, body: Expression): Expression => ({
  kind: 'repeated',
  operation: 'sum',
  index,
  count,
  body,
});

/** The values that the index of a sum or product takes. */
export function indicesOf({ count, outcomes }: RepeatedExpression): readonly number[] {
  return outcomes?.only ?? Array.from({ length: count }, (_, index) => index);
}
