// The networks that gradients are timed on: forward and backward, all weights and biases, softplus and ½ Σ (ŷ − y)².

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {readonly number[]} widths
 * @property {number} samples
 * @property {Readonly<Record<string, number>>} goals At most this many times the peer's time.
 */

/** @type {readonly Case[]} */
export const cases = [
  {
    name: '3-2-1, one sample',
    widths: [3, 2, 1],
    samples: 1,
    goals: { PyTorch: 1 / 600, 'plain JavaScript': 1 },
  },
  { name: '64-64-64-10, one sample', widths: [64, 64, 64, 10], samples: 1, goals: { PyTorch: 1 / 20 } },
  {
    name: '784-128-10, 64 samples',
    widths: [784, 128, 10],
    samples: 64,
    goals: { PyTorch: 1.4, 'TensorFlow.js WebAssembly, float32': 0.2, 'onnxruntime-web, float32': 1 },
  },
  {
    name: '784-512-512-10, 64 samples',
    widths: [784, 512, 512, 10],
    samples: 64,
    goals: { PyTorch: 1.4, 'TensorFlow.js WebAssembly, float32': 0.2, 'onnxruntime-web, float32': 1 },
  },
  {
    name: '5 × 1024, 256 samples',
    widths: [1024, 1024, 1024, 1024, 1024, 1024],
    samples: 256,
    goals: { PyTorch: 1.65, 'onnxruntime-web, float32': 1 },
  },
];

/** Multiply-adds of a forward pass. @param {Pick<Case, 'widths' | 'samples'>} one */
export function forwardWork({ widths, samples }) {
  return samples * widths.slice(1).reduce((sum, fanOut, layer) => sum + fanOut * (widths[layer] ?? 0), 0);
}

/** Numbers between −0.5 and 0.5, the same in every run and for every peer. */
export function createNumbers(seed = 1) {
  let state = seed;
  return (/** @type {number} */ count) =>
    Float64Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32 - 0.5;
    });
}

/**
 * A network of such numbers, scaled so that sums stay near 1.
 * @param {Case} one
 */
export function problemOf({ widths, samples }) {
  const numbers = createNumbers();
  const layers = widths.slice(1).map((fanOut, layer) => ({
    fanIn: widths[layer],
    fanOut,
    weights: numbers(fanOut * widths[layer]).map((value) => (2 * value) / Math.sqrt(widths[layer])),
    biases: numbers(fanOut),
  }));
  return {
    layers,
    samples,
    input: numbers(samples * widths[0]),
    target: numbers(samples * (widths.at(-1) ?? 0)),
  };
}
