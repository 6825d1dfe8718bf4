import {
  absolute,
  add,
  compare,
  multiply,
  negate,
  one,
  type Rational,
  rational,
  zero,
} from '../../exact/rational';

/** y = slope · x + intercept. */
export interface Line {
  readonly slope: Rational;
  readonly intercept: Rational;
}

/** Where one line meets the next. */
export interface Break {
  readonly at: Rational;
  /** The value there where the lines do not meet; null where they do. */
  readonly jumpsTo: Rational | null;
}

/** Lines from left to right, with a break between each and the next, in ascending order. */
export interface PiecewiseLinear {
  readonly breaks: readonly Break[];
  readonly lines: readonly Line[];
}

export interface PieceValue {
  readonly value: Rational;
  /** At a corner the element of least magnitude between both slopes, 0 at a jump. */
  readonly slope: Rational;
  readonly isAtBreak: boolean;
}

type Exact = Readonly<Record<string, Rational>>;

const flat = (intercept: Rational): Line => ({ slope: zero, intercept });
const through = (slope: Rational): Line => ({ slope, intercept: zero });
const corner = (at: Rational): Break => ({ at, jumpsTo: null });
const half = rational(1n, 2n);

/** The activations whose values and slopes at rational numbers are rational, from their definitions. */
const definitions: Readonly<Record<string, (parameters: Exact) => PiecewiseLinear>> = {
  identity: () => ({ breaks: [], lines: [through(one)] }),
  relu: () => bent(zero),
  relu6: () => clipped(zero, rational(6n)),
  leaky_relu: ({ negative_slope: slope }) => bent(slope),
  prelu: ({ weight }) => bent(weight),
  rrelu: ({ lower, upper }) => bent(multiply(half, add(lower, upper))),
  hardtanh: ({ min_val: low, max_val: high }) => clipped(low, high),
  hardsigmoid: ({ alpha, beta }) => {
    const inverse = rational(alpha.denominator, alpha.numerator);
    const edge = (level: Rational) => corner(multiply(inverse, add(level, negate(beta))));
    return {
      breaks: [edge(zero), edge(one)],
      lines: [flat(zero), { slope: alpha, intercept: beta }, flat(one)],
    };
  },
  hardshrink: ({ lambd }) => {
    if (lambd.numerator === 0n) return { breaks: [], lines: [through(one)] };
    const jump = (at: Rational): Break => ({ at, jumpsTo: zero });
    return { breaks: [jump(negate(lambd)), jump(lambd)], lines: [through(one), flat(zero), through(one)] };
  },
  softshrink: ({ lambd }) => {
    if (lambd.numerator === 0n) return { breaks: [], lines: [through(one)] };
    const line = (intercept: Rational): Line => ({ slope: one, intercept });
    return {
      breaks: [corner(negate(lambd)), corner(lambd)],
      lines: [line(lambd), flat(zero), line(negate(lambd))],
    };
  },
  heaviside: ({ values }) => ({ breaks: [{ at: zero, jumpsTo: values }], lines: [flat(zero), flat(one)] }),
  threshold: ({ threshold, value }) => ({
    breaks: [{ at: threshold, jumpsTo: compare(threshold, value) === 0 ? null : value }],
    lines: [flat(value), through(one)],
  }),
};

function bent(slope: Rational): PiecewiseLinear {
  return { breaks: [corner(zero)], lines: [through(slope), through(one)] };
}

function clipped(low: Rational, high: Rational): PiecewiseLinear {
  return { breaks: [corner(low), corner(high)], lines: [flat(low), through(one), flat(high)] };
}

/** The lines of an activation, given its parameters; null where it is not piecewise linear. */
export function piecewiseLinear(name: string): ((parameters: Exact) => PiecewiseLinear) | null {
  return definitions[name] ?? null;
}

export function evaluatePieces({ breaks, lines }: PiecewiseLinear, x: Rational): PieceValue {
  const next = breaks.findIndex(({ at }) => compare(x, at) <= 0);
  const left = lines[next < 0 ? lines.length - 1 : next];
  const value = add(multiply(left.slope, x), left.intercept);
  if (next < 0 || compare(x, breaks[next].at) !== 0) return { value, slope: left.slope, isAtBreak: false };
  const { jumpsTo } = breaks[next];
  if (jumpsTo !== null) return { value: jumpsTo, slope: zero, isAtBreak: true };
  const right = lines[next + 1].slope;
  return { value, slope: leastMagnitude(left.slope, right), isAtBreak: compare(left.slope, right) !== 0 };
}

/** The element of least magnitude of the interval between two slopes. */
export function leastMagnitude(left: Rational, right: Rational): Rational {
  if (left.numerator === 0n || right.numerator === 0n) return zero;
  if (left.numerator > 0n !== right.numerator > 0n) return zero;
  return compare(absolute(left), absolute(right)) <= 0 ? left : right;
}
