/** Several samples and outputs. */
export const batch = {
  layers: [
    {
      weights: [
        [0.5, -0.25],
        [1, 0.75],
      ],
      biases: [0, 0.1],
      activation: 'tanh',
    },
    {
      weights: [
        [0.3, -0.6],
        [0.2, 0.9],
        [-0.1, 0.4],
      ],
      activation: 'softmax',
    },
  ],
  input: [
    [1, 2],
    [-1, 0.5],
  ],
  target: [
    [1, 0, 0],
    [0, 0, 1],
  ],
  loss: 'mse_loss',
};

/** A class as target. */
export const classes = {
  layers: [
    {
      weights: [
        [0.5, -0.25],
        [1, 0.75],
      ],
      biases: [0, '1/3'],
    },
  ],
  input: [1, -2],
  target: 1,
  loss: 'cross_entropy',
};
