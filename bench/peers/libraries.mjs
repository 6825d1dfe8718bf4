// @ts-nocheck: its packages are installed when the measurements first run, and are not there for the compiler.
// What npm offers for matrices in plain JavaScript: ml-matrix and mathjs.

import { create, all as everything } from 'mathjs';
import { Matrix } from 'ml-matrix';

const softplus = (s) => Math.max(s, 0) + Math.log1p(Math.exp(-Math.abs(s)));
const sigmoid = (s) => 1 / (1 + Math.exp(-s));

/** @param {ReturnType<typeof import('./cases.mjs').problemOf>} problem */
export function prepareMatrix({ layers, samples, input, target }) {
  const parameters = layers.map(({ fanIn, fanOut, weights, biases }) => ({
    weights: Matrix.from1DArray(fanOut, fanIn, weights),
    biases,
  }));
  const x = Matrix.from1DArray(samples, layers[0].fanIn, input);
  const y = Matrix.from1DArray(samples, target.length / samples, target);
  const map = (matrix, of) => {
    const result = matrix.clone();
    return result.apply((i, j) => result.set(i, j, of(matrix.get(i, j))));
  };
  return () => {
    const outputs = [x];
    const slopes = [];
    for (const { weights, biases } of parameters) {
      const s = outputs[outputs.length - 1].mmul(weights.transpose()).addRowVector(biases);
      outputs.push(map(s, softplus));
      slopes.push(map(s, sigmoid));
    }
    let gradient = Matrix.sub(outputs[outputs.length - 1], y);
    let first = null;
    for (let l = layers.length - 1; l >= 0; l--) {
      const delta = gradient.mul(slopes[l]);
      first = delta.transpose().mmul(outputs[l]);
      delta.sum('column');
      if (l > 0) gradient = delta.mmul(parameters[l].weights);
    }
    return first.getRow(0);
  };
}

/** @param {ReturnType<typeof import('./cases.mjs').problemOf>} problem */
export function prepareMathjs({ layers, samples, input, target }) {
  const math = create(everything);
  const rows = (values, width) =>
    Array.from({ length: values.length / width }, (_, row) => [
      ...values.slice(row * width, (row + 1) * width),
    ]);
  const parameters = layers.map(({ fanIn, weights, biases }) => ({
    weights: math.matrix(rows(weights, fanIn)),
    biases: math.matrix(Array.from({ length: samples }, () => [...biases])),
  }));
  const x = math.matrix(rows(input, layers[0].fanIn));
  const y = math.matrix(rows(target, target.length / samples));
  return () => {
    const outputs = [x];
    const slopes = [];
    for (const { weights, biases } of parameters) {
      const s = math.add(math.multiply(outputs[outputs.length - 1], math.transpose(weights)), biases);
      outputs.push(math.map(s, softplus));
      slopes.push(math.map(s, sigmoid));
    }
    let gradient = math.subtract(outputs[outputs.length - 1], y);
    let first = null;
    for (let l = layers.length - 1; l >= 0; l--) {
      const delta = math.dotMultiply(gradient, slopes[l]);
      first = math.multiply(math.transpose(delta), outputs[l]);
      math.sum(delta, 0);
      if (l > 0) gradient = math.multiply(delta, parameters[l].weights);
    }
    return first.toArray()[0];
  };
}
