import { counted } from './counting';

/** Above a value. */
export const lenses = {
  open: 'Open',
};

/** What a hint beside a number says when it is pointed at. */
export const hints = {
  weights: (layer: number, sources: number, destinations: number) =>
    `Layer ${layer}: ${counted(sources, 'source', 'sources')} (fan-in), ${counted(destinations, 'neuron', 'neurons')} (fan-out).`,
  shape: (shape: string) => `Shape ${shape}, rows first.`,
  neuron: (layer: number, neurons: string) =>
    `Pre-activation s and output o of neuron ${neurons} of layer ${layer}.`,
  gradient: (layer: number, neurons: string) =>
    `Derivatives of the loss by the weights of neuron ${neurons} of layer ${layer}.`,
};

/** In the outline of a document. */
export const symbols = {
  network: 'Network',
  layer: (layer: number) => `Layer ${layer}`,
  loss: 'loss',
  matrix: 'Matrix',
  outcomes: (count: number) => counted(count, 'outcome', 'outcomes'),
};

/** What is said of keys that could be written. */
export const completion = {
  /** A formula in plain text, with the words that it has. */
  formula: (plain: string) => plain,
  keys: {
    layers: 'The layers, from the input to the output.',
    input: 'The input vector, or a list of them: one a sample.',
    target: 'What the output should be.',
    loss: 'What the output is compared by; half_squared_error unless another is named.',
    reduction: 'How the losses of outputs and samples become one number.',
    learningRate: 'The step of gradient descent, η in w ← w − η ∂L/∂w.',
    optimizer: 'How a step is taken from the gradient.',
    dialect: 'Whose names the activations have, where they differ.',
    dtype: 'In which numbers to calculate: float64, or float32 as frameworks do by default.',
    gradient: 'A gradient to check: every number is compared with the right one.',
    p: 'The distribution P: probabilities, a family, or a density with its support.',
    q: 'The distribution Q, beside P.',
    base: 'The base of the logarithms: 2 gives bits, 10 bans; left out, they are natural.',
    weights: 'The weights W: one row a destination neuron, one column a source.',
    kernel: 'The weights transposed: one row a source, one column a destination neuron.',
    biases: 'The biases b, one a destination neuron.',
    activation: 'The activation φ, by its name or with its parameters.',
    family: 'The name of a family of distributions.',
    density: 'A density as an expression in x.',
    support: 'Where the density is not 0: its lower and upper end.',
  },
};
