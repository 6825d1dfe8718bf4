/** The network of the sheet, its chain, and its distributions, whatever the examples become. */
export const sheetNetwork = {
  layers: [
    {
      weights: [
        [0.1, 0.2, -0.3],
        [0.4, -0.5, 0.6],
      ],
      biases: [0.1, -0.2],
      activation: 'softplus',
    },
    { weights: [[0.7, -0.8]], biases: [0.05], activation: 'softplus' },
  ],
  input: [1, 2, 3],
  target: [1],
};

export const sheetChain = {
  layers: [
    { weights: [[2.5]], biases: [0.5], activation: 'sigmoid' },
    { weights: [[-1.5]], biases: [-1], activation: 'sigmoid' },
    { weights: [[2]], biases: [1.5], activation: 'sigmoid' },
  ],
  input: [1],
  target: [0],
};

export const sheetDistributions = { p: ['9/25', '12/25', '4/25'], q: ['1/3', '1/3', '1/3'] };
