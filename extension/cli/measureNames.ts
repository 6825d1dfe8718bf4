import type { Measures } from '../../core/divergence/distributionStudy';
import type { Words } from '../language/words/words';

/** Every measure with its title, in the order of a terminal's table. */
export function measureNames(
  mathematics: Words['mathematics'],
): readonly (readonly [keyof Measures, string])[] {
  return [
    ['klPQ', 'KL(P ‖ Q)'],
    ['klQP', 'KL(Q ‖ P)'],
    ['entropyP', 'H(P)'],
    ['entropyQ', 'H(Q)'],
    ['crossEntropyPQ', 'H(P, Q)'],
    ['crossEntropyQP', 'H(Q, P)'],
    ['jensenShannon', mathematics.jensenShannon],
    ['jeffreys', mathematics.jeffreys],
    ['totalVariation', mathematics.totalVariation],
    ['hellinger', mathematics.hellinger],
    ['chiSquare', mathematics.chiSquare],
    ['renyi2', mathematics.renyi2],
  ];
}

/** Those that have the unit of the logarithm. */
export function isLogarithmic(name: keyof Measures): boolean {
  return name !== 'totalVariation' && name !== 'hellinger' && name !== 'chiSquare';
}
