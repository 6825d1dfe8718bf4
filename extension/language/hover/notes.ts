import { touches } from '../actions/action';
import { precisionView } from '../precision';
import { sentence } from '../problemWords';
import { roundedSums } from '../roundedSums';
import { singleText } from '../single';
import { colored, links, verbatim } from './markup';
import { type CardRequest, documentSpan, type Section } from './request';

const mostNotes = 3;

/** The problems of a study that has a result, how its text was read, and how else it could be. */
export function notes(request: CardRequest): readonly Section[] {
  const { evaluation, palette, words } = request;
  const { problems, reading } = evaluation.study;
  const precision = precisionView(evaluation.study, words);
  // What printing does to the result says how it was printed too.
  const choices = reading.choices.filter(({ rule }) => precision === null || rule !== 'printed-digits');
  const single = singleText(evaluation.study, words);
  const lines = [
    ...roundedSums(evaluation.study, words).map((text) => colored(verbatim(text), palette.quiet)),
    ...(single === null ? [] : [colored(verbatim(single), palette.quiet)]),
    ...(precision === null ? [] : [colored(verbatim(precision.text), palette.quiet)]),
    ...choices.map((choice) => colored(verbatim(words.reading.choice(choice)), palette.quiet)),
    ...problems
      .filter(({ span }) => request.told === null || !touches(span, request.told))
      .map((problem) => verbatim(sentence(problem, words))),
  ];
  const more = lines.length - mostNotes;
  const shown = lines.slice(0, mostNotes);
  if (more > 0) shown.push(colored(verbatim(words.hover.more(more, ...words.hover.problems)), palette.quiet));
  shown.push(...otherReadings(request));
  return shown.length === 0 ? [] : [{ markdown: shown.join('  \n') }];
}

/** Each other way to read the text, with a link that reads it so. */
function otherReadings(request: CardRequest): readonly string[] {
  const { evaluation, palette, words, uri } = request;
  const { reading } = evaluation.study;
  return reading.alternatives.map((alternative) => {
    const argument = { uri, range: documentSpan(request), show: true, choices: alternative.choices };
    const link = links([{ title: words.alternatives.action, command: 'nabla.evaluateSelection', argument }]);
    // The problem has said it already, with the losses of both.
    const isSaid =
      alternative.differs === 'orientation' && reading.kind === 'network' && reading.isOrientationOpen;
    const sentenceOf = colored(verbatim(words.alternatives.sentence(alternative)), palette.quiet);
    return isSaid ? link : `${sentenceOf} ${link}`;
  });
}
