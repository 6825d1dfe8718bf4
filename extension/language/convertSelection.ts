import type { Span } from '../../core/problem';
import type { Steps } from '../../core/steps';
import { findWriter, writers } from '../../core/text/notations/writers';
import type { Losses } from '../../core/text/notations/writers/conversion';
import { convertSteps } from '../../core/text/notations/writers/convert';
import type { Notation, Reading } from '../../core/text/reading';
import type { ConversionAnswer, ConversionOffer } from '../protocol/details/conversion';
import type { Words } from './words/words';

/** The notations that have a form for what was read. */
export function offersFor(reading: Reading, words: Words): readonly ConversionOffer[] {
  if (reading.kind === 'continuous' || reading.kind === 'error') return [];
  return writers
    .filter(({ named }) => named !== null || reading.kind === 'matrix')
    .map(({ name }) => ({ name, label: words.conversion.notation(name) }));
}

/** What was read in the notation of that name, and in words what it could not keep. */
export function* conversionSteps(
  reading: Reading,
  to: string,
  words: Words,
): Steps<Pick<ConversionAnswer, 'text' | 'losses' | 'lost'>> {
  const writer = findWriter(to);
  const conversion = writer === null ? null : yield* convertSteps(reading, writer);
  if (conversion === null) return { text: null, losses: {}, lost: [] };
  return { ...conversion, lost: lostWords(conversion.losses, words) };
}

const declares =
  /(?:(?:export|static|const|constexpr|final|public|private|let|mut|var|val|auto|double|float|int|std::vector<[^\n=;]*>|double(?:\[[,\]]*)+\]?)[ \t]+)+$/;
const longestDeclaration = 80;

/** What was read with the words of its declaration before it, `const double`, and the semicolon after it. */
export function statementOf({ text, span, notation }: Reading): Span {
  if (inLines.has(notation)) return fromLineStart(text, span);
  const before = text.slice(Math.max(0, span.offset - longestDeclaration), span.offset);
  const declared = declares.exec(before)?.[0].length ?? 0;
  const end = span.offset + span.length;
  const closed = /^[ \t]*;/.exec(text.slice(end, end + longestDeclaration))?.[0].length ?? 0;
  return { offset: span.offset - declared, length: declared + span.length + closed };
}

/** Notations without brackets or names, whose lines have to begin where those of another notation will. */
const inLines: ReadonlySet<Notation> = new Set<Notation>([
  ...(['plain', 'csv', 'tsv', 'csv-decimal-comma', 'tsv-decimal-comma', 'r-print', 'pandas-print'] as const),
  ...(['yaml', 'julia', 'maxima-2d', 'pari-pretty', 'matrix-market'] as const),
]);

/** With the blanks before it, where nothing else stands on its line. */
function fromLineStart(text: string, { offset, length }: Span): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const blanks = /^[ \t]*$/.test(text.slice(start, offset)) ? offset - start : 0;
  return { offset: offset - blanks, length: length + blanks };
}

function lostWords(losses: Losses, words: Words): readonly string[] {
  return Object.entries(losses).map(([kind, count]) => words.conversion.loss(kind as keyof Losses, count));
}
