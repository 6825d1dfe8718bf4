import { counted, grouped } from './counting';

/** What a hover says beyond the words of mathematics. */
export const hover = {
  showNetwork: 'Show network',
  showDistributions: 'Show distributions',
  showNumbers: 'Show in panel',
  showPath: 'Show the path',
  copyGradients: 'Copy gradients',
  copyOutputs: 'Copy outputs',
  copyResult: 'Copy result',
  pictureSettings: 'Hide pictures…',
  line: (line: number) => `Line ${line}`,
  agree: 'gradients agree with central differences',
  disagree: 'gradients differ from central differences',
  undecided: 'central differences do not decide here',
  agreeSample: (compared: number, parameters: number) =>
    `gradients agree with central differences (${grouped(compared)} of ${counted(parameters, 'parameter', 'parameters')} compared)`,
  noTarget: 'no target beside the input, so there is no loss to differentiate',
  noInput: 'no input beside the weights, so there is nothing to compute yet',
  asWeights: (sources: number, destinations: number) =>
    `As weights: ${counted(sources, 'source (column)', 'sources (columns)')}, ${counted(destinations, 'destination (row)', 'destinations (rows)')}.`,
  weight: (value: string, from: number, to: number, layer: number) =>
    layer === 1
      ? `weight ${value}, from input ${from} to neuron ${to} of layer 1`
      : `weight ${value}, from neuron ${from} of layer ${layer - 1} to neuron ${to} of layer ${layer}`,
  bias: (value: string, to: number, layer: number) => `bias ${value} of neuron ${to} of layer ${layer}`,
  becomes: (rate: string, value: string) => `with η = ${rate} it becomes ${value}`,
  sumOverSamples: (samples: number) => `the sum over ${counted(samples, 'sample', 'samples')}; for sample 1:`,
  more: (count: number, one: string, many: string) =>
    `… and ${counted(count, `more ${one}`, `more ${many}`)}.`,
  rows: ['row', 'rows'] as readonly [string, string],
  columns: ['column', 'columns'] as readonly [string, string],
  problems: ['note', 'notes'] as readonly [string, string],
  normalised: 'after normalising',
  normalisedValues: (values: string) => `after normalising: ${values}`,
  networkPicture: (widths: string) =>
    `Drawing of the network ${widths}. Solid edges are positive weights, dashed ones negative; wider is larger.`,
  pathPicture: (widths: string) =>
    `Drawing of the network ${widths} with the path of this number to the loss.`,
  barsPicture: (outcomes: number) =>
    `Bars of P (filled) and Q (outlined) for ${counted(outcomes, 'outcome', 'outcomes')}.`,
  barsOfP: (outcomes: number) => `Bars of P for ${counted(outcomes, 'outcome', 'outcomes')}.`,
  curvesPicture: (p: string, q: string | null) =>
    q === null ? `The curve of ${p}.` : `Curves of P (filled), ${p}, and Q (outlined), ${q}.`,
  linePicture: (low: string, high: string) => `The numbers on a line from ${low} to ${high}.`,
};
