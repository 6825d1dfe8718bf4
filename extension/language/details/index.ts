import type { Steps } from '../../../core/steps';
import type { DetailAnswer, DetailQuestion, Topic } from '../../protocol/details';
import { activationsSteps } from './activations';
import { blocksSteps } from './blocks';
import { boundsSteps } from './bounds';
import { comparisonSteps } from './comparison';
import type { DetailContext } from './context';
import { conventionsSteps } from './conventions';
import { conversionSteps } from './conversion';
import { derivationSteps } from './derivation';
import { descentStepSteps } from './descentStep';
import { diagnosisSteps } from './diagnosis';
import { divergenceGradientsSteps } from './divergenceGradients';
import { exactDecimalsSteps } from './exactDecimals';
import { exactNetworkSteps } from './exactNetwork';
import { expansionSteps } from './expansion';
import { factsSteps } from './facts';
import { frameworksSteps } from './frameworks';
import { gradientCheckSteps } from './gradientCheck';
import { heatMapSteps } from './heatMap';
import { incomingSteps } from './incoming';
import { jointTableSteps } from './jointTable';
import { lossAlongStepDetail } from './lossAlongStep';
import { measuresSteps } from './measures';
import { momentsDetailSteps } from './moments';
import { pairwiseDetailSteps } from './pairwise';
import { profileSteps } from './profile';
import { projectionsDetailSteps } from './projections';
import { secondOrderSteps } from './secondOrder';
import { trainingSteps } from './training';
import { wouldPrintSteps } from './wouldPrint';

/** Null where the study has nothing of the topic: the text changed meanwhile, or it is of another kind. */
type Answerers = {
  readonly [Name in Topic]: (
    question: DetailQuestion<Name>,
    context: DetailContext,
  ) => Steps<DetailAnswer<Name> | null>;
};

const answerers: Answerers = {
  gradientCheck: gradientCheckSteps,
  exactNetwork: exactNetworkSteps,
  conventions: conventionsSteps,
  descentStep: descentStepSteps,
  conversion: conversionSteps,
  expansion: expansionSteps,
  derivation: derivationSteps,
  training: trainingSteps,
  lossAlongStep: lossAlongStepDetail,
  diagnosis: diagnosisSteps,
  secondOrder: secondOrderSteps,
  heatMap: heatMapSteps,
  blocks: blocksSteps,
  incoming: incomingSteps,
  frameworks: frameworksSteps,
  facts: factsSteps,
  moments: momentsDetailSteps,
  activations: activationsSteps,
  comparison: comparisonSteps,
  pairwise: pairwiseDetailSteps,
  profile: profileSteps,
  projections: projectionsDetailSteps,
  bounds: boundsSteps,
  divergenceGradients: divergenceGradientsSteps,
  exactDecimals: exactDecimalsSteps,
  jointTable: jointTableSteps,
  measures: measuresSteps,
  wouldPrint: wouldPrintSteps,
};

/** Answers a question on a study. A generator that yields at least every 10 ms. */
export function detailSteps<Name extends Topic>(
  question: DetailQuestion<Name>,
  context: DetailContext,
): Steps<DetailAnswer<Name> | null> {
  const answer: Answerers[Name] = answerers[question.topic];
  return isOfDoubles(question.topic, context) ? nothing() : answer(question, context);
}

/** What a study in float32 has not: what checks gradients is in doubles, and so are limits and second derivatives. */
const ofDoubles: readonly Topic[] = ['gradientCheck', 'lossAlongStep', 'secondOrder'];

function isOfDoubles(topic: Topic, { evaluation: { study } }: DetailContext): boolean {
  return study.kind === 'network' && study.single !== undefined && ofDoubles.includes(topic);
}

// biome-ignore lint/correctness/useYield: there is nothing to do
function* nothing(): Steps<null> {
  return null;
}
