import type { Steps } from '../../core/steps';
import { findWriter, writers } from '../../core/text/notations/writers';
import type { Losses } from '../../core/text/notations/writers/conversion';
import { convertSteps } from '../../core/text/notations/writers/convert';
import type { Reading } from '../../core/text/reading';
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

function lostWords(losses: Losses, words: Words): readonly string[] {
  return Object.entries(losses).map(([kind, count]) => words.conversion.loss(kind as keyof Losses, count));
}
