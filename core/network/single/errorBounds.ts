import type { Kernels } from '../../kernels/kernels';
import { createMatrix, type Matrix } from '../../matrix';
import { leastSingle, singleRoundoff } from '../../numeric/dtype';
import { inSlices, type Steps } from '../../steps';
import type { BackwardPass } from '../backward';
import { activationWork, type LayerForward, type LayerPass, rowOf } from '../forward';
import type { LayerGradient } from '../layerGradient';
import { neuronParameters } from '../learnt';
import type { Target } from '../losses/loss';
import { lossGradientOf } from '../lossPass';
import type { Layer, Network } from '../network';

/** How far float32 may be from the real numbers, entry by entry; the same shapes as what they are bounds of. */
export interface ErrorBounds {
  readonly output: Matrix;
  readonly loss: number;
  readonly gradients: readonly LayerGradient[];
  readonly inputGradient: Matrix;
}

/** How far each number of a layer may be off. */
interface LayerErrors {
  readonly preActivation: Matrix;
  readonly output: Matrix;
  readonly slope: Matrix | null;
}

/** Work beyond this, in multiply-adds, is not done for a bound of functions that mix neurons. */
const mostMixing = 20_000_000;

/**
 * Running error analysis of a study in float32 (J. H. Wilkinson, "Rounding Errors in Algebraic Processes", 1963;
 * N. J. Higham, "Accuracy and Stability of Numerical Algorithms", 3.3). A sum of n products is off by (n + 5) u Σ |a b| at
 * most, u = 2⁻²⁴, whatever its order; a function or its slope by as much as it changes where its argument moves by the
 * error that this already has, and by half an ulp. Errors of an argument are taken to first order, kinks between the
 * two ends of it as jumps. NaN and ∞ where nothing is known. Null where activations or the loss mix too many neurons.
 */
export function* errorBoundSteps(
  network: Network,
  input: Matrix,
  passes: readonly LayerPass[],
  target: Target,
  backward: BackwardPass,
  kernels: Kernels,
): Steps<ErrorBounds | null> {
  const { layers } = network;
  const of: LayerErrors[] = [];
  let source = input;
  let sourceError = createMatrix(input.rows, input.columns);
  const sizes: Layer['weights'][] = [];
  for (const [index, { weights, biases, activation }] of layers.entries()) {
    const size = yield* sizeOf(weights);
    sizes.push(size);
    const share = shareOf(weights.columns);
    const moved = yield* combined(source, sourceError, (x, e) => share * Math.abs(x) + e);
    const ofBiases = biases?.map((bias) => share * Math.abs(bias)) ?? null;
    const preActivation = yield* kernels.affine(moved, size, ofBiases);
    const ends = yield* activationErrors(activation, passes[index], preActivation);
    if (ends === null) return null;
    of.push({ preActivation, ...ends });
    source = passes[index].output;
    sourceError = ends.output;
  }
  const last = passes.length - 1;
  const ofLoss = yield* lossErrors(network, passes[last], of[last], target);
  if (ofLoss === null) return null;
  const outputError = of[last].output;
  const loss = outputError.values.reduce((sum, e, i) => {
    const slope = Math.abs(backward.outputGradients[last].values[i]) + ofLoss.output.values[i];
    return e === 0 ? sum : sum + slope * e;
  }, 0);

  const gradients: LayerGradient[] = [];
  let error = ofLoss.output;
  for (let index = last; index >= 0; index--) {
    const { biases, activation } = layers[index];
    const delta = backward.preActivationGradients[index];
    const known = index === last ? ofLoss.preActivation : null;
    const deltaError =
      known ??
      (yield* deltaErrors(activation, passes[index], of[index], [
        backward.outputGradients[index],
        error,
        delta,
      ]));
    const before = index === 0 ? input : passes[index - 1].output;
    const beforeError = index === 0 ? createMatrix(input.rows, input.columns) : of[index - 1].output;
    const deltaSize = yield* sizeOf(delta);
    const share = shareOf(input.rows);
    const moved = yield* combined(delta, deltaError, (d, e) => share * Math.abs(d) + e);
    const reached = yield* combined(before, beforeError, (x, e) => Math.abs(x) + e);
    const direct = yield* kernels.weightGradient(moved, reached);
    const indirect = yield* kernels.weightGradient(deltaSize, beforeError);
    const weights = yield* combined(direct, indirect, (a, b) => a + b + leastSingle * (input.rows + 1));
    gradients[index] = { weights, biases: biases === null ? null : yield* kernels.columnSums(moved) };
    const back = shareOf(layers[index].weights.rows);
    const carried = yield* combined(delta, deltaError, (d, e) => back * Math.abs(d) + e);
    error = yield* kernels.inputGradient(carried, sizes[index]);
  }
  return { output: outputError, loss, gradients, inputGradient: error };
}

