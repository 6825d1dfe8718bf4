import { counted } from './counting';

/** Words of mathematics that more than one surface says. */
export const mathematics = {
  network: (widths: string) => `Network ${widths}`,
  layer: (layer: number) => `layer ${layer}`,
  neuron: (layer: number, neuron: number) => `layer ${layer}, neuron ${neuron}`,
  from: (source: number | string) => `from ${source}`,
  bias: 'bias',
  outcome: 'outcome',
  samples: (count: number) => counted(count, 'sample', 'samples'),
  sample: (sample: number) => `sample ${sample}`,
  jensenShannon: 'Jensen–Shannon',
  jeffreys: 'Jeffreys',
  totalVariation: 'total variation',
  hellinger: 'Hellinger',
  chiSquare: 'χ²',
  renyi2: 'Rényi, order 2',
  unit: (base: number): string => {
    switch (base) {
      case 2:
        return 'bit';
      case 10:
        return 'ban';
      default:
        return 'nat';
    }
  },
  matrix: (shape: string) => `${shape} matrix`,
  vector: (length: number) => `Vector of ${counted(length, 'number', 'numbers')}`,
  scalar: 'Number',
  array: (shape: string) => `${shape} array`,
  arrays: (count: number) => counted(count, 'array', 'arrays'),
  frobeniusNorm: 'Frobenius norm',
  euclideanNorm: 'Euclidean norm',
};
