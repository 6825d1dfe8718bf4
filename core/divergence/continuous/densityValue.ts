import type { DensityExpression } from '../../text/densityExpression';

/**
 * An unevaluated sum head + tail, so that 1 − x keeps its digits where x = 1 − 1e-200. Only what cancels is kept
 * in the tail: products and functions carry it to first order.
 */
interface Pair {
  readonly head: number;
  readonly tail: number;
}

/** A value by its sign (−1, 0, 1; NaN where undefined) and the logarithm of its size, which neither under- nor overflows. */
export interface SignedLog {
  readonly sign: number;
  readonly log: number;
}

function sum(a: Pair, b: Pair): Pair {
  const head = a.head + b.head;
  const moved = head - a.head;
  const rounding = a.head - (head - moved) + (b.head - moved);
  const tail = (Number.isFinite(head) ? rounding : 0) + a.tail + b.tail;
  const total = head + tail;
  return { head: total, tail: Number.isFinite(total) ? head - total + tail : 0 };
}

function negate(a: Pair): Pair {
  return { head: -a.head, tail: -a.tail };
}

/** Beyond the doubles, and where a slope is infinite, there is nothing for a tail to keep. */
function pair(head: number, tail: number): Pair {
  return { head, tail: Number.isFinite(head) && Number.isFinite(tail) ? tail : 0 };
}

/** f(head + tail) from f and f′ at the head. */
function carry(value: number, slope: number, tail: number): Pair {
  return pair(value, tail === 0 ? 0 : slope * tail);
}

/** π/2 in two parts, of which small multiples of the first are doubles (fdlibm's). */
const quarterTurn = { large: 1.5707963267341256, small: 6.077100506506192e-11 };

/** 1 + rest, |rest| ≤ 1, with what the head has no room for. */
function onePlus(rest: number): Pair {
  const head = 1 + rest;
  return { head, tail: rest - (head - 1) };
}

/**
 * cos (`turn` 0) or sin (`turn` 1) near its greatest and least values, where 1 ∓ it has a double zero: ±(1 − 2 sin²(δ/2))
 * for δ from there. Null elsewhere.
 */
function nearExtreme({ head, tail }: Pair, turn: 0 | 1): Pair | null {
  const turns = Math.round(head / (Math.PI / 2));
  if (!(Math.abs(turns) < 1e6) || (turns - turn) % 2 !== 0) return null;
  const half = (head - turns * quarterTurn.large - turns * quarterTurn.small + tail) / 2;
  const value = onePlus(-2 * Math.sin(half) ** 2);
  return (turns - turn) % 4 === 0 ? value : negate(value);
}

/** tanh beyond 1: ±(1 − 2/(e^{2|x|} + 1)). */
function nearOne({ head, tail }: Pair): Pair {
  const value = onePlus(-2 / (Math.exp(2 * Math.abs(head + tail)) + 1));
  return head > 0 ? value : negate(value);
}

function call(name: Extract<DensityExpression, { kind: 'call' }>['name'], argument: Pair): Pair {
  const { head, tail } = argument;
  switch (name) {
    case 'exp':
      if (Math.abs(head) < 0.5) return onePlus(Math.expm1(head) + (1 + Math.expm1(head)) * tail);
      return carry(Math.exp(head), Math.exp(head), tail);
    case 'ln':
    case 'log':
      return carry(Math.log(head), 1 / head, tail);
    case 'abs':
      return head < 0 ? { head: -head, tail: -tail } : { head, tail };
    case 'sqrt':
      return carry(Math.sqrt(head), 0.5 / Math.sqrt(head), tail);
    case 'sin':
      return nearExtreme(argument, 1) ?? carry(Math.sin(head), Math.cos(head), tail);
    case 'cos':
      return nearExtreme(argument, 0) ?? carry(Math.cos(head), -Math.sin(head), tail);
    case 'tan':
      return carry(Math.tan(head), 1 + Math.tan(head) ** 2, tail);
    case 'sinh':
      return carry(Math.sinh(head), Math.cosh(head), tail);
    case 'cosh':
      if (Math.abs(head) < 0.5) return onePlus(2 * Math.sinh((head + tail) / 2) ** 2);
      return carry(Math.cosh(head), Math.sinh(head), tail);
    case 'tanh':
      if (Math.abs(head) > 1) return nearOne(argument);
      return carry(Math.tanh(head), 1 - Math.tanh(head) ** 2, tail);
  }
}

function pairValue(expression: DensityExpression, x: Pair): Pair {
  switch (expression.kind) {
    case 'number':
      return { head: expression.value, tail: 0 };
    case 'variable':
      return x;
    case 'negate':
      return negate(pairValue(expression.operand, x));
    case 'call':
      return call(expression.name, pairValue(expression.argument, x));
    case 'binary': {
      const a = pairValue(expression.left, x);
      const b = pairValue(expression.right, x);
      switch (expression.operator) {
        case '+':
          return sum(a, b);
        case '-':
          return sum(a, negate(b));
        case '*':
          return pair(a.head * b.head, a.head * b.tail + a.tail * b.head);
        case '/': {
          const quotient = a.head / b.head;
          return pair(quotient, a.tail === 0 && b.tail === 0 ? 0 : (a.tail - quotient * b.tail) / b.head);
        }
        case '^': {
          const power = a.head ** b.head;
          return a.tail === 0 ? { head: power, tail: 0 } : carry(power, (b.head * power) / a.head, a.tail);
        }
      }
    }
  }
}

