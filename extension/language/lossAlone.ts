import type { NetworkStudy } from '../../core/network/networkStudy';

/**
 * The gradient by the outputs, samples × outputs, of a text that has a loss and outputs and no layers; null for any
 * other. There the network is one identity, whose weights nobody wrote.
 */
export function outputGradientAlone({ reading, inputGradient }: NetworkStudy): NetworkStudy['inputGradient'] {
  return reading.choices.some(({ rule }) => rule === 'loss-alone') ? inputGradient : null;
}
