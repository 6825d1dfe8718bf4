import { boundFunction, evaluate } from './evaluate';
import { type Expression, indicesOf, type RepeatedExpression } from './expression';
import { type Bindings, bind, type Quantity } from './quantity';
import type { Values } from './values';

type Application = Extract<Expression, { readonly kind: 'application' }>;

interface Change {
  quantity(quantity: Quantity): Expression;
  application(application: Application): Expression;
  repeated(expression: RepeatedExpression, bindings: Bindings): Expression;
}

/** The same expression with numbers in place of bound letters. */
export function bindIn(expression: Expression, bindings: Bindings): Expression {
  return rewrite(expression, bindings, {
    quantity: (quantity) => ({ kind: 'quantity', quantity }),
    application: (application) => application,
    repeated: (repeated, inner) => ({ ...repeated, body: bindIn(repeated.body, inner) }),
  });
}

/** ∑ or ∏ written out, its parts made when they are asked for. */
export function writtenOut(repeated: RepeatedExpression): Expression {
  const { operation, index, body } = repeated;
  const indices = indicesOf(repeated);
  return {
    kind: 'terms',
    operation,
    count: indices.length,
    at: (i) => bindIn(body, { [index]: indices[i] }),
  };
}

/**
 * The same expression with numbers in place of its quantities, as they stand in the text or computed.
 * φ of a number stays, as in φ(0.05); slopes and entries of softmax become their values.
 */
export function numbersIn(expression: Expression, values: Values, bindings: Bindings = {}): Expression {
  const change: Change = {
    quantity(quantity) {
      const shape = values.shapeOf(quantity);
      if (shape === null) return values.numberOf(quantity);
      return {
        kind: 'matrix',
        ...shape,
        at: (row, column) => values.entryOf(quantity, row, column),
      };
    },
    application(application) {
      if (!becomesValue(application)) return application;
      const value = evaluate(application, values);
      if (typeof value === 'number') return { kind: 'number', value };
      const { rows, columns } = value;
      const at = (row: number, column: number): Expression => ({
        kind: 'number',
        value: value.values[row * columns + column],
      });
      return { kind: 'matrix', rows, columns, at };
    },
    repeated(repeated, inner) {
      const { operation, index, body } = repeated;
      const indices = indicesOf(repeated);
      const at = (i: number) => numbersIn(body, values, { ...inner, [index]: indices[i] });
      return { kind: 'terms', operation, count: indices.length, at };
    },
  };
  return rewrite(expression, bindings, change);
}

function becomesValue({ of }: Application): boolean {
  switch (of.kind) {
    case 'activation':
    case 'loss-term':
      return of.order === 1;
    case 'softmax':
    case 'log-softmax':
    case 'loss':
      return true;
    case 'logarithm':
    case 'absolute':
    case 'named':
      return false;
  }
}

function rewrite(expression: Expression, bindings: Bindings, change: Change): Expression {
  const inner = (part: Expression) => rewrite(part, bindings, change);
  switch (expression.kind) {
    case 'number':
    case 'symbol':
    case 'written':
    case 'ones':
      return expression;
    case 'quantity':
      return change.quantity(bind(expression.quantity, bindings));
    case 'sum':
      return { ...expression, terms: expression.terms.map(inner) };
    case 'negative':
    case 'transpose':
    case 'shaped':
      return { ...expression, of: inner(expression.of) };
    case 'product':
    case 'hadamard':
    case 'matrix-product':
      return { ...expression, factors: expression.factors.map(inner) };
    case 'fraction':
      return {
        ...expression,
        numerator: inner(expression.numerator),
        denominator: inner(expression.denominator),
      };
    case 'power':
      return { ...expression, base: inner(expression.base), exponent: inner(expression.exponent) };
    case 'application':
      return change.application({
        kind: 'application',
        of: boundFunction(expression.of, bindings),
        to: expression.to.map(inner),
      });
    case 'matrix':
      return { ...expression, at: (row, column) => inner(expression.at(row, column)) };
    case 'terms':
      return { ...expression, at: (index: number) => inner(expression.at(index)) };
    case 'repeated':
      return change.repeated(expression, bindings);
  }
}
