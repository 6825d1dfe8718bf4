import type { ElementwiseActivation, Parameters } from '../../network/activations/activation';
import { hardsigmoid as hardsigmoidActivation } from '../../network/activations/hardsigmoid';
import type { Interval } from '../../network/activations/shape';
import { closedInterval, openInterval, realLine } from '../../network/activations/shape';
import {
  constant,
  cos,
  evaluateFormula,
  exp,
  type Formula,
  fraction,
  type Letter,
  ln,
  minus,
  named,
  negative,
  type Operand,
  Phi,
  power,
  product,
  sigmoid,
  sin,
  size,
  sqrt,
  sum,
  tanh,
  x,
} from './formula';

/** A function by cases; between two cases of φ′ and φ″ is where it has no value of its own. */
export type Cases = readonly { readonly formula: Formula; readonly on: Interval }[];

export interface ActivationFormulas {
  readonly value: Cases;
  readonly derivative: Cases;
  readonly secondDerivative: Cases;
}

type Triple = readonly [value: Operand, derivative: Operand, secondDerivative: Operand];

const everywhere = (...triple: Triple): ActivationFormulas => byCases([], [triple]);

/**
 * One triple between each two of the points. The value at a point is that of the case before it; φ′ and
 * φ″ have one there where both sides agree.
 */
function byCases(points: readonly number[], triples: readonly Triple[]): ActivationFormulas {
  const agrees = (at: number, piece: number, index: 0 | 1 | 2): boolean => {
    const [before, after] = [triples[piece], triples[piece + 1]].map((triple) =>
      evaluateFormula(sum(triple[index]), at),
    );
    const isSame = Math.abs(before - after) <= 1e-15 * Math.max(1, Math.abs(before));
    return isSame && (index === 0 || agrees(at, piece, index === 1 ? 0 : 1));
  };
  const column = (index: 0 | 1 | 2): Cases =>
    triples.map((triple, piece) => {
      const lower = points[piece - 1] ?? Number.NEGATIVE_INFINITY;
      const upper = points[piece] ?? Number.POSITIVE_INFINITY;
      const includesUpper = piece < points.length && (index === 0 || agrees(upper, piece, index));
      return { formula: sum(triple[index]), on: { lower, upper, includesLower: false, includesUpper } };
    });
  return {
    value: joined(column(0)),
    derivative: joined(column(1)),
    secondDerivative: joined(column(2)),
  };
}

/** One case where all have the same formula and nothing is left out between them. */
function joined(cases: Cases): Cases {
  const [first] = cases;
  if (first === undefined) return cases;
  const [text, ...others] = cases.map(({ formula }) => JSON.stringify(formula));
  const hasGap = cases.some(({ on }) => Number.isFinite(on.upper) && !on.includesUpper);
  return !hasGap && others.every((other) => other === text)
    ? [{ formula: first.formula, on: realLine }]
    : cases;
}

const straight = (slope: number, intercept = 0): Triple => [sum(product(slope, x), intercept), slope, 0];

/** The function that is x on the right of 0 and has a slope on its left. */
const leaky = (slope: number) => byCases([0], [straight(slope), straight(1)]);

const square = (base: Operand) => power(base, 2);
const half = (operand: Operand) => fraction(operand, 2);
const expX = exp(x);
const sigma = sigmoid(x);
const coSigma = minus(1, sigma);
const tanhX = tanh(x);
const coTanh = minus(1, square(tanhX));
const lambda = constant('\\lambda', 'λ', 1.0507009873554805);
const alphaOfSelu = constant('\\alpha', 'α', 1.6732632423543772);

