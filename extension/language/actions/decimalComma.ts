import type { Span } from '../../../core/problem';
import type { TextEdit } from '../../protocol/actions';
import { holds, placedArrays } from '../placedArrays';
import { type ActionMaker, problemsIn, quickFix } from './action';

/**
 * Pins whether `0,5` in a list is one number or two: a point makes it one, a blank after the comma two.
 */
export const decimalComma: ActionMaker = (context) => {
  const { study } = context.evaluation;
  const { text } = study.reading;
  const { actions } = context.words;
  return problemsIn(context, 'ambiguous-reading').flatMap((problem) => {
    const { taken, other } = problem.data;
    if (!taken.includes(',') || other !== taken.replace(', ', '.')) return [];
    const holding = placedArrays(study).find(({ array: { span } }) => holds(span, problem.span));
    if (holding === undefined) return [];
    const { span } = holding.array;
    return [
      quickFix(problem, actions.decimalPoints(other), commasInside(text, span, '.')),
      quickFix(problem, actions.separateNumbers(taken), commasInside(text, span, ', ')),
    ];
  });
};

/** Each comma between two digits replaced. */
function commasInside(text: string, { offset, length }: Span, by: string): readonly TextEdit[] {
  return Array.from(text.slice(offset, offset + length).matchAll(/(?<=\d),(?=\d)/g), ({ index }) => ({
    span: { offset: offset + index, length: 1 },
    text: by,
  }));
}
