import type { NetworkStudy } from '../networkStudy';
import type { Differentiated } from './hessianVector';

/** The layers of a study that has gradients; null where it has none. */
export function differentiatedLayers({ layers }: NetworkStudy): readonly Differentiated[] | null {
  const differentiated: Differentiated[] = [];
  for (const layer of layers) {
    const { outputGradient, preActivationGradient } = layer;
    if (outputGradient === null || preActivationGradient === null) return null;
    differentiated.push({ ...layer, outputGradient, preActivationGradient });
  }
  return differentiated;
}
