import type { ResolvedMeasure } from '../../../core/divergence/continuous/comparison';
import { type Moment, momentsSteps } from '../../../core/divergence/continuous/moments';
import type { Steps } from '../../../core/steps';
import type { MomentAnswer, MomentsAnswer, MomentsQuestion } from '../../protocol/details/moments';
import { toWire } from '../../protocol/wire';
import type { DetailContext } from './context';

/** Mean and variance of P and Q, by formula or by quadrature. */
export function* momentsDetailSteps(
  _question: MomentsQuestion,
  { evaluation: { study } }: DetailContext,
): Steps<MomentsAnswer | null> {
  if (study.kind !== 'continuous') return null;
  const measures: MomentsAnswer['measures'][number][] = [yield* answerFor(study.p, 'P')];
  if (study.q !== null) measures.push(yield* answerFor(study.q, 'Q'));
  return { measures };
}

function* answerFor(
  { distribution }: ResolvedMeasure,
  label: 'P' | 'Q',
): Steps<MomentsAnswer['measures'][number]> {
  const moments = yield* momentsSteps(distribution);
  const mean = moments?.mean ?? { kind: 'unknown' };
  const variance = moments?.variance ?? { kind: 'unknown' };
  return {
    label,
    mean: answerOf(mean),
    variance: answerOf(variance),
    deviation: answerOf(
      variance.kind === 'value' ? { ...variance, value: Math.sqrt(variance.value) } : variance,
    ),
    means: distribution.kind === 'multivariate' ? distribution.mean.map(toWire) : null,
  };
}

function answerOf(moment: Moment): MomentAnswer {
  switch (moment.kind) {
    case 'value':
      return { value: toWire(moment.value), state: 'exists', method: moment.method };
    case 'infinite':
      return { value: toWire(moment.sign * Number.POSITIVE_INFINITY), state: 'exists', method: null };
    case 'undefined':
    case 'unknown':
      return { value: null, state: moment.kind, method: null };
  }
}
