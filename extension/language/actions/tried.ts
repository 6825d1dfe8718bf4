import type { Problem } from '../../../core/problem';
import type { Steps } from '../../../core/steps';
import { evaluateSteps } from '../../../core/study';
import { readSteps } from '../../../core/text';
import type { Action } from '../../protocol/actions';
import { applyEdits, spanAfter } from '../applyEdits';
import type { ActionContext } from './action';

/** Longer texts get no repairs: each is tried before it is offered. */
export const longestTried = 200_000;

/**
 * Whether a repair repairs: the text after it has fewer problems of that code, and no more errors of any other.
 * What does not is not offered. Behind broken notation other errors may come to light, which were there before.
 */
export function* repairsSteps(action: Action, context: ActionContext): Steps<boolean> {
  const { evaluation, within, as, kernels, scanner } = context;
  const { problem, edits } = action;
  if (problem === undefined) return true;
  const { study } = evaluation;
  const text = applyEdits(study.reading.text, edits);
  const parts = within.map((span) => spanAfter(span, edits));
  const reading = yield* readSteps(text, {
    as,
    ...(parts.length === 0 ? {} : { within: parts }),
    ...(scanner === undefined ? {} : { scanner }),
  });
  const after = yield* evaluateSteps(reading, kernels === undefined ? {} : { kernels });
  return (
    count(after.problems, problem.code) < count(study.problems, problem.code) &&
    count(after.problems, 'syntax') <= count(study.problems, 'syntax') &&
    (problem.code === 'syntax' ||
      after.problems.every((error) => !isNew(error, after.problems, study.problems)))
  );
}

function count(problems: readonly Problem[], code: Problem['code']): number {
  return problems.filter((problem) => problem.code === code).length;
}

function isNew({ severity, code }: Problem, after: readonly Problem[], before: readonly Problem[]): boolean {
  return severity === 'error' && count(after, code) > count(before, code);
}
