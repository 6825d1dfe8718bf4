import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../exact/rational';
import { evaluatePieces, leastMagnitude, type PieceValue, piecewiseLinear } from './piecewiseLinear';

type Exact = Readonly<Record<string, Rational>>;
type Row = readonly Rational[];

/** An activation at one sample's pre-activations: its outputs, and what it makes of a gradient. */
export interface ActivatedRow {
  readonly output: Row;
  readonly isAtKink: boolean;
  /** Jᵀ g. */
  pullback(gradient: Row): Row;
}

/** An activation with the parameters of its neurons, which are one for all or one each. */
export type ExactActivation = (s: Row) => ActivatedRow;

type Neuron = (x: Rational) => PieceValue;

const three = rational(3n);
const six = rational(6n);

/** Of rational values at rational numbers without being lines. */
const neurons: Readonly<Record<string, Neuron>> = {
  hardswish: (x) => {
    const line = (value: Rational, slope: Rational, isAtBreak = false): PieceValue => ({
      value,
      slope,
      isAtBreak,
    });
    const inner = divide(add(add(x, x), three), six);
    const [below, above] = [compare(x, rational(-3n)), compare(x, three)];
    if (below < 0) return line(zero, zero);
    if (below === 0) return line(zero, leastMagnitude(zero, inner), true);
    if (above > 0) return line(x, one);
    if (above === 0) return line(x, leastMagnitude(inner, one), true);
    return line(divide(multiply(x, add(x, three)), six), inner);
  },
  softsign: (x) => {
    const share = divide(one, add(one, absolute(x)));
    return { value: multiply(x, share), slope: multiply(share, share), isAtBreak: false };
  },
};

/** Null for an activation whose values at rational numbers are not rational; `parametersOf` is not asked then. */
export function exactActivation(name: string, parametersOf: () => readonly Exact[]): ExactActivation | null {
  if (name === 'sparsemax') return sparsemax;
  const define = piecewiseLinear(name);
  const own = neurons[name];
  if (define === null && own === undefined) return null;
  const all: readonly Neuron[] =
    define === null
      ? [own]
      : parametersOf().map((given) => {
          const pieces = define(given);
          return (x: Rational) => evaluatePieces(pieces, x);
        });
  return (s) => {
    const values = s.map((x, k) => all[k % all.length](x));
    return {
      output: values.map(({ value }) => value),
      isAtKink: values.some(({ isAtBreak }) => isAtBreak),
      pullback: (gradient) => gradient.map((g, k) => multiply(g, values[k].slope)),
    };
  };
}

/**
 * The nearest point of the simplex, max(0, x − τ). Its kinks are where a number is exactly τ: it is out of
 * the support there.
 */
function sparsemax(s: Row): ActivatedRow {
  const descending = [...s].sort((a, b) => compare(b, a));
  let sum = zero;
  let limit = zero;
  descending.forEach((x, index) => {
    sum = add(sum, x);
    const count = rational(BigInt(index + 1));
    if (compare(add(one, multiply(count, x)), sum) > 0) limit = divide(subtract(sum, one), count);
  });
  const inside = s.map((x) => compare(x, limit) > 0);
  const size = rational(BigInt(inside.filter((is) => is).length));
  return {
    output: s.map((x, k) => (inside[k] ? subtract(x, limit) : zero)),
    isAtKink: s.some((x) => compare(x, limit) === 0),
    pullback: (gradient) => {
      const total = gradient.reduce((all, g, k) => (inside[k] ? add(all, g) : all), zero);
      const mean = divide(total, size);
      return gradient.map((g, k) => (inside[k] ? subtract(g, mean) : zero));
    },
  };
}