/** γ of a sum of so many products and a bias, in one or several stretches. */
function shareOf(terms: number): number {
  return (terms + 5) * singleRoundoff * 1.01;
}

function sizeOf(matrix: Matrix): Steps<Matrix> {
  return combined(matrix, matrix, Math.abs);
}

function* combined(a: Matrix, b: Matrix, entry: (a: number, b: number) => number): Steps<Matrix> {
  const result = createMatrix(a.rows, a.columns);
  yield* inSlices(result.values.length, 2, (first, end) => {
    for (let i = first; i < end; i++) result.values[i] = entry(a.values[i], b.values[i]);
  });
  return result;
}

/** Half an ulp of what was rounded. */
function halfUlp(value: number): number {
  return singleRoundoff * Math.abs(value) + leastSingle;
}

/** How far o and φ′ may be off where s is off by so much. */
function* activationErrors(
  bound: Layer['activation'],
  { preActivation: s, output, slope }: LayerPass,
  error: Matrix,
): Steps<{ readonly output: Matrix; readonly slope: Matrix | null } | null> {
  const { activation, parameters } = bound;
  const ofOutput = createMatrix(output.rows, output.columns);
  if (!activation.elementwise) {
    const write = (row: Float64Array, result: Float64Array) => activation.value(row, result, parameters);
    const isDone = yield* rowErrors(s, error, output, ofOutput, (row, _, result) => write(row, result));
    return isDone ? { output: ofOutput, slope: null } : null;
  }
  const ofSlope = slope === null ? null : createMatrix(slope.rows, slope.columns);
  const parametersAt = neuronParameters(bound);
  yield* inSlices(s.values.length, 4 * activationWork, (first, end) => {
    for (let i = first; i < end; i++) {
      const own = parametersAt(i % s.columns);
      const ends = [s.values[i] - error.values[i], s.values[i] + error.values[i]];
      const farthest = (at: (x: number) => number, value: number) =>
        Math.max(...ends.map((x) => Math.abs(at(x) - value))) + halfUlp(value);
      ofOutput.values[i] = farthest((x) => activation.value(x, own), output.values[i]);
      if (slope === null || ofSlope === null) continue;
      ofSlope.values[i] = farthest((x) => activation.derivative(x, own), slope.values[i]);
    }
  });
  return { output: ofOutput, slope: ofSlope };
}

/**
 * Of a function of rows: the sum of its changes as one neuron after the other moves by its error, both ways. False
 * where that is too much work.
 */
