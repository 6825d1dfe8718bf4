import type { Reading } from '../../../core/text/reading';
import { type SettledChoices, wordsOfChoices } from '../../../core/text/settled';
import type { Action, TextEdit } from '../../protocol/actions';
import { type ActionMaker, problemsIn, quickFix, touches } from './action';

/**
 * Writes down in a comment above a value how it is to be read, where it can be read in two ways: as it was, or
 * the other way.
 */
export const settleReading: ActionMaker = (context) => {
  const { study } = context.evaluation;
  const { reading } = study;
  if (!touches(reading.span, context.range)) return [];
  const problems = problemsIn(context, 'ambiguous-reading');
  return reading.alternatives.flatMap(({ differs, choices, span }): readonly Action[] => {
    const problem = problems.find((candidate) => touches(candidate.span, span));
    return [opposite(differs, choices), choices].flatMap((settled) => {
      const words = wordsOfChoices(settled);
      if (words.length === 0) return [];
      const title = context.words.actions.settle(words.join(', '));
      const edits = [commentAbove(reading, words)];
      return problem === undefined
        ? [{ kind: 'refactor.rewrite', title, edits }]
        : [quickFix(problem, title, edits)];
    });
  });
};

/** The choice that the reading took, which the alternative takes another way. */
function opposite(differs: keyof SettledChoices, choices: SettledChoices): SettledChoices {
  if (differs === 'orientation') {
    return {
      orientation: choices.orientation === 'rows-are-sources' ? 'rows-are-destinations' : 'rows-are-sources',
    };
  }
  return { [differs]: choices[differs] !== true };
}

/** On a line of its own, in the form of comments that the notation has, as far in as the value begins. */
function commentAbove({ text, notation, span }: Reading, words: readonly string[]): TextEdit {
  const lineStart = text.lastIndexOf('\n', span.offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, span.offset))?.[0] ?? '';
  const mark =
    notation === 'nabla-json' || notation === 'json' || notation === 'braces'
      ? '//'
      : notation === 'octave-literal' || notation === 'latex'
        ? '%'
        : '#';
  return {
    span: { offset: lineStart, length: 0 },
    text: `${indent}${mark} nabla: ${words.join(', ')}\n`,
  };
}
