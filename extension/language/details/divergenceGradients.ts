import {
  exactGradients,
  divergenceGradientsSteps as gradientsSteps,
  softmaxJacobian,
} from '../../../core/divergence/gradients';
import { begin, valueSteps } from '../../../core/divergence/measures/evaluate';
import { kullbackLeibler } from '../../../core/divergence/measures/kullbackLeibler';
import { outcomeName } from '../../../core/divergence/outcomeName';
import { normalisedPairSteps, pairOfReadingSteps } from '../../../core/divergence/pairOfReading';
import { normaliseWeights } from '../../../core/divergence/weights';
import type { Steps } from '../../../core/steps';
import type {
  DivergenceGradientsAnswer,
  DivergenceGradientsQuestion,
} from '../../protocol/details/divergenceGradients';
import { toWire } from '../../protocol/wire';
import { wireNumbers } from '../wireArrays';
import type { DetailContext } from './context';

const mostRows = 200;
/** A Jacobian with more rows is a picture and no table. */
const mostJacobian = 12;

export function* divergenceGradientsSteps(
  _question: DivergenceGradientsQuestion,
  { evaluation: { study }, kernels }: DetailContext,
): Steps<DivergenceGradientsAnswer | null> {
  if (study.kind !== 'distribution' || study.q === null) return null;
  const sides = yield* pairOfReadingSteps(study.reading, kernels);
  const after = yield* normalisedPairSteps(sides, kernels);
  const pair = after ?? sides.pair;
  const [kl] = yield* valueSteps([begin(kullbackLeibler)], pair, Math.E);
  const gradients = yield* gradientsSteps(pair, kl);
  const [p, q] = [sides.p.exact, sides.q?.exact ?? null];
  const exact = p === null || q === null ? null : ([normaliseWeights(p), normaliseWeights(q)] as const);
  return {
    rows: Array.from({ length: Math.min(mostRows, pair.p.length) }, (_, outcome) => ({
      outcome: outcomeName(outcome, study.reading.p.outcomeNames),
      byQ: toWire(gradients.byQ[outcome]),
      byLogits: toWire(gradients.byLogits[outcome]),
      ...(exact === null ? {} : { exact: exactGradients(...exact, outcome) }),
      byP: toWire(gradients.byP[outcome]),
      byLogitsOfP: toWire(gradients.byLogitsOfP[outcome]),
    })),
    outcomes: pair.p.length,
    jacobian: pair.q.length > mostJacobian ? null : softmaxJacobian(pair.q).map(wireNumbers),
    disagreement: toWire(gradients.disagreement),
    isNormalised: after !== null,
  };
}
