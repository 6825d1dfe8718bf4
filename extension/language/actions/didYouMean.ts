import { editDistance } from '../../../core/network/names';
import type { Span } from '../../../core/problem';
import type { TextEdit } from '../../protocol/actions';
import { type ActionMaker, problemsIn, quickFix } from './action';

/** Writes the name that an unknown one is a slip of the pen for. */
export const didYouMean: ActionMaker = (context) => {
  const { text } = context.evaluation.study.reading;
  const unknown = [
    ...problemsIn(context, 'unknown-activation'),
    ...problemsIn(context, 'unknown-loss'),
    ...problemsIn(context, 'unknown-family'),
    ...problemsIn(context, 'unknown-key'),
  ];
  const names = unknown.flatMap((problem) => {
    const { name, suggestion } = problem.data;
    const edit = suggestion === null ? null : renaming(text, problem.span, name, suggestion);
    return edit === null ? [] : [quickFix(problem, context.words.actions.rename(edit.text), [edit], true)];
  });
  const parameters = problemsIn(context, 'parameter-domain').flatMap((problem) => {
    const { parameter, known = [], value, domain, isOneOf } = problem.data;
    const word = isOneOf === true ? nearestOf(value, domain.split(', '), mostSlipsOfWord) : null;
    const nearest = nearestOf(parameter, known, mostSlips);
    const edit =
      word !== null
        ? renaming(text, problem.span, value, word)
        : nearest === null
          ? null
          : renamingBefore(text, problem.span, parameter, nearest);
    return edit === null ? [] : [quickFix(problem, context.words.actions.rename(edit.text), [edit], true)];
  });
  return [...names, ...parameters];
};

/** The name inside the span: quotes, parameters and what calls it stay. */
function renaming(text: string, { offset, length }: Span, name: string, proper: string): TextEdit | null {
  const at = text.slice(offset, offset + length).indexOf(name);
  return at < 0 ? null : { span: { offset: offset + at, length: name.length }, text: proper };
}

const longestKeyGap = 200;

/** The last such name at the span or before it, where a parameter's value is what the problem points at. */
function renamingBefore(
  text: string,
  { offset, length }: Span,
  name: string,
  proper: string,
): TextEdit | null {
  const from = Math.max(0, offset - longestKeyGap);
  const at = text.slice(from, offset + length).lastIndexOf(name);
  return at < 0 ? null : { span: { offset: from + at, length: name.length }, text: proper };
}

const mostSlips = 3;
/** Of the few words that a value may be: float16 is not meant to be float64. */
const mostSlipsOfWord = 1;

function nearestOf(name: string, known: readonly string[], most: number): string | null {
  const [nearest] = known
    .map((candidate) => ({ candidate, slips: editDistance(name.toLowerCase(), candidate) }))
    .filter(({ slips }) => slips <= most)
    .sort((one, other) => one.slips - other.slips);
  return nearest?.candidate ?? null;
}
