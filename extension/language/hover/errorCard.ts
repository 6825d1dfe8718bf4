import type { Span } from '../../../core/problem';
import type { Study } from '../../../core/study';
import { touches } from '../actions/action';
import { excerptAround } from '../excerpt';
import { remedy, sentence } from '../problemWords';
import { footer, showLink } from './footer';
import { colored, strong, verbatim } from './markup';
import type { CardRequest, Section } from './request';

const mostOthers = 3;
/** Of the line that is shown: about as much as stands in a hover's width. */
const longestLine = 64;

/** What is wrong, where, and what would help. */
export function errorCard(request: CardRequest, { reading, problems }: Study): readonly Section[] {
  const { words, palette, told } = request;
  // The editor says what and where just above, of the problem that is pointed at.
  const pointed = told === null ? undefined : problems.find(({ span }) => touches(span, told));
  const first = pointed ?? problems.find(({ severity }) => severity === 'error') ?? problems[0];
  if (first === undefined) return [];
  const { line, source } = marked(request, reading.text, first.span);
  const help = remedy(first, words);
  const others = problems.filter((problem) => problem !== first);
  const rest = others.slice(0, mostOthers).map((problem) => verbatim(sentence(problem, words)));
  if (others.length > mostOthers) {
    rest.push(verbatim(words.hover.more(others.length - mostOthers, ...words.hover.problems)));
  }
  return [
    ...(pointed !== undefined
      ? []
      : [
          { markdown: strong(verbatim(sentence(first, words))) },
          { markdown: `${colored(verbatim(words.hover.line(line)), palette.quiet)}&emsp;${source}` },
        ]),
    ...(help === null ? [] : [{ markdown: verbatim(help) }]),
    ...(rest.length === 0 ? [] : [{ markdown: rest.join('  \n') }]),
    footer(request, [showLink(request, words.hover.showNumbers, 'nabla.evaluateSelection')], false),
  ];
}

/** The line of a place in the document, from 1, and its source with the place in the colour of errors. */
function marked({ palette, evaluation }: CardRequest, text: string, place: Span) {
  const { lines, firstLine, span } = excerptAround(text, place, evaluation.line, longestLine);
  const joined = lines.join('\n');
  const start = joined.lastIndexOf('\n', span.offset - 1) + 1;
  const end = joined.indexOf('\n', span.offset);
  const before = joined.slice(start, span.offset);
  const at = joined.slice(span.offset, span.offset + span.length);
  const after = joined.slice(span.offset + span.length, end < 0 ? joined.length : end);
  return {
    line: firstLine + joined.slice(0, start).split('\n').length - 1,
    source: `<code>${verbatim(before.trimStart())}${colored(verbatim(at), palette.error)}${verbatim(after)}</code>`,
  };
}