function ofNumber(value: number): SignedLog {
  return { sign: Math.sign(value), log: Math.log(Math.abs(value)) };
}

/** a + b in logarithms, where their doubles would be 0 or ∞. */
function addLogs(a: SignedLog, b: SignedLog): SignedLog {
  if (a.sign === 0) return b;
  if (b.sign === 0) return a;
  const [large, small] = a.log >= b.log ? [a, b] : [b, a];
  const rest = large.sign * small.sign * Math.exp(small.log - large.log);
  if (rest === -1) return { sign: 0, log: Number.NEGATIVE_INFINITY };
  return { sign: large.sign, log: large.log + Math.log1p(rest) };
}

/** The parts of a sum of sums, so that a long one is gone through once. */
function addends(
  expression: DensityExpression,
  sign: 1 | -1,
): readonly { readonly part: DensityExpression; readonly sign: 1 | -1 }[] {
  if (expression.kind !== 'binary' || (expression.operator !== '+' && expression.operator !== '-')) {
    return [{ part: expression, sign }];
  }
  const right = expression.operator === '+' ? sign : sign === 1 ? -1 : 1;
  return [...addends(expression.left, sign), ...addends(expression.right, right)];
}

const isOrdinary = (value: number) => Math.abs(value) > 1e-307 && Math.abs(value) < 1e307;

/** Sign and ln of the size of an expression at x + rest. */
function signedLog(expression: DensityExpression, x: Pair): SignedLog {
  switch (expression.kind) {
    case 'number':
      return ofNumber(expression.value);
    case 'variable':
      return ofNumber(x.head + x.tail);
    case 'negate': {
      const { sign, log } = signedLog(expression.operand, x);
      return { sign: -sign, log };
    }
    case 'call':
      return callLog(expression, x);
    case 'binary':
      break;
  }
  const { operator, left, right } = expression;
  switch (operator) {
    case '+':
    case '-': {
      const direct = pairValue(expression, x);
      const value = direct.head + direct.tail;
      if (isOrdinary(value)) return ofNumber(value);
      return addends(expression, 1)
        .map(({ part, sign }) => {
          const log = signedLog(part, x);
          return { sign: sign * log.sign, log: log.log };
        })
        .reduce(addLogs);
    }
    case '*': {
      const a = signedLog(left, x);
      const b = signedLog(right, x);
      return { sign: a.sign * b.sign, log: a.sign * b.sign === 0 ? Number.NEGATIVE_INFINITY : a.log + b.log };
    }
    case '/': {
      const a = signedLog(left, x);
      const b = signedLog(right, x);
      return { sign: a.sign * (b.sign === 0 ? 1 : b.sign), log: a.log - b.log };
    }
    case '^': {
      const base = signedLog(left, x);
      const pair = pairValue(right, x);
      const exponent = pair.head + pair.tail;
      if (exponent === 0) return { sign: 1, log: 0 };
      const sign =
        base.sign >= 0 ? base.sign : Number.isInteger(exponent) ? (exponent % 2 === 0 ? 1 : -1) : Number.NaN;
      return { sign: base.sign === 0 && exponent < 0 ? 1 : sign, log: exponent * base.log };
    }
  }
}

function callLog(expression: Extract<DensityExpression, { kind: 'call' }>, x: Pair): SignedLog {
  const { name, argument } = expression;
  switch (name) {
    case 'exp': {
      const exponent = pairValue(argument, x);
      return { sign: Number.isNaN(exponent.head) ? Number.NaN : 1, log: exponent.head + exponent.tail };
    }
    case 'abs': {
      const { sign, log } = signedLog(argument, x);
      return { sign: Math.abs(sign), log };
    }
    case 'sqrt': {
      const { sign, log } = signedLog(argument, x);
      return { sign: sign < 0 ? Number.NaN : sign, log: log / 2 };
    }
    case 'cosh': {
      const size = Math.abs(pairValue(argument, x).head);
      return { sign: 1, log: size + Math.log1p(Math.exp(-2 * size)) - Math.LN2 };
    }
    case 'ln':
    case 'log':
    case 'sin':
    case 'cos':
    case 'tan':
    case 'sinh':
    case 'tanh': {
      const { head, tail } = pairValue(expression, x);
      return ofNumber(head + tail);
    }
  }
}

/** The expression at `near` + `distance`; the two are not added before they must be. */
export function densityValue(expression: DensityExpression, near: number, distance = 0): SignedLog {
  return signedLog(expression, sum({ head: near, tail: 0 }, { head: distance, tail: 0 }));
}
