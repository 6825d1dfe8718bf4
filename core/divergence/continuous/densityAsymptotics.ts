import { type DensityExpression, dependsOnVariable, evaluateExpression } from '../../text/densityExpression';
import { combine, iteratedLogTerm, type LogAsymptotic, logTerm } from '../families/asymptotics';
import {
  addSeries,
  constantSeries,
  exponentialSeries,
  logSeries,
  multiplySeries,
  powerSeries,
  type Series,
  scaleSeries,
  sineSeries,
  term,
} from './asymptoticSeries';

/** Where x goes: to ±∞ (t = |x|), or to a point from one side (t = 1/distance). */
export interface Approach {
  readonly at: number;
  readonly side: 'above' | 'below';
}

function variableSeries({ at, side }: Approach): Series {
  if (at === Number.POSITIVE_INFINITY) return { terms: [term(1, 1)], remainder: null };
  if (at === Number.NEGATIVE_INFINITY) return { terms: [term(-1, 1)], remainder: null };
  const distance: Series = { terms: [term(side === 'above' ? 1 : -1, -1)], remainder: null };
  return addSeries(constantSeries(at), distance);
}

/** The expansion of an expression as x approaches; null where it oscillates or is beyond these rules. */
function expand(expression: DensityExpression, approach: Approach): Series | null {
  if (!dependsOnVariable(expression)) {
    const value = evaluateExpression(expression, Number.NaN);
    return Number.isFinite(value) ? constantSeries(value) : null;
  }
  switch (expression.kind) {
    case 'number':
      return constantSeries(expression.value);
    case 'variable':
      return variableSeries(approach);
    case 'negate': {
      const operand = expand(expression.operand, approach);
      return operand === null ? null : scaleSeries(operand, -1);
    }
    case 'call':
      return expandCall(expression, approach);
    case 'binary':
      break;
  }
  const left = expand(expression.left, approach);
  if (left === null) return null;
  if (expression.operator === '^') {
    if (!dependsOnVariable(expression.right)) {
      return powerSeries(left, evaluateExpression(expression.right, Number.NaN));
    }
    const logarithm = logSeries(left);
    const exponent = expand(expression.right, approach);
    return logarithm === null || exponent === null
      ? null
      : exponentialSeries(multiplySeries(exponent, logarithm));
  }
  const right = expand(expression.right, approach);
  if (right === null) return null;
  switch (expression.operator) {
    case '+':
      return addSeries(left, right);
    case '-':
      return addSeries(left, scaleSeries(right, -1));
    case '*':
      return multiplySeries(left, right);
    case '/': {
      const inverse = powerSeries(right, -1);
      return inverse === null ? null : multiplySeries(left, inverse);
    }
  }
}

function expandCall(
  { name, argument }: Extract<DensityExpression, { kind: 'call' }>,
  approach: Approach,
): Series | null {
  const g = expand(argument, approach);
  if (g === null) return null;
  const hyperbolic = (sign: 1 | -1): Series | null => {
    const up = exponentialSeries(g);
    const down = exponentialSeries(scaleSeries(g, -1));
    return up === null || down === null ? null : scaleSeries(addSeries(up, scaleSeries(down, sign)), 0.5);
  };
  const quotient = (numerator: Series | null, denominator: Series | null): Series | null => {
    const inverse = denominator === null ? null : powerSeries(denominator, -1);
    return numerator === null || inverse === null ? null : multiplySeries(numerator, inverse);
  };
  switch (name) {
    case 'exp':
      return exponentialSeries(g);
    case 'ln':
    case 'log':
      return logSeries(g);
    case 'abs':
      return (g.terms[0]?.coefficient ?? 1) < 0 ? scaleSeries(g, -1) : g;
    case 'sqrt':
      return powerSeries(g, 0.5);
    case 'sin':
      return sineSeries(g, 0);
    case 'cos':
      return sineSeries(g, 1);
    case 'tan':
      return quotient(sineSeries(g, 0), sineSeries(g, 1));
    case 'sinh':
      return hyperbolic(-1);
    case 'cosh':
      return hyperbolic(1);
    case 'tanh':
      return quotient(hyperbolic(-1), hyperbolic(1));
  }
}

/** ln of a density as x approaches one end. Null where the expansion is not known, or its leading term is not positive. */
export function densityAsymptotic(expression: DensityExpression, approach: Approach): LogAsymptotic | null {
  const leading = expand(expression, approach)?.terms[0];
  if (leading === undefined || !(leading.coefficient > 0)) return null;
  const { exponent, power, logPower } = leading;
  return combine({ weight: 1, of: [...exponent, logTerm(power), iteratedLogTerm(logPower)] });
}