function* rowErrors(
  from: Matrix,
  error: Matrix,
  value: Matrix,
  result: Matrix,
  write: (row: Float64Array, index: number, result: Float64Array) => void,
): Steps<boolean> {
  if (from.values.length * from.columns * activationWork > mostMixing) return false;
  const there = new Float64Array(value.columns);
  yield* inSlices(from.rows, 2 * from.columns * from.columns * activationWork, (first, end) => {
    for (let row = first; row < end; row++) {
      const [moved, here, sum] = [rowOf(from, row).slice(), rowOf(value, row), rowOf(result, row)];
      for (const [i, x] of here.entries()) sum[i] += halfUlp(x);
      for (const [j, e] of rowOf(error, row).entries()) {
        const kept = moved[j];
        const farthest = new Float64Array(here.length);
        for (const x of [kept - e, kept + e]) {
          moved[j] = x;
          write(moved, row, there);
          for (const [i, o] of there.entries()) farthest[i] = Math.max(farthest[i], Math.abs(o - here[i]));
        }
        moved[j] = kept;
        for (const [i, change] of farthest.entries()) sum[i] += change;
      }
    }
  });
  return true;
}

/** How far ∂L/∂o, and ∂L/∂s where it is known without it, may be off where o is. */
function* lossErrors(
  network: Network,
  pass: LayerPass,
  errors: LayerErrors,
  target: Target,
): Steps<{ readonly output: Matrix; readonly preActivation: Matrix | null } | null> {
  const { columns, values } = pass.output;
  const groups = network.loss.loss.elementwise ? 1 : columns;
  if (groups * values.length * activationWork > mostMixing) return null;
  const gradientsAt = (last: LayerForward): readonly Float64Array[] => {
    const { output, preActivation } = lossGradientOf(network, last, target);
    return preActivation === null ? [output.values] : [output.values, preActivation.values];
  };
  const here = gradientsAt(pass);
  const sums = here.map((gradient) => gradient.map(halfUlp));
  for (let group = 0; group < groups; group++) {
    const moved = (matrix: Matrix, { values: error }: Matrix, sign: number): Matrix => ({
      ...matrix,
      values: matrix.values.map((x, i) =>
        groups === 1 || i % matrix.columns === group ? x + sign * error[i] : x,
      ),
    });
    yield;
    const [below = [], above = []] = [-1, 1].map((sign) =>
      gradientsAt({
        preActivation: moved(pass.preActivation, errors.preActivation, sign),
        output: moved(pass.output, errors.output, sign),
      }),
    );
    for (const [of, sum] of sums.entries()) {
      for (const [i, x] of here[of].entries())
        sum[i] += Math.max(Math.abs(below[of][i] - x), Math.abs(above[of][i] - x));
    }
  }
  const [output, preActivation] = sums;
  return {
    output: { ...pass.output, values: output },
    preActivation: sums.length === 1 ? null : { ...pass.preActivation, values: preActivation },
  };
}

/** How far δ may be off, by the errors of s and of ∂L/∂o. */
function* deltaErrors(
  { activation, parameters }: Layer['activation'],
  { preActivation: s, output, slope }: LayerPass,
  errors: LayerErrors,
  [gradient, error, delta]: readonly [gradient: Matrix, error: Matrix, delta: Matrix],
): Steps<Matrix> {
  const result = createMatrix(s.rows, s.columns);
  if (activation.elementwise) {
    const [slopes, ofSlopes] = [slope?.values ?? s.values, errors.slope?.values ?? s.values];
    yield* inSlices(result.values.length, 8, (first, end) => {
      for (let i = first; i < end; i++) {
        const [g, factor] = [Math.abs(gradient.values[i]), Math.abs(slopes[i])];
        result.values[i] = g * ofSlopes[i] + error.values[i] * (factor + ofSlopes[i]) + halfUlp(g * factor);
      }
    });
    return result;
  }
  // The output that the way back uses was rounded too, by as much as if s had moved by so much.
  const moved = yield* combined(s, errors.preActivation, (x, e) => e + singleRoundoff * (1 + Math.abs(x)));
  const there = new Float64Array(output.columns);
  yield* rowErrors(s, moved, delta, result, (row, index, back) => {
    activation.value(row, there, parameters);
    activation.pullback(row, there, rowOf(gradient, index), back, parameters);
  });
  yield* rowErrors(gradient, error, delta, result, (row, index, back) =>
    activation.pullback(rowOf(s, index), rowOf(output, index), row, back, parameters),
  );
  return result;
}
