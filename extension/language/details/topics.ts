import type { Topic } from '../../protocol/details';

/** By name, apart from their answers: to know a topic loads none of them. */
const topics: Readonly<Record<Topic, true>> = {
  gradientCheck: true,
  exactNetwork: true,
  conventions: true,
  descentStep: true,
  conversion: true,
  expansion: true,
  derivation: true,
  training: true,
  lossAlongStep: true,
  diagnosis: true,
  secondOrder: true,
  heatMap: true,
  blocks: true,
  incoming: true,
  frameworks: true,
  facts: true,
  moments: true,
  activations: true,
  comparison: true,
  pairwise: true,
  profile: true,
  projections: true,
  bounds: true,
  divergenceGradients: true,
  exactDecimals: true,
  jointTable: true,
  measures: true,
  wouldPrint: true,
};

export function isTopic(name: unknown): name is Topic {
  return typeof name === 'string' && Object.hasOwn(topics, name);
}
