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
  neuron: (layer: number, neuron: number) =>
    `Pre-activation s and output o of neuron ${neuron} of layer ${layer}.`,
  gradient: (layer: number, neuron: number) =>
    `Derivatives of the loss by the weights of neuron ${neuron} of layer ${layer}.`,
};
