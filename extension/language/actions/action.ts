import type { Problem, ProblemCode, Span } from '../../../core/problem';
import type { ReadAs } from '../../../core/text/reading';
import type { Action } from '../../protocol/actions';
import type { Evaluation } from '../evaluation';
import type { Evaluator } from '../evaluator';
import type { Words } from '../words/words';

/** What actions are made from. Spans of actions and of `range` count from the start of the text that was read. */
export interface ActionContext extends Evaluator {
  readonly evaluation: Evaluation;
  readonly uri: string;
  /** The cursor or the selection. */
  readonly range: Span;
  /** Which part of the text was read, and as what: what `read` was given. */
  readonly within: readonly Span[];
  readonly as: ReadAs;
  readonly words: Words;
  readonly digits: number;
}

/** One kind of action, one file. Empty where the study gives no occasion for it. */
export type ActionMaker = (context: ActionContext) => readonly Action[];

/** The problems of one code that the range touches. */
export function problemsIn<Code extends ProblemCode>(
  { evaluation, range }: ActionContext,
  code: Code,
): readonly Extract<Problem, { readonly code: Code }>[] {
  return evaluation.study.problems.filter(
    (problem): problem is Extract<Problem, { readonly code: Code }> =>
      problem.code === code && touches(problem.span, range),
  );
}

export function touches(first: Span, second: Span): boolean {
  return first.offset <= second.offset + second.length && second.offset <= first.offset + first.length;
}

/** A repair of a problem by edits. */
export function quickFix(
  { code, span }: Problem,
  title: string,
  edits: Action['edits'],
  isPreferred = false,
): Action {
  return { kind: 'quickfix', title, edits, problem: { code, span }, ...(isPreferred ? { isPreferred } : {}) };
}
