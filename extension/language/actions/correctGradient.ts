import { type ActionMaker, problemsIn, quickFix } from './action';

/** Writes the right derivative in place of a claimed one that is wrong. */
export const correctGradient: ActionMaker = (context) =>
  problemsIn(context, 'gradient-mismatch').flatMap((problem) => {
    const { parameter, value } = problem.data;
    if (!Number.isFinite(value)) return [];
    const written = String(value);
    const title = context.words.actions.correctGradient(parameter, written);
    return [quickFix(problem, title, [{ span: problem.span, text: written }], true)];
  });
