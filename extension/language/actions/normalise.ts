import { planNormalisation } from '../normalise';
import { type ActionMaker, problemsIn, quickFix } from './action';

/** Divides a distribution by its sum, in its own notation; of a density, by its integral. */
export const normalise: ActionMaker = (context) =>
  problemsIn(context, 'not-normalised').flatMap((problem) => {
    const { distribution } = problem.data;
    const plan = planNormalisation(context.evaluation.study, distribution);
    if (plan === null || plan.edits.length === 0) return [];
    const title = context.words.actions.normalise(distribution, plan.exact);
    return [quickFix(problem, title, plan.edits, true)];
  });
