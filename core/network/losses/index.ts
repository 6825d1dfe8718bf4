import { type Lookup, lookUp } from '../names';
import { binaryCrossEntropy } from './binaryCrossEntropy';
import { binaryCrossEntropyWithLogits } from './binaryCrossEntropyWithLogits';
import { categoricalHinge } from './categoricalHinge';
import { crossEntropy } from './crossEntropy';
import { focalLoss } from './focalLoss';
import { gaussianNllLoss } from './gaussianNllLoss';
import { halfSquaredError } from './halfSquaredError';
import { hingeEmbeddingLoss } from './hingeEmbeddingLoss';
import { huberLoss } from './huberLoss';
import { klDiv } from './klDiv';
import { l1Loss } from './l1Loss';
import { logCosh } from './logCosh';
import type { Loss } from './loss';
import { mseLoss } from './mseLoss';
import { multilabelMarginLoss } from './multilabelMarginLoss';
import { multilabelSoftMarginLoss } from './multilabelSoftMarginLoss';
import { multiMarginLoss } from './multiMarginLoss';
import { nllLoss } from './nllLoss';
import { poissonNllLoss } from './poissonNllLoss';
import { quantileLoss } from './quantileLoss';
import { smoothL1Loss } from './smoothL1Loss';
import { softMarginLoss } from './softMarginLoss';
import { squaredHinge } from './squaredHinge';

/** Every loss that Nabla knows. A new one is a file beside this one and a line here. */
export const losses: readonly Loss[] = [
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  categoricalHinge,
  crossEntropy,
  focalLoss,
  gaussianNllLoss,
  halfSquaredError,
  hingeEmbeddingLoss,
  huberLoss,
  klDiv,
  l1Loss,
  logCosh,
  mseLoss,
  multiMarginLoss,
  multilabelMarginLoss,
  multilabelSoftMarginLoss,
  nllLoss,
  poissonNllLoss,
  quantileLoss,
  smoothL1Loss,
  softMarginLoss,
  squaredHinge,
];

export const defaultLoss = halfSquaredError;

/** By name or alias, whatever the case, hyphens or the module in front: `nn.MSELoss` is mse_loss. */
export function findLoss(name: string): Lookup<Loss> {
  return lookUp(name, losses);
}
