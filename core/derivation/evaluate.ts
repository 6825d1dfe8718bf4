import { createMatrix, type Matrix } from '../matrix';
import { CompensatedSum } from '../numeric/compensatedSum';
import { type Expression, type FunctionReference, indicesOf } from './expression';
import { type Bindings, bind, type Index } from './quantity';
import type { Value, Values } from './values';

/** The number or matrix that an expression means. Throws RangeError for a free letter or shapes that do not fit. */
export function evaluate(expression: Expression, values: Values, bindings: Bindings = {}): Value {
  const inner = (part: Expression) => evaluate(part, values, bindings);
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'quantity':
      return values.valueOf(bind(expression.quantity, bindings));
    case 'symbol':
      // Of all letters of mathematics the one with a number of its own.
      if (expression.name === 'e') return Math.E;
      throw new RangeError(`${expression.name} has no value`);
    case 'written':
      if (expression.means === undefined) throw new RangeError(`${expression.write().plain} has no value`);
      return inner(expression.means);
    case 'sum':
      return addAll(expression.terms.map(inner));
    case 'negative':
      return map(inner(expression.of), (value) => -value);
    case 'product':
      return expression.factors.map(inner).reduce(multiply, 1);
    case 'fraction':
      return multiply(inner(expression.numerator), 1 / scalar(inner(expression.denominator)));
    case 'power':
      return scalar(inner(expression.base)) ** scalar(inner(expression.exponent));
    case 'application':
      return values.apply(boundFunction(expression.of, bindings), expression.to.map(inner));
    case 'hadamard':
      return expression.factors.map(inner).reduce((a, b) => zip(matrixOf(a), matrixOf(b), (x, y) => x * y));
    case 'matrix-product':
      return expression.factors.map((factor) => matrixOf(inner(factor))).reduce(matrixProduct);
    case 'transpose':
      return transposed(matrixOf(inner(expression.of)));
    case 'matrix': {
      const result = createMatrix(expression.rows, expression.columns);
      for (let row = 0; row < result.rows; row++) {
        for (let column = 0; column < result.columns; column++) {
          result.values[row * result.columns + column] = scalar(inner(expression.at(row, column)));
        }
      }
      return result;
    }
    case 'shaped':
      return inner(expression.of);
    case 'ones':
      return createMatrix(expression.rows, 1, new Float64Array(expression.rows).fill(1));
    case 'repeated': {
      const parts = indicesOf(expression).map((index) =>
        evaluate(expression.body, values, { ...bindings, [expression.index]: index }),
      );
      return together(expression.operation, parts);
    }
    case 'terms':
      return together(
        expression.operation,
        Array.from({ length: expression.count }, (_, index) => inner(expression.at(index))),
      );
  }
}

function together(operation: 'sum' | 'product', parts: readonly Value[]): Value {
  return operation === 'sum' ? addAll(parts) : parts.reduce(multiply, 1);
}

/** The same function with bound letters replaced by numbers. */
export function boundFunction(reference: FunctionReference, bindings: Bindings): FunctionReference {
  switch (reference.kind) {
    case 'activation':
      return {
        ...reference,
        layer: bound(reference.layer, bindings),
        ...(reference.neuron === undefined ? {} : { neuron: bound(reference.neuron, bindings) }),
      };
    case 'softmax':
    case 'log-softmax':
      return {
        ...reference,
        index: bound(reference.index, bindings),
        ...(reference.sample === undefined ? {} : { sample: bound(reference.sample, bindings) }),
      };
    default:
      return reference;
  }
}

function bound(index: Index, bindings: Bindings): Index {
  return typeof index === 'number' ? index : (bindings[index] ?? index);
}

/** Throws RangeError for a matrix of more than one entry. */
export function scalar(value: Value): number {
  if (typeof value === 'number') return value;
  if (value.values.length !== 1) throw new RangeError('a matrix where a number is needed');
  return value.values[0];
}

export function matrixOf(value: Value): Matrix {
  return typeof value === 'number' ? createMatrix(1, 1, [value]) : value;
}

export function map(value: Value, change: (entry: number) => number): Value {
  if (typeof value === 'number') return change(value);
  return { ...value, values: value.values.map(change) };
}

export function transposed({ rows, columns, values }: Matrix): Matrix {
  const result = createMatrix(columns, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result.values[column * rows + row] = values[row * columns + column];
    }
  }
  return result;
}

function zip(a: Matrix, b: Matrix, combine: (x: number, y: number) => number): Matrix {
  if (a.rows !== b.rows || a.columns !== b.columns) throw new RangeError('shapes differ');
  return { ...a, values: a.values.map((value, index) => combine(value, b.values[index])) };
}

function multiply(a: Value, b: Value): Value {
  if (typeof a === 'number') return map(b, (value) => a * value);
  return map(a, (value) => value * scalar(b));
}

function addAll(parts: readonly Value[]): Value {
  if (parts.every((part) => typeof part === 'number')) {
    const total = new CompensatedSum();
    for (const part of parts) total.add(part);
    return total.value;
  }
  return parts.map(matrixOf).reduce((a, b) => zip(a, b, (x, y) => x + y));
}

function matrixProduct(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) throw new RangeError('inner sizes of a product differ');
  const result = createMatrix(a.rows, b.columns);
  for (let row = 0; row < a.rows; row++) {
    for (let column = 0; column < b.columns; column++) {
      const total = new CompensatedSum();
      for (let k = 0; k < a.columns; k++) {
        total.add(a.values[row * a.columns + k] * b.values[k * b.columns + column]);
      }
      result.values[row * b.columns + column] = total.value;
    }
  }
  return result;
}
