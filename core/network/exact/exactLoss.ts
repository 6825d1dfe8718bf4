import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  negate,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../exact/rational';
import type { Reduction } from '../losses/loss';
import { type ExactSample, marginLosses } from './exactMargins';

type Exact = Readonly<Record<string, Rational>>;

/** What one output adds to a loss, and its derivative. */
interface Term {
  readonly value: Rational;
  readonly slope: Rational;
  readonly isAtKink?: boolean;
}

interface ExactLoss {
  /** Whether a mean is over all outputs, or over the samples alone. */
  readonly meanOver: 'entries' | 'samples';
  term(output: Rational, target: Rational, parameters: Exact): Term;
}

const half = rational(1n, 2n);
const two = rational(2n);

/** |r| beyond `knee`, a parabola with the same slope there below it, all times `scale`. */
function huber(r: Rational, knee: Rational, scale: Rational): Term {
  const size = absolute(r);
  if (compare(size, knee) <= 0) {
    return { value: multiply(scale, multiply(half, multiply(r, r))), slope: multiply(scale, r) };
  }
  const line = multiply(knee, subtract(size, multiply(half, knee)));
  const slope = multiply(scale, r.numerator < 0n ? negate(knee) : knee);
  return { value: multiply(scale, line), slope };
}

function modulus(r: Rational): Term {
  return {
    value: absolute(r),
    slope: r.numerator === 0n ? zero : r.numerator < 0n ? rational(-1n) : one,
    isAtKink: r.numerator === 0n,
  };
}

/** The losses whose values and derivatives at rational numbers are rational, from their definitions. */
const definitions: Readonly<Record<string, ExactLoss>> = {
  half_squared_error: {
    meanOver: 'samples',
    term: (output, target) => {
      const r = subtract(output, target);
      return { value: multiply(half, multiply(r, r)), slope: r };
    },
  },
  mse_loss: {
    meanOver: 'entries',
    term: (output, target) => {
      const r = subtract(output, target);
      return { value: multiply(r, r), slope: multiply(two, r) };
    },
  },
  l1_loss: { meanOver: 'entries', term: (output, target) => modulus(subtract(output, target)) },
  huber_loss: {
    meanOver: 'entries',
    term: (output, target, { delta }) => huber(subtract(output, target), delta, one),
  },
  smooth_l1_loss: {
    meanOver: 'entries',
    term: (output, target, { beta }) => {
      const r = subtract(output, target);
      return beta.numerator === 0n ? modulus(r) : huber(r, beta, divide(one, beta));
    },
  },
  hinge_embedding_loss: {
    meanOver: 'entries',
    term: (output, target, { margin }) => {
      if (compare(target, one) === 0) return { value: output, slope: one };
      const gap = subtract(margin, output);
      if (gap.numerator <= 0n) return { value: zero, slope: zero, isAtKink: gap.numerator === 0n };
      return { value: gap, slope: rational(-1n) };
    },
  },
  squared_hinge: {
    meanOver: 'entries',
    term: (output, target) => {
      const gap = subtract(one, multiply(target, output));
      if (gap.numerator <= 0n) return { value: zero, slope: zero };
      return { value: multiply(gap, gap), slope: multiply(rational(-2n), multiply(target, gap)) };
    },
  },
  quantile: {
    meanOver: 'entries',
    term: (output, target, { q }) => {
      const r = subtract(target, output);
      if (r.numerator === 0n) return { value: zero, slope: zero, isAtKink: true };
      const factor = r.numerator > 0n ? q : subtract(q, one);
      return { value: multiply(factor, r), slope: negate(factor) };
    },
  },
};

export interface ExactLossValue {
  readonly value: Rational;
  /** ∂L/∂ŷ, one row a sample. */
  readonly gradient: readonly (readonly Rational[])[];
  readonly isAtKink: boolean;
}

export function isExactLoss(name: string): boolean {
  return name in definitions || name in marginLosses;
}

/** One target a sample of the output. Throws RangeError for a loss that leaves the rationals. */
export function exactLoss(
  name: string,
  reduction: Reduction,
  parameters: Exact,
  output: readonly (readonly Rational[])[],
  target: readonly ExactSample[],
): ExactLossValue {
  const margins = marginLosses[name];
  if (margins !== undefined) return ofSamples(margins, reduction, parameters, output, target);
  const loss = definitions[name];
  if (loss === undefined) throw new RangeError(`${name} has no exact form`);
  const samples = output.length;
  const counted = loss.meanOver === 'entries' ? samples * output[0].length : samples;
  const divisor = reduction === 'mean' ? counted : reduction === 'batchmean' ? samples : 1;
  const factor = rational(1n, BigInt(divisor));
  let sum = zero;
  let isAtKink = false;
  const gradient = output.map((row, sample) =>
    row.map((value, k) => {
      const term = loss.term(value, wantedAt(target[sample], k), parameters);
      sum = add(sum, term.value);
      isAtKink ||= term.isAtKink === true;
      return multiply(factor, term.slope);
    }),
  );
  return { value: multiply(factor, sum), gradient, isAtKink };
}

function wantedAt(target: ExactSample, k: number): Rational {
  if (target.form === 'class') throw new RangeError('a loss of outputs against outputs has no class targets');
  return target.row[k];
}

function ofSamples(
  loss: (typeof marginLosses)[string],
  reduction: Reduction,
  parameters: Exact,
  output: readonly (readonly Rational[])[],
  target: readonly ExactSample[],
): ExactLossValue {
  const samples = output.map((row, sample) => loss(row, target[sample], parameters));
  const isMean = reduction === 'mean' || reduction === 'batchmean';
  const factor = rational(1n, isMean ? BigInt(samples.length) : 1n);
  return {
    value: multiply(
      factor,
      samples.reduce((sum, { value }) => add(sum, value), zero),
    ),
    gradient: samples.map(({ gradient }) => gradient.map((slope) => multiply(factor, slope))),
    isAtKink: samples.some(({ isAtKink }) => isAtKink),
  };
}
