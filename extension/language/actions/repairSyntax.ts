import type { TextEdit } from '../../protocol/actions';
import { type ActionMaker, problemsIn, quickFix } from './action';

/** Puts the mark that is missing, or the right one in place of another, where there is no doubt which. */
export const repairSyntax: ActionMaker = (context) =>
  problemsIn(context, 'syntax').flatMap((problem) => {
    const { reason, expected } = problem.data;
    const { span } = problem;
    const { actions } = context.words;
    if (reason === 'trailing') {
      return [quickFix(problem, actions.remove, [{ span, text: '' }])];
    }
    if (expected === undefined || /^[a-z]/i.test(expected)) return [];
    const edit = ((): TextEdit | null => {
      switch (reason) {
        case 'missing-separator':
          return { span: { offset: span.offset, length: 0 }, text: `${expected} ` };
        case 'unclosed':
          return { span: { offset: span.offset + span.length, length: 0 }, text: expected };
        case 'mismatched':
          return { span, text: expected };
        default:
          return null;
      }
    })();
    return edit === null ? [] : [quickFix(problem, actions.write(expected), [edit], true)];
  });