function gelu({ approximate }: Parameters): ActivationFormulas {
  if (approximate === 0) {
    const density = fraction(
      exp(negative(half(square(x)))),
      sqrt(product(2, constant('\\pi', 'π', Math.PI))),
    );
    return everywhere(
      product(x, Phi(x)),
      sum(Phi(x), product(x, density)),
      product(minus(2, square(x)), density),
    );
  }
  const root = sqrt(fraction(2, constant('\\pi', 'π', Math.PI)));
  const u = named('u', 'u', product(root, sum(x, product(0.044715, power(x, 3)))));
  const slope = named("u'", 'u′', product(root, sum(1, product(0.134145, square(x)))));
  const bend = named("u''", 'u″', product(0.26829, root, x));
  const t = tanh(u);
  const gate = minus(1, square(t));
  return everywhere(
    product(half(x), sum(1, t)),
    sum(half(sum(1, t)), product(half(x), gate, slope)),
    product(gate, sum(slope, product(half(x), bend), negative(product(x, t, square(slope))))),
  );
}

function mish(): ActivationFormulas {
  const t = named('t', 't', tanh(ln(sum(1, expX))));
  const gate = minus(1, square(t));
  return everywhere(
    product(x, t),
    sum(t, product(x, sigma, gate)),
    product(gate, sigma, sum(2, product(x, minus(1, product(sigma, sum(1, product(2, t))))))),
  );
}

function softplus({ beta, threshold }: Parameters): ActivationFormulas {
  const scaled = product(beta, x);
  const curve: Triple = [
    fraction(ln(sum(1, exp(scaled))), beta),
    fraction(1, sum(1, exp(negative(scaled)))),
    product(beta, sigmoid(scaled), minus(1, sigmoid(scaled))),
  ];
  if (threshold === Number.POSITIVE_INFINITY) return everywhere(...curve);
  if (threshold === Number.NEGATIVE_INFINITY) return everywhere(...straight(1));
  return byCases([threshold / beta], [curve, straight(1)]);
}

function hardsigmoid(parameters: Parameters): ActivationFormulas {
  const { alpha, beta } = parameters;
  const edges = hardsigmoidActivation.kinks(parameters).map(({ at }) => at);
  return byCases(edges, [straight(0), straight(alpha, beta), straight(0, 1)]);
}

/** min(max(low, x), high), which is high everywhere where low is no smaller. */
function hardtanh(low: number, high: number): ActivationFormulas {
  return low >= high
    ? everywhere(high, 0, 0)
    : byCases([low, high], [straight(0, low), straight(1), straight(0, high)]);
}

function hardshrink({ lambd }: Parameters): ActivationFormulas {
  if (lambd === 0) return everywhere(...straight(1));
  const { value, ...slopes } = byCases([-lambd, lambd], [straight(1), straight(0), straight(1)]);
  const [left, middle, right] = value;
  // The jumps belong to the middle.
  return {
    ...slopes,
    value: [
      { ...left, on: openInterval(undefined, -lambd) },
      { ...middle, on: closedInterval(-lambd, lambd) },
      right,
    ],
  };
}

function heaviside({ values }: Parameters): ActivationFormulas {
  const steps = byCases([0], [straight(0), straight(0, 1)]);
  return {
    derivative: steps.derivative,
    secondDerivative: steps.secondDerivative,
    value: [
      { formula: sum(0), on: openInterval(undefined, 0) },
      { formula: sum(values), on: closedInterval(0, 0) },
      { formula: sum(1), on: openInterval(0) },
    ],
  };
}

function softsign(): ActivationFormulas {
  const below = minus(1, x);
  const above = sum(1, x);
  const { secondDerivative } = byCases(
    [0],
    [
      [0, 0, fraction(2, power(below, 3))],
      [0, 0, negative(fraction(2, power(above, 3)))],
    ],
  );
  const whole = everywhere(fraction(x, sum(1, size)), fraction(1, square(sum(1, size))), 0);
  return { ...whole, secondDerivative };
}

function squareplus({ b }: Parameters): ActivationFormulas {
  const inside = sum(square(x), b);
  return everywhere(
    half(sum(x, sqrt(inside))),
    half(sum(1, fraction(x, sqrt(inside)))),
    fraction(b, product(2, power(inside, fraction(3, 2)))),
  );
}

