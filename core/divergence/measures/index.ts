import type { Measures } from '../distributionStudy';
import { chiSquare } from './chiSquare';
import { crossEntropy } from './crossEntropy';
import { entropy } from './entropy';
import { hellinger } from './hellinger';
import { jeffreys } from './jeffreys';
import { jensenShannon } from './jensenShannon';
import { kullbackLeibler } from './kullbackLeibler';
import type { Measure } from './measure';
import { renyi2 } from './renyi2';
import { totalVariation } from './totalVariation';

interface Entry {
  readonly measure: Measure;
  /** `QP` is the measure with P and Q exchanged. */
  readonly direction: 'PQ' | 'QP';
}

/** Every measure that a study carries, by its name there; `catalogue` has all that are known. */
export const measures: Readonly<Record<keyof Measures, Entry>> = {
  entropyP: { measure: entropy, direction: 'PQ' },
  entropyQ: { measure: entropy, direction: 'QP' },
  crossEntropyPQ: { measure: crossEntropy, direction: 'PQ' },
  crossEntropyQP: { measure: crossEntropy, direction: 'QP' },
  klPQ: { measure: kullbackLeibler, direction: 'PQ' },
  klQP: { measure: kullbackLeibler, direction: 'QP' },
  jensenShannon: { measure: jensenShannon, direction: 'PQ' },
  jeffreys: { measure: jeffreys, direction: 'PQ' },
  totalVariation: { measure: totalVariation, direction: 'PQ' },
  hellinger: { measure: hellinger, direction: 'PQ' },
  chiSquare: { measure: chiSquare, direction: 'PQ' },
  renyi2: { measure: renyi2, direction: 'PQ' },
};
