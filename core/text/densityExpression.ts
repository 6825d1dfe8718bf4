import type { Span } from '../problem';

export const functionNames = [
  'exp',
  'ln',
  'log',
  'abs',
  'sqrt',
  'sin',
  'cos',
  'tan',
  'sinh',
  'cosh',
  'tanh',
] as const;
/** `log` is the natural logarithm, as `ln`. */
export type FunctionName = (typeof functionNames)[number];

export const constants: Readonly<Record<string, number>> = {
  pi: Math.PI,
  e: Math.E,
  inf: Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
};

export type BinaryOperator = '+' | '-' | '*' | '/' | '^';

/** An expression in x as a tree; every node knows where it stands. */
export type DensityExpression =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'variable'; readonly span: Span }
  | { readonly kind: 'negate'; readonly operand: DensityExpression; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: DensityExpression;
      readonly right: DensityExpression;
      readonly span: Span;
    }
  | {
      readonly kind: 'call';
      readonly name: FunctionName;
      readonly argument: DensityExpression;
      readonly span: Span;
    };

/** The nodes directly below. */
export function childrenOf(expression: DensityExpression): readonly DensityExpression[] {
  switch (expression.kind) {
    case 'number':
    case 'variable':
      return [];
    case 'negate':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return [expression.argument];
  }
}

export function dependsOnVariable(expression: DensityExpression): boolean {
  return expression.kind === 'variable' || childrenOf(expression).some(dependsOnVariable);
}

function call(name: FunctionName, x: number): number {
  switch (name) {
    case 'exp':
      return Math.exp(x);
    case 'ln':
    case 'log':
      return Math.log(x);
    case 'abs':
      return Math.abs(x);
    case 'sqrt':
      return Math.sqrt(x);
    case 'sin':
      return Math.sin(x);
    case 'cos':
      return Math.cos(x);
    case 'tan':
      return Math.tan(x);
    case 'sinh':
      return Math.sinh(x);
    case 'cosh':
      return Math.cosh(x);
    case 'tanh':
      return Math.tanh(x);
  }
}

/** The value at x; NaN where it is not defined. */
export function evaluateExpression(expression: DensityExpression, x: number): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'variable':
      return x;
    case 'negate':
      return -evaluateExpression(expression.operand, x);
    case 'call':
      return call(expression.name, evaluateExpression(expression.argument, x));
    case 'binary': {
      const left = evaluateExpression(expression.left, x);
      const right = evaluateExpression(expression.right, x);
      switch (expression.operator) {
        case '+':
          return left + right;
        case '-':
          return left - right;
        case '*':
          return left * right;
        case '/':
          return left / right;
        case '^':
          return left ** right;
      }
    }
  }
}
