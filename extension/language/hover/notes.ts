import { sentence } from '../problemWords';
import { colored, verbatim } from './markup';
import type { CardRequest, Section } from './request';

const mostNotes = 3;

/** The problems of a study that has a result, and how its text was read. */
export function notes({ evaluation, palette, words }: CardRequest): readonly Section[] {
  const { problems, reading } = evaluation.study;
  const lines = [
    ...reading.choices.map((choice) => colored(verbatim(words.reading.choice(choice)), palette.quiet)),
    ...problems.map((problem) => verbatim(sentence(problem, words))),
  ];
  if (lines.length === 0) return [];
  const more = lines.length - mostNotes;
  const shown = lines.slice(0, mostNotes);
  if (more > 0) shown.push(colored(verbatim(words.hover.more(more, ...words.hover.problems)), palette.quiet));
  return [{ markdown: shown.join('  \n') }];
}
