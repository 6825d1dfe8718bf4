import { counted } from './counting';

/** Titles of code actions: what they do, as a command. */
export const actions = {
  normalise: (distribution: string, exact: boolean) =>
    exact ? `Divide ${distribution} by its sum` : `Divide ${distribution} by its sum, to the nearest doubles`,
  rename: (name: string) => `Write “${name}”`,
  convert: 'Write it in another notation…',
  transpose: 'Transpose the matrix',
  transposeWeights: (layer: number) => `Transpose the weights of layer ${layer}`,
  readAsKernel: (name: string) =>
    name === 'kernel'
      ? 'Call it “kernel”: a row is a source, a column a destination'
      : 'Call it “weights”: a row is a destination, a column a source',
  padBiases: (missing: number) => `Add ${counted(missing, 'bias of 0', 'biases of 0')}`,
  cutBiases: (over: number) => `Remove the last ${over === 1 ? 'bias' : counted(over, 'bias', 'biases')}`,
  decimalPoints: (number: string) => `Write decimal points: ${number}`,
  separateNumbers: (numbers: string) => `Part the numbers: ${numbers}`,
  pinDialect: (framework: string, meaning: string) => `Take the one of ${framework}: ${meaning}`,
  deviation: (number: string) => `The standard deviation is ${number}`,
  variance: (number: string) => `The variance is ${number}`,
  settle: (words: string) => `Settle it in a comment: ${words}`,
  addLayer: (layer: number, from: number, to: number) =>
    `Add a layer from ${from} to ${to} before layer ${layer}`,
  write: (mark: string) => `Write “${mark}”`,
  remove: 'Remove it',
  correctGradient: (parameter: string, value: string) => `Write the derivative of ${parameter}: ${value}`,
};
