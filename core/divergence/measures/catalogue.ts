import { additiveSymmetric } from './additiveSymmetric';
import { alphaDivergence } from './alphaDivergence';
import { averageDistance } from './averageDistance';
import { bhattacharyya } from './bhattacharyya';
import { canberra } from './canberra';
import { chebyshev } from './chebyshev';
import { chiSquare } from './chiSquare';
import { clark } from './clark';
import { collisionEntropy } from './collisionEntropy';
import { cosine } from './cosine';
import { crossEntropy } from './crossEntropy';
import { czekanowski } from './czekanowski';
import { dice } from './dice';
import { divergence } from './divergence';
import { energyDistance } from './energyDistance';
import { entropy } from './entropy';
import { euclidean } from './euclidean';
import { fidelity } from './fidelity';
import { giniSimpson } from './giniSimpson';
import { gower } from './gower';
import { harmonicMean } from './harmonicMean';
import { hellinger } from './hellinger';
import { innerProduct } from './innerProduct';
import { intersection } from './intersection';
import { jaccard } from './jaccard';
import { jeffreys } from './jeffreys';
import { jensenDifference } from './jensenDifference';
import { jensenShannon } from './jensenShannon';
import { jensenShannonDistance } from './jensenShannonDistance';
import { kDivergence } from './kDivergence';
import { kolmogorovSmirnov } from './kolmogorovSmirnov';
import { kulczynskiDistance } from './kulczynskiDistance';
import { kulczynskiSimilarity } from './kulczynskiSimilarity';
import { kullbackLeibler } from './kullbackLeibler';
import { kumarHassebrook } from './kumarHassebrook';
import { kumarJohnson } from './kumarJohnson';
import { lorentzian } from './lorentzian';
import { manhattan } from './manhattan';
import { matusita } from './matusita';
import type { Measure, ParametricMeasure } from './measure';
import { minEntropy } from './minEntropy';
import { minkowski } from './minkowski';
import { motyka } from './motyka';
import { neyman } from './neyman';
import { nonIntersection } from './nonIntersection';
import { perplexity } from './perplexity';
import { probabilisticSymmetric } from './probabilisticSymmetric';
import { renyi } from './renyi';
import { renyiEntropy } from './renyiEntropy';
import { ruzicka } from './ruzicka';
import { soergel } from './soergel';
import { sorensen } from './sorensen';
import { squaredChi } from './squaredChi';
import { squaredChord } from './squaredChord';
import { squaredEuclidean } from './squaredEuclidean';
import { taneja } from './taneja';
import { tanimoto } from './tanimoto';
import { topsoe } from './topsoe';
import { totalVariation } from './totalVariation';
import { tsallisEntropy } from './tsallisEntropy';
import { tsallisRelativeEntropy } from './tsallisRelativeEntropy';
import { wasserstein1 } from './wasserstein1';
import { wasserstein2 } from './wasserstein2';
import { waveHedges } from './waveHedges';

/** How people file measures: by what they are made of. `ordered` ones also use the order of the outcomes. */
export const groups = [
  'information',
  'order',
  'squaredChord',
  'squared',
  'minkowski',
  'absolute',
  'intersection',
  'innerProduct',
  'combination',
  'ordered',
] as const;

export type Group = (typeof groups)[number];

/** Every measure that is known, by its group. A new one is a file beside this one and a line here. */
export const catalogue = {
  information: {
    entropy,
    crossEntropy,
    kullbackLeibler,
    jeffreys,
    kDivergence,
    topsoe,
    jensenShannon,
    jensenShannonDistance,
    jensenDifference,
    perplexity,
    minEntropy,
    collisionEntropy,
    giniSimpson,
  },
  order: { renyi, tsallisRelativeEntropy, alphaDivergence, renyiEntropy, tsallisEntropy },
  squaredChord: { totalVariation, fidelity, bhattacharyya, hellinger, matusita, squaredChord },
  squared: {
    chiSquare,
    neyman,
    squaredChi,
    probabilisticSymmetric,
    additiveSymmetric,
    divergence,
    clark,
    squaredEuclidean,
  },
  minkowski: { manhattan, euclidean, minkowski, chebyshev },
  absolute: { sorensen, gower, soergel, kulczynskiDistance, canberra, lorentzian },
  intersection: {
    intersection,
    nonIntersection,
    waveHedges,
    czekanowski,
    motyka,
    kulczynskiSimilarity,
    tanimoto,
    ruzicka,
  },
  innerProduct: { innerProduct, harmonicMean, cosine, kumarHassebrook, jaccard, dice },
  combination: { taneja, kumarJohnson, averageDistance },
  ordered: { wasserstein1, wasserstein2, energyDistance, kolmogorovSmirnov },
} as const satisfies Readonly<Record<Group, Readonly<Record<string, Measure | ParametricMeasure>>>>;

type Catalogue = typeof catalogue;

export type CatalogueName = { readonly [Of in Group]: keyof Catalogue[Of] }[Group];

export interface CatalogueEntry {
  readonly name: CatalogueName;
  readonly group: Group;
  readonly measure: Measure | ParametricMeasure;
}

export const entries: readonly CatalogueEntry[] = groups.flatMap((group) =>
  Object.entries(catalogue[group]).map(([name, measure]) => ({
    name: name as CatalogueName,
    group,
    measure,
  })),
);
