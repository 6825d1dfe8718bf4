// What one would write by hand in an afternoon: loops over typed arrays, nothing clever, nothing wasteful.

/** @param {ReturnType<typeof import('./cases.mjs').problemOf>} problem */
export function prepare({ layers, samples, input, target }) {
  const outputs = layers.map(({ fanOut }) => new Float64Array(samples * fanOut));
  const slopes = layers.map(({ fanOut }) => new Float64Array(samples * fanOut));
  const deltas = layers.map(({ fanOut }) => new Float64Array(samples * fanOut));
  const gradients = layers.map(({ weights, biases }) => ({
    weights: new Float64Array(weights.length),
    biases: new Float64Array(biases.length),
  }));
  return () => {
    for (let l = 0; l < layers.length; l++) {
      const { fanIn, fanOut, weights, biases } = layers[l];
      const source = l === 0 ? input : outputs[l - 1];
      for (let n = 0; n < samples; n++) {
        for (let j = 0; j < fanOut; j++) {
          let sum = biases[j];
          for (let i = 0; i < fanIn; i++) sum += weights[j * fanIn + i] * source[n * fanIn + i];
          const power = Math.exp(-Math.abs(sum));
          outputs[l][n * fanOut + j] = Math.max(sum, 0) + Math.log1p(power);
          slopes[l][n * fanOut + j] = sum < 0 ? power / (1 + power) : 1 / (1 + power);
        }
      }
    }
    const last = layers.length - 1;
    for (let i = 0; i < deltas[last].length; i++)
      deltas[last][i] = (outputs[last][i] - target[i]) * slopes[last][i];
    for (let l = last; l >= 0; l--) {
      const { fanIn, fanOut, weights } = layers[l];
      const source = l === 0 ? input : outputs[l - 1];
      const gradient = gradients[l];
      gradient.weights.fill(0);
      gradient.biases.fill(0);
      if (l > 0) deltas[l - 1].fill(0);
      for (let n = 0; n < samples; n++) {
        for (let j = 0; j < fanOut; j++) {
          const delta = deltas[l][n * fanOut + j];
          gradient.biases[j] += delta;
          for (let i = 0; i < fanIn; i++) gradient.weights[j * fanIn + i] += delta * source[n * fanIn + i];
          if (l === 0) continue;
          for (let i = 0; i < fanIn; i++) deltas[l - 1][n * fanIn + i] += delta * weights[j * fanIn + i];
        }
      }
      if (l > 0) for (let i = 0; i < deltas[l - 1].length; i++) deltas[l - 1][i] *= slopes[l - 1][i];
    }
    return gradients[0].weights;
  };
}
