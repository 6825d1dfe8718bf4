import { formatNumber, formatWritten } from '../../../core/derivation/formatNumber';
import type { Steps } from '../../../core/steps';
import type { DescentStepAnswer, DescentStepQuestion } from '../../protocol/details/descentStep';
import { toWire } from '../../protocol/wire';
import { descentPlanSteps } from '../descentStep';
import type { DetailContext } from './context';

/** One step of the text's optimizer as edits of the document, with what it makes of the loss. */
export function* descentStepSteps(
  _question: DescentStepQuestion,
  context: DetailContext,
): Steps<DescentStepAnswer> {
  const { study, offset } = context.evaluation;
  const { digits, words } = context;
  const said = words.training;
  if (study.kind !== 'network') return { obstacle: 'no-loss', message: said.obstacle('no-loss') };
  const plan = yield* descentPlanSteps(study, digits, context);
  if (plan.obstacle !== null) return { obstacle: plan.obstacle, message: said.obstacle(plan.obstacle) };
  const { lossBefore, lossAfter } = plan;
  const { learningRate, optimizer: bound } = study.network;
  const optimizer = bound?.optimizer.name ?? '';
  const rate = formatWritten(String(learningRate));
  const [before, after] = [lossBefore, lossAfter].map((loss) => formatNumber(loss, digits));
  return {
    obstacle: null,
    edits: plan.edits.map(({ span, text }) => ({ span: { ...span, offset: span.offset + offset }, text })),
    lossBefore: toWire(lossBefore),
    lossAfter: toWire(lossAfter),
    optimizer,
    learningRate,
    message: said.stepped(optimizer, rate, before, after),
  };
}