/** φ as the activation itself writes it, φ′ and φ″ by their names: of one that has no formulas here. */
function byName(
  { latex, plain, ...activation }: ElementwiseActivation,
  parameters: Parameters,
): ActivationFormulas {
  const whole = (letter: Letter, value: (x: number) => number): Cases => [
    { formula: { kind: 'function', letter, value }, on: realLine },
  ];
  return {
    value: whole({ latex, plain }, (at) => activation.value(at, parameters)),
    derivative: whole({ latex: "\\varphi'(x)", plain: 'φ′(x)' }, (at) =>
      activation.derivative(at, parameters),
    ),
    secondDerivative: whole({ latex: "\\varphi''(x)", plain: 'φ″(x)' }, (at) =>
      activation.secondDerivative(at, parameters),
    ),
  };
}

export function formulasOf(activation: ElementwiseActivation, parameters: Parameters): ActivationFormulas {
  return Object.hasOwn(formulas, activation.name)
    ? formulas[activation.name](parameters)
    : byName(activation, parameters);
}

/** φ, φ′ and φ″ of each elementwise activation by its name, with the numbers of its parameters in them. */
export const formulas: Readonly<Record<string, (parameters: Parameters) => ActivationFormulas>> = {
  celu: ({ alpha }) => {
    const power = exp(fraction(x, alpha));
    return byCases([0], [[product(alpha, minus(power, 1)), power, fraction(power, alpha)], straight(1)]);
  },
  elu: ({ alpha }) =>
    byCases([0], [[product(alpha, minus(expX, 1)), product(alpha, expX), product(alpha, expX)], straight(1)]),
  exponential: () => everywhere(expX, expX, expX),
  gaussian: () => {
    const bell = exp(negative(square(x)));
    return everywhere(bell, product(-2, x, bell), product(minus(product(4, square(x)), 2), bell));
  },
  gelu,
  hardshrink,
  hardsigmoid,
  hardswish: () =>
    byCases(
      [-3, 3],
      [
        straight(0),
        [fraction(product(x, sum(x, 3)), 6), fraction(sum(product(2, x), 3), 6), fraction(1, 3)],
        straight(1),
      ],
    ),
  hardtanh: ({ min_val, max_val }) => hardtanh(min_val, max_val),
  heaviside,
  identity: () => everywhere(...straight(1)),
  leaky_relu: ({ negative_slope }) => leaky(negative_slope),
  logsigmoid: () =>
    everywhere(
      negative(ln(sum(1, exp(negative(x))))),
      fraction(1, sum(1, expX)),
      negative(product(sigma, coSigma)),
    ),
  mish,
  prelu: ({ weight }) => leaky(weight),
  relu: () => leaky(0),
  relu6: () => hardtanh(0, 6),
  rrelu: ({ lower, upper }) => leaky((lower + upper) / 2),
  selu: () => {
    const growth = product(lambda, alphaOfSelu, expX);
    return byCases(
      [0],
      [
        [product(lambda, alphaOfSelu, minus(expX, 1)), growth, growth],
        [product(lambda, x), lambda, 0],
      ],
    );
  },
  sigmoid: () =>
    everywhere(
      fraction(1, sum(1, exp(negative(x)))),
      product(sigma, coSigma),
      product(sigma, coSigma, minus(1, product(2, sigma))),
    ),
  silu: () =>
    everywhere(
      product(x, sigma),
      product(sigma, sum(1, product(x, coSigma))),
      product(sigma, coSigma, sum(2, product(x, minus(1, product(2, sigma))))),
    ),
  sine: () => everywhere(sin(x), cos(x), negative(sin(x))),
  softplus,
  softshrink: ({ lambd }) =>
    lambd === 0
      ? everywhere(...straight(1))
      : byCases([-lambd, lambd], [straight(1, lambd), straight(0), straight(1, -lambd)]),
  softsign,
  squareplus,
  tanh: () => everywhere(tanhX, coTanh, negative(product(2, tanhX, coTanh))),
  tanhshrink: () => everywhere(minus(x, tanhX), square(tanhX), product(2, tanhX, coTanh)),
  threshold: ({ threshold, value }) => byCases([threshold], [straight(0, value), straight(1)]),
};
