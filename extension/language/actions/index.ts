import type { Span } from '../../../core/problem';
import type { Steps } from '../../../core/steps';
import type { Action } from '../../protocol/actions';
import type { ActionContext, ActionMaker } from './action';
import { addLayer } from './addLayer';
import { convert } from './convert';
import { correctGradient } from './correctGradient';
import { decimalComma } from './decimalComma';
import { descentStep } from './descentStep';
import { didYouMean } from './didYouMean';
import { fitBiases } from './fitBiases';
import { normalise } from './normalise';
import { pinReading } from './pinReading';
import { repairSyntax } from './repairSyntax';
import { settleReading } from './settleReading';
import { transpose } from './transpose';
import { longestTried, repairsSteps } from './tried';

/** Every action, in the order in which they are offered. */
const makers: readonly ActionMaker[] = [
  didYouMean,
  repairSyntax,
  normalise,
  correctGradient,
  fitBiases,
  pinReading,
  settleReading,
  decimalComma,
  transpose,
  addLayer,
  descentStep,
  convert,
];

/** Those that make nothing but repairs, which a long text gets none of. */
const repairers: ReadonlySet<ActionMaker> = new Set([
  didYouMean,
  repairSyntax,
  normalise,
  correctGradient,
  fitBiases,
  pinReading,
  decimalComma,
  addLayer,
]);

/** What a person may do at a place of their text, with spans in offsets of the document. */
export function* actionSteps(context: ActionContext): Steps<readonly Action[]> {
  const { evaluation, within } = context;
  const { text } = evaluation.study.reading;
  const size = within.length === 0 ? text.length : within.reduce((sum, { length }) => sum + length, 0);
  const offered: Action[] = [];
  for (const maker of makers) {
    if (size > longestTried && repairers.has(maker)) continue;
    yield;
    for (const action of maker(context)) {
      if (action.problem !== undefined && size > longestTried) continue;
      if (yield* repairsSteps(action, context)) offered.push(movedAction(action, evaluation.offset));
    }
  }
  return offered;
}

function movedAction(action: Action, by: number): Action {
  const moved = ({ offset, length }: Span): Span => ({ offset: offset + by, length });
  const { problem } = action;
  return {
    ...action,
    edits: action.edits.map(({ span, text }) => ({ span: moved(span), text })),
    ...(problem === undefined ? {} : { problem: { ...problem, span: moved(problem.span) } }),
  };
}
