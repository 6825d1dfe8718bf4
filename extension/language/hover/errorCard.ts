import type { Study } from '../../../core/study';
import { positionsIn } from '../evaluation';
import { excerptAround } from '../excerpt';
import { remedy, sentence } from '../problemWords';
import { footer, showLink } from './footer';
import { colored, strong, verbatim } from './markup';
import type { CardRequest, Section } from './request';

const mostOthers = 3;

/** What is wrong, where, and what would help. */
export function errorCard(request: CardRequest, { reading, problems }: Study): readonly Section[] {
  const { words, palette, evaluation } = request;
  const first = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  if (first === undefined) return [];
  const line = positionsIn(reading.text).positionAt(first.span.offset).line + evaluation.line;
  const { lines, firstLine } = excerptAround(reading.text, first.span, evaluation.line);
  const shown = (lines[line + 1 - firstLine] ?? '').trim();
  const help = remedy(first, words);
  const others = problems.filter((problem) => problem !== first);
  const rest = others.slice(0, mostOthers).map((problem) => verbatim(sentence(problem, words)));
  if (others.length > mostOthers) {
    rest.push(verbatim(words.hover.more(others.length - mostOthers, ...words.hover.problems)));
  }
  return [
    { markdown: strong(verbatim(sentence(first, words))) },
    {
      markdown: `${colored(verbatim(words.hover.line(line + 1)), palette.quiet)}&emsp;<code>${verbatim(shown)}</code>`,
    },
    ...(help === null ? [] : [{ markdown: verbatim(help) }]),
    ...(rest.length === 0 ? [] : [{ markdown: rest.join('  \n') }]),
    footer(request, [showLink(request, words.hover.showNumbers, 'nabla.evaluateSelection')], false),
  ];
}
